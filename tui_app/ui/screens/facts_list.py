"""The list of all changed facts of two articles; Enter goes to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from tui_app.core.comparison import Comparison
from tui_app.core.counting import EVERYTHING, Counting
from tui_app.core.facts.habits import habits_in_words
from tui_app.core.from_base.changes_from_base import ChangesFromBase
from tui_app.core.kinds import FACTS, KINDS
from tui_app.core.model import Relation
from tui_app.review.details import (
    LONE_FACTS,
    ChangeInWords,
    ToldInWords,
    changes_of,
    lone_changes,
)
from tui_app.review.listed_rows import KindNumber, ListKind
from tui_app.review.looks import StyledText
from tui_app.review.signs import NO_SIGN, signs, signs_since_base
from tui_app.review.stops import is_comparable
from tui_app.settings.drawn import Drawn
from tui_app.ui.beside import MadeBeside
from tui_app.ui.screens.listed_screen import ListedScreen
from tui_app.ui.widgets.cells import cut as cut_end
from tui_app.ui.widgets.cells import cut_middle, cut_start
from tui_app.ui.widgets.kind_line import KindLine, OtherKind
from tui_app.ui.widgets.picklist import ListEntry, heading

WORDS = 36
"""Cells for the words that differ, so that what is around them lines up; at most a
third of the line. A whole quotation is shown by its ends."""

_KIND = 10
"""Cells for the name of a kind."""

_GAP = 3
"""Cells, at least, between the column of the words and what is around them."""

_LEAST_AROUND = 14
"""Cells with which it is worth telling what is around them."""

KEPT = 256
"""Rows whose differences are kept while the list is made."""

Picked = ChangeInWords | OtherKind
"""What the list is dismissed with."""


class FactsScreen(ListedScreen[ChangeInWords]):
    """The list; dismissed with a :class:`ChangeInWords`, another kind, or ``None``.

    The facts of a long text are found bit by bit while the list is open already. The
    cursor comes to the first at or after the reader's ``row``, unless the reader has
    moved it or typed before: what is chosen is always what was pointed at. Facts that
    do not count by ``counting`` are left out.
    """

    DEFAULT_CSS = """
    FactsScreen {
        & #habits { height: auto; max-height: 3; color: $mark-faint; }
        &.-flat #habits { display: none; }
    }
    """
    HEADING = "Changed facts"

    def __init__(
        self,
        comparison: Comparison,
        row: int = 0,
        counting: Counting = EVERYTHING,
        numbers: Sequence[KindNumber] = (),
        from_base: ChangesFromBase | None = None,
        *,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__(ListKind.FACTS, numbers, drawn_with=drawn_with)
        self._comparison = comparison
        self._row = row
        self._counting = counting
        self._from_base = from_base
        self._placed = False
        self._width = len(str(len(comparison.rows)))
        self._done = 0
        self._found: list[ChangeInWords] = []
        self._facts: list[ChangeInWords] = []
        self._lone: list[ChangeInWords] = []
        self._sign = signs(drawn_with)

    def on_mount(self) -> None:
        """Begin to look for facts once it is known how much room there is."""
        habits = habits_in_words(self._comparison.character)
        if habits:
            self.query_one("#box").mount(
                Static(Content(habits), id="habits"), before=self.picks
            )
        self.when_painted(lambda: self.work_through(self._look(), self._tell))

    def on_resize(self) -> None:
        """Show as much of what is around each fact as there is room for by now."""
        self.when_painted(self._fit)

    def _fit(self) -> None:
        if self._facts or self._lone:
            here = self.picks.current
            self.picks.show([*map(self._entry, self._facts), *self._lone_entries()])
            if here is not None:
                self.picks.place_on(here)

    def typed(self, text: str) -> None:
        """Filter; from now on the cursor is the reader's."""
        self._placed = True
        super().typed(text)

    async def action_list(self, action: str) -> None:
        """Move; from now on the cursor is the reader's."""
        self._placed = True
        await super().action_list(action)

    def _look(self) -> Iterator[MadeBeside[list[ChangeInWords]] | None]:
        """Look for facts row by row, in rows of megabytes beside the screen."""
        rows = self._comparison.rows
        comparison = self._comparison
        lone: list[ChangeInWords] = []
        for number, row in enumerate(rows):
            self._done = number
            if number % KEPT == 0:
                comparison = self._comparison.forgetful()
            if row.relation is Relation.CHANGED:
                look = partial(self._facts_in, comparison, number, self._told(number))
                if is_comparable(comparison, number):
                    self._found += look()
                else:
                    yield (beside := MadeBeside(look))
                    self._found += beside.result()
            elif not (row.left and row.right):
                lone.extend(lone_changes(comparison, number, self._counting))
            yield None
        self._done, self._lone = len(rows), lone

    def _facts_in(
        self, comparison: Comparison, row: int, told: ToldInWords | None
    ) -> list[ChangeInWords]:
        facts = changes_of(comparison, row, FACTS, self._counting, told)
        return [fact for fact in facts if fact.counted]

    def _told(self, row: int) -> ToldInWords | None:
        """Return how the row stands to the base, if there is one and it is short."""
        changes = self._from_base
        if changes is None or not is_comparable(changes.pair, row):
            return None
        return ToldInWords(changes.of_row(row), changes.base.text)

    def _lone_entries(self) -> list[ListEntry[Picked]]:
        """Return the facts in passages only one text has, under their heading."""
        named: list[ListEntry[Picked]] = [heading(LONE_FACTS)]
        return [*named, *map(self._lone_entry, self._lone)] if self._lone else []

    def _tell(self) -> None:
        """List what was found meanwhile; last of all what only one text has."""
        found, self._found = self._found, []
        self._facts += found
        self.picks.extend(map(self._entry, found), point=self._placed)
        self._start_near_the_cursor()
        self.picks.extend(self._lone_entries(), point=self._placed)
        rows = len(self._comparison.rows)
        so_far = f", rows looked at: {self._done} of {rows}"
        told = "" if self._done == rows else so_far
        title = f"{self.HEADING}: {len(self._facts)}{told}"
        self.query_one("#title", Static).update(Content(title))
        if not told:
            for line in self.query(KindLine):
                line.tell(len(self._facts))

    def _start_near_the_cursor(self) -> None:
        """Put the cursor on the first fact at or after the reader's row, once.

        Until then it is nowhere: one that jumped while a finger is above Enter would
        open what nobody chose.
        """
        if self._placed or not self._facts:
            return
        later = (fact for fact in self._facts if fact.row >= self._row)
        near = next(later, None)
        if near is None and self._done == len(self._comparison.rows):
            near = self._facts[-1]
        if near is not None:
            self._placed = True
            self.picks.place_on(near)

    def _entry(self, fact: ChangeInWords) -> ListEntry[Picked]:
        sign = self._sign
        left, right = self._in_column(fact)
        head: tuple[StyledText, ...] = (
            (f"{fact.row + 1:>{self._width}}  ", "aside"),
            (f"{KINDS[fact.kind].name:<{_KIND}} ", "aside"),
            *self._since_base(fact),
            (left, "listed-left" if fact.left else "aside"),
            (sign.becomes, "aside"),
            (right, "listed-right" if fact.right else "aside"),
        )
        gap = "  "
        if self._lines_up and not sign.plain:
            used = cell_len(left + sign.becomes + right)
            gap = " " * (self._column - used + _GAP)
        side = f"{gap}{fact.around.side}: "
        used = cell_len("".join(text for text, _ in head) + side)
        if self._lines_up or self._room - used >= _LEAST_AROUND:
            around = self._in_context(fact, self._room - used)
            head = (*head, (side, "aside"), *around)
        return ListEntry(head, fact, unseen=f"{fact.left} {fact.right}")

    def _since_base(self, fact: ChangeInWords) -> Iterator[StyledText]:
        """Yield the sign of how the fact stands to the base, with a base."""
        if self._from_base is not None:
            found = signs_since_base(fact.since_base.statuses)
            sign, look = self._sign.cell(found[0] if found else NO_SIGN)
            yield f"{sign} ", look

    @property
    def _column(self) -> int:
        """Return the cells for the words that differ."""
        if self._sign.plain:
            return self._room
        return self._narrow if self._lines_up else self._room - self._before

    @property
    def _before(self) -> int:
        """Return the cells before the words that differ."""
        return self._width + 2 + _KIND + 1 + (2 if self._from_base else 0)

    @property
    def _narrow(self) -> int:
        return min(WORDS, 2 * self._room // 5)

    @property
    def _lines_up(self) -> bool:
        """Tell whether there is room for a column of what is around the words."""
        around = self._room - self._before - self._narrow - _GAP - len("right: ")
        return self._sign.plain or around >= _LEAST_AROUND

    def _in_column(self, fact: ChangeInWords) -> tuple[str, str]:
        """Return both sides' words; a short one leaves the other more of the column."""
        sign = self._sign
        left, right = fact.left or sign.no_words, fact.right or sign.no_words
        room = max(2, self._column - cell_len(sign.becomes))
        ours = max(room // 2, room - cell_len(right))
        left = cut_middle(left, ours, sign.cut)
        return left, cut_middle(right, room - cell_len(left), sign.cut)

    def _lone_entry(self, fact: ChangeInWords) -> ListEntry[Picked]:
        """Return a fact that has nothing beside it: quiet, without an arrow."""
        head = (
            (f"{fact.row + 1:>{self._width}}  ", "aside"),
            (f"{KINDS[fact.kind].name:<{_KIND}} ", "aside"),
            (f"{fact.around.side}: ", "aside"),
        )
        used = cell_len("".join(text for text, _ in head))
        shown = self._in_context(fact, self._room - used)
        quiet = [(text, "text" if look != "aside" else look) for text, look in shown]
        return ListEntry((*head, *quiet), fact)

    @property
    def _room(self) -> int:
        """Return the cells of a line of the list."""
        inside = self.picks.scrollable_content_region.width or self.app.size.width
        return inside - cell_len(self._sign.pointer)

    def _in_context(self, fact: ChangeInWords, room: int) -> tuple[StyledText, ...]:
        """Return the words with what is around them, cut so that they stay in sight."""
        around, cut = fact.around, self._sign.cut
        words = fact.right if around.side == "right" else fact.left
        words = cut_middle(words, max(0, room), cut)
        beside = max(0, room - cell_len(words))
        before, after = around.before, around.after
        share = max(beside // 2, beside - cell_len(after))
        before = cut_start(before, min(share, beside), cut)
        after = cut_end(after, beside - cell_len(before), cut)
        mark = f"{around.side}-only"
        return (before, "aside"), (words, mark), (after, "aside")
