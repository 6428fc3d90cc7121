"""Which names of one side the other does not have under any form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tui_app.core.english.inflections import lemmas
from tui_app.core.english.transliteration import transliterated
from tui_app.core.english.verbs_of_saying import BEHIND_NAMES
from tui_app.core.facts.cancelling import MOST_COMPARED
from tui_app.core.facts.evidence import DocumentEvidence
from tui_app.core.facts.names.entities import NamePiece, is_people
from tui_app.core.facts.names.given_names import is_short_for
from tui_app.core.facts.names.known_names import (
    CAPITALS,
    COMPATIBLE,
    EXPANSION_SKIPS,
    IN_COMPATIBLE,
    KNOWN,
)
from tui_app.core.facts.passage import Mention, Passage

_START = 3


def unmatched(
    here: Sequence[NamePiece],
    there: Sequence[NamePiece],
    sides: tuple[Passage, Passage],
    evidence: DocumentEvidence,
) -> list[NamePiece]:
    """Return the pieces that name nothing the other side names."""
    if not here:
        return []
    passage, other = sides
    words = {*other.words, *other.atoms}
    if "$" in other.text:
        words |= {word.rstrip("$") for word in words if word[-1:] == "$"}
    left = [
        piece for piece in here if piece.written not in words and piece.key not in words
    ]
    if not left:
        return []
    short = expanded(passage, {one.written for one in there if one.acronym})
    acronyms = {one.written for one in here if one.acronym}
    explained = {one for one in acronyms if expanded(other, {one})}
    rivals = _Rivals(here, there)
    return [
        piece
        for piece in left
        if piece.start not in short
        and piece.written not in explained
        and not any(same_name(piece, one, evidence) for one in rivals.of(piece))
    ]


class _Rivals:
    """The names of the other side with which a name is compared.

    All of them; where that is too many, those that begin alike, as long as there
    is time.
    """

    def __init__(self, here: Sequence[NamePiece], there: Sequence[NamePiece]) -> None:
        self._all = list({(one.key, one.written): one for one in there}.values())
        self._few = len(here) * len(self._all) <= MOST_COMPARED
        self._left = MOST_COMPARED
        self._by_start: dict[str, list[NamePiece]] = {}
        if not self._few:
            for one in self._all:
                self._by_start.setdefault(one.key[:_START], []).append(one)

    def of(self, piece: NamePiece) -> Sequence[NamePiece]:
        """Return those that ``piece`` may be another name for."""
        if self._few:
            return self._all
        found = self._by_start.get(piece.key[:_START], ())
        self._left -= len(found)
        return found if self._left >= 0 else ()


_SHORTEST_ABBREVIATED = 3


def same_name(one: NamePiece, other: NamePiece, evidence: DocumentEvidence) -> bool:
    """Tell whether both pieces name the same, as far as can be known."""
    if one.key == other.key:
        return not _two_cities(one.written, other.written)
    if one.key in IN_COMPATIBLE and frozenset({one.key, other.key}) in COMPATIBLE:
        return True
    if _expands(one, other, evidence) or _expands(other, one, evidence):
        return True
    keys = one.key + other.key
    if not keys.isalpha() and any(map(str.isdigit, keys)):
        return _without_figures(one.key, other.key) or _without_figures(
            other.key, one.key
        )
    if not lemmas(one.key).isdisjoint(lemmas(other.key)):
        return True
    return is_short_for(one.key, other.key) or _is_spelled_alike(one.key, other.key)


def _is_spelled_alike(one: str, other: str) -> bool:
    if one in KNOWN and other in KNOWN:
        return False
    return transliterated(one, other) or _shortened(one, other)


def _without_figures(one: str, other: str) -> bool:
    """Tell *Covid* and *Covid-19*, which says more, from *S-300* and *S-400*."""
    return one.isalpha() and len(one) > 1 and other.startswith(one)


def _two_cities(one: str, other: str) -> bool:
    """Tell Jerusalem from Tel Aviv, though both stand for one country."""
    if one == other or not (one in CAPITALS and other in CAPITALS):
        return False
    return not (one in other or other in one or transliterated(one, other))


def _expands(short: NamePiece, long: NamePiece, evidence: DocumentEvidence) -> bool:
    return short.acronym and long.written in evidence.acronyms.get(short.written, ())


def _shortened(one: str, other: str) -> bool:
    """Tell *Moscow-based* or *Alex* from another name: one begins the other."""
    short, long = sorted((one, other), key=len)
    return len(short) > _SHORTEST_ABBREVIATED and long.startswith(short)


def expanded(passage: Passage, acronyms: Collection[str]) -> set[int]:
    """Return the tokens whose initials make one of the acronyms.

    Small words between them may be left out: *Food and Drug Administration*.
    """
    found: set[int] = set()
    if not acronyms:
        return found
    for run in _capital_runs(passage):
        initials = "".join(passage.words[number][0] for number in run)
        for acronym in acronyms:
            at = initials.find(acronym)
            if at >= 0:
                found.update(run[at : at + len(acronym)])
    return found


def _capital_runs(passage: Passage) -> Iterator[list[int]]:
    run: list[int] = []
    for number, word in enumerate(passage.written):
        if word.text[0].isupper():
            run.append(number)
        elif word.lower not in EXPANSION_SKIPS:
            if len(run) > 1:
                yield run
            run = []
    if len(run) > 1:
        yield run


class LeftOverName(NamedTuple):
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


NameMention = Mention[LeftOverName]


def left_over_names(
    passage: Passage, all_pieces: Sequence[NamePiece], rest: Sequence[NamePiece]
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
                LeftOverName(
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
    run: Sequence[NamePiece], missing: Collection[NamePiece]
) -> Iterator[list[NamePiece]]:
    """Yield the missing pieces of a run that no kept piece parts."""
    for is_missing, group in groupby(run, key=missing.__contains__):
        if is_missing:
            yield list(group)


def _is_known(piece: NamePiece) -> bool:
    return piece.key in KNOWN or piece.written in KNOWN


def _speaks(passage: Passage, group: Sequence[NamePiece]) -> bool:
    """Tell whether the name stands beside a verb of saying."""
    words = passage.words
    beside = (
        words[max(0, group[0].start - 1) : group[0].start]
        + words[group[-1].end : group[-1].end + 1]
    )
    return any(word in BEHIND_NAMES for word in beside)


def _is_modifier(passage: Passage, piece: NamePiece) -> bool:
    after = passage.words[piece.end] if piece.end < len(passage.words) else ""
    if after in {"'s", "'"}:
        return True
    return (
        is_people(piece.written)
        and after[:1].isalpha()
        and passage.written[piece.end].content
    )
