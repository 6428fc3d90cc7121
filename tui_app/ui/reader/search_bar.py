"""The line that a search is typed into, and how it is to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.core.search import Query
from tui_app.settings.keymap import UNCHANGED, KeyName
from tui_app.settings.keys import BY_ID
from tui_app.ui.keyboard import bindings
from tui_app.ui.widgets.boxes import QueryInput

_TO_TYPE = 40
"""Columns that what can be chosen leaves to what is typed and found."""

_CHOICES = ("search-case", "search-words", "search-regex", "search-accents")


class Choice(Static):
    """How a query is to be read, in a word that can be clicked."""

    @dataclass
    class Chosen(Message):
        """It was clicked; ``action`` is the id of what it stands for."""

        action: str

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action

    def show(self, words: str, *, lit: bool) -> None:
        """Show these words, marked where what they say is so."""
        self.update(Content.styled(words, "bold underline" if lit else ""))

    def on_click(self, event: Click) -> None:
        """Say that it was clicked."""
        event.stop()
        self.post_message(self.Chosen(self.action))


class SearchBar(Horizontal):
    """The line; hidden until :meth:`open`, and again once it is left.

    ``typed`` is told every query and returns what to say of its hits. In the end
    ``settled`` is called where it stands, and ``given_up`` where it does not.
    ``in_words``: nothing is told by how it looks.
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
        & > Choice { color: $mark-faint; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back to where the search began", show=False),
        Binding("up", "older", "an older search", show=False),
        Binding("down", "newer", "a newer search", show=False),
        Binding("pageup,pagedown", "stay", show=False),
        *bindings("search"),
    ]

    def __init__(
        self,
        typed: Callable[[Query], str],
        settled: Callable[[], None],
        given_up: Callable[[], None],
        key: KeyName = UNCHANGED.first,
        *,
        in_words: bool = False,
    ) -> None:
        super().__init__()
        self._key = key
        self._in_words = in_words
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
        yield from (Choice(act) for act in _CHOICES)

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

    def on_key(self, event: Key) -> None:
        """Keep keys from the text behind; those of the program and of here go on."""
        bound = self.screen.active_bindings.get(event.key)
        if bound is not None and bound.node is self.screen:
            event.stop()

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

    def action_stay(self) -> None:
        """Turn no page of the text behind."""

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

    def action_search_case(self) -> None:
        """Let capitals count: smart, yes, no."""
        after = {None: True, True: False, False: None}
        self._ask(self._query._replace(case=after[self._query.case]))

    def action_search_words(self) -> None:
        """Find whole words only, or not."""
        self._ask(self._query._replace(whole_words=not self._query.whole_words))

    def action_search_regex(self) -> None:
        """Read the query as a regular expression, or not."""
        self._ask(self._query._replace(regex=not self._query.regex))

    def action_search_accents(self) -> None:
        """Find words whatever accents they have, or not."""
        self._ask(self._query._replace(accents=not self._query.accents))

    def _ask(self, query: Query) -> None:
        self._query = query
        self._show_how()
        self._look()

    @on(Choice.Chosen)
    async def choose(self, event: Choice.Chosen) -> None:
        """Do what was clicked."""
        event.stop()
        await self.run_action(BY_ID[event.action].method)

    def _show_how(self) -> None:
        """Show how the query is read, as much of it as leaves room to type."""
        query, room = self._query, self.screen.size.width - _TO_TYPE
        for choice, (words, lit) in zip(
            self.query(Choice), self._in_force(query), strict=True
        ):
            told = f"{self._key(choice.action)} {words}"
            choice.show(told, lit=lit and not self._in_words)
            room -= len(told) + 2
            choice.display = room >= 0

    def _in_force(self, query: Query) -> Iterator[tuple[str, bool]]:
        """Yield for each choice in what words it is told, and whether it is taken."""
        case = {None: "smart", True: "exact", False: "any"}[query.case]
        yield f"case {case}" if self._in_words else f"Aa {case}", False
        others = {
            "words": query.whole_words,
            "regex": query.regex,
            "any accent": not query.accents,
        }
        for name, is_on in others.items():
            state = (" on" if is_on else " off") if self._in_words else ""
            yield name + state, is_on
