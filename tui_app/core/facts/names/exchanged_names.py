"""Which names changed places, or slid: *Ann succeeded Ben*, *Cid succeeded Ann*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.cancelling import exchanged
from tui_app.core.facts.names.entities import NamePiece
from tui_app.core.facts.passage import Fact, Mention, MentionPair, Passage, Sides
from tui_app.core.kinds import Kind

_LISTING = frozenset({",", ";", "and", "or", "&"})

_MUTUAL = word_set("""
    met meet meets meeting married marries marry with versus vs v against between
    and or - – — : /
    """)

_Value = tuple[str, ...]

_Name = Mention[_Value]


def exchanged_names(
    sides: Sides, left: Sequence[NamePiece], right: Sequence[NamePiece]
) -> list[Fact]:
    """Return the names that stand in one frame and say another there.

    A name that stands there twice tells nothing. Names that only changed places in a
    list, or about what is mutual, are in another order and no facts.
    """
    if not (_in_two_runs(left) and _in_two_runs(right)):
        return []
    keys = {piece.key for piece in left}
    if not any(piece.key in keys for piece in right):
        return []
    ours = _names(sides.left, left)
    theirs = _names(sides.right, right)
    pairs = exchanged(sides, ours, theirs, lambda a, b: a == b)
    if not all(_same_between(sides, *two) for two in pairwise(sorted(pairs))):
        return []
    return [Fact(Kind.NAME, one.stretch, other.stretch) for one, other in pairs]


def _in_two_runs(pieces: Sequence[NamePiece]) -> bool:
    return bool(pieces) and pieces[0].run != pieces[-1].run


def _same_between(
    sides: Sides, one: MentionPair[_Value], other: MentionPair[_Value]
) -> bool:
    """Tell whether the same words stand between two names on both sides.

    If not, the clauses about them may have changed places, not the names.
    """
    (left, right), (next_left, next_right) = one, other
    ours = sides.left.words[left.end : next_left.start]
    return ours == sides.right.words[right.end : next_right.start]


def _names(passage: Passage, pieces: Sequence[NamePiece]) -> list[_Name]:
    runs = [list(run) for _, run in groupby(pieces, key=attrgetter("run"))]
    whole = [
        Mention(run[0].start, run[-1].end, tuple(piece.key for piece in run))
        for run in runs
    ]
    times = Counter(one.value for one in whole)
    starts = {one.start for one in whole}
    ends = {one.end for one in whole}
    words = passage.words
    return [
        one
        for one in whole
        if times[one.value] == 1
        and not (one.start - 1 in ends and words[one.start - 1] in _MUTUAL)
        and not (one.end + 1 in starts and words[one.end] in _MUTUAL)
    ]
