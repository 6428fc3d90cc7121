"""What kind of difference do two words make (inflection, spelling, case, …)?"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA, Indel

from tui_app.core.collation.word import WORD, Word
from tui_app.core.kinds import Kind

_TYPO_LENGTH = 5

_LONG = 8

_SOUNDS = (("ph", "f"), ("kh", "h"), ("dh", "d"), ("th", "t"), ("gh", "g"), ("ck", "k"))

_LETTERS = str.maketrans("cqgwzjy", "kkkvsii")

_SILENT = str.maketrans("", "", "aeiouh'-")

_PEOPLES = frozenset({"i", "n", "an", "ian", "ese", "ish", "s", "is", "ns", "ans"})

_ALIKE = 0.6

_SHORTEST_NAME = 4


@lru_cache(maxsize=1 << 11)
def kind_of_pair(left: Word, right: Word) -> Kind:
    """Return the quiet kind of two words that differ in writing."""
    if left.lower == right.lower:
        same_letters = left.text.lower() == right.text.lower()
        return Kind.CASE if same_letters else Kind.PUNCTUATION
    if left.sort is not WORD or right.sort is not WORD:
        marks = not (left.content or right.content or left.function or right.function)
        return Kind.PUNCTUATION if marks else Kind.WORDING
    if left.key == right.key:
        return Kind.SPELLING
    if left.lemmas & right.lemmas:
        return Kind.INFLECTION
    if left.function or right.function:
        return Kind.WORDING
    respelled = _is_slip(left.lower, right.lower) or _is_transliterated(left, right)
    return Kind.SPELLING if respelled else Kind.WORDING


def _is_slip(left: str, right: str) -> bool:
    """Tell a slip of the pen from another word of similar letters.

    Two letters that changed places, a letter doubled or not, and in long words any
    one letter but the first and the last two, where endings tell words apart.
    """
    if left[0] != right[0] or min(len(left), len(right)) < _TYPO_LENGTH:
        return False
    if OSA.distance(left, right, score_cutoff=1) > 1:
        return False
    return (
        sorted(left) == sorted(right)
        or _single(left) == _single(right)
        or (min(len(left), len(right)) >= _LONG and left[-2:] == right[-2:])
    )


def _single(word: str) -> str:
    """Return the word with double letters made single."""
    return "".join(a for a, b in zip(word, word[1:] + " ", strict=True) if a != b)


def _is_transliterated(left: Word, right: Word) -> bool:
    """Tell two spellings of one foreign name: *Qadhafi*, *Gaddafi*; *Kyiv*, *Kiev*."""
    if not (left.text[0].isupper() and right.text[0].isupper()):
        return False
    if min(len(left.text), len(right.text)) < _SHORTEST_NAME:
        return False
    if _is_derived(left.lower, right.lower) or _is_derived(right.lower, left.lower):
        return False
    alike = Indel.normalized_similarity(left.lower, right.lower) >= _ALIKE
    return alike and _skeleton(left.lower) == _skeleton(right.lower)


def _is_derived(name: str, other: str) -> bool:
    """Tell the people from the country: *Israel*, *Israeli*; *Bosnia*, *Bosnian*."""
    return other.startswith(name) and other[len(name) :] in _PEOPLES


def _skeleton(name: str) -> str:
    """Return the consonants of a name, those of one sound made one."""
    for sound, letter in _SOUNDS:
        name = name.replace(sound, letter)
    name = name.translate(_LETTERS)
    return _single(name[0] + name[1:].translate(_SILENT))
