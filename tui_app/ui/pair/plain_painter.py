"""Lines that are words alone become strips: nothing is drawn beside or between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from textual.strip import Strip

from tui_app.core.layout.columns import Columns
from tui_app.core.layout.set_lines import SetLine
from tui_app.core.model import Role, opposite
from tui_app.core.text.plurals import counted
from tui_app.review.row_looks import RowLook
from tui_app.review.signs import Signs
from tui_app.ui.pair.painter import ALONE, LineOfRow, Painter
from tui_app.ui.styles import Palette


class PlainPainter:
    """Paints what ``PlainRows`` sets; colours only repeat what the words say."""

    def __init__(self, columns: Columns, palette: Palette, signs: Signs) -> None:
        self.columns = columns
        self._style = palette.style
        self._words = Painter(columns, palette, signs)

    def paint(self, line: SetLine, look: RowLook, at: LineOfRow = ALONE) -> Strip:
        """Return the strip of a row's line."""
        del at
        ground = ("cursor",) if look.cursor else ()
        return self._strip(self._segments(line, look, ground), ground)

    def _segments(
        self, line: SetLine, look: RowLook, ground: tuple[str, ...]
    ) -> Iterator[Segment]:
        text = line.left or line.right
        if text is None:
            return
        base = (*ground, "text" if text.role is Role.BODY else "title")
        for piece in text.pieces:
            yield from self._words.piece(piece, look, base)

    def folded(self, count: int, look: RowLook) -> Strip:
        """Return the one line that stands for so many rows."""
        words = f"{count} rows the same on both sides."
        if look.empty:
            passages = counted(count, "passage", "passages")
            words = f"{passages} only on the {opposite(look.empty)}."
        ground = ("cursor",) if look.cursor else ()
        return self._strip([Segment(words, self._style(*ground, "text"))], ground)

    def blank(self) -> Strip:
        """Return a line with nothing on it."""
        return Strip.blank(self.columns.window, self._style())

    def _strip(self, segments: Iterable[Segment], ground: tuple[str, ...]) -> Strip:
        return Strip(segments).adjust_cell_length(
            self.columns.window, self._style(*ground)
        )
