"""The language of a text, guessed; its use of capitals."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from tui_app.core.text.characters import is_plain_small
from tui_app.core.text.small_words import SMALL_WORDS

_SAMPLE = 8000  # characters from the beginning and as many from the middle

_DEFAULT = "en"

_FEWEST_WORDS = 2

# First code point of a run of letters, last one, script.
_SCRIPTS = (
    (0x41, 0x24F, "latin"),
    (0x370, 0x3FF, "el"),
    (0x400, 0x52F, "cyrillic"),
    (0x530, 0x58F, "hy"),
    (0x590, 0x5FF, "he"),
    (0x600, 0x77F, "arabic"),
    (0x900, 0x97F, "hi"),
    (0x980, 0x9FF, "bn"),
    (0xA00, 0xA7F, "pa"),
    (0xA80, 0xAFF, "gu"),
    (0xB80, 0xBFF, "ta"),
    (0xC00, 0xC7F, "te"),
    (0xC80, 0xCFF, "kn"),
    (0xD00, 0xD7F, "ml"),
    (0xD80, 0xDFF, "si"),
    (0xE00, 0xE7F, "th"),
    (0xE80, 0xEFF, "lo"),
    (0xF00, 0xFFF, "bo"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "ko"),
)

_LETTERS = re.compile(r"[^\W\d_]+")

_PERSIAN = frozenset("پچژگی")

_URDU = frozenset("ٹڈڑںے")

# So many letters of the text are its language's own: a name or quotation has a few.
_SHARE = 1 / 50

_UKRAINIAN = "іїєґІЇЄҐ"


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the language ``text`` is probably in."""
    middle = len(text) // 2
    sample = text[:_SAMPLE]
    if middle > _SAMPLE:
        sample += " " + text[middle : middle + _SAMPLE]
    if sample.isascii():
        return _by_words(sample)
    scripts = _count_scripts(sample)
    if scripts["ja"] * 10 > scripts["han"] and scripts["ja"] > scripts["latin"] / 4:
        return "ja"
    # A letter of Han says about as much as two or three of an alphabet.
    scripts["han"] *= 2
    script = scripts.most_common(1)[0][0] if scripts else "latin"
    return _of_script(script, sample)


def _count_scripts(sample: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for character, number in Counter(sample).items():
        code = ord(character)
        for first, last, script in _SCRIPTS:
            if first <= code <= last and character.isalpha():
                counts[script] += number
                break
    return counts


def _of_script(script: str, sample: str) -> str:
    match script:
        case "latin":
            return _by_words(sample)
        case "han":
            return "zh"
        case "cyrillic":
            return "uk" if sum(map(sample.count, _UKRAINIAN)) > 2 else "ru"
        case "arabic" if _has_many(sample, _URDU):
            return "ur"
        case "arabic":
            return "fa" if _has_many(sample, _PERSIAN) else "ar"
        case _:
            return script


def _has_many(sample: str, letters: frozenset[str]) -> bool:
    return sum(map(letters.__contains__, sample)) > _SHARE * len(sample)


def _by_words(sample: str) -> str:
    words = Counter(_LETTERS.findall(sample.lower()))
    scores = {
        code: sum(words[word] for word in small_words.split() if word in words)
        for code, small_words in SMALL_WORDS.items()
    }
    best = max(scores, key=scores.__getitem__)
    # A word or two of a short text prove nothing: many languages share them.
    sure = scores[best] >= _FEWEST_WORDS and scores[best] > scores[_DEFAULT]
    return best if sure else _DEFAULT


_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})

_SAMPLE_OF_CAPITALS = 20_000  # characters in which the use of capitals is counted

_START = re.compile(r"[.!?]\s+([^\W\d_])")


class Writing(NamedTuple):
    """How a text is written: its language, guessed, and its use of capitals."""

    language: str
    capitals: bool

    @property
    def unspaced(self) -> bool:
        """Tell whether words are written without spaces between."""
        return self.language in _UNSPACED


def find_writing(text: str) -> Writing:
    """Return how ``text`` is written."""
    starts = _START.findall(text, 0, _SAMPLE_OF_CAPITALS)
    small = sum(map(is_plain_small, starts))
    large = sum(map(_is_plain_large, starts))
    return Writing(guess_language(text), small <= large)


def _is_plain_large(letter: str) -> bool:
    return "A" <= letter <= "Z" or "А" <= letter <= "Я"
