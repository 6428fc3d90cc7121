"""The kinds of lists on one line, with how many there are of each; one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_app.review.listed_rows import KindNumber, ListKind
from tui_app.ui.widgets.one_of import OneOf


class OtherKind(NamedTuple):
    """What a list is dismissed with where another is wanted."""

    kind: ListKind


class KindLine(OneOf, can_focus=False):
    """The line; a click posts ``OneOf.Changed``."""

    def __init__(
        self, numbers: Sequence[KindNumber], kind: ListKind, not_known: str
    ) -> None:
        self._kinds = [one.kind for one in numbers]
        words = [
            f"{one.kind} {not_known if one.number is None else one.number}"
            for one in numbers
        ]
        chosen = self._kinds.index(kind)
        super().__init__(words, chosen=chosen, more=not_known, id="kinds")

    def tell(self, number: int) -> None:
        """Say how many there are of the kind that is listed, now that it is known."""
        words = [*self._words]
        words[self.chosen] = f"{self._kinds[self.chosen]} {number}"
        if words != [*self._words]:
            self._words = tuple(words)
            self.refresh()

    @property
    def other(self) -> OtherKind:
        """Return the kind chosen."""
        return OtherKind(self._kinds[self.chosen])

    def beside(self, step: int) -> OtherKind:
        """Return the next kind, or the one before."""
        return OtherKind(self._kinds[(self.chosen + step) % len(self._kinds)])
