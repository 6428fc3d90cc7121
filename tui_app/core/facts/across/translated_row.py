"""A row of a text and its translation, as the rules read it."""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.model import Side, opposite


class TranslatedRow(NamedTuple):
    """The two passages, and some of the texts just before and behind each.

    What one side says and the other says a sentence before is no difference: the
    passages are only cut otherwise.
    """

    left: str
    right: str
    around_left: str = ""
    around_right: str = ""

    def passage(self, side: Side) -> str:
        """Return the passage of that side."""
        return self.left if side == "left" else self.right

    def around(self, side: Side) -> str:
        """Return what stands around the passage of that side."""
        return self.around_left if side == "left" else self.around_right

    def opposite(self, side: Side) -> str:
        """Return the passage opposite."""
        return self.passage(opposite(side))
