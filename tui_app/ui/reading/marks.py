"""Which stretches of the texts are marked, and as what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.counting import EVERYTHING, Counting
from tui_app.core.model import ALL_KINDS, FACTS, Difference, Kind, Relation, Side
from tui_app.settings.model import WordMarks

COMPARED_AT_MOST = 60_000
"""Characters of a row (both sides) whose words are compared while it is painted;
longer rows are half a second and more of work, and show no marks within."""


def is_comparable(comparison: Comparison, row: int) -> bool:
    """Tell whether the row's words can be compared in the time of a repaint."""
    content = comparison.rows[row]
    if content.relation is not Relation.CHANGED:
        return False
    left, right = comparison.left.units, comparison.right.units
    size = sum(left[number].end - left[number].start for number in content.left)
    size += sum(right[number].end - right[number].start for number in content.right)
    return size <= COMPARED_AT_MOST


class Mark(NamedTuple):
    """``start`` to ``end`` of a text is to look like the style ``name``."""

    start: int
    end: int
    name: str


class Look(NamedTuple):
    """What of the differences the reader wants to see."""

    words: WordMarks = "letters"
    facts_only: bool = False
    kinds: frozenset[Kind] = ALL_KINDS
    counting: Counting = EVERYTHING

    def shows(self, difference: Difference) -> bool:
        """Tell whether differences of this kind are marked."""
        return difference.kind in (FACTS if self.facts_only else self.kinds)

    def stops_at(self, difference: Difference, comparison: Comparison) -> bool:
        """Tell whether this difference is one to stop at and to count."""
        return self.shows(difference) and self.counting.counts(
            difference, comparison.left, comparison.right
        )


def row_marks(
    comparison: Comparison, row: int, side: Side, look: Look
) -> tuple[Mark, ...]:
    """Return the marks of one side of the row, offsets into that side's text."""
    content = comparison.rows[row]
    if content.relation in {Relation.LEFT_ONLY, Relation.RIGHT_ONLY}:
        return tuple(_whole(comparison, row, side)) if not look.facts_only else ()
    if look.words == "off" or not is_comparable(comparison, row):
        return ()
    shown = [one for one in comparison.differences(row) if look.shows(one)]
    return tuple(_marks(comparison, shown, side, look))


def _whole(comparison: Comparison, row: int, side: Side) -> Iterator[Mark]:
    content = comparison.rows[row]
    document = comparison.document(side)
    for number in content.units(side):
        unit = document.units[number]
        yield Mark(unit.start, unit.end, f"mark--{side}-only")


def _marks(
    comparison: Comparison, shown: Sequence[Difference], side: Side, look: Look
) -> Iterator[Mark]:
    for one in shown:
        span = one.span(side)
        if span is None:
            continue
        if not look.counting.counts(one, comparison.left, comparison.right):
            yield Mark(span.start, span.end, "mark--uncounted")
            continue
        name = style_name(one.kind, side)
        if _is_same_word(comparison, one):
            name = "mark--quiet"
        yield Mark(span.start, span.end, name)
        if look.words == "letters":
            for letters in comparison.letters(one)[0 if side == "left" else 1]:
                yield Mark(letters.start, letters.end, "mark--letters")


def _is_same_word(comparison: Comparison, one: Difference) -> bool:
    """Tell one word that is the same on both sides: elsewhere, or part of a change.

    It says little; a clause that moved says more.
    """
    if one.left is None or one.right is None or one.kind in FACTS:
        return False
    left = comparison.left.text[one.left.start : one.left.end]
    right = comparison.right.text[one.right.start : one.right.end]
    return left == right and " " not in left


def style_name(kind: Kind, side: Side) -> str:
    """Return the style of a difference of this kind on this side."""
    if kind in FACTS:
        return f"mark--fact-{side}"
    if kind in {Kind.ADDED, Kind.REMOVED}:
        return f"mark--{kind}"
    if kind is Kind.WORDING:
        return f"mark--word-{side}"
    return f"mark--moved-{side}" if kind is Kind.ORDER else "mark--quiet"
