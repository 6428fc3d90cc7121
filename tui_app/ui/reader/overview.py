"""The map at the edge: the whole text on one screen, and where you are in it."""

from __future__ import annotations

from functools import partial

from rich.segment import Segment
from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui_app.review.outline import Outline
from tui_app.review.signs import Weight, map_sign, signs
from tui_app.ui.styles import Palette, mark_style


class OverviewMap(Widget):
    """Paints an outline; a click or a drag on it posts :class:`Wanted`."""

    DEFAULT_CSS = "OverviewMap { width: 3; height: 1fr; }"

    class Wanted(Message):
        """The reader wants to be at this share (0 to 1) of the whole."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__()
        self._signs = signs(ascii_only)
        self._outline: Outline | None = None
        self._notes: frozenset[int] = frozenset()
        self._hits: frozenset[int] = frozenset()
        self._lines: list[Weight] = []
        self._here = (0.0, 0.0)
        self._dragged = False
        self._palette: Palette | None = None

    def show(self, outline: Outline) -> None:
        """Show another outline, or one that has changed."""
        self._outline = outline
        self._redraw()

    def mark(self, notes: frozenset[int], hits: frozenset[int]) -> None:
        """Show the rows with notes and with hits."""
        if (notes, hits) != (self._notes, self._hits):
            self._notes, self._hits = notes, hits
            self._redraw()

    def place(self, first: float, last: float) -> None:
        """Show which share of the whole is on the screen."""
        before = set(self._window())
        self._here = (first, last)
        changed = before ^ set(self._window())
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _redraw(self) -> None:
        self._lines = []
        self.refresh()

    def _window(self) -> range:
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
            named = partial(mark_style, self)
            self._palette = Palette(self.rich_style, named)
        return self._palette

    def render_line(self, y: int) -> Strip:
        """Return one line of the map."""
        width, height = self.size
        style = self.palette.style
        if self._outline is None or y >= height:
            return Strip.blank(width, style())
        if len(self._lines) != height:
            self._lines = self._outline.lines(height, self._notes, self._hits)
        sign, name = self._signs.cell(map_sign(self._lines[y]))
        here = y in self._window()
        ground = ("mark--map-here",) if here else ()
        bar = self._signs.here if here else " "
        segments = [
            Segment(bar, style("mark--map")),
            Segment(sign, style(*ground, name)),
            Segment(" ", style(*ground)),
        ]
        return Strip(segments).adjust_cell_length(width, style(*ground))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin to drag."""
        self.capture_mouse()
        self._dragged = True
        self._want(event.y)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Go along with the mouse."""
        if self._dragged:
            self._want(event.y)

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let go."""
        event.stop()
        self._dragged = False
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """Keep the click from the screen below."""
        event.stop()

    def _want(self, y: int) -> None:
        height = max(1, self.size.height - 1)
        self.post_message(self.Wanted(max(0.0, min(1.0, y / height))))
