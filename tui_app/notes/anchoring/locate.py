"""The order in which a place is looked for; the first answer wins."""

from __future__ import annotations

from functools import cached_property

from tui_app.core.model import Span
from tui_app.notes.anchoring.follow import Follower
from tui_app.notes.anchoring.frame import CLEAR, Frame
from tui_app.notes.anchoring.search import Search
from tui_app.notes.model import Anchor, Found, State


class Locator:
    """Finds anchors made on one text in another.

    ``old`` is the text the anchors were made on, ``None`` if it is not known.
    """

    def __init__(self, old: str | None, new: str) -> None:
        self._old = old
        self._new = new

    def locate(self, anchor: Anchor) -> Found:
        """Return where the anchor stands in the new text."""
        span = Span(anchor.start, anchor.end)
        old = self._old
        if old is None or anchor.end > len(old):
            return self._by_quote(anchor)
        if old[anchor.start : anchor.end] != anchor.quote:
            return self._by_quote(anchor)
        unmoved = span if old == self._new else self._frame.unmoved(span)
        if unmoved:
            return Found(anchor, State.PLACED, unmoved, 1.0)
        found = self._follower.follow(anchor)
        return found or self._elsewhere(anchor)

    def _by_quote(self, anchor: Anchor) -> Found:
        """Find an anchor of an unknown text."""
        if self._stands(anchor):
            return Found(anchor, State.PLACED, Span(anchor.start, anchor.end), 1.0)
        found = self._search.find(anchor, lambda _: True)
        return found or Found(anchor, State.ORPHAN, None, 0.0)

    def _stands(self, anchor: Anchor) -> bool:
        """Whether quote and surroundings stand where they stood."""
        around = self._new[max(0, anchor.start - len(anchor.prefix)) :][
            : len(anchor.prefix) + len(anchor.quote) + len(anchor.suffix)
        ]
        long = len(anchor.prefix) + len(anchor.suffix) >= CLEAR // 4
        return long and around == anchor.prefix + anchor.quote + anchor.suffix

    def _elsewhere(self, anchor: Anchor) -> Found:
        """Look for what was lost where the new text has what the old one had not."""
        found = self._search.find(anchor, self._follower.is_new)
        return found or Found(anchor, State.ORPHAN, None, 0.0)

    @cached_property
    def _frame(self) -> Frame:
        return Frame.of(self._old or "", self._new)

    @cached_property
    def _follower(self) -> Follower:
        return Follower(self._old or "", self._new, self._frame)

    @cached_property
    def _search(self) -> Search:
        return Search(self._new)
