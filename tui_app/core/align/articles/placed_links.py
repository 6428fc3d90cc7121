"""Units that answer each other by where they stand, for their words tell little.

A dateline, a byline, an answer of one word, a line of a table that is like all the
others but for its number: between two links with nothing else about, one can only be
the other's counterpart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from tui_app.core.align.articles.features import is_short, stem, words
from tui_app.core.align.articles.gaps import AtomGap, gaps
from tui_app.core.align.settled import Settled
from tui_app.core.model import Document, Role

_Link = tuple[int, int]

# How likely what says nothing alike is right, and what is said alike adds.
_BY_PLACE = 0.6
_BY_WORDS = 0.35
# Free units of a side between two links, at most, where they are short.
_LONGEST = 3
# The part of their words that lines of one frame have in common.
_FRAME = 0.5


class _Side(NamedTuple):
    """The units of one text, and which of them are free."""

    texts: Sequence[str]
    roles: Sequence[Role]
    held: Sequence[bool]

    def dated(self, span: range) -> list[int]:
        """Return the datelines in a stretch."""
        return [unit for unit in span if self.roles[unit] is Role.DATELINE]

    def undated(self, span: range) -> list[int]:
        """Return what else is in it."""
        return [unit for unit in span if self.roles[unit] is not Role.DATELINE]


def placed_links(
    documents: tuple[Document, Document],
    texts: tuple[Sequence[str], Sequence[str]],
    links: Collection[_Link],
    settled: Settled,
) -> dict[_Link, float]:
    """Return the links of short units between others, with how likely each is.

    No unit is in two: where others moved, it can stand in more than one gap.
    """
    left = _side(documents[0], texts[0], {i for i, _ in links}, settled.closed_left)
    right = _side(documents[1], texts[1], {j for _, j in links}, settled.closed_right)
    facing = {
        (i, j): _BY_PLACE + _BY_WORDS * _alike(left.texts[i], right.texts[j])
        for gap in gaps(links, links, left.held, right.held)
        if gap.closed
        for i, j in _facing(gap, left, right)
        if settled.allow((i,), (j,))
    }
    return dict(_each_once(facing))


def _each_once(facing: Mapping[_Link, float]) -> Iterator[tuple[_Link, float]]:
    """Yield the links from the likeliest on whose units had none before."""
    lefts, rights = set[int](), set[int]()
    for (i, j), score in sorted(facing.items(), key=lambda one: (-one[1], one[0])):
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            yield (i, j), score


def _side(
    document: Document,
    texts: Sequence[str],
    linked: Collection[int],
    closed: Collection[int],
) -> _Side:
    roles = [unit.role for unit in document.units]
    held = [number in linked or number in closed for number in range(len(texts))]
    return _Side(texts, roles, held)


def _facing(gap: AtomGap, left: _Side, right: _Side) -> Iterator[_Link]:
    """Yield the pairs of datelines of a gap, and of answers where all are short.

    Likewise of lines that are the same but for a number or a name, however long.
    """
    lefts, rights = range(gap.l0, gap.l1), range(gap.r0, gap.r1)
    dated = left.dated(lefts), right.dated(rights)
    yield from _pairs_of_datelines(*dated, left.texts, right.texts)
    told = left.undated(lefts), right.undated(rights)
    if len(told[0]) != len(told[1]):
        return
    pairs = list(zip(*told, strict=True))
    texts = [(left.texts[i], right.texts[j]) for i, j in pairs]
    are_short = len(pairs) <= _LONGEST and all(map(is_short, chain(*texts)))
    if are_short or all(_alike(*both) >= _FRAME for both in texts):
        yield from ((i, j) for i, j in pairs if left.roles[i] is right.roles[j])


def _pairs_of_datelines(
    lefts: Sequence[int],
    rights: Sequence[int],
    left: Sequence[str],
    right: Sequence[str],
) -> Iterable[_Link]:
    """Return the datelines of one kind, in order, that are most alike together.

    By dynamic programming: ``best[b]`` holds the likeness of the first left ones and
    the first ``b`` right ones, and their pairs.
    """
    best: list[tuple[float, tuple[_Link, ...]]] = [(0.0, ())] * (len(rights) + 1)
    for i in lefts:
        row = [best[0]]
        for b, j in enumerate(rights):
            choices = [best[b + 1], row[b]]
            if _of_one_kind(left[i], right[j]):
                likeness, pairs = best[b]
                more = 0.1 + _alike(left[i], right[j])
                choices.append((likeness + more, (*pairs, (i, j))))
            row.append(max(choices, key=lambda choice: choice[0]))
        best = row
    return best[-1][1]


def _of_one_kind(one: str, other: str) -> bool:
    """Tell whether both tell a day or hour, or neither does."""
    return any(map(str.isdigit, one)) == any(map(str.isdigit, other))


def _alike(one: str, other: str) -> float:
    """Return the Dice coefficient of the words of both."""
    first, second = ({stem(word) for word in words(text)} for text in (one, other))
    return 2 * len(first & second) / max(1, len(first) + len(second))
