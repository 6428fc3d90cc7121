"""How well one word stands for another in the same place."""

from __future__ import annotations

from functools import lru_cache

from tui_app.core.differences.similarity import similarity
from tui_app.core.differences.words import WORD, Word

_SAME_SORT = 0.5
_PRONOUN_FOR_NAME = 0.1
_SAME_INITIAL_CASE = 0.1
_SAME_ENDING = 0.15
_ENDING = 2


@lru_cache(maxsize=1 << 11)
def fit(left: Word, right: Word) -> float:
    """Return how well the words may stand for each other, 0 for not at all.

    Words of content stand for words of content, those of grammar for such as can
    be the same part of speech, marks for marks; a pronoun for a name at need.
    """
    alike = similarity(left, right)
    base = _sort_fit(left, right)
    if not base:
        return alike
    if left.text[:1].isupper() == right.text[:1].isupper():
        base += _SAME_INITIAL_CASE
    if left.lower[-_ENDING:] == right.lower[-_ENDING:]:
        base += _SAME_ENDING
    return base + alike


def _sort_fit(left: Word, right: Word) -> float:
    if left.sort is not right.sort:
        return _PRONOUN_FOR_NAME if _are_word_and_number(left, right) else 0.0
    if left.sort is not WORD or left.function == right.function:
        parts_meet = not left.function or left.grammar & right.grammar
        return _SAME_SORT if parts_meet else 0.0
    grammar, content = (left, right) if left.function else (right, left)
    name = content.text[:1].isupper()
    return _PRONOUN_FOR_NAME if name and "pronoun" in grammar.grammar else 0.0


def _are_word_and_number(left: Word, right: Word) -> bool:
    return left.told and right.told
