"""What of a row stays, what goes and what comes, to the last character.

Whoever shows both texts as one asks here: the walk over both texts of which redline,
edition and merged text are made, and the reader's merged layout. A word that is marked
as changed does not stay. White space between two things said anew is no reason to cut
them in two; between words that answer one another (*five old* | *six new*) it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui_app.core.chains import longest_rising
from tui_app.core.model import SIDES, Difference, Document, Row, Side, Span

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class StayingRun(NamedTuple):
    """The same characters on both sides: ``length`` of them, from these offsets."""

    left: int
    right: int
    length: int


class RowPiece(NamedTuple):
    """A stretch of both sides: the same characters, or what goes and what comes.

    One of the spans may be empty where nothing stays. ``marked``: a difference is in
    it; what goes and comes without one differs in nothing that a reader is told of,
    such as white space, or one letter written in two ways.
    """

    left: Span
    right: Span
    stays: bool
    marked: bool = False


def row_pieces(
    left: Document, right: Document, row: Row, differences: Sequence[Difference]
) -> Iterator[RowPiece]:
    """Yield the pieces of a row with both sides, from its first to its last units.

    Joined in order, the left spans are the left side and the right spans the right
    one. ``differences`` are those of the row.
    """
    marks = tuple(
        _MarkedPlaces(one.span(side) for one in differences) for side in SIDES
    )
    for ours, theirs, stays in _parted(left, right, row, differences):
        marked = not stays and (marks[0].meet(ours) or marks[1].meet(theirs))
        if ours.start < ours.end or theirs.start < theirs.end:
            yield RowPiece(ours, theirs, stays, marked)


def _parted(
    left: Document, right: Document, row: Row, differences: Sequence[Difference]
) -> Iterator[tuple[Span, Span, bool]]:
    """Yield stretches of both sides, empty ones, too, and whether they stay."""
    (at, end), (there, its_end) = extent(left, row.left), extent(right, row.right)
    runs = staying(left, right, row, differences)
    for start, its_start, length in (*runs, StayingRun(end, its_end, 0)):
        before, after = shared_space(left.text[at:start], right.text[there:its_start])
        yield Span(at, at + before), Span(there, there + before), True
        stop, its_stop = start - after, its_start - after
        yield Span(at + before, stop), Span(there + before, its_stop), False
        at, there = start + length, its_start + length
        yield Span(stop, at), Span(its_stop, there), True


def staying(
    left: Document, right: Document, row: Row, differences: Sequence[Difference]
) -> Iterator[StayingRun]:
    """Yield what stays of a row with both sides: words, the white space between."""
    (start, end), (its_start, its_end) = (
        extent(left, row.left),
        extent(right, row.right),
    )
    if left.text[start:end] == right.text[its_start:its_end]:
        yield StayingRun(start, its_start, end - start)
        return
    ours = _unmarked(left, row.left, "left", differences)
    theirs = _unmarked(right, row.right, "right", differences)
    words = list(_equal_words(ours, theirs))
    blanks = _StayingBlanks(_Blanks(ours), _Blanks(theirs))
    runs = sorted((*words, *blanks.beside_words(words)))
    runs = sorted((*runs, *blanks.beside_answers(differences, runs)))
    yield from _joined(left.text, right.text, runs)


def extent(document: Document, units: Sequence[int]) -> Span:
    """Return the stretch from the first of the units to the last."""
    return Span(document.units[units[0]].start, document.units[units[-1]].end)


def shared_space(one: str, other: str) -> tuple[int, int]:
    """Return how much white space both begin with, and the rest of both ends with."""
    before = _same_space(one, other)
    return before, _same_space(one[before:][::-1], other[before:][::-1])


def _same_space(one: str, other: str) -> int:
    count = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs or not ours.isspace():
            break
        count += 1
    return count


def _unmarked(
    document: Document,
    units: Iterable[int],
    side: Side,
    differences: Iterable[Difference],
) -> list[re.Match[str]]:
    """Return the tokens of one side of a row that stand in no difference."""
    text = document.text
    spans = sorted(filter(None, (one.span(side) for one in differences)))
    tokens: list[re.Match[str]] = []
    marked = iter([*spans, Span(len(text), len(text))])
    mark = next(marked)
    for unit in units:
        start, end = document.units[unit].start, document.units[unit].end
        for token in _TOKEN.finditer(text, start, end):
            while mark.end <= token.start() and mark.start < len(text):
                mark = next(marked)
            if token.end() <= mark.start:
                tokens.append(token)
    return tokens


def _equal_words(
    ours: Iterable[re.Match[str]], theirs: Iterable[re.Match[str]]
) -> Iterator[StayingRun]:
    """Yield what is the same among words and marks, in the order of both sides."""
    from rapidfuzz.distance import LCSseq

    mine, its = (
        [token for token in side if not token[0].isspace()] for side in (ours, theirs)
    )
    left, right = ([token[0] for token in side] for side in (mine, its))
    # Two ways to write "é" are no difference, and not the same characters.
    blocks = [(0, 0, len(left))]
    if left != right:
        equal = (one for one in LCSseq.opcodes(left, right) if one.tag == "equal")
        blocks = [
            (one.src_start, one.dest_start, one.src_end - one.src_start)
            for one in equal
        ]
    for at, there, count in blocks:
        for one, other in zip(mine[at:][:count], its[there:][:count], strict=True):
            yield StayingRun(one.start(), other.start(), len(one[0]))


class _Blanks:
    """The white space of one side that stands in no difference."""

    def __init__(self, tokens: Iterable[re.Match[str]]) -> None:
        blanks = [token for token in tokens if token[0].isspace()]
        self._by_start = {token.start(): token for token in blanks}
        self._by_end = {token.end(): token for token in blanks}

    def before(self, start: int) -> re.Match[str] | None:
        """Return what stands right before words that begin there."""
        return self._by_end.get(start)

    def behind(self, end: int) -> re.Match[str] | None:
        """Return what stands right behind words that end there."""
        return self._by_start.get(end)


class _StayingBlanks:
    """The white space that stays since what is beside it on either side does."""

    def __init__(self, ours: _Blanks, theirs: _Blanks) -> None:
        self._left, self._right = ours, theirs

    def beside_words(self, words: Iterable[StayingRun]) -> Iterator[StayingRun]:
        """Yield what is behind or before words that stay, in order, each once."""
        at = there = 0
        for start, its_start, length in words:
            end, its_end = start + length, its_start + length
            for blank in (self._before(start, its_start), self._behind(end, its_end)):
                if blank and blank.left >= at and blank.right >= there:
                    at, there = blank.left + blank.length, blank.right + blank.length
                    yield blank

    def beside_answers(
        self, differences: Iterable[Difference], runs: Sequence[StayingRun]
    ) -> Iterator[StayingRun]:
        """Yield what is beside words that answer one another, among ``runs``."""
        pairs = [(one.left, one.right) for one in differences if one.left and one.right]
        beside = {self._before(one.start, other.start) for one, other in pairs}
        beside |= {self._behind(one.end, other.end) for one, other in pairs}
        lefts, rights = [run.left for run in runs], [run.right for run in runs]
        found = [
            blank
            for blank in sorted(filter(None, beside), key=_from_the_last)
            if _between_same(lefts, rights, blank)
        ]
        yield from (found[at] for at in longest_rising([run.right for run in found]))

    def _before(self, start: int, its_start: int) -> StayingRun | None:
        return _same(self._left.before(start), self._right.before(its_start))

    def _behind(self, end: int, its_end: int) -> StayingRun | None:
        return _same(self._left.behind(end), self._right.behind(its_end))


def _same(one: re.Match[str] | None, other: re.Match[str] | None) -> StayingRun | None:
    if one is None or other is None or one[0] != other[0]:
        return None
    return StayingRun(one.start(), other.start(), len(one[0]))


def _from_the_last(run: StayingRun) -> tuple[int, int]:
    """Order by the left; of several at one place no two rise on the right."""
    return run.left, -run.right


def _between_same(
    lefts: Sequence[int], rights: Sequence[int], blank: StayingRun
) -> bool:
    """Tell whether it stands between the same two runs on both sides, and is none."""
    at, there = bisect_left(lefts, blank.left), bisect_left(rights, blank.right)
    taken = at < len(lefts) and (lefts[at] == blank.left or rights[at] == blank.right)
    return at == there and not taken


def _joined(
    left: str, right: str, tokens: Iterable[StayingRun]
) -> Iterator[StayingRun]:
    """Yield the runs: tokens with nothing, or the same white space, between."""
    run: StayingRun | None = None
    for one in tokens:
        if run is None:
            run = one
            continue
        between = left[run.left + run.length : one.left]
        if between == right[run.right + run.length : one.right] and (
            not between or between.isspace()
        ):
            run = run._replace(length=one.left + one.length - run.left)
        else:
            yield run
            run = one
    if run is not None:
        yield run


class _MarkedPlaces:
    """The marks of one side, which may lie in one another."""

    def __init__(self, marks: Iterable[Span | None]) -> None:
        spans = sorted(filter(None, marks))
        self._starts = [span.start for span in spans]
        self._ends = list(accumulate((span.end for span in spans), max))

    def meet(self, span: Span) -> bool:
        """Tell whether one of them has characters of the span."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start
