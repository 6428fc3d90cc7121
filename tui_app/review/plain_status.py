"""What the status line says in words alone, and when it may change by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui_app.core.differences.phrases import LEFT_OUT, Grade
from tui_app.core.kinds import FACTS, KINDS
from tui_app.core.text.display import displayable_line
from tui_app.review.counts import Counts
from tui_app.review.review import Review
from tui_app.review.status import Rank, StatusPart, left_parts, status_of


class PlaceOfWords(NamedTuple):
    """Where a reader was when something was said; elsewhere it is said no more."""

    row: int
    side: str
    looked_at: object
    chosen: object
    shown: object


def place_of_words(review: Review) -> PlaceOfWords:
    """Return where the reader is, what they look at and how."""
    cursor, attention = review.cursor, review.attention
    hit = attention.hits and attention.hits.current
    return PlaceOfWords(
        cursor.row,
        cursor.side,
        (attention.stop, hit),
        attention.selection,
        (review.marks, review.options, review.unreviewed_only),
    )


def change_in_words(review: Review) -> str:
    """Return the change that the reader has stopped at, ``""`` for none.

    A screen reader says it as the line changes: nobody has to look for brackets.
    """
    stop = review.attention.stop
    if stop is None:
        return ""
    comparison = review.comparison
    phrase = review.looks.stops.of_row(stop.row)[stop.number]
    left, right = (
        displayable_line(words.replace(LEFT_OUT, " ... "))
        for words in (
            phrase.words("left", comparison.left.text),
            phrase.words("right", comparison.right.text),
        )
    )
    kinds = (KINDS[one.kind].name for one in phrase.differences if one.kind in FACTS)
    name = next(kinds, "fact") if phrase.grade is Grade.FACT else ""
    if not name:
        name = "moved" if phrase.differences and phrase.moved else "change"
    sides = [f"left {left}" if left else "", f"right {right}" if right else ""]
    told = ", ".join(filter(None, sides)) or "the whole row"
    alone = ", only there" if bool(left) != bool(right) else ""
    return f"{name}: {told}{alone}"


def parts_in_words(review: Review, counts: Counts, ring: str) -> list[StatusPart]:
    """Return what is said where nothing else is, the row first.

    Counts are left out until all are known, so that no line changes while one reads it.
    """
    view = review.options.view(0)
    info = status_of(review, counts, view, ring=ring)
    if info.estimated:
        info = info._replace(alike=None, facts=None, wordings=None, one_sided=None)
    told = [
        part._replace(text=part.long or part.text)
        for part in left_parts(info)
        if part.rank is not Rank.ROW
    ]
    row = f"row {info.row} of {info.rows}"
    return [StatusPart(Rank.ROW, row), *_modes(review), *told]


def _modes(review: Review) -> Iterator[StatusPart]:
    """Yield how one reads, as far as it is not the usual way."""
    options, marks = review.options, review.marks
    modes = (
        ("merged", options.layout == "merged"),
        (f"the {review.cursor.chosen} text only", options.layout == "original"),
        ("covered", options.covers and options.layout != "original"),
        ("facts only", marks.facts_only),
        (f"stops at {marks.visits}", marks.visits != "all"),
        (f"stops at {marks.since_base}", marks.since_base is not None),
        ("same rows folded", options.folded),
        ("only rows not reviewed", review.unreviewed_only),
    )
    yield from (StatusPart(Rank.RING, words) for words, is_on in modes if is_on)
