"""One reading of a pair: what is compared, where the reader is, what is to be seen.

All of it is kept here, and only here is it changed; nothing is known of a screen. A
method after which only some rows look different returns these; after any other that
changes something, all of them may.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_app.core.comparison import Comparison
from tui_app.core.differences.phrases import Phrase
from tui_app.core.layout.folding import RowItems
from tui_app.core.model import SIDES, Difference, Document, Side
from tui_app.core.row_places import RowPlaces
from tui_app.review.cursor import Attention, Cursor
from tui_app.review.hits import Hits
from tui_app.review.journey import Stay
from tui_app.review.linked_words import LinkedWords
from tui_app.review.noted_words import NotedWords
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.peeking import Peeking
from tui_app.review.row_looks import RowLook, RowLooks
from tui_app.review.selection import Selection
from tui_app.review.shown_rows import ShownRows
from tui_app.review.signs import UNICODE, Signs, signs_of_one_text
from tui_app.review.since_base import SinceBase
from tui_app.review.stops import Stop

if TYPE_CHECKING:
    from tui_app.core.contents.sections import BothHeadings
    from tui_app.core.counting import Silence
    from tui_app.core.from_base.changes_from_base import ChangesFromBase
    from tui_app.core.search import Query
    from tui_app.core.word_links import LinksOf
    from tui_app.notes.note import PlacedNote
    from tui_app.review.details import ToldInWords

Touched = frozenset[int] | None
"""The rows that look different; ``None`` for all of them."""

_NONE: frozenset[int] = frozenset()


class Review:
    """The state of one reading.

    ``comparison`` is shown, ``provisional`` until it is aligned. ``options`` say how it
    is laid out, ``marks`` which differences are marked, ``attention`` where the reader
    is and what they look at, ``peeking`` which words are covered. ``placed`` are the
    notes and ``reviewed_count`` the number of reviewed rows, both of the rows before
    until they are taken for those shown.
    ``unreviewed_only`` hides the rows that are reviewed. ``since_base`` is the base
    that the left text was made from, where one is named.
    """

    def __init__(
        self,
        comparison: Comparison,
        options: LayoutOptions,
        marks: MarkOptions,
        *,
        provisional: bool = False,
        weak_below: float = 0.4,
        signs: Signs = UNICODE,
        since_base: SinceBase | None = None,
    ) -> None:
        self.since_base = since_base
        self.options = options
        self.marks = marks
        self.attention = Attention()
        self.peeking = Peeking(self.cursor)
        self.peeking.switch(on=options.covers)
        self.placed: tuple[PlacedNote, ...] = ()
        self.reviewed_count = 0
        self.unreviewed_only = False
        self.signs = signs
        self.weak_below = weak_below
        self._headings: tuple[Document, Document, BothHeadings] | None = None
        self._set(comparison, provisional=provisional)

    def _set(self, comparison: Comparison, *, provisional: bool) -> None:
        self.comparison = comparison
        self.provisional = provisional
        self.places = RowPlaces(comparison)
        self._shown = ShownRows(comparison)
        self._make_looks()

    @property
    def headings(self) -> BothHeadings:
        """The headings of both texts, looked for when first asked for."""
        left, right = self.comparison.left, self.comparison.right
        known = self._headings
        if known is None or known[0] is not left or known[1] is not right:
            from tui_app.core.contents.sections import both_headings

            known = self._headings = left, right, both_headings(left, right)
        return known[2]

    def _make_looks(self) -> None:
        self.looks = RowLooks(
            self.comparison,
            self.marks,
            self.signs,
            self.weak_below,
            provisional=self.provisional,
            since_base=self.since_base,
        )

    # Where the reader is -------------------------------------------------------

    @property
    def cursor(self) -> Cursor:
        """Return the cursor."""
        return self.attention.cursor

    @property
    def row(self) -> int:
        """Return the row under the cursor, from 0."""
        return self.cursor.row

    @property
    def here(self) -> Stay:
        """Return the passage under the cursor: where a jump led, or the row's text."""
        cursor = self.cursor
        aim = cursor.aim
        if aim and aim.side == cursor.side and self.row_at(aim) == cursor.row:
            return aim
        return self.beginning(cursor.row, cursor.side)

    def beginning(self, row: int, side: Side) -> Stay:
        """Return where the row's text begins, on the other side if this is empty."""
        if not self.comparison.rows:
            return Stay(side, 0)
        return Stay(*self.places.offset_of(row, side))

    def row_at(self, stay: Stay) -> int:
        """Return the row that holds the passage, or the one just before it."""
        return self.places.row_at(*stay)

    def looked_at(self) -> Stay | None:
        """Return the hit or the difference the reader is at; None for neither."""
        hits, stop = self.attention.hits, self.attention.stop
        if hits and hits.at is not None:
            return Stay(hits.at.side, hits.at.start)
        return self.shown_at(stop) if stop else None

    # What is to be seen --------------------------------------------------------

    @property
    def hidden(self) -> frozenset[int]:
        """Return the rows that are not shown."""
        return self.attention.reviewed if self.unreviewed_only else _NONE

    def items(self, only: Side | None) -> RowItems:
        """Return what is scrolled; ``only`` names the side of a free pane.

        A free pane folds and hides nothing.
        """
        if only:
            return self._shown.items_of(only)
        one_text = self.options.layout == "original" and not self.provisional
        cover = self.peeking.cover if one_text else None
        return self._shown.items(self.hidden, folded=self.options.folded, cover=cover)

    def row_look(self, row: int, only: Side | None) -> RowLook:
        """Return how the row is to look; ``only`` names the side of a free pane."""
        look = self.looks.row_look(row, self.attention, only)
        cover = self.peeking.cover
        if cover is None or row in cover.lifted:
            return look
        if self.options.layout == "original":
            return look._replace(signs=signs_of_one_text(look.signs))
        return look._replace(covered=cover.covered)

    def next_stop(self, *, forward: bool) -> Stop | None:
        """Return the next difference to stop at, or the one before, of shown rows."""
        if not self.comparison.rows:
            return None
        stops, stop, row = self.looks.stops, self.attention.stop, self.row
        number = stop.number if stop and stop.row == row else (-1 if forward else 0)
        step = stops.after if forward else stops.before
        return step(row, number, self.hidden)

    def stop_with(self, row: int, difference: Difference) -> Stop | None:
        """Return the stop of the row that the difference is part of, if it is one."""
        changes = enumerate(self.looks.stops.of_row(row))
        stops = (Stop(row, n) for n, one in changes if difference in one.differences)
        return next(stops, None)

    def side_of(self, stop: Stop) -> Side:
        """Return the side to see the difference from: the chosen one if it has words.

        Who has left the other side behind stays on this one.
        """
        left, right = map(bool, self.looks.stops.spans(stop))
        if not (left or right):
            row = self.comparison.rows[stop.row]
            left, right = bool(row.left), bool(row.right)
        if self.cursor.apart:
            return self.cursor.side
        if left == right:
            return self.cursor.chosen
        return "left" if left else "right"

    def shown_at(self, stop: Stop, side: Side | None = None) -> Stay | None:
        """Return the character of the difference to have in sight, if it has one.

        It is on the side, the cursor's if none is named, wherever the difference has
        words there.
        """
        left, right = self.looks.stops.spans(stop)
        if not left or (right and (side or self.cursor.side) == "right"):
            return Stay("right", right[0].start) if right else None
        return Stay("left", left[0].start)

    def told_in_words(self, row: int) -> ToldInWords | None:
        """Return how the row stands to the base, ``None`` where nothing is known."""
        changes = self.looks.stops.from_base
        if changes is None:
            return None
        from tui_app.review.details import ToldInWords

        return ToldInWords(self.looks.stops.told(row), changes.base.text)

    def notes_here(self) -> tuple[str, ...]:
        """Return the words of the notes on the row under the cursor.

        There are none while it is not known on which of the new rows they are.
        """
        if self.row not in self.attention.noted:
            return ()
        return tuple(one.note.body for one in self.placed if self.row in one.rows)

    # Other rows, other looks ---------------------------------------------------

    def begin_at(self, stay: Stay, reads: Side | None = None) -> None:
        """Be at this passage before anything has been shown, reading this side."""
        cursor = self.cursor
        cursor.side = reads or stay.side
        cursor.left = cursor.right = self.row_at(stay)
        cursor.aim = stay

    def take(
        self,
        comparison: Comparison,
        *,
        provisional: bool = False,
        seen: Stay | None = None,
    ) -> None:
        """Go on with other rows of the same texts, at the passage one was at.

        ``seen`` is the passage of the cursor's row that is on the screen, where not
        all of the row is. The row numbers of notes and review marks are forgotten:
        they are other rows'.
        """
        cursor, attention = self.cursor, self.attention
        stays = {side: self.beginning(cursor.row_on(side), side) for side in SIDES}
        stays[cursor.side] = seen or self.here
        peeks = self.peeking.peeks_at(cursor.row)
        if self.since_base is not None:
            self.since_base.forget()
        self.peeking.fall()
        self._set(comparison, provisional=provisional)
        attention.stop = None
        attention.noted = attention.reviewed = _NONE
        if attention.hits is not None:
            attention.hits = attention.hits.among(comparison, self.places)
        if attention.linked is not None:
            self.link_words(attention.linked.links_of)
        cursor.left = self.row_at(stays["left"])
        cursor.right = self.row_at(stays["right"])
        cursor.aim = stays[cursor.side]
        if not self.options.free:
            cursor.gather()
        if peeks:
            self.peek()

    def lay(self, options: LayoutOptions) -> None:
        """Lay the pair out otherwise; locked again, both sides are on one row."""
        if self.options.free and not options.free:
            self.cursor.gather()
        self.options = options
        self.peeking.switch(on=options.covers)

    def show_unreviewed_only(self, *, only: bool) -> None:
        """Hide the rows that are reviewed, or hide none."""
        self.unreviewed_only = only

    def snap(self, left: int, right: int) -> None:
        """Be on these rows, as those one was on are folded or hidden."""
        cursor = self.cursor
        if (cursor.left, cursor.right) != (left, right):
            cursor.left, cursor.right = left, right
            self.peeking.go_along(cursor.row)

    def mark(self, marks: MarkOptions) -> None:
        """Mark other differences; one stays where one is while that is visited."""
        stop, stops = self.attention.stop, self.looks.stops
        at = stops.of_row(stop.row)[stop.number] if stop else None
        self.marks = marks
        self._make_looks()
        if stop is not None and at is not None:
            self.attention.stop = self._stop_like(stop, at)

    def _stop_like(self, stop: Stop, at: Phrase) -> Stop | None:
        """Return the stop at the same change among those visited by now."""
        if at.differences:
            return self.stop_with(stop.row, at.differences[0])
        return stop if at in self.looks.stops.of_row(stop.row) else None

    def tell_from_base(self, changes: ChangesFromBase) -> None:
        """Show how the rows stand to the base from now on; one stays where one is."""
        if self.since_base is not None and changes.pair is self.comparison:
            self.since_base.changes = changes
            self.mark(self.marks)

    def silence(self, silenced: frozenset[Silence]) -> bool:
        """Mark, visit and count no more what is silenced; tell whether that is new.

        One stays at the difference one was at, or else before it.
        """
        counting = self.marks.counting
        if counting.silenced == silenced:
            return False
        stop = self.attention.stop
        at = self._beginning_of(stop) if stop else None
        self.mark(self.marks._replace(counting=counting._replace(silenced=silenced)))
        if stop and at:
            self.attention.stop = self._stop_up_to(stop.row, at)
        return True

    def _stop_up_to(self, row: int, at: tuple[Stay, ...]) -> Stop | None:
        """Return the last stop of the row that begins there or before."""
        stops = (Stop(row, n) for n in range(len(self.looks.stops.of_row(row))))
        found = [one for one in stops if self._is_up_to(one, at)]
        return found[-1] if found else None

    def _is_up_to(self, stop: Stop, at: tuple[Stay, ...]) -> bool:
        where = dict(self._beginning_of(stop))
        return any(where.get(side, offset + 1) <= offset for side, offset in at)

    def _beginning_of(self, stop: Stop) -> tuple[Stay, ...]:
        """Return where the difference begins, on each side that has words of it."""
        left, right = self.looks.stops.spans(stop)
        return (
            *(Stay("left", span.start) for span in left[:1]),
            *(Stay("right", span.start) for span in right[:1]),
        )

    def take_notes(
        self,
        placed: Sequence[PlacedNote],
        reviewed: frozenset[int],
        words: NotedWords | None = None,
    ) -> Touched:
        """Show these notes and review marks from now on.

        ``words`` are those that the notes stand on, where they were found before: of a
        hundred thousand notes that takes a second.
        """
        attention, self.placed = self.attention, tuple(placed)
        self.reviewed_count = len(reviewed)
        noted = frozenset(row for one in placed for row in one.rows)
        if words is None:
            words = NotedWords.of(self.comparison, placed)
        touched = (noted ^ attention.noted) | (reviewed ^ attention.reviewed)
        same_words = words == attention.words_noted
        attention.noted, attention.reviewed = noted, reviewed
        attention.words_noted = words
        return touched if same_words else None

    # Going ---------------------------------------------------------------------

    def move(self, row: int) -> frozenset[int]:
        """Put the cursor on a row of its side; on another one it has no aim."""
        cursor, attention = self.cursor, self.attention
        touched = {cursor.left, cursor.right, row}
        self.peeking.go_along(row)
        cursor.move(row, alone=self.options.free)
        if attention.stop and attention.stop.row != row:
            touched.add(attention.stop.row)
            attention.stop = None
        return frozenset(touched)

    def go(
        self, row: int, side: Side | None = None, offset: int | None = None
    ) -> frozenset[int]:
        """Jump to a row, of this side if one is named, and to a character in it."""
        cursor = self.cursor
        touched = {cursor.left, cursor.right}
        if side:
            self.uncover(row, side)
            self.peeking.be_on(side)
        touched |= self.move(row)
        cursor.aim = None if side is None or offset is None else Stay(side, offset)
        return frozenset(touched)

    def stand_at(self, stop: Stop, row: int) -> frozenset[int]:
        """Be at a difference, on a side that has words of it, shown in ``row``."""
        before, self.attention.stop = self.attention.stop, stop
        side = self.side_of(stop)
        self.uncover(row, side)
        self.cursor.lend(side)
        touched = self.move(row)
        if self.shown_at(stop) is None:
            self.cursor.aim = None
        return touched | {before.row} if before else touched

    def cross(self) -> frozenset[int]:
        """Go to the other side; in locked panes this one is left behind on its row.

        Nothing is left behind where only one side is to be seen.
        """
        cursor = self.cursor
        touched = frozenset({cursor.left, cursor.right})
        if self.peeking.on:
            self.peeking.cross()
        else:
            cursor.cross(alone=self.options.free)
        return touched

    def uncover(self, row: int, side: Side | None) -> bool:
        """Lift the cover of a row that one is led to words of; tell whether it lay."""
        return self.peeking.uncover(self.comparison.rows, row, side)

    def peek(self) -> None:
        """Lift the cover of the row under the cursor, or let it fall again."""
        if self.peeking.peeks_at(self.row):
            self.peeking.fall()
        else:
            self.peeking.lift(self.comparison.rows, self.row)

    def gather(self) -> frozenset[int]:
        """Bring the side left behind to the cursor's row."""
        cursor = self.cursor
        if not cursor.apart:
            return _NONE
        touched = frozenset({cursor.left, cursor.right})
        cursor.gather()
        return touched

    # Selecting and searching ---------------------------------------------------

    @property
    def selected(self) -> tuple[Selection, ...]:
        """Return what is selected: at most one stretch of each side."""
        both = (self.attention.kept, self.attention.selection)
        return tuple(one for one in both if one)

    def select(self, selection: Selection | None) -> Touched:
        """Select this; nothing with ``None``. What is kept of this side goes too."""
        attention = self.attention
        kept = attention.kept
        if selection is None or (kept and kept.side == selection.side):
            kept = None
        if (selection, kept) == (attention.selection, attention.kept):
            return _NONE
        attention.selection, attention.kept = selection, kept
        return None

    def keep_selection(self) -> None:
        """Keep what is selected while words of the other side are chosen as well."""
        attention = self.attention
        if attention.selection is not None:
            attention.kept, attention.selection = attention.selection, None

    def link_words(self, links_of: LinksOf | None) -> frozenset[int]:
        """Show which words of the row answer each other across languages, or not."""
        self.attention.linked = links_of and LinkedWords(self.comparison, links_of)
        return frozenset({self.row})

    def step_link(self, by: int) -> frozenset[int]:
        """Choose the next linked word (1) of the row or the one before (-1), if any."""
        linked, cursor = self.attention.linked, self.cursor
        stepped = linked and linked.step(cursor.row, cursor.side, by)
        return frozenset({cursor.row}) if stepped else _NONE

    def find(self, query: Query, row: int = 0) -> Hits:
        """Find the query in both texts; one is at the first hit from the row on.

        Without words there is nothing to find and no search. Raises
        :class:`QueryError`; then there is no search either.
        """
        attention = self.attention
        attention.stop = attention.hits = None
        hits = Hits(self.comparison, self.places, query)
        if query.words:
            attention.hits = hits
        if hits.found:
            hits.current = hits.from_row(row)
        return hits

    def step_hit(self, by: int, *, from_row: int | None = None) -> frozenset[int]:
        """Be at the next hit (1) or the one before (-1), round the end.

        ``from_row``: seen from that row, and not from the hit one was at.
        """
        hits = self.attention.hits
        if hits is None or not hits.found:
            return _NONE
        before = hits.at
        if from_row is not None:
            hits.stand(from_row, by)
        now = hits.step(by)
        return frozenset(hit.row for hit in (before, now) if hit)

    def forget_hits(self) -> None:
        """Leave the search."""
        self.attention.hits = None
