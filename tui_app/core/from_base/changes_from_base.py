"""Three versions: what of the changes from B to C is new, taken back or changed again.

A is the base, B was made from it, and C from B. Each change from B to C is

- *new*: A and B say the same there, and C differs;
- *taken back*: B had changed A, and C says again what A says;
- *changed again*: B had changed A, and C says what neither of them does.

Besides there is what is *kept*: B had changed A, and C says what B says.

The method is that of diff3 (Khanna, Kunal and Pierce 2007), on words: what differs
between A and B, and between B and C, lies as stretches in B; stretches that overlap are
one region, and what A and C have for it is compared as equal passages are. Where a
region says less (words beside each other, rows aligned otherwise), the comparison of A
with C tells whether words of C are those of A. Whole passages that one text only has,
and passages that moved, are told by their rows.

Limits: a region in which C does two things at once, taking some words back and changing
others so that no word between them stays, is *changed again*. A passage of A that B
replaced so that no two units are linked is two changes, one gone and one come. What is
no difference (white space, canonical equivalents) is none here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from tui_app.core.comparison import Comparison
from tui_app.core.differences.row_pieces import extent
from tui_app.core.from_base.base_beside import (
    BaseBeside,
    IsComparable,
    base_spans,
    meet,
)
from tui_app.core.from_base.base_regions import BaseRegions
from tui_app.core.from_base.told_from_base import (
    FromBase,
    KeptChange,
    RowFromBase,
    ToldFromBase,
    words_told,
)
from tui_app.core.model import Document, Row, Span
from tui_app.core.text.characters import fold_space, same_but_for_space

_KEPT_ROWS = 512
"""Rows whose pieces are remembered: neighbours ask for the same ones."""


class ChangesFromBase:
    """Tells of each row of B and C; worked out when asked for, by one thread.

    ``pair`` are B and C, ``before`` A and B, ``across`` A and C. Of a row of ``before``
    or ``across`` that ``is_comparable`` denies, all words count as changed.
    """

    def __init__(
        self,
        pair: Comparison,
        before: Comparison,
        across: Comparison,
        is_comparable: IsComparable = lambda *_: True,
    ) -> None:
        self.pair = pair
        self.before = before
        self.across = across
        self._is_comparable = is_comparable
        self._to_left = BaseBeside(before, is_comparable)
        self._to_right = BaseBeside(across, is_comparable)
        self._known: dict[int, RowFromBase] = {}

    @property
    def base(self) -> Document:
        """The base."""
        return self.before.left

    def alone(self) -> ChangesFromBase:
        """Return the same for another thread: with a memory of its own."""
        return ChangesFromBase(
            self.pair.forgetful(),
            self.before.forgetful(),
            self.across.forgetful(),
            self._is_comparable,
        )

    def read_whole(self) -> None:
        """Read what the texts tell as a whole, which else the first row waits for."""
        for one in (self.before, self.across):
            one.read_whole()
        for beside in (self._to_left, self._to_right):
            beside.read_whole()
        self._come_alone  # noqa: B018 - made when first asked for

    def of_row(self, row: int) -> RowFromBase:
        """Return what is told of a row, by its number from 0."""
        known = self._known.get(row)
        if known is None:
            known = self._told(row)
            if len(self._known) >= _KEPT_ROWS:
                self._known.clear()
            self._known[row] = known
        return known

    def _told(self, number: int) -> RowFromBase:
        row = self.pair.rows[number]
        if not row.right:
            return RowFromBase(whole=self._gone(row.left))
        if not row.left:
            return RowFromBase(whole=self._come(row.right))
        regions = BaseRegions(self.pair, number, self._to_left, self._to_right)
        kept = (*regions.kept(), *self._kept_gone(row))
        return RowFromBase(regions.told(), None, self._moved(row), kept)

    def _gone(self, units: Sequence[int]) -> ToldFromBase:
        """Return what it is that C has nothing for these units of B."""
        span = extent(self.pair.left, units)
        pieces = self._to_left.pieces(units)
        changed = [one for one in pieces if not one.stays and meet(one.right, span)]
        if not changed:
            return ToldFromBase(FromBase.NEW)
        base = base_spans(pieces, span, changed, self.base.text)
        status = FromBase.CHANGED_AGAIN if base else FromBase.TAKEN_BACK
        return ToldFromBase(status, base)

    def _come(self, units: Sequence[int]) -> ToldFromBase:
        """Return what it is that C has these units, and B has nothing for them."""
        right = self.pair.right
        span, pieces = extent(right, units), self._to_right.pieces(units)
        changed = [one for one in pieces if not one.stays and meet(one.right, span)]
        base = base_spans(pieces, span, changed, self.base.text)
        if not base or self._to_left.has_most_of(base):
            return ToldFromBase(FromBase.NEW)
        words = words_told(self.base.text, base)
        same = same_but_for_space(words, fold_space(right.text[slice(*span)]))
        status = FromBase.TAKEN_BACK if same else FromBase.CHANGED_AGAIN
        return ToldFromBase(status, base)

    def _moved(self, row: Row) -> FromBase | None:
        before = self._to_left.is_moved(row.left)
        if row.moved:
            if not before:
                return FromBase.NEW
            back = not self._to_right.is_moved(row.right)
            return FromBase.TAKEN_BACK if back else FromBase.CHANGED_AGAIN
        kept = before and self._to_right.is_moved(row.right)
        return FromBase.KEPT if kept else None

    def _kept_gone(self, row: Row) -> Iterator[KeptChange]:
        """Yield the passages of A, behind units of the row, that B and C leave out."""
        left, right = self.pair.left, self.pair.right
        for unit in row.left:
            for units in self._to_left.left_out_after(unit):
                if any(
                    one in self._come_alone for one in self._to_right.of_base(units)
                ):
                    continue  # C has it again: told where it stands
                end, its_end = left.units[unit].end, right.units[row.right[-1]].end
                span = extent(self.base, units)
                yield KeptChange(span, Span(end, end), Span(its_end, its_end))

    @cached_property
    def _come_alone(self) -> frozenset[int]:
        """The units of C that B has nothing for."""
        rows = self.pair.rows
        return frozenset(one for row in rows if not row.left for one in row.right)
