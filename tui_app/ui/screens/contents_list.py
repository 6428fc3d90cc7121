"""The contents: the sections of both texts side by side, each with its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from rich.cells import cell_len
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from tui_app.core.contents.sections import Section
from tui_app.core.model import SIDES, Side
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.review.looks import StyledText
from tui_app.review.section_numbers import SectionCounter
from tui_app.review.section_words import (
    FEW_CELLS,
    HEADS,
    HEADS_ACROSS,
    NUMBER_CELLS,
    NumberWords,
    heading_words,
    number_words,
)
from tui_app.review.signs import signs
from tui_app.settings.drawn import Drawn
from tui_app.ui.screens.context_lines import filled
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.cells import cut
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import LaterLine, ListEntry

_FEWEST_CELLS = 24
"""Cells with which a heading is worth having a column of its own."""

_LOOK_EVERY = 0.5
"""Seconds after which it is looked whether the numbers are others by now."""


class ContentsScreen(PickScreen[Section]):
    """The list; it is dismissed with the :class:`Section` to go to, or ``None``.

    ``count`` makes what tells the numbers, ``None`` where these are what they were.
    """

    DEFAULT_CSS = """
    ContentsScreen {
        & > #box { max-height: 100%; }
        & > #box > * { max-width: 160; }
        & #heads { height: 1; color: $mark-faint; }
        & #heads:nocolor { color: $foreground; }
        &.-flat #heads { display: none; }
    }
    """
    HEADING = "Contents"
    PLACEHOLDER = "type to filter the headings"
    HINTS = (Hint("Enter", "go there"), Hint("Esc", "close"))

    def __init__(
        self,
        sections: Sequence[Section],
        count: Callable[[], SectionCounter | None],
        row: int = 0,
        *,
        across: bool = False,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._sections = sections
        self._count = count
        self._counter = count()
        self._row = row
        self._heads = HEADS_ACROSS if across else HEADS
        self._sign = signs(drawn_with)
        self._width = len(str(max(one.rows.stop for one in sections)))
        self._is_stacked: bool | None = None

    def below_filter(self) -> Iterable[Widget]:
        """Return what stands above the columns."""
        yield Static(id="heads")

    def on_mount(self) -> None:
        """List the sections once it is known how much room there is."""
        both = sum(bool(one.left and one.right) for one in self._sections)
        named = sum(one.place is not None for one in self._sections)
        told = f"{counted(named, 'section', 'sections')}, {both} in both texts"
        self.query_one("#title", Static).update(Content(f"{self.HEADING}: {told}"))
        self.when_painted(partial(self._lay, first=True))
        self.set_interval(_LOOK_EVERY, self._look)

    def on_resize(self, event: Resize) -> None:
        """Put the headings beside each other or beneath, as there is room by now."""
        del event
        self.when_painted(self._lay)

    def _look(self) -> None:
        counter = self._count() if self.is_open else None
        if counter is not None:
            self._counter = counter
            self.picks.refresh()

    # The lines -----------------------------------------------------------------

    @property
    def _beside(self) -> int:
        """Return the cells for headings and numbers."""
        inside = self.picks.scrollable_content_region.width or self.app.size.width
        return inside - cell_len(self._sign.pointer) - self._width - 2

    @property
    def _is_short(self) -> bool:
        return self._beside - NUMBER_CELLS < _FEWEST_CELLS

    @property
    def _room(self) -> int:
        """Return the cells for headings."""
        return max(1, self._beside - (FEW_CELLS if self._is_short else NUMBER_CELLS))

    def _lay(self, *, first: bool = False) -> None:
        heads = self._counted(self._heads)
        lead = self._width + 2 + cell_len(self._sign.pointer) + self._room
        self.query_one("#heads", Static).update(Content(" " * lead + heads))
        stacked = (self._room - 2) // 2 < _FEWEST_CELLS
        if stacked != self._is_stacked:
            self._is_stacked = stacked
            here = self.picks.current
            lines = self._two_lines if stacked else self._one_line
            self.picks.show(one for each in self._sections for one in lines(each))
            here = self._nearest() if first else here
            if here is not None:
                self.picks.place_on(here)

    def _nearest(self) -> Section | None:
        """Return the innermost section that the reader is in."""
        before = [one for one in self._sections if one.row <= self._row]
        return before[-1] if before else None

    def _one_line(self, section: Section) -> Iterator[ListEntry[Section]]:
        yield self._entry(section, section, self._both)

    def _two_lines(self, section: Section) -> Iterator[ListEntry[Section]]:
        yield self._entry(section, section, self._first)
        right = self._heading(section, "right")
        if right not in {self._heading(section, "left"), ""}:
            yield self._entry(section, None, self._second)

    def _entry(
        self,
        section: Section,
        value: Section | None,
        drawn: Callable[[Section, int], tuple[StyledText, ...]],
    ) -> ListEntry[Section]:
        later = LaterLine(partial(drawn, section), partial(self._words, section))
        return ListEntry((), value, later=later)

    def _words(self, section: Section) -> str:
        return " ".join(self._heading(section, side) for side in SIDES)

    def _both(self, section: Section, room: int) -> tuple[StyledText, ...]:
        del room
        left = (self._room - 2) // 2
        return (
            (f"{section.row + 1:>{self._width}}  ", "aside"),
            *self._cut(section, "left", left),
            ("  ", ""),
            *self._cut(section, "right", self._room - left - 2),
            *self._numbers(section),
        )

    def _first(self, section: Section, room: int) -> tuple[StyledText, ...]:
        del room
        return (
            (f"{section.row + 1:>{self._width}}  ", "aside"),
            *self._cut(section, "left", self._room),
            *self._numbers(section),
        )

    def _second(self, section: Section, room: int) -> tuple[StyledText, ...]:
        del room
        return (
            (" " * (self._width + 2), ""),
            *self._cut(section, "right", self._beside),
        )

    def _numbers(self, section: Section) -> tuple[StyledText, ...]:
        if self._counter is None:
            return ()
        words = number_words(self._counter.of(section.rows), self._sign.cut)
        return ((self._counted(words), "aside"),)

    def _counted(self, words: NumberWords) -> str:
        if self._sign.plain:
            return "" if words is self._heads else f"  {words.told(self._heads)}"
        return words.short_line if self._is_short else words.line

    def _cut(self, section: Section, side: Side, width: int) -> tuple[StyledText, ...]:
        words = self._heading(section, side)
        look = "text" if section.left and section.right else f"{side}-only"
        if section.place is None or words.strip() == self._sign.no_words:
            look = "aside"
        return filled(((cut(words, width, self._sign.cut), look),), width)

    def _heading(self, section: Section, side: Side) -> str:
        return displayable_line(heading_words(section, side, self._sign.no_words))
