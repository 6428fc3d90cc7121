"""How alike two words are as words, from equal to unrelated."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Indel, Prefix

from tui_app.core.differences.words import WORD, Word

ALIKE = 0.72
"""Below this two words have nothing to do with each other."""

_SYNONYMS = 0.75
_PREFIX = 5
_PREFIX_SHARE = 0.65


@lru_cache(maxsize=1 << 11)
def similarity(left: Word, right: Word) -> float:
    """Return 1 for equal words, 0 for unlike ones, at least ``ALIKE`` between."""
    if left.lower == right.lower:
        return 1.0
    if left.key == right.key:
        return 0.95
    if left.sort is not WORD or right.sort is not WORD:
        return 0.0
    if left.lemmas & right.lemmas:
        return 0.9
    if left.function or right.function:
        return 0.0
    return _SYNONYMS if left.groups & right.groups else _by_letters(left, right)


def _by_letters(left: Word, right: Word) -> float:
    one, other = left.lower, right.lower
    if one[:_PREFIX] == other[:_PREFIX]:
        shared = Prefix.similarity(one, other)
        if shared >= _PREFIX and shared >= _PREFIX_SHARE * min(len(one), len(other)):
            return max(0.75, 0.9 * Indel.normalized_similarity(one, other))
    ratio = Indel.normalized_similarity(one, other)
    return 0.9 * ratio if 0.9 * ratio >= ALIKE else 0.0
