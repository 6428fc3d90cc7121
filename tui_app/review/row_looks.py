"""How each row is to look, from all that is known about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.differences.phrases import Grade, Phrase, WordStretch, worth_marking
from tui_app.core.kinds import FACTS
from tui_app.core.model import Relation, Side, Span, opposite
from tui_app.core.text.display import hidden
from tui_app.review.cursor import Attention
from tui_app.review.looks import Mark, look_of_grade
from tui_app.review.noted_words import NotedWords
from tui_app.review.options import SIGNS_SINCE_BASE, MarkOptions
from tui_app.review.signs import (
    FACT,
    NO_SIGN,
    NOTE,
    REVIEWED,
    Sign,
    Signs,
    moved_sign,
    row_sign,
    signs_since_base,
)
from tui_app.review.since_base import SinceBase
from tui_app.review.stops import Stops, is_comparable

_LOUD = 48
"""Characters of the change one is at up to which all of it is loud: eight words."""

_HEAD = 24
"""Characters of a longer one that are, so that the eye finds where it begins."""

_TAIL = 16
"""Characters at its end that are as well, so that one sees where that is."""

_KNOWN = 64
"""Sides of rows of which it is known what is shown as something else."""


def row_marks(stops: Stops, row: int, side: Side) -> Iterator[Mark]:
    """Yield the marks of one side of the row, offsets into that side's text.

    The least come first: what is painted later lies on top.
    """
    comparison, options = stops.comparison, stops.options
    content = comparison.rows[row]
    if content.relation in {Relation.LEFT_ONLY, Relation.RIGHT_ONLY}:
        if not options.facts_only and options.words != "facts":
            yield from _whole(comparison, row, side)
    elif options.lowest is not None:
        found = worth_marking(stops.phrases(row), small=options.small)
        for one in sorted(found, key=attrgetter("grade")):
            yield from _phrase_marks(one, side, options)
        if options.small and not options.facts_only:
            yield from _fine_marks(stops, row, side)


def _whole(comparison: Comparison, row: int, side: Side) -> Iterator[Mark]:
    content = comparison.rows[row]
    document = comparison.document(side)
    for number in content.units(side):
        unit = document.units[number]
        yield Mark(unit.start, unit.end, f"whole-{side}")


def _phrase_marks(phrase: Phrase, side: Side, options: MarkOptions) -> Iterator[Mark]:
    """Yield its marks from the level on, small ones within another only at the last."""
    for span, grade in stretches_marked(phrase, side, options):
        look = look_of_grade(grade, side, moved=phrase.moved)
        yield Mark(span.start, span.end, look)


def stretches_marked(
    phrase: Phrase, side: Side, options: MarkOptions
) -> Iterator[WordStretch]:
    """Yield what of a phrase is marked at the level in force."""
    lowest = options.lowest
    for one in phrase.stretches(side):
        asked = one.grade is phrase.grade is Grade.SMALL or options.small
        seen = Grade.WORDING if one.grade is Grade.SMALL and asked else one.grade
        if lowest is not None and seen >= lowest:
            yield one


def _fine_marks(stops: Stops, row: int, side: Side) -> Iterator[Mark]:
    """Yield the letters that differ, and what the settings leave out of the count."""
    comparison, options = stops.comparison, stops.options
    if not is_comparable(comparison, row):
        return
    for one in comparison.differences(row):
        span = one.span(side)
        if span is None or one.kind not in options.kinds:
            continue
        if not options.counting.counts(one, comparison.left, comparison.right):
            yield Mark(span.start, span.end, "uncounted")
            continue
        for letters in comparison.letters(one)[0 if side == "left" else 1]:
            yield Mark(letters.start, letters.end, "letters")


class RowLook(NamedTuple):
    """How a row is to look: marks by side, signs, and where the cursors are.

    ``cursor`` is the side the cursor is on (``None``: on another row), ``apart``
    the side on which a cursor was left behind here, ``empty`` the one without words,
    ``covered`` the one whose words are not to be seen.
    """

    left: Sequence[Mark] = ()
    right: Sequence[Mark] = ()
    signs: tuple[tuple[str, str], ...] = ()
    cursor: Side | None = None
    apart: Side | None = None
    empty: Side | None = None
    covered: Side | None = None

    def marks(self, side: Side) -> Sequence[Mark]:
        """Return the marks of one side."""
        return self.left if side == "left" else self.right


class RowLooks:
    """Makes the look of a row."""

    def __init__(
        self,
        comparison: Comparison,
        options: MarkOptions,
        signs: Signs,
        weak_below: float,
        *,
        provisional: bool,
        since_base: SinceBase | None = None,
    ) -> None:
        self.comparison = comparison
        self._has_base = since_base is not None
        changes = since_base.changes if since_base else None
        self.stops = Stops(comparison, options, changes)
        self._signs = signs
        self._weak_below = weak_below
        self._provisional = provisional
        self._hidden: dict[tuple[int, Side], tuple[Mark, ...]] = {}

    def row_look(self, row: int, attention: Attention, only: Side | None) -> RowLook:
        """Return the look; ``only`` names the side where a pane has just one."""
        cursor = attention.cursor
        here: Side | None = cursor.side if cursor.row == row else None
        other = opposite(cursor.side)
        apart = other if cursor.other_row == row and here is None else None
        if only and only != here:
            here, apart = None, apart if apart == only else None
        if only and only != cursor.side and cursor.other_row == row:
            apart = only
        return RowLook(
            tuple(self._marks(row, "left", attention)),
            tuple(self._marks(row, "right", attention)),
            ()
            if self._provisional
            else tuple(map(self._signs.cell, self._row_signs(row, attention))),
            here,
            apart,
            self._empty(row),
        )

    def _empty(self, row: int) -> Side | None:
        relation = self.comparison.rows[row].relation
        if relation is Relation.LEFT_ONLY:
            return "right"
        return "left" if relation is Relation.RIGHT_ONLY else None

    def _marks(self, row: int, side: Side, attention: Attention) -> Iterator[Mark]:
        yield from self._noted_marks(row, side, attention.words_noted)
        linked = attention.linked if row == attention.cursor.row else None
        if linked:
            yield from linked.faint_marks(row, side)
        if not self._provisional:
            yield from row_marks(self.stops, row, side)
        yield from self._hidden_marks(row, side)
        yield from self._marks_of_attention(row, side, attention)
        if linked:
            selected = [one for one in (attention.kept, attention.selection) if one]
            yield from linked.chosen_marks(row, side, selected)

    def _noted_marks(self, row: int, side: Side, words: NotedWords) -> Iterator[Mark]:
        numbers = self.comparison.rows[row].units(side)
        if numbers:
            units = self.comparison.document(side).units
            start, end = units[numbers[0]].start, units[numbers[-1]].end
            for span in words.touching(side, start, end):
                yield Mark(span.start, span.end, "noted")

    def _hidden_marks(self, row: int, side: Side) -> tuple[Mark, ...]:
        """Return the marks of what is shown as something else.

        A long row is not read for them each time that the cursor moves in it.
        """
        known = self._hidden.get((row, side))
        if known is None:
            if len(self._hidden) >= _KNOWN:
                self._hidden.clear()
            known = tuple(_hidden_marks(self.comparison, row, side))
            self._hidden[row, side] = known
        return known

    def _marks_of_attention(
        self, row: int, side: Side, attention: Attention
    ) -> Iterator[Mark]:
        """Yield the marks of what was searched, stopped at and selected."""
        if attention.hits:
            yield from attention.hits.marks(row, side)
        stop = attention.stop
        if stop and stop.row == row:
            left, right = self.stops.spans(stop)
            yield from self._current(side, left if side == "left" else right)
        for chosen in (attention.kept, attention.selection):
            if chosen and chosen.side == side:
                yield Mark(chosen.span.start, chosen.span.end, "selection")

    def _current(self, side: Side, spans: Sequence[Span]) -> Iterator[Mark]:
        """Yield the marks of a change; of a long one only the ends are loud."""
        loud, rest = f"current-{side}", f"current-rest-{side}"
        if sum(span.end - span.start for span in spans) <= _LOUD:
            yield from (Mark(span.start, span.end, loud) for span in spans)
            return
        first, last = spans[0], spans[-1]
        head = self._after_first_words(side, first)
        tail = max(head, self._before_last_word(side, last))
        yield Mark(first.start, head, loud)
        for span in spans:
            start, end = max(span.start, head), min(span.end, tail)
            if start < end:
                yield Mark(start, end, rest)
        if tail < last.end:
            yield Mark(tail, last.end, loud)

    def _after_first_words(self, side: Side, span: Span) -> int:
        text = self.comparison.document(side).text
        most = min(span.end, span.start + _HEAD)
        if most == span.end:
            return most
        space = text.rfind(" ", span.start, most + 1)
        return most if space < 0 else space

    def _before_last_word(self, side: Side, span: Span) -> int:
        text = self.comparison.document(side).text
        least = max(span.start, span.end - _TAIL)
        return max(least, text.rfind(" ", least, span.end) + 1)

    def _row_signs(self, row: int, attention: Attention) -> Iterator[Sign]:
        rows = self.comparison.rows
        yield row_sign(rows[row], self._weak_below)
        yield moved_sign(rows, row)
        yield FACT if self.has_fact(row) else NO_SIGN
        yield NOTE if row in attention.noted else NO_SIGN
        yield REVIEWED if row in attention.reviewed else NO_SIGN
        if self._has_base:
            found = signs_since_base(self.stops.told(row).statuses)
            yield from (*found, NO_SIGN, NO_SIGN)[:SIGNS_SINCE_BASE]

    def has_fact(self, row: int) -> bool:
        """Tell whether a fact differs in the row."""
        if self._provisional or not is_comparable(self.comparison, row):
            return False
        comparison, counting = self.comparison, self.stops.options.counting
        return any(
            one.kind in FACTS
            and counting.counts(one, comparison.left, comparison.right)
            for one in comparison.differences(row)
        )


def _hidden_marks(comparison: Comparison, row: int, side: Side) -> Iterator[Mark]:
    content = comparison.rows[row]
    document = comparison.document(side)
    for number in content.units(side):
        unit = document.units[number]
        for span in hidden(document, unit.start, unit.end):
            yield Mark(span.start, span.end, "hidden")
