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
_FOR_WORDS = 5
"""The part of the line that the words sought have at most."""
_FEWEST = 8
"""Cells with which it is worth telling them."""
_AROUND = 4
"""Cells of the line that no message can have."""


class StatusLine(Widget):
    """One line that shows ``info``: what is said, else progress, else a search.

    ``is_typing`` tells whether a search is being typed; then its line tells the hits.
    ``ring`` tells which of several texts the right one is.
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
        ring: str = "",
    ) -> None:
        super().__init__()
        self._review = review
        self._window = window
        self._counts = counts
        self._is_typing = is_typing
        self._ring = ring
        self._progress = ""
        self._said = ""
        self._saying: Timer | None = None

    def follow(self) -> None:
        """Show where the reader is by now."""
        message = self._said or self._progress or self._hits_told()
        view = self._window.panes.view
        self.info = status_of(self._review, self._counts, view, message, self._ring)

    def _hits_told(self) -> str:
        hits = self._review.attention.hits
        if not hits or self._is_typing():
            return ""
        room = self.app.size.width // _FOR_WORDS
        words = cut(hits.query.words, room, self._review.signs.cut)
        return f"/ {words} {hits.place}" if room >= _FEWEST else f"/ {hits.place}"

    def progress(self, message: str) -> None:
        """Say what is being worked on, or nothing."""
        self._progress = message
        self.follow()

    def is_place_for(self, message: str, *, trouble: bool, whole: bool) -> bool:
        """Tell whether it is said here: no trouble, nor cut where it must not be."""
        room = self.app.size.width - _AROUND
        return not trouble and (not whole or cell_len(message) <= room)

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


_GAP = 3
"""Cells at least between what is said and how the pair is shown."""


def status_text(info: StatusInfo, width: int, sign: Signs) -> str:
    """Return the line in exactly ``width`` cells.

    When it is narrow what goes without saying gives way, then what is said is said in
    fewer words, then the left gives way part by part, then the modes from the left;
    the row number (or the message) stays.
    """
    message = displayable_line(info.message)
    parts = left_parts(info)
    in_full = [part.in_full for part in parts]
    parts = [part for part in parts if part.text]
    fewer_in_full = [part.in_full for part in parts]
    modes = [mode.text for mode in info.modes if not mode.goes_without_saying]
    for said, shown in (
        (in_full, [mode.text for mode in info.modes]),
        (in_full, modes),
        (fewer_in_full, modes),
    ):
        line = _line(_left(message, said, sign), shown, width, sign)
        if line is not None:
            return line
    kept = 0 if message else 1
    while parts or modes:
        line = _line(_left(message, parts, sign), modes, width, sign)
        if line is not None:
            return line
        if len(parts) > kept:
            parts.remove(max(parts))
        elif modes:
            modes.pop(0)
        else:
            break
    cut_left = cut(message or _left("", parts, sign), width, sign.cut)
    return cut_left + " " * (width - cell_len(cut_left))


def _line(left: str, modes: Sequence[str], width: int, sign: Signs) -> str | None:
    """Return the line, ``None`` where there is no room for it."""
    right = sign.between.join(modes)
    gap = width - cell_len(left) - cell_len(right)
    return left + " " * gap + right if gap >= (_GAP if right else 0) else None


def _left(message: str, parts: Sequence[StatusPart], sign: Signs) -> str:
    said = [message] if message else []
    return sign.between.join([*said, *(part.text for part in parts)])
