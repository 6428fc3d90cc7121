"""What kind of difference two words make that stand for each other."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from tui_app.core.differences.words import Sort, Word
from tui_app.core.model import Kind

_TYPO_LENGTH = 5
_SWAP_LENGTH = 7


def kind_of_pair(left: Word, right: Word) -> Kind:
    """Return the quiet kind of two words that differ in writing."""
    if left.lower == right.lower:
        return _kind_of_writing(left, right)
    sorts = {left.sort, right.sort}
    if sorts <= {Sort.MARK, Sort.QUOTE}:
        return Kind.PUNCTUATION
    if sorts != {Sort.WORD}:
        return Kind.WORDING
    if left.key == right.key:
        return Kind.SPELLING
    if left.lemmas & right.lemmas:
        return Kind.INFLECTION
    return Kind.SPELLING if _is_typo(left, right) else Kind.WORDING


def _kind_of_writing(left: Word, right: Word) -> Kind:
    """Tell case from the form of an apostrophe."""
    return Kind.CASE if left.text.lower() == right.text.lower() else Kind.PUNCTUATION


def _is_typo(left: Word, right: Word) -> bool:
    """Tell a slip of one letter from another word of similar letters."""
    if left.function or right.function or left.lower[0] != right.lower[0]:
        return False
    shorter = min(len(left.lower), len(right.lower))
    if shorter < _TYPO_LENGTH:
        return False
    same_length = len(left.lower) == len(right.lower)
    swapped = sorted(left.lower) == sorted(right.lower)
    if same_length and not swapped and shorter < _SWAP_LENGTH:
        return False
    return OSA.distance(left.lower, right.lower, score_cutoff=1) <= 1
