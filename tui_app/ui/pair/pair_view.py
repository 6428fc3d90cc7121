"""PairView: the widget that paints a window on a review, and is told of the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.events import (
    Click,
    MouseDown,
    MouseEvent,
    MouseMove,
    MouseScrollDown,
    MouseScrollUp,
    MouseUp,
    Resize,
)
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui_app.core.layout.columns import Columns
from tui_app.core.layout.typesetting import View
from tui_app.review.options import set_off
from tui_app.review.review import Review
from tui_app.ui.housekeeping import collect_in_pause
from tui_app.ui.pair.painter import LinePainter, Painter
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.pair.plain_painter import PlainPainter
from tui_app.ui.pair.pointer import Pointer
from tui_app.ui.pair.standing import Standing
from tui_app.ui.styles import Palette, palette_of

_PAUSE = 0.1
"""Seconds without a change after which the next page is worked out."""

_BREATH = 0.01
"""Seconds between two rows of it, for keys that are pressed meanwhile."""

_WHEEL = 3
"""Lines the mouse wheel scrolls."""


class PairView(Widget, can_focus=True):
    """Paints ``window``, and tells its followers of every change."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "PairView { width: 1fr; height: 1fr; }"

    def __init__(self, review: Review) -> None:
        super().__init__()
        self.review = review
        self.window = PairWindow(review, self._painter, self._changed)
        self._standing = Standing(review)
        self._pointer = Pointer(self.window, self.set_interval)
        self._followers: list[Callable[[], None]] = []
        self._palette: Palette | None = None
        self._preparing: Timer | None = None

    # Who follows ---------------------------------------------------------------

    def follow(self, function: Callable[[], None]) -> None:
        """Call the function whenever cursor, window, rows or marks have changed.

        No message: it would arrive after the paint, and cost a second one.
        """
        self._followers.append(function)

    def tell(self) -> None:
        """Let all followers look again."""
        for function in self._followers:
            function()

    def _changed(self, lines: Sequence[int] | None) -> None:
        if lines is None:
            self.refresh()
        elif lines:
            width = self.size.width
            self.refresh(*(Region(0, y, width, 1) for y in lines))
        self.tell()
        self.stand()
        self._prepare_soon(_PAUSE)

    def stand(self) -> None:
        """Put the terminal's cursor where one reads: screen readers follow it."""
        # Textual calls a widget focused after its handler of the event was called.
        if self.is_running and self.screen.focused is self:
            cell = self._standing.cell(self.window.panes)
            if cell is not None:
                self.app.cursor_position = self.region.offset + Offset(*cell)

    def _prepare_soon(self, seconds: float) -> None:
        """Use a pause to work out the next page, row by row, then to tidy up."""
        if self._preparing is not None:
            self._preparing.stop()
        if self.is_running:
            self._preparing = self.set_timer(seconds, self._prepare)

    def _prepare(self) -> None:
        if self.window.prepare_next():
            self._prepare_soon(_BREATH)
        else:
            collect_in_pause()

    # Painting ------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return the strip of one screen line."""
        if not self.window.panes.pages:
            # The first paint comes before the Resize that tells the size.
            self._fit()
        if not self.window.panes.pages:
            return Strip.blank(self.size.width, self.palette.style())
        strip = self.window.panes.strip(y)
        # The widget may have another size already, before the Resize tells.
        return strip.adjust_cell_length(self.size.width, self.palette.style())

    def on_mount(self) -> None:
        """Let the layout be known before the first paint."""
        self._fit()

    def on_resize(self, event: Resize) -> None:
        """Wrap anew."""
        del event
        self._fit()

    def _fit(self) -> None:
        self.window.resize(*self.size, self.app.size.width)
        self.stand()

    def on_focus(self) -> None:
        """Take the terminal's cursor back from a box or a line to type in."""
        self.stand()

    @property
    def palette(self) -> Palette:
        """Return the styles of the theme that is on."""
        if self._palette is None:
            self._palette = palette_of(self)
        return self._palette

    def _painter(self, columns: Columns, view: View) -> LinePainter:
        review = self.review
        if review.options.plain:
            return PlainPainter(columns, self.palette, review.signs)
        return Painter(
            columns,
            self.palette,
            review.signs,
            set_off=set_off(view, review.cursor.chosen),
            pale=review.comparison.translation is not None,
        )

    def notify_style_update(self) -> None:
        """Forget everything painted: the theme has changed."""
        super().notify_style_update()
        self._palette = None
        self.window.panes.repaint()

    # The mouse -----------------------------------------------------------------

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin to select."""
        if event.button == 1:
            self.capture_mouse()
            self._pointer.press(event.x, event.y)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Draw the selection."""
        if self._pointer.dragging and event.button:
            self._pointer.drag(event.x, event.y)

    def on_mouse_up(self, event: MouseUp) -> None:
        """Keep the selection."""
        del event
        self._pointer.release()
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """Select more with more clicks."""
        self._pointer.choose(event.x, event.y, event.chain)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down."""
        self._wheel(event, _WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up."""
        self._wheel(event, -_WHEEL)

    def _wheel(self, event: MouseEvent, lines: int) -> None:
        event.stop()
        self._pointer.scroll(event.x, lines)
