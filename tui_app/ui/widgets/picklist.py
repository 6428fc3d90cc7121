"""A list to pick from: one line an entry, painted line by line, any length."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_app.core.text.display import displayable_line
from tui_app.review.looks import StyledText
from tui_app.review.signs import signs
from tui_app.settings.drawn import Drawn
from tui_app.ui.plain_style import SAID_STYLE
from tui_app.ui.styles import mark_style
from tui_app.ui.widgets.cells import cut
from tui_app.ui.widgets.hints import Hint, HintLine
from tui_app.ui.widgets.plain_entry import plain_entry

Value = TypeVar("Value")

MOST_LISTED = 2000
"""Entries under one heading of what may be without end, such as the cues of a film."""


class LaterLine(NamedTuple):
    """A line that is made when it is painted or filtered.

    ``drawn`` makes the pieces for so many cells, ``words`` what a filter looks at.
    """

    drawn: Callable[[int], tuple[StyledText, ...]]
    words: Callable[[], str]


@dataclass(frozen=True, slots=True)
class ListEntry(Generic[Value]):
    """A line of the list.

    ``tail`` stands at the right (a key). An entry without a ``value`` cannot be
    picked; a ``heading`` is shown while an entry below it is. ``unseen`` are words that
    a filter finds it by though they are not shown. Of thousands of entries few are ever
    seen, and those are ``later`` made what they are.
    """

    pieces: tuple[StyledText, ...]
    value: Value | None = None
    tail: str = ""
    heading: bool = False
    unseen: str = ""
    later: LaterLine | None = None

    @property
    def words(self) -> str:
        """Return what a filter looks at."""
        text = "".join(text for text, _ in self.pieces)
        unseen = self.later.words() if self.later else self.unseen
        return f"{text} {self.tail} {unseen}".casefold()


def heading(text: str) -> ListEntry[Value]:
    """Return an entry that only names those below it."""
    return ListEntry(((text, "title"),), heading=True)


def first_of(name: str, found: Iterable[ListEntry[Value]]) -> list[ListEntry[Value]]:
    """Return the first that are found under their heading, which tells of others."""
    listed = list(islice(found, MOST_LISTED + 1))
    if len(listed) > MOST_LISTED:
        name = f"{name} (the first {MOST_LISTED}; type to find others)"
    return [heading(name), *listed[:MOST_LISTED]] if listed else []


def holds(text: str, wanted: Iterable[str]) -> bool:
    """Tell whether the text holds every word, all of them casefolded."""
    return all(word in text for word in wanted)


def matching(entries: Iterable[ListEntry[Value]], query: str) -> list[ListEntry[Value]]:
    """Return the entries that hold every word of the query, with their headings."""
    wanted = query.casefold().split()
    found: list[ListEntry[Value]] = []
    above: ListEntry[Value] | None = None
    for entry in entries:
        if entry.heading:
            above = entry
        elif not wanted or holds(entry.words, wanted):
            if above is not None:
                found.append(above)
                above = None
            found.append(entry)
    return found


def next_pick(entries: Sequence[ListEntry[Value]], start: int, step: int) -> int | None:
    """Return the nearest entry that can be picked, from ``start`` on by ``step``."""
    index = start
    while 0 <= index < len(entries):
        if entries[index].value is not None:
            return index
        index += step
    return None


_NO_MATCH: ListEntry[object] = ListEntry((("Nothing matches.", "aside"),))


class PickList(ScrollView, Generic[Value], inherit_bindings=False):
    """The list; ``j`` ``k``, arrows, pages, Enter and the mouse work on it.

    It posts :class:`Moved` when the cursor comes to another entry and
    :class:`Picked` when one is chosen.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picklist--cursor"}
    DEFAULT_CSS = """
    PickList {
        height: 1fr; width: 100%; overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1;
        &.-ascii { scrollbar-size-vertical: 0; }
        & > .picklist--cursor { background: $mark-chosen; }
        &:nocolor > .picklist--cursor { text-style: bold reverse; }
        &:ansi > .picklist--cursor { text-style: bold reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup,b", "page(-1)", show=False),
        Binding("home,g", "first", show=False),
        Binding("end,G", "last", show=False),
        Binding("enter", "pick", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor came to an entry with this value."""

        value: object

    @dataclass
    class Picked(Message):
        """The entry with this value was chosen."""

        value: object

    def __init__(
        self,
        entries: Iterable[ListEntry[Value]] = (),
        *,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__()
        self._all = list(entries)
        self._shown = matching(self._all, "")
        self._query = ""
        self._signs = signs(drawn_with)
        # A scrollbar is drawn with half blocks; the cursor shows where one is too.
        self.set_class(bool(drawn_with), "-ascii")
        self._cursor = next_pick(self._shown, 0, 1)
        self._measure()

    @property
    def entries(self) -> list[ListEntry[Value]]:
        """Return the entries that the filter lets through."""
        return self._shown

    @property
    def current(self) -> Value | None:
        """Return the value under the cursor."""
        return None if self._cursor is None else self._shown[self._cursor].value

    def show(self, entries: Iterable[ListEntry[Value]]) -> None:
        """Show other entries under the filter that is on."""
        self._all = list(entries)
        self.filter(self._query)

    def extend(
        self, entries: Iterable[ListEntry[Value]], *, point: bool = True
    ) -> None:
        """Add entries at the end; the cursor stays.

        Where there is none it comes to the first entry, unless ``point`` is false.
        """
        more = list(entries)
        self._all.extend(more)
        self._shown.extend(matching(more, self._query))
        if self._cursor is None and point:
            self._go(next_pick(self._shown, 0, 1))
        self._measure()
        self.refresh()

    def filter(self, query: str) -> None:
        """Show the entries that match and put the cursor on the first."""
        self._query = query
        self._shown = matching(self._all, query)
        self._measure()
        self._cursor = None
        self.scroll_to(y=0, animate=False, immediate=True)
        self._go(next_pick(self._shown, 0, 1))
        self.refresh()

    def place_on(self, value: Value) -> None:
        """Put the cursor on the first entry that has ``value``."""
        for index, entry in enumerate(self._shown):
            if entry.value == value:
                self._go(index)
                return

    def action_move(self, step: int) -> None:
        """Move the cursor by one entry that can be picked."""
        here = -1 if self._cursor is None else self._cursor
        self._go(next_pick(self._shown, here + step, step))
        self.stand()

    def action_page(self, direction: int) -> None:
        """Move the cursor by what is in sight."""
        step = max(1, self.size.height - 1) * direction
        here = min(max((self._cursor or 0) + step, 0), len(self._shown) - 1)
        found = next_pick(self._shown, here, direction)
        self._go(next_pick(self._shown, here, -direction) if found is None else found)
        self.stand()

    def action_first(self) -> None:
        """Move the cursor to the first entry."""
        self._go(next_pick(self._shown, 0, 1))

    def action_last(self) -> None:
        """Move the cursor to the last entry."""
        self._go(next_pick(self._shown, len(self._shown) - 1, -1))

    def action_pick(self) -> None:
        """Choose the entry under the cursor; where there is none, say so aloud."""
        if self.current is None:
            self.app.bell()
        else:
            self.post_message(self.Picked(self.current))

    def on_click(self, event: Click) -> None:
        """Put the cursor where the click is; a click on the cursor chooses."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._shown) and self._shown[index].value is not None:
            self._go(index)
            self.action_pick()

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        base = self.rich_style
        if y == 0 and self._query and not self._shown:
            return self._paint(_NO_MATCH, width, base, here=False)
        if index >= len(self._shown):
            return Strip.blank(width, base)
        if index == self._cursor and not self._signs.plain:
            base += self.get_component_rich_style("picklist--cursor", partial=True)
        return self._paint(self._shown[index], width, base, index == self._cursor)

    def _paint(
        self, entry: ListEntry[Any], width: int, base: Style, here: bool
    ) -> Strip:
        if self._signs.plain:
            return self._in_words(entry, width, base, here)
        pointer = self._signs.pointer
        lead = pointer if here else " " * cell_len(pointer)
        tail = displayable_line(entry.tail)
        room = width - cell_len(lead)
        if tail and cell_len(tail) + 12 > room:
            tail = ""
        room -= cell_len(tail) + 1 if tail else 0
        segments = [Segment("" if entry.heading else lead, base)]
        for text, mark in entry.later.drawn(room) if entry.later else entry.pieces:
            piece = cut(displayable_line(text), max(0, room), self._signs.cut)
            room -= cell_len(piece)
            segments.append(Segment(piece, base + self._style(mark, here)))
        strip = Strip(segments).adjust_cell_length(width - cell_len(tail), base)
        return Strip([*strip, Segment(tail, base + self._style("aside", here))], width)

    def _in_words(
        self, entry: ListEntry[Any], width: int, base: Style, here: bool
    ) -> Strip:
        pieces = entry.later.drawn(width) if entry.later else entry.pieces
        words = plain_entry(pieces, entry.tail, width, self._signs.cut)
        style = base + self._style("title" if entry.heading else "", here=False)
        strip = Strip([Segment(words, style)]).adjust_cell_length(width, base)
        return strip.apply_style(SAID_STYLE) if here else strip

    def _tell_place(self) -> None:
        """Say in the line of hints which of the entries the cursor is on.

        On the line itself it would change two lines at each step, and both be read.
        """
        picked = [entry.value is not None for entry in self._shown]
        at = 0 if self._cursor is None else sum(picked[: self._cursor + 1])
        for line in self.screen.query(HintLine):
            line.lead_with([Hint(f"{at} of {sum(picked)}", "")])

    def stand(self) -> None:
        """Put the terminal's cursor on the line that is chosen."""
        line = (self._cursor or 0) - self.scroll_offset.y
        if self.is_running and self.screen is self.app.screen and self.size.height:
            line = max(0, min(line, self.size.height - 1))
            self.app.cursor_position = self.region.offset + Offset(0, line)

    def on_focus(self) -> None:
        """Take the terminal's cursor from where it was."""
        self.stand()

    def on_resize(self) -> None:
        """Follow the line that is chosen."""
        self.follow_cursor()

    def follow_cursor(self) -> None:
        """Stand on the chosen line unless a line above it is being typed into.

        Where all is in words, its place is told as well.
        """
        if not self.is_running:
            return
        if self.has_focus or not self._query:
            self.stand()
        if self._signs.plain:
            self._tell_place()

    def _style(self, mark: str, here: bool) -> Style:
        # What is pale could not be read on the ground of the line chosen.
        if not mark or (here and mark == "aside"):
            return Style.null()
        style = mark_style(self, mark)
        return style.without_color if here and self.app.no_color else style

    def _go(self, index: int | None) -> None:
        if index is None or index == self._cursor:
            return
        self._cursor = index
        self._keep_in_sight(index)
        self.refresh()
        self.follow_cursor()
        if self.current is not None:
            self.post_message(self.Moved(self.current))

    def _keep_in_sight(self, index: int) -> None:
        height = max(1, self.size.height)
        top = self.scroll_offset.y
        first = index if next_pick(self._shown, index - 1, -1) is not None else 0
        if first < top:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif index >= top + height:
            self.scroll_to(y=index - height + 1, animate=False, immediate=True)

    def _measure(self) -> None:
        self.virtual_size = Size(0, len(self._shown))
        self.follow_cursor()
