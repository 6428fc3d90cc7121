"""Anchors of many texts and their places in the two at hand, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from tui_app.core.model import Document, Side
from tui_app.notes.anchoring import Locator
from tui_app.notes.model import Anchor, Found
from tui_app.notes.places import text_hash


def turn(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """Return the anchors with left and right exchanged."""
    other: dict[Side, Side] = {"left": "right", "right": "left"}
    return tuple(replace(anchor, side=other[anchor.side]) for anchor in anchors)


class Finder:
    """Finds anchors in two documents; remembers what it found.

    ``kept`` returns an older text by its hash, ``None`` if it is not kept.
    """

    def __init__(
        self, left: Document, right: Document, kept: Callable[[str], str | None]
    ) -> None:
        self._texts: dict[Side, str] = {"left": left.text, "right": right.text}
        self._kept = kept
        self._locators: dict[tuple[Side, str], Locator] = {}
        self._found: dict[Anchor, Found] = {}

    def find(self, anchor: Anchor) -> Found:
        """Return where the anchor stands now."""
        found = self._found.get(anchor)
        if found is None:
            found = self._locator(anchor).locate(anchor)
            self._found[anchor] = found
        return found

    def _locator(self, anchor: Anchor) -> Locator:
        key = anchor.side, anchor.text
        if key not in self._locators:
            new = self._texts[anchor.side]
            same = text_hash(new) == anchor.text
            old = new if same else self._kept(anchor.text)
            self._locators[key] = Locator(old, new)
        return self._locators[key]
