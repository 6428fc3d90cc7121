"""The line that a search is typed into, and how it is to be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.core.search import Query
from tui_app.ui.widgets.boxes import QueryInput

_ROOM_FOR_ALL = 96
"""Columns in which all that can be chosen stands beside what is typed."""


class SearchBar(Horizontal):
    """The line; hidden until :meth:`open`, and again once it is left.

    ``typed`` is told every query and returns what to say of its hits. In the end
    ``settled`` is called where it stands, and ``given_up`` where it does not.
    """

    DEFAULT_CSS = """
    SearchBar {
        height: 1; width: 100%; display: none; background: $panel;
        &.-open { display: block; }
        & > Static { width: auto; height: 1; padding: 0 1; }
        & > Input {
            width: 1fr; height: 1; border: none; padding: 0; background: $panel;
        }
        & > Input:focus { border: none; }
        & > #count { color: $foreground; text-style: bold; }
        & > #how { color: $mark-faint; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back to where the search began", show=False),
        Binding("up", "older", "an older search", show=False),
        Binding("down", "newer", "a newer search", show=False),
        Binding("alt+c", "case", "capitals count: smart, yes, no", show=False),
        Binding("alt+w", "words", "whole words", show=False),
        Binding("alt+r", "regex", "regular expression", show=False),
        Binding("alt+a", "accents", "any accent, or none", show=False),
    ]

    def __init__(
        self,
        typed: Callable[[Query], str],
        settled: Callable[[], None],
        given_up: Callable[[], None],
    ) -> None:
        super().__init__()
        self._typed = typed
        self._settled = settled
        self._given_up = given_up
        self._query = Query("")
        self._focused_before: Widget | None = None
        self._older: list[str] = []
        self._at = 0

    def compose(self) -> ComposeResult:
        """Yield the parts."""
        yield Static(Content("/"), id="slash")
        line = QueryInput(select_on_focus=True, compact=True)
        line.cursor_blink = False
        yield line
        yield Static(Content(""), id="count")
        yield Static(Content(""), id="how")

    def open(self) -> None:
        """Show the bar, ready to type."""
        if not self.is_open:
            self._focused_before = self.screen.focused
        self._show(shown=True)
        line = self.query_one(Input)
        line.value = ""
        line.focus()
        self._at = len(self._older)
        self._show_how()
        self.call_after_refresh(self._stand)

    def _stand(self) -> None:
        """Put the terminal's cursor where one types, once that has a place."""
        if self.is_open:
            line = self.query_one(Input)
            self.app.cursor_position = line.cursor_screen_offset
            line.refresh()

    def _close(self) -> None:
        """Hide the bar; who had the focus has it again."""
        self._show(shown=False)
        self.screen.set_focus(self._focused_before)

    def _show(self, *, shown: bool) -> None:
        """Show the bar or hide it; it takes the line of the hints, none of the text."""
        self.set_class(shown, "-open")
        self.screen.set_class(shown, "-searching")

    @property
    def is_open(self) -> bool:
        """Tell whether the bar is shown."""
        return self.has_class("-open")

    @on(Input.Changed)
    def take_words(self, event: Input.Changed) -> None:
        """Search for what is typed by now."""
        event.stop()
        self._query = self._query._replace(words=event.value)
        if self.is_open:
            self._look()

    def _look(self) -> None:
        said = self._typed(self._query)
        self.query_one("#count", Static).update(Content(said))

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Let the query stand; without words there is none."""
        event.stop()
        words = event.value
        if words:
            self._older = [one for one in self._older if one != words] + [words]
        self._close()
        if words:
            self._settled()
        else:
            self._given_up()

    def action_leave(self) -> None:
        """Give the search up."""
        self._close()
        self._given_up()

    def action_older(self) -> None:
        """Show the search before."""
        self._recall(-1)

    def action_newer(self) -> None:
        """Show the search after."""
        self._recall(1)

    def _recall(self, by: int) -> None:
        self._at = max(0, min(self._at + by, len(self._older)))
        known = [*self._older, ""]
        line = self.query_one(Input)
        line.value = known[self._at]
        line.cursor_position = len(line.value)

    def action_case(self) -> None:
        """Let capitals count: smart, yes, no."""
        after = {None: True, True: False, False: None}
        self._ask(self._query._replace(case=after[self._query.case]))

    def action_words(self) -> None:
        """Find whole words only, or not."""
        self._ask(self._query._replace(whole_words=not self._query.whole_words))

    def action_regex(self) -> None:
        """Read the query as a regular expression, or not."""
        self._ask(self._query._replace(regex=not self._query.regex))

    def action_accents(self) -> None:
        """Find words whatever accents they have, or not."""
        self._ask(self._query._replace(accents=not self._query.accents))

    def _ask(self, query: Query) -> None:
        self._query = query
        self._show_how()
        self._look()

    def _show_how(self) -> None:
        query = self._query
        case = {None: "Aa smart", True: "Aa exact", False: "Aa any"}[query.case]
        parts = [f"alt+c {case}", "alt+w words", "alt+r regex", "alt+a any accent"]
        on = [True, query.whole_words, query.regex, not query.accents]
        room = 3 if self.screen.size.width < _ROOM_FOR_ALL else len(parts)
        shown = [
            Content.styled(part, "bold underline" if lit and at else "")
            for at, (part, lit) in enumerate(zip(parts[:room], on, strict=False))
        ]
        wide = self.screen.size.width >= 72
        self.query_one("#how", Static).update(
            Content("  ").join(shown) if wide else Content("")
        )
