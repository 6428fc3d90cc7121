"""The line to type a search into; hits show while you type."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tui_app.core.search import Query
from tui_app.ui.reading.asking import Left, Settled, Typed
from tui_app.ui.widgets.boxes import QueryInput as Line


class SearchBar(Horizontal):
    """Hidden until :meth:`open`; posts what is typed and when it is settled."""

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
    ]

    def __init__(self) -> None:
        super().__init__()
        self.query_now = Query("")
        self._older: list[str] = []
        self._at = 0

    def compose(self) -> ComposeResult:
        """Yield the parts."""
        yield Static(Content("/"), id="slash")
        line = Line(select_on_focus=True, compact=True)
        line.cursor_blink = False
        yield line
        yield Static(Content(""), id="count")
        yield Static(Content(""), id="how")

    def open(self) -> None:
        """Show the bar, ready to type."""
        self.add_class("-open")
        line = self.query_one(Input)
        line.value = ""
        line.focus()
        self._at = len(self._older)
        self._show_how()

    def close(self) -> None:
        """Hide the bar."""
        self.remove_class("-open")

    @property
    def is_open(self) -> bool:
        """Tell whether the bar is shown."""
        return self.has_class("-open")

    def say(self, count: str) -> None:
        """Show how many hits there are, or what is wrong with the query."""
        self.query_one("#count", Static).update(Content(count))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.query_now = self.query_now._replace(words=event.value)
        if self.is_open:
            self.post_message(Typed(self.query_now))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        words = event.value
        if words:
            self._older = [one for one in self._older if one != words] + [words]
        self.close()
        self.post_message(Settled() if words else Left())

    def action_leave(self) -> None:
        """Give the search up."""
        self.close()
        self.post_message(Left())

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
        self._ask(self.query_now._replace(case=after[self.query_now.case]))

    def action_words(self) -> None:
        """Find whole words only, or not."""
        self._ask(self.query_now._replace(whole_words=not self.query_now.whole_words))

    def action_regex(self) -> None:
        """Read the query as a regular expression, or not."""
        self._ask(self.query_now._replace(regex=not self.query_now.regex))

    def _ask(self, query: Query) -> None:
        self.query_now = query
        self._show_how()
        self.post_message(Typed(query))

    def _show_how(self) -> None:
        query = self.query_now
        case = {None: "Aa smart", True: "Aa exact", False: "Aa any"}[query.case]
        parts = [f"alt+c {case}", "alt+w words", "alt+r regex"]
        on = [True, query.whole_words, query.regex]
        shown = [
            Content.styled(part, "bold underline" if lit and at else "")
            for at, (part, lit) in enumerate(zip(parts, on, strict=True))
        ]
        wide = self.screen.size.width >= 72
        self.query_one("#how", Static).update(
            Content("  ").join(shown) if wide else Content("")
        )
