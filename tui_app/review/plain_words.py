"""What is said of a row in words alone: how it stands, which of its words differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.differences.phrases import Grade, Phrase, worth_marking
from tui_app.core.kinds import FACTS, KINDS
from tui_app.core.model import Relation, Row, Side
from tui_app.core.text.plurals import counted
from tui_app.review.review import Review
from tui_app.review.row_looks import stretches_marked
from tui_app.review.signs import (
    CERTAIN,
    NO_SIGN,
    moved_sign,
    relation_word,
    row_sign,
    signs_since_base,
)
from tui_app.review.stops import Stops, is_comparable

ROW_TOLD = (
    ("Row 12", "which of all rows it is"),
    ("the same, changed", "how both sides stand"),
    ("only on the left", "the right has nothing"),
    ("link weak", "perhaps no counterparts"),
    ("moved", "elsewhere in the other text"),
    ("fact differs: number", "of which kind"),
    ("2 notes, reviewed", "your own work"),
    ("Left, Right, Both", "whose words follow"),
)
"""What is said of a row, with what it means: each on a narrow line."""

BRACKETS_TOLD = (
    ("[number: 25]", "a changed fact"),
    ("[only left: he said]", "a passage"),
    ("[moved: for years]", "moved words"),
    ("[said]", "other words for it"),
    ("[left: 25] [right: 27]", "merged"),
)
"""How what differs is marked, with what it means."""

BOTH = "Both"
"""What a passage is called that both sides have."""


def row_in_words(review: Review, row: int) -> str:
    """Return what row it is and how it stands, the weightiest first."""
    return f"Row {row + 1}, {', '.join(_states(review, row))}."


def _states(review: Review, row: int) -> Iterator[str]:
    if review.provisional:
        yield "not aligned yet"
        return
    comparison, attention = review.comparison, review.attention
    yield from _relation(comparison, row, review.weak_below)
    yield from _facts(review, row)
    if row in attention.noted:
        notes = sum(row in one.rows for one in review.placed)
        yield counted(notes, "note", "notes")
    if row in attention.reviewed:
        yield "reviewed"
    if review.since_base is not None:
        statuses = review.looks.stops.told(row).statuses
        yield from (sign.word for sign in signs_since_base(statuses))


def _relation(comparison: Comparison, row: int, weak_below: float) -> Iterator[str]:
    rows = comparison.rows
    across = comparison.translation is not None
    yield relation_word(rows[row].relation, across=across)
    certainty = row_sign(rows[row], weak_below)
    if rows[row].relation is Relation.CHANGED and certainty not in {CERTAIN, NO_SIGN}:
        yield certainty.word
    if moved := moved_sign(rows, row).word:
        yield moved


def _facts(review: Review, row: int) -> Iterator[str]:
    """Yield which facts differ, each kind once, or that it is not known."""
    comparison, counting = review.comparison, review.marks.counting
    if not comparison.may_differ(row):
        return
    if not is_comparable(comparison, row):
        yield "too long to be marked here"
        return
    left, right = comparison.left, comparison.right
    kinds = dict.fromkeys(
        KINDS[one.kind].name
        for one in comparison.differences(row)
        if one.kind in FACTS and counting.counts(one, left, right)
    )
    if kinds:
        differ = "fact differs" if len(kinds) == 1 else "facts differ"
        yield f"{differ}: {' and '.join(kinds)}"


def sides_told(row: Row, sides: Sequence[Side]) -> Iterator[tuple[str, Side]]:
    """Yield the passages of the row that have words, each with what it is called."""
    if row.relation is Relation.SAME and len(sides) > 1:
        yield BOTH, sides[0]
        return
    for side in sides:
        if row.units(side):
            yield side.capitalize(), side


_BEFORE_WORDS = " \t\n,;:.!?"
"""What a stretch need not begin with: it ends what stands before."""


class ToldStretch(NamedTuple):
    """``start`` to ``end`` of a text differs; ``word`` says how, if it says it."""

    start: int
    end: int
    word: str


def told_stretches(stops: Stops, row: int, side: Side) -> list[ToldStretch]:
    """Return what is marked of one side of the row at the level of marks in force.

    They follow one another and do not overlap: of marks that do the weightiest counts.
    """
    options = stops.options
    if options.lowest is None or not is_comparable(stops.comparison, row):
        return []
    found = worth_marking(stops.phrases(row), small=options.small)
    marked = [
        _Marked(span.start, span.end, (number, _word(phrase, grade, side)))
        for number, phrase in enumerate(sorted(found, key=attrgetter("grade")))
        for span, grade in stretches_marked(phrase, side, options)
    ]
    return list(_told(_apart(marked), stops.comparison.document(side).text))


class _Marked(NamedTuple):
    """A stretch and the phrase that marks it: its number, and the word for it."""

    start: int
    end: int
    by: tuple[int, str]


def _apart(marked: Sequence[_Marked]) -> Iterator[_Marked]:
    """Yield stretches that do not overlap, each by the last that marks it."""
    run: _Marked | None = None
    cuts = sorted({cut for one in marked for cut in (one.start, one.end)})
    for start, end in pairwise(cuts):
        over = (one for one in reversed(marked) if one.start < end and one.end > start)
        top = next(over, None)
        if run and top and top.by == run.by and run.end == start:
            run = run._replace(end=end)
            continue
        if run:
            yield run
        run = top and _Marked(start, end, top.by)
    if run:
        yield run


def _told(marked: Iterable[_Marked], text: str) -> Iterator[ToldStretch]:
    """Yield the stretches without blanks at their ends, nor a comma before words."""
    for start, end, (_, word) in marked:
        words = text[start:end]
        first = start + len(words) - len(words.lstrip(_BEFORE_WORDS) or words.lstrip())
        last = end - len(words) + len(words.rstrip())
        if first < last:
            yield ToldStretch(first, last, word)


def _word(phrase: Phrase, grade: Grade, side: Side) -> str:
    if grade is Grade.FACT:
        kinds = (one.kind for one in phrase.differences)
        return next((KINDS[kind].name for kind in kinds if kind in FACTS), "fact")
    if grade is Grade.PASSAGE:
        return f"only {side}"
    return "moved" if phrase.moved else ""
