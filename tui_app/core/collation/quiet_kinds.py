"""The quiet kinds: what two words that stand for each other differ in.

Inflection, spelling, case and punctuation are told from other words.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from tui_app.core.collation.word import WORD, Word
from tui_app.core.english.transliteration import respelled, without_doubles
from tui_app.core.kinds import Kind

_TYPO_LENGTH = 5

_LONG = 8


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
    one_word = not (left.function or right.function) and (
        _is_slip(left.lower, right.lower) or _is_name_respelled(left, right)
    )
    return Kind.SPELLING if one_word else Kind.WORDING


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
        or without_doubles(left) == without_doubles(right)
        or (min(len(left), len(right)) >= _LONG and left[-2:] == right[-2:])
    )


def _is_name_respelled(left: Word, right: Word) -> bool:
    capitals = left.text[0].isupper() and right.text[0].isupper()
    return capitals and respelled(left.lower, right.lower)
