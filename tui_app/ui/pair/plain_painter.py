"""Lines that are words alone become strips: nothing is drawn beside or between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from textual.strip import Strip

from tui_app.core.layout.columns import Columns
from tui_app.core.layout.set_lines import SetLine
from tui_app.core.model import SIDES, Role, opposite
from tui_app.core.text.plurals import counted
from tui_app.review.row_looks import RowLook
from tui_app.review.signs import Signs
from tui_app.ui.pair.painter import ALONE, LineOfRow, Painter
from tui_app.ui.plain_style import SAID_STYLE
from tui_app.ui.styles import Palette

_PASSING = frozenset(
    f"current-{rest}{side}" for rest in ("", "rest-") for side in SIDES
) | {"hit", "hit-current"}


class PlainPainter:
    """Paints what ``PlainRows`` sets; colours only repeat what the words say."""

    def __init__(self, columns: Columns, palette: Palette, signs: Signs) -> None:
        self.columns = columns
        self._style = palette.style
        self._words = Painter(columns, palette, signs)

    def paint(self, line: SetLine, look: RowLook, at: LineOfRow = ALONE) -> Strip:
        """Return the strip of a row's line."""
        del at
        return self._strip(self._segments(line, _lasting(look)), look)

    def _segments(self, line: SetLine, look: RowLook) -> Iterator[Segment]:
        text = line.left or line.right
        if text is None:
            return
        base = ("text" if text.role is Role.BODY else "title",)
        for piece in text.pieces:
            yield from self._words.piece(piece, look, base)

    def folded(self, count: int, look: RowLook) -> Strip:
        """Return the one line that stands for so many rows."""
        words = f"{count} rows the same on both sides."
        if look.empty:
            passages = counted(count, "passage", "passages")
            words = f"{passages} only on the {opposite(look.empty)}."
        return self._strip([Segment(words, self._style("text"))], look)

    def blank(self) -> Strip:
        """Return a line with nothing on it."""
        return Strip.blank(self.columns.window, self._style())

    def _strip(self, segments: Iterable[Segment], look: RowLook) -> Strip:
        strip = Strip(segments).adjust_cell_length(self.columns.window, self._style())
        return strip.apply_style(SAID_STYLE) if look.cursor else strip


def _lasting(look: RowLook) -> RowLook:
    """Return the look without what comes and goes with the keys.

    The terminal's cursor and the line of the status tell that; painted, it would have
    each row said anew that it comes to or leaves.
    """
    left, right = (
        [mark for mark in look.marks(side) if mark.name not in _PASSING]
        for side in SIDES
    )
    return look._replace(left=left, right=right)
