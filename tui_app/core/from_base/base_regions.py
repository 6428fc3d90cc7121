"""What differs in a row of B and C, region by region, beside what B changed of A."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from tui_app.core.comparison import Comparison
from tui_app.core.differences.row_pieces import RowPiece, extent, row_pieces
from tui_app.core.from_base.base_beside import (
    BaseBeside,
    answering,
    base_spans,
    cut,
    meet,
)
from tui_app.core.from_base.changed_stretches import (
    ChangedRegion,
    ChangedStretch,
    changed_after,
    changed_before,
    changed_regions,
)
from tui_app.core.from_base.told_from_base import (
    FromBase,
    KeptChange,
    ToldFromBase,
    words_told,
)
from tui_app.core.model import Span
from tui_app.core.text.characters import fold_space, same_but_for_space

_NEW = ToldFromBase(FromBase.NEW)


class BaseRegions:
    """A row of B and C that has both sides; all is worked out when it is made.

    ``to_left`` is A beside B, ``to_right`` A beside C.
    """

    def __init__(
        self, pair: Comparison, number: int, to_left: BaseBeside, to_right: BaseBeside
    ) -> None:
        row = pair.rows[number]
        self._base = to_left.base.text
        self._left, self._right = pair.left.text, pair.right.text
        self._differences = pair.differences(number)
        self._to_left = to_left
        self._before = to_left.pieces(row.left)
        pieces = row_pieces(pair.left, pair.right, row, self._differences)
        self._after = [one._replace(stays=not one.marked) for one in pieces]
        self._from_base = to_right.pieces(row.right)
        units = [Span(*pair.left.units[unit][:2]) for unit in row.left]
        self._within = within = extent(pair.left, row.left)
        changes = [
            one._replace(at=cut(one.at, within), slid=cut(one.slid, within))
            for one in self._changes(units)
        ]
        self._regions = {
            one.piece: region
            for region in changed_regions(changes, touching=False)
            for one in region.after
        }
        self._wide = tuple(changed_regions(changes, touching=True))
        self._answers = {
            one.piece: self._of_change(one, wide)
            for wide in self._wide
            for one in wide.after
        }

    def _changes(self, units: Iterable[Span]) -> Iterator[ChangedStretch]:
        here = tuple(units)
        for one in self._before:
            if not one.stays and any(meet(one.right, unit) for unit in here):
                yield changed_before(one, self._base, self._left)
        for one in self._after:
            if not one.stays:
                yield changed_after(one, self._left, self._right)

    # What is told -----------------------------------------------------------------

    def told(self) -> tuple[ToldFromBase, ...]:
        """Return what is told of each difference of the row."""
        changed = [one for one in self._after if not one.stays]
        lefts, rights = [one.left for one in changed], [one.right for one in changed]
        return tuple(
            _together(
                self._at(changed, lefts, one.left), self._at(changed, rights, one.right)
            )
            for one in self._differences
        )

    def _at(
        self, changed: Sequence[RowPiece], spans: Sequence[Span], span: Span | None
    ) -> ToldFromBase | None:
        """Return what is told of the piece that holds the words."""
        if span is None:
            return None
        last = bisect_left(spans, span.end, key=lambda one: one.start) - 1
        held = (n for n in range(last, -1, -1) if meet(spans[n], span))
        found = next(held, None)
        return None if found is None else self._answers[changed[found]]

    def _of_change(self, change: ChangedStretch, wide: ChangedRegion) -> ToldFromBase:
        region = self._regions[change.piece]
        for one in (region, wide):
            if one.before and (base := self._same_again(one)) is not None:
                return ToldFromBase(FromBase.TAKEN_BACK, base)
        overlaps = any(map(change.overlaps, wide.before))
        if (overlaps or change.at.start == change.at.end) and self._is_of_base(change):
            found = base_spans(self._from_base, change.piece.right, (), self._base)
            # Elsewhere than here B may have what came, and A has it twice.
            if wide.before or not self._to_left.has_most_of(found):
                return ToldFromBase(FromBase.TAKEN_BACK, found)
        if not overlaps:
            return _NEW
        return ToldFromBase(FromBase.CHANGED_AGAIN, self._in_base(region))

    def _in_base(self, region: ChangedRegion) -> tuple[Span, ...]:
        changed = [one.piece for one in region.before]
        return base_spans(self._before, region.part, changed, self._base)

    def _same_again(self, region: ChangedRegion) -> tuple[Span, ...] | None:
        """Return where A has what C has for the region, ``None`` if it has not."""
        changed, parts = {one.piece for one in region.after}, list[str]()
        for one in self._after:
            if one.stays and meet(one.left, region.part):
                parts.append(self._right[slice(*_on_the_right(one, region.part))])
            elif one in changed:
                parts.append(self._right[slice(*one.right)])
        spans = self._in_base(region)
        ours = words_told(self._base, spans)
        return spans if same_but_for_space(ours, fold_space("".join(parts))) else None

    def _is_of_base(self, change: ChangedStretch) -> bool:
        """Tell whether C has words there, and has all of them from the base."""
        part = change.piece.right
        changed = (one.right for one in self._from_base if not one.stays)
        return bool(self._right[slice(*part)].strip()) and not any(
            one.start < one.end and meet(one, part) for one in changed
        )

    # What is kept -----------------------------------------------------------------

    def kept(self) -> Iterator[KeptChange]:
        """Yield what B changed of A and C keeps, where it begins in this row."""
        for wide in self._wide:
            told = (self._answers[one.piece].status for one in wide.after)
            if FromBase.TAKEN_BACK in told:
                continue
            for one in wide.before:
                begins_here = one.piece.right.start >= self._within.start
                if begins_here and not any(map(one.overlaps, wide.after)):
                    right = self._kept_on_the_right(one.at)
                    yield KeptChange(one.piece.left, one.at, right)

    def _kept_on_the_right(self, part: Span) -> Span:
        """Return where C has what B has there, or where nothing stands between."""
        empty = part.start == part.end
        meets = _touch if empty else meet
        stays = (one for one in self._after if one.stays and meets(one.left, part))
        found = [_on_the_right(one, part) for one in stays]
        if not found:  # nothing of the row stays
            start = self._after[0].right.start
            return Span(start, start)
        return found[0] if empty else Span(found[0].start, found[-1].end)


def _on_the_right(piece: RowPiece, part: Span) -> Span:
    """Return what C has for a part of a piece of B and C that stays."""
    turned = RowPiece(piece.right, piece.left, stays=True)
    return answering(turned, cut(piece.left, part))


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _together(one: ToldFromBase | None, other: ToldFromBase | None) -> ToldFromBase:
    """Return what is told of a difference whose sides may lie in two pieces."""
    if one is None or other is None:
        return one or other or _NEW
    if one.status is other.status:
        return one
    return ToldFromBase(FromBase.CHANGED_AGAIN, one.base or other.base)
