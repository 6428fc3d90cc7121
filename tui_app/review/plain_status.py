"""What the status line says in words alone, and when it may change by itself."""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.differences.phrases import LEFT_OUT, Grade
from tui_app.core.kinds import FACTS, KINDS
from tui_app.core.text.display import displayable_line
from tui_app.review.counts import Counts
from tui_app.review.review import Review
from tui_app.review.status import (
    Rank,
    StatusInfo,
    StatusPart,
    left_parts,
    status_of,
)


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


class ToldChange(NamedTuple):
    """What a change is, and its words on either side; none where it is a whole row."""

    name: str
    left: str
    right: str


def change_in_words(review: Review) -> ToldChange | None:
    """Return the change that the reader has stopped at.

    A screen reader says it as the line changes: nobody has to look for brackets.
    """
    stop = review.attention.stop
    if stop is None:
        return None
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
    return ToldChange(name, left, right)


def selection_in_words(review: Review) -> str:
    """Return the words that are selected last, ``""`` for none."""
    chosen = review.attention.selection
    if chosen is None:
        return ""
    words = chosen.text(review.comparison.document(chosen.side))
    return f"selected: {displayable_line(' '.join(words.split()))}"


def place_in_words(review: Review, counts: Counts) -> str:
    """Return which row it is, and which of the changes where one has stopped at one.

    Nothing more: it is said at each step.
    """
    row = f"row {review.row + 1} of {len(review.comparison.rows)}"
    if review.attention.stop is None:
        return row
    parts = _parts(status_of(review, counts, review.options.view(0)))
    stops = [part.text for part in parts if part.rank is Rank.TO_GO]
    return ", ".join([*stops, row])


def pair_in_words(review: Review, counts: Counts, ring: str) -> list[StatusPart]:
    """Return how the pair is read, and what there is to tell of all of it.

    Counts are left out until all are known, so that no line changes while one reads it.
    """
    info = status_of(review, counts, review.options.view(0), ring=ring)
    said = (
        mode.text if mode.in_words is None else mode.in_words for mode in info.modes
    )
    modes = [StatusPart(Rank.ROW, words) for words in said if words]
    of_places = {Rank.ROW, Rank.TO_GO}
    return [*modes, *(part for part in _parts(info) if part.rank not in of_places)]


def _parts(info: StatusInfo) -> list[StatusPart]:
    if info.estimated:
        info = info._replace(alike=None, facts=None, wordings=None, one_sided=None)
    return [part for one in left_parts(info) if (part := one.in_full).text]
