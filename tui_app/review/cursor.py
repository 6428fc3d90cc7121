"""Where the reader is, and all that they look at and for."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui_app.core.model import Side, opposite
from tui_app.review.hits import Hits
from tui_app.review.journey import Stay
from tui_app.review.linked_words import LinkedWords
from tui_app.review.noted_words import NotedWords
from tui_app.review.selection import Selection
from tui_app.review.stops import Stop


@dataclass(slots=True)
class Cursor:
    """Where the reader is: a side, and a row of each side.

    The rows differ in free panes, and where ``tab`` left the other side behind.
    ``lent`` tells that the side is not the one the reader chose: the difference they
    are led to has words on this one only.
    """

    side: Side = "left"
    left: int = 0
    right: int = 0
    apart: bool = False
    lent: bool = False
    aim: Stay | None = None
    """The character gone to within the row, where it was one."""

    @property
    def row(self) -> int:
        """Return the row on the active side."""
        return self.row_on(self.side)

    @property
    def other_row(self) -> int:
        """Return the row on the other side."""
        return self.row_on(opposite(self.side))

    def row_on(self, side: Side) -> int:
        """Return the row on that side."""
        return self.left if side == "left" else self.right

    def move(self, row: int, *, alone: bool) -> None:
        """Go to a row; the other side comes along unless it is free or left behind."""
        if row != self.row:
            self.aim = None
        along = not alone and not self.apart
        if along or self.side == "left":
            self.left = row
        if along or self.side == "right":
            self.right = row

    def cross(self, *, alone: bool) -> None:
        """Go to the other side; unless it is free, on this row, leaving this behind."""
        if not alone:
            self.left = self.right = self.row
            self.apart = True
        self.choose(opposite(self.side))

    @property
    def chosen(self) -> Side:
        """Return the side the reader chose."""
        return opposite(self.side) if self.lent else self.side

    def choose(self, side: Side) -> None:
        """Be on the side that the reader chose."""
        self.side, self.lent = side, False

    def lend(self, side: Side) -> None:
        """Be on a side until the one that the reader chose has something to show."""
        self.lent = side != self.chosen
        self.side = side

    def visit(self, side: Side) -> None:
        """Be on a side for a while, with nothing left behind."""
        self.gather()
        self.lend(side)

    def give_back(self) -> None:
        """Be on the side that the reader chose again."""
        self.choose(self.chosen)

    def gather(self) -> None:
        """Bring the side left behind to this row."""
        self.left = self.right = self.row
        self.apart = False


@dataclass(slots=True)
class Attention:
    """What the reader looks at and for; all of it shows as marks and signs.

    ``kept`` is what was selected on the other side before. ``words_noted`` are the
    stretches that notes on words stand on. ``linked`` are the words that answer each
    other across languages, while they are shown.
    """

    cursor: Cursor = field(default_factory=Cursor)
    stop: Stop | None = None
    hits: Hits | None = None
    selection: Selection | None = None
    kept: Selection | None = None
    noted: frozenset[int] = frozenset()
    words_noted: NotedWords = field(default_factory=NotedWords)
    linked: LinkedWords | None = None
    reviewed: frozenset[int] = frozenset()
