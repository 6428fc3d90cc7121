"""What the reader wants to see: how the pair is laid out, which differences are marked.

Both begin with the settings and are changed by keys.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.counting import EVERYTHING, Counting
from tui_app.core.differences.phrases import Grade
from tui_app.core.from_base.told_from_base import FromBase
from tui_app.core.kinds import ALL_KINDS, Kind
from tui_app.core.layout.columns import Columns, one_column, two_columns, whole_width
from tui_app.core.layout.typesetting import View
from tui_app.core.model import Difference, Row, Side, opposite
from tui_app.settings.preferences import Layout, Settings, WordMarks

COMFORTABLE = 76
"""The widest column, in cells, unless the reader asks for another."""

SIGNS_SINCE_BASE = 2
"""Cells for how a row stands to the base: a row may hold changes of several kinds."""

_NARROWEST = 16
_STEP = 4


class LayoutOptions(NamedTuple):
    """How the pair is laid out; lengths are in cells and blank lines.

    ``width`` of a column, 0: as wide as there is room, up to what reads well.
    ``spacing`` are blank lines between rows. ``stack_below``: the width of the
    terminal from which columns stand side by side in the layout ``auto``. ``free``
    panes scroll each by itself; ``folded`` shows one line for a run of same rows.
    ``covered`` hides the words of the text that is not read. ``with_base`` leaves room
    for how each row stands to the base. ``plain`` is one column whatever the layout, in
    words, for who hears or feels it. ``instead_of`` is the layout that was chosen,
    where two languages cannot have it: the next of several texts may have it again.
    """

    layout: Layout = "auto"
    width: int = 0
    margin: int = 1
    spacing: int = 0
    stack_below: int = 90
    free: bool = False
    folded: bool = False
    covered: bool = False
    with_base: bool = False
    plain: bool = False
    instead_of: Layout | None = None

    @classmethod
    def of(cls, settings: Settings) -> LayoutOptions:
        """Return what the settings ask for."""
        return cls(
            settings.layout,
            settings.column_width,
            settings.margin,
            settings.line_spacing,
            settings.stack_below,
            covered=settings.covered,
            plain=settings.plain,
        )

    def laid(self, layout: Layout) -> LayoutOptions:
        """Return the options with a layout that the reader chooses."""
        return self._replace(layout=layout, free=False, instead_of=None)

    @property
    def chosen(self) -> Layout:
        """Return the layout that was chosen, also where it cannot be had."""
        return self.instead_of or self.layout

    @property
    def covers(self) -> bool:
        """Tell whether one text is read, and the other shown where one peeks at it."""
        if self.free or self.layout == "merged":
            return False
        return self.covered or self.layout == "original"

    def view(self, window: int) -> View:
        """Return the view for a window of so many cells."""
        if self.plain and self.layout in {"auto", "side"}:
            return "stacked"
        if self.layout == "auto":
            return "stacked" if window < self.stack_below else "side"
        return self.layout

    def columns(self, window: int, view: View) -> Columns:
        """Return where the columns stand."""
        if self.plain:
            return whole_width(window, self.width)
        margin = self.margin if window > 2 * _NARROWEST else 0
        make = two_columns if view == "side" else one_column
        more = SIGNS_SINCE_BASE if self.with_base else 0
        return make(window, self.width or COMFORTABLE, margin, more)


def set_off(view: View, reads: Side) -> Side | None:
    """Return the side that is set off, where both share a column."""
    if view == "original":
        return opposite(reads)
    return "right" if view == "stacked" else None


def wider(text: int, by: int) -> int:
    """Return the column width so many steps wider than ``text`` cells."""
    return max(_NARROWEST, text + by * _STEP)


_FROM: dict[WordMarks, Grade | None] = {
    "off": None,
    "facts": Grade.FACT,
    "passages": Grade.PASSAGE,
    "words": Grade.WORDING,
    "letters": Grade.WORDING,
}
"""The grade from which a change is marked, at each level."""


Visits = Literal["all", "facts", "one-sided", "moved"]
"""Which differences are stopped at; those not visited are marked as ever."""


class MarkOptions(NamedTuple):
    """Which differences are marked and stopped at, and whether down to the letters.

    ``words`` is the level of the marks; ``counting`` says which changes count as
    differences at all. ``visits`` are one kind, or all that are marked; of these, with
    a base, those that stand to it as ``since_base`` says, or all.
    """

    words: WordMarks = "words"
    facts_only: bool = False
    kinds: frozenset[Kind] = ALL_KINDS
    counting: Counting = EVERYTHING
    visits: Visits = "all"
    since_base: FromBase | None = None

    @classmethod
    def of(cls, settings: Settings) -> MarkOptions:
        """Return what the settings ask for."""
        return cls(settings.word_marks, kinds=settings.show, counting=settings.counting)

    @property
    def lowest(self) -> Grade | None:
        """Return the grade from which a change is marked, ``None`` for no marks."""
        return Grade.FACT if self.facts_only else _FROM[self.words]

    @property
    def visits_facts(self) -> bool:
        """Tell whether facts are all that is stopped at."""
        return self.visits == "facts" or (self.visits == "all" and self.facts_only)

    def visits_row(self, row: Row) -> bool | None:
        """Tell whether the row is stopped at as a whole, ``None``: as it differs."""
        if self.visits == "one-sided":
            return not (row.left and row.right)
        return row.moved if self.visits == "moved" else None

    @property
    def visits_whole_rows(self) -> bool:
        """Tell whether rows of a kind are stopped at, and not what differs in rows."""
        return self.visits in {"one-sided", "moved"}

    @property
    def small(self) -> bool:
        """Tell whether small changes are visited and marked beside others."""
        return self.words == "letters"

    def counts(self, difference: Difference, comparison: Comparison) -> bool:
        """Tell whether this difference is part of a change to be seen."""
        return difference.kind in self.kinds and self.counting.counts(
            difference, comparison.left, comparison.right
        )
