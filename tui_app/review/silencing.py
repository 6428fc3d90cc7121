"""What can be silenced where the reader is: pairs of words, and kinds of difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.counting import Silence, SilencedWords, folded, word_pair
from tui_app.core.english.lexicon import FUNCTION_WORDS
from tui_app.core.kinds import FACTS, WEIGHT, Kind
from tui_app.core.model import Difference, Span
from tui_app.review.review import Review
from tui_app.review.stops import is_comparable

MOST = 40
"""Pairs of words offered of one row."""


class Offers(NamedTuple):
    """Pairs of words and kinds that can be silenced, the weightiest first."""

    words: tuple[SilencedWords, ...]
    kinds: tuple[Kind, ...]


def offers_here(review: Review) -> Offers:
    """Return what differs at the difference the reader is at, or else in the row.

    Of a passage that only one side has it is the facts that stand in it.

    Words that have words for them on the other side come first. A word of grammar that
    one side has is offered where it is all that differs: silenced as a part of
    something longer it would be missed elsewhere.
    """
    comparison, counting = review.comparison, review.marks.counting
    left, right = comparison.left, comparison.right
    found = [one for one in _differences(review) if counting.counts(one, left, right)]
    found.sort(key=lambda one: WEIGHT[one.kind])
    pairs = [word_pair(one, left, right) for one in found]
    alone = len(found) == 1
    told = [pair for pair in pairs if _says_something(pair, alone=alone)]
    told.sort(key=lambda pair: not all(pair))
    once: dict[Silence, SilencedWords] = {}
    for pair in told:
        once.setdefault(folded(pair), pair)
    kinds = dict.fromkeys(one.kind for one in found)
    return Offers(tuple(once.values())[:MOST], tuple(kinds))


def _says_something(pair: SilencedWords, *, alone: bool) -> bool:
    first, second = pair
    if first == second:  # they only moved
        return False
    if first and second:
        return True
    words = (first or second).casefold().split()
    has_words = any(map(str.isalnum, first + second))
    return has_words and (alone or not FUNCTION_WORDS.issuperset(words))


def _differences(review: Review) -> Sequence[Difference]:
    comparison, row = review.comparison, review.row
    if review.provisional or not comparison.rows:
        return ()
    if not is_comparable(comparison, row):
        return comparison.stated(row)
    kinds = FACTS if review.marks.facts_only else review.marks.kinds
    shown = [one for one in comparison.differences(row) if one.kind in kinds]
    stop = review.attention.stop
    if stop is None:
        return shown
    left, right = review.looks.stops.spans(stop)
    return [
        one for one in shown if _is_among(one.left, left) or _is_among(one.right, right)
    ]


def _is_among(span: Span | None, spans: Sequence[Span]) -> bool:
    return span is not None and any(
        span.start < other.end and other.start < span.end for other in spans
    )
