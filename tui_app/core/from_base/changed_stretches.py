"""Where changes lie in B: stretches of its text, and which of them are one region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui_app.core.differences.row_pieces import RowPiece
from tui_app.core.from_base.base_beside import meet
from tui_app.core.model import Span


class ChangedStretch(NamedTuple):
    """Where a change lies in B: without white space about it, and as it may slide.

    What came or went between equal words lies as well elsewhere among them. ``piece``
    is that of the row, ``is_before`` tells that it changed from A to B.
    """

    at: Span
    slid: Span
    piece: RowPiece
    is_before: bool

    def overlaps(self, other: ChangedStretch) -> bool:
        """Tell whether both are of the same words, or both between the same words."""
        return meet(self.at, other.at)


class ChangedRegion(NamedTuple):
    """Changes that lie on each other in B: those from A to B, and from B to C."""

    part: Span
    before: tuple[ChangedStretch, ...]
    after: tuple[ChangedStretch, ...]


def changed_before(piece: RowPiece, base: str, text: str) -> ChangedStretch:
    """Return where a changed piece of A and B lies in B, which is ``text``."""
    return _stretch(piece, piece.right, text, base[slice(*piece.left)], is_before=True)


def changed_after(piece: RowPiece, text: str, later: str) -> ChangedStretch:
    """Return where a changed piece of B and C lies in B, which is ``text``."""
    other = later[slice(*piece.right)]
    return _stretch(piece, piece.left, text, other, is_before=False)


def _stretch(
    piece: RowPiece, where: Span, text: str, other: str, *, is_before: bool
) -> ChangedStretch:
    at = slid = _without_space(text, *where)
    if at.start == at.end:
        slid = _slid(text, at, other)
    elif not other.strip():
        slid = _slid(text, at, text[slice(*at)])
    return ChangedStretch(at, slid, piece, is_before)


def _without_space(text: str, start: int, end: int) -> Span:
    """Return the stretch without white space about it; an empty one behind a word."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while start == end and start and text[start - 1].isspace():
        start = end = start - 1
    return Span(start, end)


def _slid(text: str, at: Span, other: str) -> Span:
    """Return where the words, gone or come at the place, could lie as well."""
    words, (start, end) = other.strip(), at
    if not words:
        return at
    head = text[max(0, start - 2 * len(words) - 2) : start].rstrip()
    if head.endswith(words):
        start = text.rindex(words, 0, start)
    tail = text[end : end + 2 * len(words) + 2]
    if tail.lstrip().startswith(words):
        end = text.index(words, end) + len(words)
    return Span(start, end)


def changed_regions(
    changes: Iterable[ChangedStretch], *, touching: bool
) -> Iterator[ChangedRegion]:
    """Yield the regions that overlapping changes make, in the order of B.

    ``touching``: what came or went right beside another change is of its region, too.
    """
    waiting: list[ChangedStretch] = []
    end = 0
    for one in sorted(changes, key=lambda one: (one.slid, one.at)):
        if waiting and not _goes_on(waiting[-1], end, one, touching=touching):
            yield _region(waiting)
            waiting, end = [], 0
        end = max(end, one.slid.end)
        waiting.append(one)
    if waiting:
        yield _region(waiting)


def _goes_on(
    last: ChangedStretch, end: int, one: ChangedStretch, *, touching: bool
) -> bool:
    """Tell whether the change belongs to the region that ends there."""
    if one.slid.start != end:
        return one.slid.start < end
    empty, before_empty = (each.slid.start == each.slid.end for each in (one, last))
    return (empty or before_empty) if touching else (empty and before_empty)


def _region(changes: Sequence[ChangedStretch]) -> ChangedRegion:
    spans = [one.slid for one in changes]
    part = Span(min(one.start for one in spans), max(one.end for one in spans))
    return ChangedRegion(
        part,
        tuple(one for one in changes if one.is_before),
        tuple(one for one in changes if not one.is_before),
    )
