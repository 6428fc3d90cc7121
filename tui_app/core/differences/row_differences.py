"""What differs in a row of two documents, or in two strings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import compress, islice, zip_longest
from typing import Final, NamedTuple

from tui_app.core.collation.collate import collate
from tui_app.core.differences.assembling import assemble, laid_out
from tui_app.core.facts.evidence import DocumentEvidence, RowSurroundings, evidence_of
from tui_app.core.facts.fact_rules import find_facts
from tui_app.core.facts.pair_character import EDITED, PairCharacter, pair_character
from tui_app.core.model import Difference, Document, Relation, Row, Span
from tui_app.core.rows import passage
from tui_app.core.text.characters import same_but_for_space

READ_WHOLE: Final = 60_000
"""Characters of both sides compared at once: about half a second, a second at worst."""

_MOST_ROWS_READ = 600
"""Rows, spread over a book, that tell what kind of pair the documents are."""


def differences(left: str, right: str) -> list[Difference]:
    """Return the differences of two strings that say the same.

    Offsets are code points into the strings; the order is that of the left. What
    lies outside the differences is equal word by word.
    """

    def evidence(exchanged: bool) -> DocumentEvidence:
        return evidence_of(right, left) if exchanged else evidence_of(left, right)

    return find_differences(left, right, evidence)


class RowCollator:
    """Works out the differences of rows of two documents.

    Making one costs nothing; a row costs what its own words cost, and now and
    then a look at its surroundings. ``character`` is asked for what kind of pair
    the documents are; without it one is taken for the other edited.
    """

    def __init__(
        self,
        left: Document,
        right: Document,
        character: Callable[[], PairCharacter] = lambda: EDITED,
    ) -> None:
        self._left = left
        self._right = right
        self._surroundings = RowSurroundings(left.text, right.text, character)

    def differences(self, row: Row) -> tuple[Difference, ...]:
        """Return the differences of ``row``, offsets into the documents' texts.

        A row with one side only, or the same on both, has none. A difference over
        units that are no neighbours comes in parts, tied by their group.
        """
        if row.relation is not Relation.CHANGED or not (row.left and row.right):
            return ()
        left = joined_units(self._left, row.left)
        right = joined_units(self._right, row.right)

        def evidence(exchanged: bool) -> DocumentEvidence:
            return self._surroundings.evidence(
                left.origins[0], right.origins[0], exchanged=exchanged
            )

        if len(left.starts) == len(right.starts) == 1:
            starts = left.origins[0], right.origins[0]
            return tuple(find_differences(left.text, right.text, evidence, starts))
        return tuple(
            placed(find_differences(left.text, right.text, evidence), left, right)
        )

    def read_whole(self) -> None:
        """Read what the documents tell as a whole, else read for the first row."""
        self._surroundings.read_whole()

    def stated(self, row: Row) -> tuple[Difference, ...]:
        """Return the facts that the passage of a row with one side states."""
        if row.left and row.right:
            return ()
        from tui_app.core.facts.stated_facts import stated_facts

        left, right = self._left, self._right
        document, units = (left, row.left) if row.left else (right, row.right)
        alone = joined_units(document, units)
        origin = alone.origins[0]
        evidence = self._surroundings.evidence(
            min(origin, len(left.text)), min(origin, len(right.text)), exchanged=False
        )
        language = evidence.languages[0 if row.left else 1]
        spans = (
            (fact.kind, span)
            for fact, start, end in stated_facts(alone.text, evidence, language)
            for span in alone.spans(Span(start, end))[:1]
        )
        if row.left:
            return tuple(Difference(kind, span, None) for kind, span in spans)
        return tuple(Difference(kind, None, span) for kind, span in spans)


def character_of(left: Document, right: Document, rows: Sequence[Row]) -> PairCharacter:
    """Return what kind of pair two documents are, read off some of their rows."""
    linked = bytes(bool(row.left and row.right) for row in rows)
    every = max(1, -(-sum(linked) // _MOST_ROWS_READ))
    numbers = islice(compress(range(len(rows)), linked), 0, None, every)
    return pair_character(
        left.text,
        right.text,
        (
            (passage(left, row.left), passage(right, row.right))
            for row in map(rows.__getitem__, numbers)
        ),
    )


def placed(
    found: Sequence[Difference], left: JoinedUnits, right: JoinedUnits
) -> list[Difference]:
    """Return the differences, cut where units are no neighbours, where these stand."""
    group = 1 + max((one.group for one in found if one.group is not None), default=-1)
    placed: list[Difference] = []
    for one in found:
        parts = list(zip_longest(_spans(left, one.left), _spans(right, one.right)))
        tie = one.group
        if len(parts) > 1 and tie is None:
            tie, group = group, group + 1
        placed += [
            Difference(one.kind, ours, theirs, tie, one.quotation)
            for ours, theirs in parts
        ]
    return placed


def _spans(passage: JoinedUnits, span: Span | None) -> Sequence[Span]:
    return passage.spans(span) if span else ()


def find_differences(
    left: str,
    right: str,
    evidence: Callable[[bool], DocumentEvidence],
    starts: tuple[int, int] = (0, 0),
) -> list[Difference]:
    """Return the differences of two passages, in the order of the left.

    Offsets are those of documents in which the passages begin at ``starts``.
    ``evidence`` is asked with whether the sides are exchanged: two passages are
    always compared the same way round, whatever side they stand on, so that
    exchanging the sides mirrors the result and changes nothing else. What is too
    long to be compared at once is compared piece by piece.
    """
    if same_but_for_space(left, right):
        return []
    if len(left) + len(right) > READ_WHOLE:
        from tui_app.core.differences.long_passages import find_piecewise

        once = cache(evidence)

        def compare(one: str, other: str) -> list[Difference]:
            return _find(one, other, once, (0, 0))

        return find_piecewise(left, right, starts, compare, READ_WHOLE)
    return _find(left, right, evidence, starts)


def _find(
    left: str,
    right: str,
    evidence: Callable[[bool], DocumentEvidence],
    starts: tuple[int, int],
) -> list[Difference]:
    exchanged = (len(left), left) > (len(right), right)
    if exchanged:
        left, right = right, left
    collation = collate(left, right)
    found = find_facts(collation, evidence(exchanged))
    pieces = assemble(collation, found)
    return laid_out(collation, pieces, starts, exchanged=exchanged)


class JoinedUnits(NamedTuple):
    """Units of a document joined to one text.

    ``starts`` are the places in ``text`` where a stretch of the document begins
    that stands unbroken, ``origins`` their places in the document.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def spans(self, span: Span) -> list[Span]:
        """Return where ``span`` of the passage stands in the document.

        It is cut where the units are not neighbours in the document. White space
        at a cut is left out; the list is empty only if nothing else was there.
        """
        if len(self.starts) == 1:
            origin = self.origins[0]
            return [Span(span.start + origin, span.end + origin)]
        found = []
        first = bisect_right(self.starts, span.start) - 1
        last = bisect_right(self.starts, span.end - 1) - 1
        for number in range(first, last + 1):
            start = max(span.start, self.starts[number])
            end = span.end
            if number < last:
                end = self.starts[number + 1]
            text = self.text[start:end]
            start += len(text) - len(text.lstrip())
            end -= len(text) - len(text.rstrip())
            shift = self.origins[number] - self.starts[number]
            if start < end:
                found.append(Span(start + shift, end + shift))
        return found


def joined_units(document: Document, units: Sequence[int]) -> JoinedUnits:
    """Return the units as one text, in the order given."""
    if len(units) == 1:
        unit = document.units[units[0]]
        return JoinedUnits(document.text[unit.start : unit.end], (0,), (unit.start,))
    stretches: list[tuple[int, int]] = []
    last = None
    for number in units:
        unit = document.units[number]
        if last is not None and number == last + 1 and _meet(document, last, number):
            stretches[-1] = (stretches[-1][0], unit.end)
        else:
            stretches.append((unit.start, unit.end))
        last = number
    starts, length = [], 0
    for start, end in stretches:
        starts.append(length)
        length += end - start + 1
    text = " ".join(document.text[start:end] for start, end in stretches)
    return JoinedUnits(text, tuple(starts), tuple(start for start, _ in stretches))


def _meet(document: Document, one: int, other: int) -> bool:
    """Tell whether only white space stands between the units."""
    between = document.text[document.units[one].end : document.units[other].start]
    return document.units[one].end <= document.units[other].start and (
        not between.strip()
    )
