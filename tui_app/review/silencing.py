"""What can be silenced where the reader is, and how a silence is said in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.counting import Silence, word_pair
from tui_app.core.kinds import FACTS, KINDS, WEIGHT, Kind
from tui_app.core.model import Difference, Span
from tui_app.review.review import Review
from tui_app.review.signs import Signs
from tui_app.review.stops import is_comparable

MOST = 40
"""Pairs of words offered of one row."""


class Offers(NamedTuple):
    """Pairs of words and kinds that can be silenced, the weightiest first."""

    words: tuple[Silence, ...]
    kinds: tuple[Kind, ...]


def offers_here(review: Review) -> Offers:
    """Return what differs at the difference the reader is at, or else in the row."""
    comparison, counting = review.comparison, review.marks.counting
    left, right = comparison.left, comparison.right
    found = [one for one in _differences(review) if counting.counts(one, left, right)]
    found.sort(key=lambda one: WEIGHT[one.kind])
    pairs = [word_pair(one, left, right) for one in found]
    told = [pair for pair in pairs if all(pair) or any(map(str.isalnum, "".join(pair)))]
    kinds = [one.kind for one in found]
    return Offers(tuple(dict.fromkeys(told))[:MOST], tuple(dict.fromkeys(kinds)))


def _differences(review: Review) -> Sequence[Difference]:
    comparison, row = review.comparison, review.row
    if review.provisional or not comparison.rows or not is_comparable(comparison, row):
        return ()
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


def in_words(silence: Silence, signs: Signs) -> str:
    """Return what is silenced as a reader knows it."""
    if isinstance(silence, Kind):
        changed = "changed " if silence in FACTS else ""
        return f"every difference of the kind: {changed}{KINDS[silence].name}"
    first, second = silence
    return f"{first or signs.no_words} / {second or signs.no_words}"
