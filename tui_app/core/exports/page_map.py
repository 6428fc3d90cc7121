"""Both texts as bars with ribbons between what belongs together: the map of a page.

A bar is as long as its text. Rows become ribbons, those that moved cross the others;
what only one text has is open, and facts are ticks at the edge of the bars. Of more
than ``MOST`` rows those are drawn as one that stand within a thousandth of the width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.differences.phrases import Grade
from tui_app.core.exports.page_rows import PageRow, PageUnit
from tui_app.core.model import SIDES, Relation, Side

MOST = 2000
"""Rows that are drawn one by one; of more, that many ribbons of a look at most."""

WIDTH = 1000.0
HEIGHT = 140

_TOP, _ABOVE, _BELOW, _BOTTOM = 14, 28, 112, 126
_MIDDLE = (_ABOVE + _BELOW) // 2
_TICK = 9

_NARROWEST = 0.8


class MapShape(NamedTuple):
    """A path of SVG, its look, and the rows it stands for, counted from 1."""

    first: int
    last: int
    look: str
    path: str


class MapBar(NamedTuple):
    """The bar of one text, from the left edge."""

    top: int
    width: float
    height: int = _ABOVE - _TOP


class PageMap(NamedTuple):
    """All that is drawn; later shapes lie on top."""

    bars: tuple[MapBar, MapBar]
    shapes: tuple[MapShape, ...]


class _Stretch(NamedTuple):
    """From where to where on a bar, 0 to ``WIDTH``."""

    start: float
    end: float


class _Ribbon(NamedTuple):
    """Rows drawn as one, and where they stand on each bar, if they do."""

    first: int
    last: int
    left: _Stretch | None
    right: _Stretch | None


class MapDrawing:
    """Draws the map while the rows of a page are made."""

    def __init__(self, comparison: Comparison) -> None:
        texts = comparison.left.text, comparison.right.text
        self._sizes = tuple(map(len, texts))
        self._scale = WIDTH / max(1, *self._sizes)
        self._near = 1.0 if len(comparison.rows) > MOST else 0.0
        self._ribbons: dict[str, list[_Ribbon]] = {
            look: [] for look in ("same", "changed", "moved", "left", "right")
        }
        self._ticks: dict[tuple[Side, float], int] = {}

    def add(self, row: PageRow) -> None:
        """Draw one more row."""
        new = _Ribbon(
            row.number, row.number, *map(self._stretch, (row.left, row.right))
        )
        drawn = self._ribbons[_look(row)]
        joined = _joined(drawn[-1], new, self._near) if drawn else None
        if joined:
            drawn[-1] = joined
        else:
            drawn.append(new)
        self._add_ticks(row)

    def _stretch(self, units: Sequence[PageUnit]) -> _Stretch | None:
        if not units:
            return None
        first, last = units[0], units[-1]
        return _Stretch(self._scale * first.start, self._scale * last.end)

    def _add_ticks(self, row: PageRow) -> None:
        for phrase in row.phrases:
            if phrase.grade is not Grade.FACT:
                continue
            for side in SIDES:
                for span in phrase.spans(side):
                    place = self._scale * (span.start + span.end) / 2
                    self._ticks.setdefault((side, round(place, 1)), row.number)

    def map(self) -> PageMap:
        """Return what has been drawn."""
        ours, theirs = (MapBar(top, 0.0) for top in (_TOP, _BELOW))
        widths = [round(self._scale * size, 1) for size in self._sizes]
        bars = ours._replace(width=widths[0]), theirs._replace(width=widths[1])
        return PageMap(bars, tuple(self._shapes()))

    def _shapes(self) -> Iterator[MapShape]:
        for look, ribbons in self._ribbons.items():
            for one in ribbons[:: 1 + len(ribbons) // MOST]:
                yield MapShape(one.first, one.last, look, _path(one))
        ticks = sorted(self._ticks.items(), key=lambda tick: tick[1])
        for (side, at), row in ticks[:: 1 + len(ticks) // (2 * MOST)]:
            top = _TOP - _TICK - 2 if side == "left" else _BOTTOM + 2
            yield MapShape(row, row, f"fact {side}", f"M{at} {top}v{_TICK}")


def _look(row: PageRow) -> str:
    if row.moved:
        return "moved"
    return _LOOKS[row.relation]


_LOOKS = {
    Relation.SAME: "same",
    Relation.CHANGED: "changed",
    Relation.LEFT_ONLY: "left",
    Relation.RIGHT_ONLY: "right",
}


def _joined(one: _Ribbon, other: _Ribbon, near: float) -> _Ribbon | None:
    """Return both as one where together they are no wider than ``near``."""
    left, right = _together(one.left, other.left), _together(one.right, other.right)
    wide = any(both and both.end - both.start > near for both in (left, right))
    return None if wide else _Ribbon(one.first, other.last, left, right)


def _together(one: _Stretch | None, other: _Stretch | None) -> _Stretch | None:
    if one is None or other is None:
        return one or other
    return _Stretch(min(one.start, other.start), max(one.end, other.end))


def _path(ribbon: _Ribbon) -> str:
    left, right = map(_seen, (ribbon.left, ribbon.right))
    if left and right:
        return (
            f"M{left.start} {_ABOVE}C{left.start} {_MIDDLE} {right.start} {_MIDDLE} "
            f"{right.start} {_BELOW}H{right.end}C{right.end} {_MIDDLE} {left.end} "
            f"{_MIDDLE} {left.end} {_ABOVE}Z"
        )
    top, alone = (_TOP, left) if left else (_BELOW, right)
    start, end = alone or _Stretch(0, 0)
    return f"M{start} {top}H{end}V{top + _ABOVE - _TOP}H{start}Z"


def _seen(stretch: _Stretch | None) -> _Stretch | None:
    """Return the stretch wide enough to be seen, and in few digits."""
    if stretch is None:
        return None
    end = max(stretch.end, stretch.start + _NARROWEST)
    return _Stretch(round(stretch.start, 1), round(end, 1))
