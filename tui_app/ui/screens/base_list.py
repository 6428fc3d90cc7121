"""The list of the changes of one status since the base; Enter goes to one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from tui_app.core.from_base.told_from_base import FromBase
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.review.base_changes import BaseChange, change_at
from tui_app.review.listed_rows import KindNumber, ListKind
from tui_app.review.looks import StyledText
from tui_app.review.signs import signs
from tui_app.review.stops import Stop, Stops
from tui_app.settings.drawn import Drawn
from tui_app.ui.screens.listed_screen import ListedScreen
from tui_app.ui.widgets.cells import cut, cut_middle, cut_start
from tui_app.ui.widgets.kind_line import OtherKind
from tui_app.ui.widgets.picklist import LaterLine, ListEntry

HEADINGS = {
    FromBase.NEW: "New since the base",
    FromBase.TAKEN_BACK: "Taken back, as in the base again",
    FromBase.CHANGED_AGAIN: "Changed again, all three differ",
    FromBase.KEPT: "Kept of what the left had changed",
}


class BaseListScreen(ListedScreen[Stop]):
    """The list; it is dismissed with a stop of ``stops``, another kind, or ``None``.

    ``stops`` visit the changes of the status, of which each row has as many as
    ``by_row`` says. The cursor begins at the first in or after the reader's ``row``.
    """

    def __init__(
        self,
        stops: Stops,
        by_row: Sequence[int],
        kind: ListKind,
        numbers: Sequence[KindNumber] = (),
        *,
        row: int = 0,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__(kind, numbers, drawn_with=drawn_with)
        self._stops = stops
        self._listed = [
            Stop(at, number) for at, many in enumerate(by_row) for number in range(many)
        ]
        self._row = row
        self._width = len(str(len(by_row)))
        self._sign = signs(drawn_with)

    def on_mount(self) -> None:
        """List the changes."""
        many = counted(len(self._listed), "change", "changes")
        title = f"{HEADINGS[FromBase(self._kind)]}: {many}"
        self.query_one("#title", Static).update(Content(title))
        self.picks.show(map(self._entry, self._listed))
        near = next((one for one in self._listed if one.row >= self._row), None)
        if near is not None:
            self.picks.place_on(near)

    def _entry(self, stop: Stop) -> ListEntry[Stop | OtherKind]:
        later = LaterLine(partial(self._line, stop), partial(self._words, stop))
        return ListEntry((), stop, later=later)

    def _words(self, stop: Stop) -> str:
        change = change_at(self._stops, stop)
        return f"{change.base} {change.left} {change.right} {change.before}"

    def _line(self, stop: Stop, room: int) -> tuple[StyledText, ...]:
        change, sign = change_at(self._stops, stop), self._sign
        head = f"{stop.row + 1:>{self._width}}  "
        told = self._in_turn(change, (room - cell_len(head)) * 2 // 3)
        used = cell_len(head) + sum(cell_len(text) for text, _ in told) + 3
        before, after = map(displayable_line, (change.before, change.after))
        beside = max(0, room - used - 3)
        before = cut_start(before, min(beside * 3 // 5, cell_len(before)), sign.cut)
        after = cut(after, max(0, beside - cell_len(before)), sign.cut)
        around = f"   {before}[{sign.cut}]{after}" if beside else ""
        return ((head, "aside"), *told, (around, "aside"))

    def _in_turn(self, change: BaseChange, room: int) -> tuple[StyledText, ...]:
        """Return the words of base, left and right, as far as they say other things."""
        sign, status = self._sign, FromBase(self._kind)
        words = [
            (change.base, "text"),
            (change.left, "listed-left"),
            (change.right, "listed-right"),
        ]
        if status in {FromBase.NEW, FromBase.TAKEN_BACK}:
            words = words[1:]
        elif status is FromBase.KEPT:
            words = words[:2]
        cells = max(2, (room - (len(words) - 1) * cell_len(sign.becomes)) // len(words))
        found: list[StyledText] = []
        for text, look in words:
            shown = cut_middle(displayable_line(text), cells, sign.cut)
            found += [(shown or sign.no_words, look if text else "aside")]
            found.append((sign.becomes, "aside"))
        return tuple(found[:-1])
