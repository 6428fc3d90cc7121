"""A base beside a text made from it: what of the base answers passages of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from tui_app.core.comparison import Comparison
from tui_app.core.differences.row_pieces import RowPiece, extent, row_pieces
from tui_app.core.model import Document, Span

IsComparable = Callable[[Comparison, int], bool]
"""Tells whether the words of a row may be compared, or would take too long."""

_KEPT_ROWS = 512
"""Rows whose pieces are remembered: neighbours ask for the same ones."""


class BaseBeside:
    """The base beside a text that was made from it, asked by units of that text."""

    def __init__(self, comparison: Comparison, is_comparable: IsComparable) -> None:
        self._comparison = comparison
        self._is_comparable = is_comparable
        self._pieces: dict[int, tuple[RowPiece, ...]] = {}

    @property
    def base(self) -> Document:
        """The base."""
        return self._comparison.left

    def read_whole(self) -> None:
        """Find which row holds which unit, which else the first row waits for."""
        self._row_of_unit, self._row_of_base_unit, self._left_out  # noqa: B018

    @cached_property
    def _row_of_unit(self) -> dict[int, int]:
        rows = enumerate(self._comparison.rows)
        return {unit: number for number, row in rows for unit in row.right}

    @cached_property
    def _row_of_base_unit(self) -> dict[int, int]:
        rows = enumerate(self._comparison.rows)
        return {unit: number for number, row in rows for unit in row.left}

    @cached_property
    def _left_out(self) -> dict[int, list[tuple[int, ...]]]:
        """The units of the base that are left out, by the unit that stands before."""
        found: dict[int, list[tuple[int, ...]]] = {}
        last = 0
        for row in self._comparison.rows:
            if row.right and not row.moved:
                last = row.right[-1]
            elif not row.right:
                found.setdefault(last, []).append(row.left)
        return found

    def left_out_after(self, unit: int) -> Sequence[tuple[int, ...]]:
        """Return the passages of the base left out behind a unit, or before all."""
        return self._left_out.get(unit, ())

    def of_base(self, units: Iterable[int]) -> Iterator[int]:
        """Yield the units that answer these of the base."""
        for number in dict.fromkeys(map(self._row_of_base_unit.__getitem__, units)):
            yield from self._comparison.rows[number].right

    def is_moved(self, units: Iterable[int]) -> bool:
        """Tell whether one of the units stands elsewhere than in the base."""
        rows = self._comparison.rows
        return any(rows[self._row_of_unit[unit]].moved for unit in units)

    def pieces(self, units: Iterable[int]) -> list[RowPiece]:
        """Return the pieces of the rows of these units, in the order of the units."""
        rows = dict.fromkeys(map(self._row_of_unit.__getitem__, units))
        return [piece for row in rows for piece in self._pieces_of(row)]

    def has_most_of(self, spans: Iterable[Span]) -> bool:
        """Tell whether more than half of the words of the base there stay."""
        text, kept, all_of_it = self._comparison.left.text, 0, 0
        for span in spans:
            held = (cut(one.left, span) for one in self._over(span) if one.stays)
            kept += sum(_weight(text[slice(*one)]) for one in held)
            all_of_it += _weight(text[slice(*span)])
        return 2 * kept > all_of_it

    def _over(self, span: Span) -> Iterator[RowPiece]:
        """Yield the pieces of the rows that hold the stretch of the base."""
        left = self._comparison.left
        first, last = left.unit_at(span.start), left.unit_at(span.end - 1)
        units = range(first, last + 1)
        for row in dict.fromkeys(map(self._row_of_base_unit.__getitem__, units)):
            yield from self._pieces_of(row)

    def _pieces_of(self, number: int) -> tuple[RowPiece, ...]:
        known = self._pieces.get(number)
        if known is None:
            known = tuple(self._made(number))
            if len(self._pieces) >= _KEPT_ROWS:
                self._pieces.clear()
            self._pieces[number] = known
        return known

    def _made(self, number: int) -> Iterator[RowPiece]:
        shown = self._comparison
        row, left, right = shown.rows[number], shown.left, shown.right
        if not row.right:
            yield RowPiece(extent(left, row.left), Span(0, 0), stays=False, marked=True)
        elif not row.left:
            yield RowPiece(
                Span(0, 0), extent(right, row.right), stays=False, marked=True
            )
        elif self._is_comparable(shown, number):
            found = shown.differences(number)
            pieces = row_pieces(left, right, row, found)
            yield from (one._replace(stays=not one.marked) for one in pieces)
        else:
            both = extent(left, row.left), extent(right, row.right)
            yield RowPiece(*both, stays=False, marked=True)


def _weight(text: str) -> int:
    """Return how many characters are no white space."""
    return sum(not one.isspace() for one in text)


def cut(span: Span, to: Span) -> Span:
    """Return what of a stretch lies within another, else an empty one."""
    start = max(span.start, to.start)
    return Span(start, max(start, min(span.end, to.end)))


def meet(one: Span, other: Span) -> bool:
    """Tell whether the two have a character in common, or one lies within the other."""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end


def answering(piece: RowPiece, part: Span) -> Span:
    """Return what the base has for a part of a piece that stays."""
    (start, end), (its_start, its_end) = piece.left, piece.right
    before, behind = part.start - its_start, its_end - part.end
    if end - start != its_end - its_start:  # it differs in white space, say
        before, behind = min(before, end - start), min(behind, end - start)
    return Span(start + before, max(start + before, end - behind))


def base_spans(
    pieces: Iterable[RowPiece], part: Span, changed: Iterable[RowPiece], base: str
) -> tuple[Span, ...]:
    """Return what the base has for a part of the text made from it, in its order.

    Of what stays it is as much as is in the part, of the ``changed`` all.
    """
    wanted, found = set(changed), list[Span]()
    for one in pieces:
        if one.stays and meet(one.right, part):
            here = answering(one, cut(one.right, part))
        elif one in wanted:
            here = one.left
        else:
            continue
        if (
            found
            and not base[found[-1].end : here.start].strip()
            and (found[-1].end <= here.start)
        ):
            here = Span(found.pop().start, here.end)
        found.append(here)
    return tuple(one for one in found if base[slice(*one)].strip())
