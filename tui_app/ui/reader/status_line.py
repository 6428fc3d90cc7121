"""What the status line of the reader says, put together from all that is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from tui_app.core.comparison import Comparison
from tui_app.core.text.display import displayable_line
from tui_app.review.counts import Counts, Tally
from tui_app.review.signs import Signs, signs
from tui_app.review.status import StatusInfo, left_parts, slots
from tui_app.ui.widgets.cells import cut

if TYPE_CHECKING:
    from tui_app.ui.screens.reader import ReaderScreen


_KEPT_LONGEST = (
    "row",
    "fact",
    "note",
    "alike",
    "to go",
    "reviewed",
    "rewording",
    "one-sided",
)


def _worth(part: str) -> int:
    return next((n for n, word in enumerate(_KEPT_LONGEST) if word in part), 99)


def status_text(info: StatusInfo, width: int, sign: Signs) -> str:
    """Return the line in exactly ``width`` cells.

    When it is narrow the slots of modes that are off give way first, then the left
    part by part, then the modes from the left; the row number (or the message) stays.
    """
    parts = left_parts(info)
    modes = list(info.modes)
    message = displayable_line(info.message)
    wanted = sign.between.join(([message] if message else []) + parts)
    if cell_len(wanted) + 2 + cell_len(" ".join(modes)) > width:
        modes = [mode for mode in modes if mode.strip()]
    while parts or modes:
        left = sign.between.join(([message] if message else []) + parts)
        right = " ".join(modes)
        gap = width - cell_len(left) - cell_len(right)
        if gap >= (2 if right.strip() else 0):
            return left + " " * gap + right
        kept = 0 if message else 1
        if len(parts) > kept:
            parts.remove(max(parts, key=_worth))
        elif modes:
            modes.pop(0)
        else:
            break
    line = cut(message or sign.between.join(parts), width, sign.cut)
    return line + " " * (width - cell_len(line))


class StatusLine(Widget):
    """One line; set ``info`` to a new :class:`StatusInfo`."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1; width: 100%; padding: 0 1;
        background: $panel; color: $foreground;
        &:nocolor { text-style: reverse; }
        &:ansi { text-style: reverse; }
    }
    """

    info: reactive[StatusInfo] = reactive(StatusInfo())

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__()
        self._signs = signs(ascii_only)

    def render(self) -> Content:
        """Return the line."""
        return Content(status_text(self.info, self.size.width, self._signs))


_LEGIBLE = 4.0

"""Seconds that words stay in the status line."""


class Report:
    """Words and counts for the status line of a screen.

    Every method shows what has changed. Counts of the rows before stay until those of
    the new ones are complete.
    """

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._standing: Counts | None = None
        self._counted: Counts | None = None
        self._estimate: float | None = None
        self._progress = ""
        self._said = ""
        self._saying: Timer | None = None

    def begin(self, comparison: Comparison) -> None:
        """Count other rows from now on."""
        self._standing = Counts(comparison)

    def count(self, tallies: Mapping[int, Tally]) -> None:
        """Take in the counts of some rows."""
        if self._standing is None:
            return
        self._standing.add(tallies)
        if self._standing.complete:
            self._counted = self._standing
        self.update()

    def estimate(self, alike: float | None) -> None:
        """Say about how alike the texts are until all rows are counted."""
        self._estimate = alike
        self.update()

    def progress(self, message: str) -> None:
        """Say what is being worked on."""
        self._progress = message
        self.update()

    def say(self, message: str) -> None:
        """Show the words for a while."""
        if self._saying is not None:
            self._saying.stop()
        self._said = message
        self._saying = self._screen.set_timer(_LEGIBLE, self._say_no_more)
        self.update()

    def _say_no_more(self) -> None:
        self._said = ""
        self.update()

    def update(self) -> None:
        """Show where the reader is by now."""
        screen, view = self._screen, self._screen.view
        rows = len(screen.comparison.rows)
        desk = screen.desk if screen.has_desk else None
        said = StatusInfo(
            row=screen.cursor_row + 1 if rows else 0,
            rows=rows,
            notes=len(desk.placed) if desk else 0,
            reviewed=(len(desk.reviewed) or None) if desk else None,
            modes=slots(
                "free" if view.options.free else view.view,
                screen.comparison.left.granularity,
                locked=not view.options.free,
                facts_only=view.look.facts_only,
                folded=view.options.folded,
                unreviewed_only=screen.unreviewed_only,
                ascii_only=view.ascii_only,
            ),
            message=self._said or self._progress or self._hits_told(),
        )
        screen.status.info = self._with_counts(said)

    def _with_counts(self, said: StatusInfo) -> StatusInfo:
        """Add the counts; while others are being made, those of before."""
        counted, facts_only = self._counted, self._screen.view.look.facts_only
        if counted is None:
            return said._replace(alike=self._estimate, estimated=True)
        return said._replace(
            alike=counted.alike,
            facts=counted.facts,
            rewordings=None if facts_only else counted.rewordings,
            one_sided=None if facts_only else counted.one_sided,
            to_go=self._to_go(counted) if counted is self._standing else None,
        )

    def _to_go(self, counted: Counts) -> int:
        view = self._screen.view
        return counted.to_go(
            self._screen.cursor_row,
            view.attention.stop,
            facts_only=view.look.facts_only,
            hides=view.hides,
        )

    def _hits_told(self) -> str:
        hits = self._screen.view.attention.hits
        return f"/ {hits.place}" if hits and not self._screen.is_asking else ""
