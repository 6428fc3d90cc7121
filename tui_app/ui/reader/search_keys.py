"""The keys of the search: hits show while one types, and are gone through."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tui_app.core.search import Query, QueryError
from tui_app.review.journey import Stay
from tui_app.review.review import Review
from tui_app.ui.host import Acts, Host
from tui_app.ui.pair.pair_keys import PairKeys
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.reader.jump_keys import JumpKeys

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_app.ui.reader.search_bar import SearchBar


class SearchKeys:
    """Searches both sides from where the search began.

    ``mount`` puts the bar on the screen; nothing of it is loaded before it is needed.
    """

    def __init__(
        self,
        review: Review,
        window: PairWindow,
        jumps: JumpKeys,
        pair_keys: PairKeys,
        host: Host,
        mount: Callable[[Widget], Awaitable[object]],
    ) -> None:
        self._review = review
        self._window = window
        self._jumps = jumps
        self._pair_keys = pair_keys
        self._host = host
        self._mount = mount
        self._bar: SearchBar | None = None
        self._began: Stay | None = None

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {
            "search": self.search,
            "next-hit": lambda: self.step(1),
            "previous-hit": lambda: self.step(-1),
        }

    @property
    def is_typing(self) -> bool:
        """Tell whether a search is being typed."""
        return self._bar is not None and self._bar.is_open

    # Typing --------------------------------------------------------------------

    async def search(self) -> None:
        """Open the line to type a search into."""
        self.begin()
        if self._bar is None:
            from tui_app.ui.reader.search_bar import SearchBar

            self._bar = SearchBar(
                self.look_for,
                self.settle,
                self.give_up,
                self._host.key,
                in_words=self._review.options.plain,
            )
            await self._mount(self._bar)
        self._bar.open()

    def begin(self) -> None:
        """Search from here."""
        self._began = self._review.here

    def look_for(self, query: Query) -> str:
        """Go to the first hit from where the search began; return what to say of it."""
        try:
            hits = self._window.find(query, self._began)
        except QueryError as error:
            return f"no expression: {error}"
        if not query.words:
            return ""
        plain = self._review.options.plain
        return hits.place_in_words if plain else hits.place

    def settle(self) -> None:
        """Stay where the search led; ``ctrl+o`` leads back to where it began."""
        if self._began is not None and self._began != self._review.here:
            self._jumps.leave(self._began)
        self._window.tell()  # hits are told elsewhere once the line is closed

    def give_up(self) -> None:
        """Forget the hits and go back to where the search began."""
        self._window.end_search()
        began, self._began = self._began, None
        if began is not None:
            self._window.go_to(self._review.row_at(began), *began)

    # Going from hit to hit -----------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before; without a search, difference."""
        hits = self._review.attention.hits
        if hits is None:
            self._pair_keys.step_difference(forward=by > 0)
        elif not self._window.step_hit(by):
            self._host.bell()

    def leave(self) -> None:
        """Leave the selection, else the search, else the side left behind."""
        if self._review.selected:
            self._window.select(None)
        elif self._review.attention.hits is not None:
            self.give_up()
        else:
            self._window.gather()
