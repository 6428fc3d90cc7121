"""What the search bar tells; the bar itself is loaded when it is first opened."""

from __future__ import annotations

from textual.message import Message

from tui_app.core.search import Query


class Typed(Message):
    """The query has changed."""

    def __init__(self, query: Query) -> None:
        super().__init__()
        self.query = query


class Settled(Message):
    """The query stands; the bar is closed."""


class Left(Message):
    """The search is given up; the bar is closed."""
