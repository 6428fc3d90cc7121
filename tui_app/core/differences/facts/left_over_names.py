"""What is left of the names of a passage when the other side's are taken away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tui_app.core.differences.facts.entities import KNOWN, Piece, is_people
from tui_app.core.differences.facts.mentions import Mention
from tui_app.core.differences.facts.passage import Passage
from tui_app.core.differences.facts.tables.reporting import SPEECH


class Name(NamedTuple):
    """What is left of a name that the other side does not have.

    ``whole``: no telling piece of the name stands on the other side;
    ``modifier``: it belongs to the noun behind it (*German*, *Germany's*).
    """

    keys: tuple[str, ...]
    whole: bool
    modifier: bool
    neighbours: frozenset[str]
    acronym: bool
    known: bool
    doubtful: bool
    speaks: bool


NameMention = Mention[Name]


def left_over_names(
    passage: Passage, all_pieces: Sequence[Piece], rest: Sequence[Piece]
) -> Iterator[NameMention]:
    """Yield the names of which something is left, group by group of neighbours."""
    left_over = set(rest)
    for _, grouped in groupby(all_pieces, key=lambda piece: piece.run):
        run = list(grouped)
        kept = frozenset(piece.key for piece in run if piece not in left_over)
        for group in _neighbouring(run, left_over):
            yield Mention(
                group[0].start,
                group[-1].end,
                Name(
                    tuple(piece.key for piece in group),
                    not kept,
                    _is_modifier(passage, group[-1]),
                    kept,
                    all(piece.acronym for piece in group),
                    all(_is_known(piece) for piece in group),
                    any(piece.doubtful for piece in group),
                    _speaks(passage, group),
                ),
                weak=any(piece.doubtful for piece in group),
            )


def _neighbouring(
    run: Sequence[Piece], missing: Collection[Piece]
) -> Iterator[list[Piece]]:
    """Yield the missing pieces of a run that no kept piece parts."""
    for is_missing, group in groupby(run, key=missing.__contains__):
        if is_missing:
            yield list(group)


def _is_known(piece: Piece) -> bool:
    return piece.key in KNOWN or piece.written in KNOWN


def _speaks(passage: Passage, group: Sequence[Piece]) -> bool:
    """Tell whether the name stands beside a verb of saying."""
    words = passage.words
    beside = (
        words[max(0, group[0].start - 1) : group[0].start]
        + words[group[-1].end : group[-1].end + 1]
    )
    return any(word in SPEECH for word in beside)


def _is_modifier(passage: Passage, piece: Piece) -> bool:
    after = passage.words[piece.end] if piece.end < len(passage.words) else ""
    if after in {"'s", "'"}:
        return True
    return (
        is_people(piece.written)
        and after[:1].isalpha()
        and passage.written[piece.end].content
    )
