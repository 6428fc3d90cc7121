"""Review marks and links by hand: entries like notes, found again like notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from tui_app.core.comparison import Comparison
from tui_app.core.model import Constraints, Document, Side, Span
from tui_app.notes.model import Anchor, Found, State
from tui_app.notes.places import LONGEST_QUOTE
from tui_app.notes.placing import RowIndex
from tui_app.notes.records import Content

Find = Callable[[Anchor], Found]
Units = tuple[tuple[int, ...], tuple[int, ...]]

_SIDES: tuple[Side, Side] = ("left", "right")


class MarkKind(StrEnum):
    """Entries that are no notes."""

    REVIEWED = "reviewed"
    LINK = "link"
    APART = "apart"


def reviewed_rows(
    comparison: Comparison, marks: Iterable[Content], find: Find
) -> frozenset[int]:
    """Return the rows of which every unit lies within reviewed words.

    Words that changed since the review are not reviewed.
    """
    covered = _covered_units(comparison, marks, find)
    return frozenset(
        number
        for number, row in enumerate(comparison.rows)
        if covered["left"].issuperset(row.left)
        and covered["right"].issuperset(row.right)
    )


def rows_of(mark: Content, index: RowIndex, find: Find) -> set[int]:
    """Return the rows that a mark touches."""
    rows: set[int] = set()
    for anchor in mark.anchors:
        found = find(anchor)
        if found.state is State.PLACED and found.span:
            rows |= index.rows(anchor.side, found.span)
    return rows


def _covered_units(
    comparison: Comparison, marks: Iterable[Content], find: Find
) -> dict[Side, set[int]]:
    spans: dict[Side, list[Span]] = {"left": [], "right": []}
    for mark in marks:
        for anchor in mark.anchors:
            found = find(anchor)
            if found.state is State.PLACED and found.span:
                spans[anchor.side].append(found.span)
    return {
        side: set(_within(comparison.document(side), spans[side])) for side in _SIDES
    }


def _within(document: Document, spans: Sequence[Span]) -> Iterator[int]:
    """Yield the units that lie within the spans, white space between joining them."""
    joined = _joined(document.text, spans)
    if not joined:
        return
    at = 0
    for number, unit in enumerate(document.units):
        while at < len(joined) and joined[at].end <= unit.start:
            at += 1
        end = min(unit.end, unit.start + LONGEST_QUOTE)
        if (
            at < len(joined)
            and joined[at].start <= unit.start
            and end <= joined[at].end
        ):
            yield number


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        last = joined[-1] if joined else None
        if last and not text[last.end : span.start].strip():
            joined[-1] = Span(last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return joined


def constraints(
    documents: tuple[Document, Document], marks: Sequence[Content], find: Find
) -> Constraints:
    """Return what the links by hand settle; ``marks`` are in the order made.

    A link holds for the granularity it was made at. The newest word on a unit or
    a pair of units is the one that counts; a link is dropped as a whole.
    """
    fixed: list[Units] = []
    parted: set[tuple[int, int]] = set()
    taken: tuple[set[int], set[int]] = (set(), set())
    joined: set[tuple[int, int]] = set()
    for mark in reversed(marks):
        units = _units(documents, mark, find)
        if units is None:
            continue
        pairs = {(a, b) for a in units[0] for b in units[1]}
        if mark.kind == MarkKind.APART:
            parted |= pairs - joined
        elif not _clash(units, taken) and not pairs & parted:
            fixed.append(units)
            joined |= pairs
            for used, side in zip(taken, units, strict=True):
                used.update(side)
    return Constraints(tuple(sorted(fixed)), frozenset(parted))


def _clash(units: Units, taken: tuple[set[int], set[int]]) -> bool:
    return any(
        not used.isdisjoint(side) for used, side in zip(taken, units, strict=True)
    )


def _units(
    documents: tuple[Document, Document], mark: Content, find: Find
) -> Units | None:
    """Return the units a link speaks of, ``None`` where they are not all there."""
    sides: dict[Side, list[int]] = {"left": [], "right": []}
    for anchor in mark.anchors:
        document = documents[_SIDES.index(anchor.side)]
        found = find(anchor)
        known = found.state in (State.PLACED, State.CHANGED) and found.span
        units = _mostly_within(document, found.span) if known and found.span else []
        if mark.unit != document.granularity or not units:
            return None
        sides[anchor.side] += units
    return tuple(sorted(sides["left"])), tuple(sorted(sides["right"]))


def _mostly_within(document: Document, span: Span) -> list[int]:
    """Return the units of which the span holds at least half."""
    units = document.units
    first = bisect_right(units, span.start, key=lambda unit: unit.end)
    last = bisect_left(units, span.end, key=lambda unit: unit.start)
    return [
        number
        for number in range(first, last)
        if 2 * (min(units[number].end, span.end) - max(units[number].start, span.start))
        >= min(units[number].end - units[number].start, LONGEST_QUOTE)
    ]
