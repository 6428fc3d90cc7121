"""Searching both sides."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import on

from tui_app.core.search import Query, QueryError
from tui_app.review.hits import Hit, Hits
from tui_app.review.journey import Stay
from tui_app.ui.reading.asking import Left, Settled, Typed
from tui_app.ui.screens.acts.differing import DifferingActs

if TYPE_CHECKING:
    from tui_app.ui.reading.searchbar import SearchBar


class SearchingActs(DifferingActs):
    """The keys of the search."""

    _began: Stay | None = None

    @cached_property
    def bar(self) -> SearchBar:
        """Return the search bar; nothing of it is loaded before it is needed."""
        from tui_app.ui.reading.searchbar import SearchBar

        return SearchBar()

    @property
    def is_asking(self) -> bool:
        """Tell whether a search is being typed."""
        return "bar" in self.__dict__ and self.bar.is_open

    async def action_search(self) -> None:
        """Open the search bar."""
        if not self.bar.is_attached:
            await self.mount(self.bar, before="StatusLine")
        self._began = self.here
        self.bar.open()

    @on(Typed)
    def _look_for(self, event: Typed) -> None:
        if event.query == self.bar.query_now:  # else more is typed already
            self.search_for(event.query)

    def search_for(self, query: Query) -> None:
        """Find the query in both texts and go to the first hit from where it began."""
        attention = self.view.attention
        attention.stop = None
        try:
            hits = Hits(self.comparison, self.view.where, query)
        except QueryError as error:
            attention.hits = None
            self.bar.say(f"no expression: {error}")
        else:
            attention.hits = hits if query.words else None
            if hits.found:
                row = self.view.where.row_at(*self._began) if self._began else 0
                hits.current = hits.from_row(row)
                self._show_hit(hits.found[hits.current])
            self.bar.say(hits.place if query.words else "")
        self.view.repaint()
        self.view.tell()

    def _show_hit(self, hit: Hit) -> None:
        self.view.go_to(hit.row, hit.side, hit.start)

    @on(Settled)
    def _settled(self) -> None:
        self.view.tell()
        if self._began is not None and self._began != self.here:
            self.journey.leave(self._began)
        self.view.focus()

    @on(Left)
    def _left(self) -> None:
        self.end_search(back=True)
        self.view.focus()

    def end_search(self, *, back: bool) -> None:
        """Forget the hits; go back to where the search began, if asked."""
        self.view.attention.hits = None
        self.view.repaint()
        began, self._began = self._began, None
        if back and began is not None:
            self.view.go_to(self.view.where.row_at(*began), *began)
        self.view.tell()

    def action_next_hit(self) -> None:
        """Go to the next hit, or without a search to the next difference."""
        self._step_hit(1)

    def action_previous_hit(self) -> None:
        """Go to the hit before, or without a search to the difference before."""
        self._step_hit(-1)

    def _step_hit(self, by: int) -> None:
        hits = self.view.attention.hits
        if hits is None:
            self.step_difference(forward=by > 0)
        elif hits.found:
            before = hits.at
            if before is None or not self._is_at(before):
                hits.stand(self.cursor_row, by)
            hit = hits.step(by)
            self.view.touch(*(one.row for one in (before, hit) if one))
            self._show_hit(hit)
        else:
            self.app.bell()

    def _is_at(self, hit: Hit) -> bool:
        """Tell whether the cursor is on the row of the hit, or the fold it is in."""
        items = self.view.page.items
        return items.at(hit.row) == items.at(self.cursor_row)

    def action_leave(self) -> None:
        """Leave the selection, the search, or the side left behind."""
        attention = self.view.attention
        if attention.selection is not None or attention.kept is not None:
            self.view.select(None)
        elif attention.hits is not None:
            self.end_search(back=True)
        else:
            self.view.gather()
