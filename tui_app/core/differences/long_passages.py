"""How passages too long for one collation are compared: piece by piece."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from rapidfuzz.distance import Indel

from tui_app.core.chains import longest_rising
from tui_app.core.collation.sequence import SHORTCUT_CELLS
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Span
from tui_app.core.text.characters import UNSPACED_SET

_MOST_SEARCHED: Final = 1 << 25

"""Characters of both sides in which anchors are looked for."""

_BITS: Final = 21
"""Of the number of a kind of word: three fill a number of the processor."""

_PIECE: Final = 2_000

_LONGEST_PIECE: Final = 6_000

"""Characters of both sides; so much without an anchor has little in common, or says
the same again and again."""

_RUN: Final = 3
"""Words that are the same on both sides and may hold what stands beside them."""

_WORD = re.compile(rf"[{UNSPACED_SET}]|[^\s{UNSPACED_SET}]+")

Compare = Callable[[str, str], list[Difference]]

LinePair = tuple[int, int]


def find_piecewise(
    left: str, right: str, starts: tuple[int, int], compare: Compare, to_spend: int
) -> list[Difference]:
    """Return the differences of long passages, in the order of both.

    Offsets are those of documents in which the passages begin at ``starts``.
    ``compare`` finds those of a piece, until ``to_spend`` characters of both sides
    were compared. Exchanging the sides mirrors the result.
    """
    sides = _Words(left), _Words(right)
    found: list[Difference] = []
    group = 0
    for anchors in _pieces(*sides, _with_closer_ones(*sides, _anchors(*sides))):
        (i, j), (k, m) = anchors[0], anchors[-1]
        ours, theirs = sides[0].span(i, k), sides[1].span(j, m)
        texts = left[ours.start : ours.end], right[theirs.start : theirs.end]
        size = len(texts[0]) + len(texts[1])
        if texts[0] == texts[1]:
            continue
        if size > min(to_spend, _LONGEST_PIECE):
            found += [_shifted(one, *starts) for one in _roughly(*sides, anchors)]
            continue
        to_spend -= size
        by, by_there = starts[0] + ours.start, starts[1] + theirs.start
        here = [_shifted(one, by, by_there, group) for one in compare(*texts)]
        group = max(
            (g + 1 for one in here if (g := one.group) is not None), default=group
        )
        found += here
    return found


class _Words:
    """The words of a text: what white space parts, or else single characters.

    Each kind of word is kept once, and where words stand as bare numbers: a line of
    ten megabytes has more than a million.
    """

    def __init__(self, text: str) -> None:
        self.size = len(text)
        self.texts = list[str]()
        self._starts, self._ends = array("q"), array("q")
        kinds = dict[str, str]()
        for match in _WORD.finditer(text):
            self.texts.append(kinds.setdefault(match[0], match[0]))
            self._starts.append(match.start())
            self._ends.append(match.end())

    def __len__(self) -> int:
        return len(self.texts)

    def span(self, first: int, stop: int) -> Span:
        """Return the stretch from a word up to before another, without margins."""
        if first >= stop:
            at = self._starts[first] if first < len(self) else self.size
            return Span(at, at)
        return Span(self._starts[first], self._ends[stop - 1])


def _anchors(left: _Words, right: _Words) -> Iterable[LinePair]:
    """Return word numbers, rising on both sides, where three words are the same."""
    if left.size + right.size > _MOST_SEARCHED:
        return []
    # Of chains equally long the same one, whichever side is called the left.
    if (left.size, left.texts) <= (right.size, right.texts):
        return _shared_once(left.texts, right.texts)
    return ((i, j) for j, i in _shared_once(right.texts, left.texts))


def _shared_once(one: Sequence[str], other: Sequence[str]) -> Iterable[LinePair]:
    """Return where runs of three words stand that each side has just once.

    They are a longest chain that rises on both sides.
    """
    import numpy as np

    kinds = dict.fromkeys(one) | dict.fromkeys(other)
    if len(kinds) >> _BITS:
        return []
    number_of = {word: number for number, word in enumerate(kinds)}
    found = []
    for side in (one, other):
        said = np.fromiter(map(number_of.__getitem__, side), np.int64, len(side))
        runs = (said[:-2] << 2 * _BITS) | (said[1:-1] << _BITS) | said[2:]
        runs, places, counts = np.unique(runs, return_index=True, return_counts=True)
        found.append((runs[counts == 1], places[counts == 1]))
    (ours, at), (theirs, there) = found
    _, these, those = np.intersect1d(
        ours, theirs, assume_unique=True, return_indices=True
    )
    order = np.argsort(at[these])
    at, there = at[these][order], there[those][order]
    chain = longest_rising(there.tolist())
    return zip(at[chain].tolist(), there[chain].tolist(), strict=True)


def _with_closer_ones(
    left: _Words, right: _Words, anchors: Iterable[LinePair]
) -> Iterator[LinePair]:
    """Yield the anchors; where two are far apart, also what is the same between them.

    There nothing is said just once, as in a passage that says the same again and again.
    """
    ends = len(left), len(right)
    for begin, end in pairwise(chain([(0, 0)], anchors, [ends])):
        apart = max(end[0] - begin[0], end[1] - begin[1]) > 1
        if apart and _characters(left, right, begin, end) > _LONGEST_PIECE:
            yield from _in_same_order(left, right, begin, end)
        if end != ends:
            yield end


def _characters(left: _Words, right: _Words, begin: LinePair, end: LinePair) -> int:
    ours, theirs = left.span(begin[0], end[0]), right.span(begin[1], end[1])
    return ours.end - ours.start + theirs.end - theirs.start


def _in_same_order(
    left: _Words, right: _Words, begin: LinePair, end: LinePair
) -> Iterator[LinePair]:
    """Yield where runs of words begin that are the same, in a longest sequence."""
    first, last = _without_equal_ends(left, right, begin, end)
    blocks = [
        (*begin, first[0] - begin[0]),
        *_blocks(left, right, first, last),
        (*last, end[0] - last[0]),
    ]
    for i, j, size in blocks:
        yield from ((i + n, j + n) for n in range(size - _RUN + 1))


def _blocks(
    left: _Words, right: _Words, begin: LinePair, end: LinePair
) -> Iterator[tuple[int, int, int]]:
    ours, theirs = left.texts[begin[0] : end[0]], right.texts[begin[1] : end[1]]
    if len(ours) * len(theirs) > SHORTCUT_CELLS:
        return
    # Of sequences equally long the same one, whichever side is called the left.
    exchanged = (len(theirs), theirs) < (len(ours), ours)
    one, other = (theirs, ours) if exchanged else (ours, theirs)
    for place, other_place, size in Indel.editops(one, other).as_matching_blocks():
        i, j = (other_place, place) if exchanged else (place, other_place)
        yield begin[0] + i, begin[1] + j, size


def _pieces(
    left: _Words, right: _Words, anchors: Iterable[LinePair]
) -> Iterator[list[LinePair]]:
    """Yield pieces from anchor to anchor, the anchors within between the ends."""
    piece = [(0, 0)]
    for i, j in anchors:
        if (i, j) != piece[-1]:
            piece.append((i, j))
        (first, other) = piece[0]
        sizes = (
            left.span(first, i).end - left.span(first, i).start,
            right.span(other, j).end - right.span(other, j).start,
        )
        if max(sizes) >= _PIECE:
            yield piece
            piece = [(i, j)]
    yield [*piece, (len(left), len(right))]


def _roughly(
    left: _Words, right: _Words, anchors: Sequence[LinePair]
) -> Iterator[Difference]:
    """Yield what differs between neighbouring anchors as one difference each."""
    for begin, end in pairwise(anchors):
        (i, j), (k, m) = _without_equal_ends(left, right, begin, end)
        ours = left.span(i, k) if i < k else None
        theirs = right.span(j, m) if j < m else None
        if ours and theirs:
            yield Difference(Kind.WORDING, ours, theirs)
        elif ours or theirs:
            yield Difference(Kind.REMOVED if ours else Kind.ADDED, ours, theirs)


def _without_equal_ends(
    left: _Words, right: _Words, begin: LinePair, end: LinePair
) -> tuple[LinePair, LinePair]:
    (i, j), (k, m) = begin, end
    while i < k and j < m and left.texts[i] == right.texts[j]:
        i, j = i + 1, j + 1
    while i < k and j < m and left.texts[k - 1] == right.texts[m - 1]:
        k, m = k - 1, m - 1
    return (i, j), (k, m)


def _shifted(one: Difference, left: int, right: int, group: int = 0) -> Difference:
    return one._replace(
        left=_moved(one.left, left),
        right=_moved(one.right, right),
        group=None if one.group is None else one.group + group,
        quotation=None,  # no sentence of anybody is that long
    )


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span.start + by, span.end + by)
