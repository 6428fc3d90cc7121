"""Who joins or leaves a list of names: *Ann, Ben and Cid*, *Ann and Cid*."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from tui_app.core.collation.collation import Stretch
from tui_app.core.english.common_words import is_common
from tui_app.core.facts.names.entities import NamePiece
from tui_app.core.facts.names.known_names import KNOWN
from tui_app.core.facts.passage import Passage
from tui_app.core.text.abbreviations import TITLES

_CONJUNCTIONS = frozenset({"and", "or", "&"})

_BETWEEN = _CONJUNCTIONS | TITLES - {"the"} | {",", ".", ";"}

_Run = list[NamePiece]


def has_list(passage: Passage) -> bool:
    """Tell whether there may be a list."""
    return not _CONJUNCTIONS.isdisjoint(passage.words)


def lone_in_list(
    passage: Passage, pieces: Sequence[NamePiece], rest: Collection[NamePiece]
) -> Iterator[Stretch]:
    """Yield the names of a list that the other side has without them.

    ``rest`` are the pieces of which the other side has nothing; another name of the
    list must stay in its place. A list has *and* or *or* in it: of a place with its
    country one may be left out.
    """
    if not rest:
        return
    alone = set(rest)
    for names in _lists(passage, pieces):
        if any(passage.equal[one.start] for name in names for one in name):
            for name in names:
                if alone.issuperset(name) and _is_sure(passage, name):
                    yield Stretch(name[0].start, name[-1].end)


def _is_sure(passage: Passage, name: _Run) -> bool:
    """Tell a name from common words with capitals, and from *the Texas cities*."""
    if any(one.doubtful for one in name) or all(
        is_common(one.written) and one.written not in KNOWN for one in name
    ):
        return False
    end = name[-1].end
    return len(name) > 1 or end == len(passage.words) or not _goes_on(passage, end)


def _goes_on(passage: Passage, at: int) -> bool:
    return passage.written[at].lexical and not passage.written[at].function


def _lists(passage: Passage, pieces: Sequence[NamePiece]) -> Iterator[list[_Run]]:
    """Yield neighbouring names with nothing but commas and conjunctions between."""
    together: list[_Run] = []
    joined = False
    for _, grouped in groupby(pieces, key=attrgetter("run")):
        run = list(grouped)
        between: tuple[str, ...] = ()
        if together:
            between = passage.words[together[-1][-1].end : run[0].start]
        if not between or not _BETWEEN.issuperset(between):
            if joined:
                yield together
            together, joined = [], False
        joined = joined or (bool(together) and not _CONJUNCTIONS.isdisjoint(between))
        together.append(run)
    if joined:
        yield together
