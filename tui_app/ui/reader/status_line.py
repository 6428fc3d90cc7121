"""The status line: it follows the pair, and says for a while what it is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from tui_app.core.text.display import displayable_line
from tui_app.review.counts import Counts
from tui_app.review.review import Review
from tui_app.review.signs import Signs
from tui_app.review.status import StatusInfo, StatusPart, left_parts, status_of
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.widgets.cells import cut

_LEGIBLE = 4.0
"""Seconds that words stay in the status line."""
_AROUND = 4
"""Cells of the line that no message can have."""


class StatusLine(Widget):
    """One line that shows ``info``: what is said, else progress, else a search.

    ``is_typing`` tells whether a search is being typed; then its line tells the hits.
    """

    DEFAULT_CSS = """
    StatusLine {
        height: 1; width: 100%; padding: 0 1;
        background: $panel; color: $foreground;
        &:nocolor { text-style: reverse; }
        &:ansi { text-style: reverse; }
    }
    """

    info: reactive[StatusInfo] = reactive(StatusInfo())

    def __init__(
        self,
        review: Review,
        window: PairWindow,
        counts: Counts,
        is_typing: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._review = review
        self._window = window
        self._counts = counts
        self._is_typing = is_typing
        self._progress = ""
        self._said = ""
        self._saying: Timer | None = None

    def follow(self) -> None:
        """Show where the reader is by now."""
        message = self._said or self._progress or self._hits_told()
        view = self._window.panes.view
        self.info = status_of(self._review, self._counts, view, message)

    def _hits_told(self) -> str:
        hits = self._review.attention.hits
        return f"/ {hits.place}" if hits and not self._is_typing() else ""

    def progress(self, message: str) -> None:
        """Say what is being worked on, or nothing."""
        self._progress = message
        self.follow()

    def has_room_for(self, message: str) -> bool:
        """Tell whether the words can be said without any being cut off."""
        return cell_len(message) <= self.app.size.width - _AROUND

    def say(self, message: str) -> None:
        """Show the words for a while."""
        if self._saying is not None:
            self._saying.stop()
        self._said = message
        self._saying = self.set_timer(_LEGIBLE, self._say_no_more)
        self.follow()

    def _say_no_more(self) -> None:
        self._said = ""
        self.follow()

    def render(self) -> Content:
        """Return the line."""
        text = status_text(self.info, self.size.width, self._review.signs)
        return Content(text)


def status_text(info: StatusInfo, width: int, sign: Signs) -> str:
    """Return the line in exactly ``width`` cells.

    When it is narrow the slots of modes that are off give way first, then the left
    part by part, then the modes from the left; the row number (or the message) stays.
    """
    parts = left_parts(info)
    modes = list(info.modes)
    message = displayable_line(info.message)
    wanted = _left(message, parts, sign)
    if cell_len(wanted) + 2 + cell_len(" ".join(modes)) > width:
        modes = [mode for mode in modes if mode.strip()]
    while parts or modes:
        left = _left(message, parts, sign)
        right = " ".join(modes)
        gap = width - cell_len(left) - cell_len(right)
        if gap >= (2 if right.strip() else 0):
            return left + " " * gap + right
        kept = 0 if message else 1
        if len(parts) > kept:
            parts.remove(max(parts))
        elif modes:
            modes.pop(0)
        else:
            break
    line = cut(message or _left("", parts, sign), width, sign.cut)
    return line + " " * (width - cell_len(line))


def _left(message: str, parts: Sequence[StatusPart], sign: Signs) -> str:
    said = [message] if message else []
    return sign.between.join([*said, *(part.text for part in parts)])
