"""Whether two texts are in two languages, and in which.

Texts of one language share their small words whatever they are about: of some two
thousand words at least three in ten, of versions of one text six in ten; texts of two
languages hardly share one in ten.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
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

_WINDOW: Final = 8
"""Passages read together to tell whether they are in two languages in turn."""
_WINDOWS: Final = 6
_MOSTLY: Final = 0.8

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


def in_turn(passages: Sequence[str]) -> tuple[str, str] | None:
    """Return the two languages that passages are in by turns, ``None`` if they are not.

    So are texts that stand with their translation in one document, passage by
    passage. Some windows are read, the more of the text the shorter it is.
    """
    step = max(_WINDOW, len(passages) // _WINDOWS)
    windows = [
        passages[start : start + _WINDOW]
        for start in range(0, len(passages) - _WINDOW + 1, step)
    ]
    told = [told_apart("\n".join(one[::2]), "\n".join(one[1::2])) for one in windows]
    found = [languages for languages in told if languages and all(languages)]
    if not found or len(found) < _MOSTLY * len(windows):
        return None
    pairs = Counter(tuple(sorted(languages)) for languages in found)
    pair, number = pairs.most_common(1)[0]
    if number < _MOSTLY * len(windows):
        return None
    return found[0] if set(found[0]) == set(pair) else (pair[0], pair[1])


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
