"""The concordance: every passage of both texts that holds a word, with its counterpart.

How did the other text say this, each time? An occurrence is the word on one side, or
on both sides of a row; what else stands for it on a side that does not hold it is
told by ``answering_words``, passage by passage, when it is asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Final, NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import SIDES, Side, Span
from tui_app.core.row_places import RowPlaces
from tui_app.core.text.two_languages import named_languages
from tui_app.core.word_forms import find_forms, has_forms

MOST: Final = 5_000
"""Occurrences of one side that are listed; a Bible has ten times as many *and*."""


class Sought(NamedTuple):
    """What a concordance is asked for: words, in which forms, on which sides.

    ``exact`` takes the words as they are written, capitals apart.
    """

    words: str
    exact: bool = False
    sides: tuple[Side, ...] = SIDES


class Occurrence(NamedTuple):
    """Where the words stand in a row, offsets into both texts.

    Only one side may hold them; what stands beside each other on both is one
    occurrence.
    """

    row: int
    left: Span | None
    right: Span | None

    def span(self, side: Side) -> Span | None:
        """Return the words on that side."""
        return self.left if side == "left" else self.right

    @property
    def side(self) -> Side:
        """Return the side that holds the words, the left if both do."""
        return "left" if self.left else "right"


class Concordance(NamedTuple):
    """All occurrences in the order of the rows.

    ``forms`` tells of each side which forms are there, in small letters, and how often;
    ``inflected`` whether other forms than the one sought were looked for;
    ``cut_short`` that there are more than ``MOST`` on one side, which are left out.
    """

    sought: Sought
    occurrences: tuple[Occurrence, ...]
    forms: tuple[Counter[str], Counter[str]]
    inflected: bool
    cut_short: bool


def concordance(
    comparison: Comparison, places: RowPlaces, sought: Sought
) -> Concordance:
    """Return where the words stand in both texts.

    Time grows with the texts, some hundredths of a second for a Bible, and not with
    their rows.
    """
    languages = languages_of(comparison)
    found = {
        side: _spans(comparison, side, sought, language)
        for side, language in zip(SIDES, languages, strict=True)
    }
    by_row = {side: _by_row(places, side, found[side]) for side in SIDES}
    cut = [side for side in SIDES if len(found[side]) >= MOST]
    # Beyond the last of a side that was cut short the other would seem alone.
    last = min((max(by_row[side]) for side in cut), default=len(comparison.rows))
    rows = sorted(row for row in {*by_row["left"], *by_row["right"]} if row <= last)
    return Concordance(
        sought,
        tuple(
            one
            for row in rows
            for one in _occurrences(
                comparison, row, *(by_row[side].get(row, ()) for side in SIDES)
            )
        ),
        (
            _forms(comparison.left.text, found["left"]),
            _forms(comparison.right.text, found["right"]),
        ),
        not sought.exact and any(has_forms(sought.words, one) for one in languages),
        bool(cut),
    )


def concordance_of(
    comparison: Comparison, sought: Sought, occurrences: Sequence[Occurrence]
) -> Concordance:
    """Return a concordance of occurrences that are known already."""
    left, right = (
        _forms(
            comparison.document(side).text,
            [span for one in occurrences if (span := one.span(side))],
        )
        for side in SIDES
    )
    return Concordance(
        sought, tuple(occurrences), (left, right), inflected=True, cut_short=False
    )


def languages_of(comparison: Comparison) -> tuple[str, str]:
    """Return the languages of both texts, empty where they cannot be told."""
    translation = comparison.translation
    if translation is not None:
        return translation.languages
    left, right = named_languages(comparison.left.text, comparison.right.text)
    return left or right, right or left


def _spans(
    comparison: Comparison, side: Side, sought: Sought, language: str
) -> list[Span]:
    if side not in sought.sides:
        return []
    text = comparison.document(side).text
    found = find_forms(text, sought.words, language, exact=sought.exact)
    return list(islice(found, MOST))


def _by_row(
    places: RowPlaces, side: Side, spans: Sequence[Span]
) -> dict[int, list[Span]]:
    found: defaultdict[int, list[Span]] = defaultdict(list)
    rows = places.rows_at(side, [span.start for span in spans])
    for row, span in zip(rows, spans, strict=True):
        found[row].append(span)
    return found


def _forms(text: str, spans: Sequence[Span]) -> Counter[str]:
    return Counter(" ".join(text[start:end].lower().split()) for start, end in spans)


def _occurrences(
    comparison: Comparison, row: int, left: Sequence[Span], right: Sequence[Span]
) -> Iterator[Occurrence]:
    """Yield the occurrences of one row: those beside each other are one."""
    if len(left) == len(right):
        yield from map(partial(Occurrence, row), left, right)
        return
    ours = _shares(comparison, "left", row, left)
    theirs = _shares(comparison, "right", row, right)
    if len(left) >= len(right):
        beside = dict(zip(_nearest(theirs, ours), right, strict=True))
        for number, span in enumerate(left):
            yield Occurrence(row, span, beside.get(number))
    else:
        beside = dict(zip(_nearest(ours, theirs), left, strict=True))
        for number, span in enumerate(right):
            yield Occurrence(row, beside.get(number), span)


def _shares(
    comparison: Comparison, side: Side, row: int, spans: Sequence[Span]
) -> list[float]:
    """Return how far into the passage each stands, 0 to 1."""
    document = comparison.document(side)
    units = comparison.rows[row].units(side)
    if not (units and spans):
        return [0.0] * len(spans)
    start, end = document.units[units[0]].start, document.units[units[-1]].end
    return [(span.start - start) / max(1, end - start) for span in spans]


def _nearest(few: Sequence[float], many: Sequence[float]) -> list[int]:
    """Return for each of the few the number of one of the many, in order.

    Each is the nearest that leaves enough for those after it.
    """
    chosen: list[int] = []
    first = 0
    for done, share in enumerate(few):
        free = range(first, len(many) - (len(few) - done) + 1)
        at = bisect_left(many, share, free.start, free.stop)
        near = [number for number in (at - 1, at) if number in free]
        chosen.append(min(near, key=lambda number: abs(many[number] - share)))
        first = chosen[-1] + 1
    return chosen
