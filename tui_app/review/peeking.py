"""What is covered, and where one peeks: until the row is left, or covered again."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.layout.cover import NO_ROWS, Cover, lifted_with
from tui_app.core.model import Relation, Row, Side, opposite
from tui_app.review.cursor import Cursor


class Peeking:
    """The text the cursor's reader chose is read; ``on`` covers the other one.

    Whoever is led to covered words visits them: the cursor is there, and back in the
    text that is read when it leaves the row.
    """

    def __init__(self, cursor: Cursor) -> None:
        self.on = False
        self._cursor = cursor
        self._lifted = NO_ROWS

    @property
    def cover(self) -> Cover | None:
        """Return what is covered; ``None`` while both texts are to be seen."""
        return Cover(self._cursor.chosen, self._lifted) if self.on else None

    def hides(self, side: Side | None) -> bool:
        """Tell whether words of the side are covered unless one peeks at them."""
        return self.on and side not in {None, self._cursor.chosen}

    def peeks_at(self, row: int) -> bool:
        """Tell whether the cover of the row is lifted."""
        return self.on and row in self._lifted

    def is_worth_it(self, row: Row) -> bool:
        """Tell whether the text that is not read says something of its own there."""
        cover = self.cover
        if cover is None or row.relation is Relation.SAME:
            return False
        return bool(row.units(cover.covered))

    def switch(self, *, on: bool) -> None:
        """Cover the text that is not read, or nothing; a cover begins whole."""
        if not (self.on and on):
            self._lifted = NO_ROWS
            if on:
                self._cursor.give_back()
                self._cursor.gather()
        self.on = on

    def lift(self, rows: Sequence[Row], row: int) -> None:
        """Lift the cover of the row and of those that belong to it."""
        self._lifted = lifted_with(rows, row, self._cursor.chosen)

    def fall(self) -> None:
        """Cover everything again; who is among covered words is back."""
        self._lifted = NO_ROWS
        if self.on:
            self._cursor.give_back()

    def go_along(self, row: int) -> None:
        """Cover what was lifted as soon as the cursor goes to a row beyond it."""
        if row not in self._lifted:
            self.fall()

    def uncover(self, rows: Sequence[Row], row: int, side: Side | None) -> bool:
        """Lift the cover of a row that one is led to words of; tell whether it lay.

        One has to go there then.
        """
        if not self.hides(side) or row in self._lifted:
            return False
        self.lift(rows, row)
        return True

    def cross(self) -> None:
        """Go to the other side: to its words where one peeks at them, or to read it."""
        other = opposite(self._cursor.side)
        if self.peeks_at(self._cursor.row):
            self._cursor.visit(other)
        else:
            self._cursor.gather()
            self._cursor.choose(other)

    def be_on(self, side: Side) -> None:
        """Be on the side: to read it, or among its words where it is covered."""
        if self.hides(side):
            self._cursor.visit(side)
        else:
            self._cursor.choose(side)
