"""Whether two texts are in two languages, and in which.

Texts of one language share their small words whatever they are about: of some two
thousand words at least three in ten, of versions of one text six in ten; texts of two
languages hardly share one in ten.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from tui_app.core.text.small_words import SMALL_WORDS
from tui_app.core.text.spoken_language import UNDETERMINED, spoken_language

_STRETCHES: Final = 4
_STRETCH: Final = 3000
"""Characters read at so many places; not at the ends, where a publisher speaks."""

_ONE_LANGUAGE: Final = 0.28
"""Share of the words that two texts of one language have in common at least."""
_STRANGERS: Final = 0.2
_MANY: Final = 1000
"""Words of each text that tell two languages apart that are not known by name."""
_FEW: Final = 10
_FEW_LETTERS: Final = 4
"""Words of each text that tell two languages of one script, and of two scripts."""

_WINDOW: Final = 12
_FEWEST_LINES: Final = 6
"""Lines read together to tell whether they are in two languages in turn."""
_WINDOWS: Final = 6
_REACH: Final = 8000
"""Characters in which a window is looked for."""

_WORD: Final = re.compile(r"[^\W\d_]+")
# Scripts without spaces: each letter stands for a word.
_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)


def told_apart(left: str, right: str) -> tuple[str, str] | None:
    """Return the languages of two texts in two languages, ``None`` within one.

    They are ISO 639-1 codes, empty where the language cannot be told. Time and
    memory do not grow with the texts.
    """
    samples = _sample(left), _sample(right)
    words = _words(samples[0]), _words(samples[1])
    common = _common_share(*words)
    if common >= _ONE_LANGUAGE:
        return None
    languages = _name(samples[0]), _name(samples[1])
    length = min(words[0].total(), words[1].total())
    if all(languages):
        one_script = SMALL_WORDS.keys() >= set(languages)
        enough = length >= (_FEW if one_script else _FEW_LETTERS)
        return languages if languages[0] != languages[1] and enough else None
    return languages if length >= _MANY and common < _STRANGERS else None


def named_languages(left: str, right: str) -> tuple[str, str]:
    """Return the languages of two texts, empty where one cannot be told."""
    return _name(_sample(left)), _name(_sample(right))


def in_turn(text: str) -> tuple[str, str] | None:
    """Return the two languages that lines are in by turns, ``None`` if they are not.

    So are texts that stand with their translation in one document, passage by
    passage. Some windows are read, of many all but one must say so; time and memory
    do not grow with the text.
    """
    pairs: Counter[frozenset[str]] = Counter()
    windows = list(_windows(text))
    needed = len(windows) - (len(windows) > _WINDOWS // 2)
    for number, window in enumerate(windows, 1):
        told = told_apart("\n".join(window[::2]), "\n".join(window[1::2]))
        if told and all(told):
            pairs[frozenset(told)] += 1
        if pairs.total() + len(windows) - number < needed:
            return None
    pair, number = next(iter(pairs.most_common(1)), (frozenset[str](), 0))
    if not pair or number < needed:
        return None
    first, second = sorted(pair)
    return first, second


def _windows(text: str) -> Iterator[Sequence[str]]:
    """Yield some neighbouring lines from several places, those with words."""
    if len(text) <= _WINDOWS * _REACH:
        lines = _lines(text)
        size = max(_FEWEST_LINES, min(_WINDOW, len(lines) // 2))
        step = max(size, len(lines) // _WINDOWS)
        for start in range(0, len(lines) - size + 1, step):
            yield lines[start : start + size]
        return
    for number in range(_WINDOWS):
        start = number * (len(text) // _WINDOWS)
        # The first line may have lost its beginning, the last its end.
        if len(lines := _lines(text[start : start + _REACH])[1:-1]) >= _WINDOW:
            yield lines[:_WINDOW]


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _sample(text: str) -> str:
    if len(text) <= _STRETCHES * _STRETCH:
        return text
    step = len(text) // _STRETCHES
    starts = (step // 2 + number * step for number in range(_STRETCHES))
    return "\n".join(text[start : start + _STRETCH] for start in starts)


def _words(sample: str) -> Counter[str]:
    words = _WORD.findall(sample.lower())
    return Counter(
        chain.from_iterable(
            word if _UNSPACED.search(word) else (word,) for word in words
        )
    )


def _common_share(left: Counter[str], right: Counter[str]) -> float:
    """Return how far two distributions of words lie over each other, 0 to 1."""
    sizes = left.total(), right.total()
    if not all(sizes):
        return 1.0
    return sum(
        min(number / sizes[0], right[word] / sizes[1]) for word, number in left.items()
    )


def _name(sample: str) -> str:
    language = spoken_language(sample)
    return "" if language == UNDETERMINED else language
