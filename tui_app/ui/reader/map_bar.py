"""The map at the edge: the whole text on one screen, and where you are in it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui_app.review.review import Review
from tui_app.review.signs import Weight, map_sign
from tui_app.review.text_map import TextMap
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.styles import Palette, palette_of


class MapBar(Widget):
    """Paints a map; a click or a drag on it goes to that part of the whole.

    A rule parts it from the text, and is a solid bar beside what is on the screen.
    """

    DEFAULT_CSS = """
    MapBar {
        width: 3; height: 1fr;
        &.-roomy { width: 4; }
    }
    """

    def __init__(self, review: Review, window: PairWindow) -> None:
        super().__init__()
        self._review = review
        self._window = window
        self._text_map = TextMap(review.comparison, provisional=review.provisional)
        self._notes: frozenset[int] = frozenset()
        self._hits: frozenset[int] = frozenset()
        self._lines: list[Weight] = []
        self._here = (0.0, 0.0)
        self._dragged = False
        self._palette: Palette | None = None

    def take(self, text_map: TextMap) -> None:
        """Show the text_map of the rows that are shown next."""
        self._text_map = text_map
        self._redraw()

    def mark_facts(self, rows: Iterable[int]) -> None:
        """Show that facts differ in these rows."""
        self._text_map.mark_facts(rows)
        before, self._lines = self._lines, self._shown()
        if len(before) != len(self._lines):
            self.refresh()
            return
        pairs = enumerate(zip(before, self._lines, strict=True))
        changed = [y for y, (old, new) in pairs if old != new]
        if changed:  # without any, Textual would paint all of it
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _shown(self) -> list[Weight]:
        return self._text_map.lines(self.size.height, self._notes, self._hits)

    def follow(self) -> None:
        """Show the rows with notes and hits, and the part that is on the screen."""
        attention = self._review.attention
        hits = frozenset(attention.hits.rows if attention.hits else ())
        if (attention.noted, hits) != (self._notes, self._hits):
            self._notes, self._hits = attention.noted, hits
            self._redraw()
        first, last = self._window.panes.rows_in_sight()
        self._be_at(self._text_map.share_of(first), self._text_map.share_of(last))

    def _be_at(self, first: float, last: float) -> None:
        before = set(self._lines_here())
        self._here = (first, last)
        changed = before ^ set(self._lines_here())
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _redraw(self) -> None:
        self._lines = []
        self.refresh()

    def _lines_here(self) -> range:
        height = self.size.height
        first, last = (int(share * height) for share in self._here)
        first = max(0, min(first, height - 1))
        return range(first, max(first + 1, min(last + 1, height)))

    def notify_style_update(self) -> None:
        """Ask for the colours anew: the theme has changed."""
        super().notify_style_update()
        self._palette = None

    @property
    def palette(self) -> Palette:
        """Return the styles of the theme that is on."""
        if self._palette is None:
            self._palette = palette_of(self)
        return self._palette

    def render_line(self, y: int) -> Strip:
        """Return one line of the map."""
        width, height = self.size
        style = self.palette.style
        if y >= height:
            return Strip.blank(width, style())
        if len(self._lines) != height:
            self._lines = self._shown()
        sign, name = self._review.signs.cell(map_sign(self._lines[y]))
        here = y in self._lines_here()
        ground = ("map-here",) if here else ()
        signs = self._review.signs
        bar = (signs.here, "map-bar") if here else (signs.rule, "map")
        segments = [
            Segment(" " * (width - 3), style()),
            Segment(bar[0], style(bar[1])),
            Segment(sign, style(*ground, name)),
        ]
        return Strip(segments).adjust_cell_length(width, style(*ground))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin to drag."""
        self.capture_mouse()
        self._dragged = True
        self._go_to(event.y)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Go along with the mouse."""
        if self._dragged:
            self._go_to(event.y)

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let go."""
        event.stop()
        self._dragged = False
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """Keep the click from the screen below."""
        event.stop()

    def _go_to(self, y: int) -> None:
        height = max(1, self.size.height - 1)
        share = max(0.0, min(1.0, y / height))
        self._window.go_to(self._text_map.row_at(share))
