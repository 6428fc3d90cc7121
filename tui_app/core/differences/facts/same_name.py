"""When two pieces of names mean the same person, place or body."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tui_app.core.differences.facts.entities import KNOWN, Piece
from tui_app.core.differences.facts.evidence import Evidence
from tui_app.core.differences.facts.passage import Passage
from tui_app.core.differences.facts.spelling import transliterated
from tui_app.core.differences.facts.tables.bodies import EXPANSION_SKIPS
from tui_app.core.differences.facts.tables.countries import CAPITALS
from tui_app.core.differences.forms import lemmas

_COMPATIBLE = {
    frozenset({"european-union", "europe"}),
    frozenset({"european-union", "belgium"}),
    frozenset({"european-union", "european-commission"}),
    frozenset({"european-union", "european-parliament"}),
    frozenset({"european-commission", "belgium"}),
    frozenset({"britain", "england"}),
    frozenset({"korea", "south-korea"}),
    frozenset({"korea", "north-korea"}),
    frozenset({"united-states", "bush"}),
}
_SHORTEST_ABBREVIATED = 3


def same_name(one: Piece, other: Piece, evidence: Evidence) -> bool:
    """Tell whether both pieces name the same, as far as can be known."""
    if one.key == other.key:
        return not _two_cities(one.written, other.written)
    if frozenset({one.key, other.key}) in _COMPATIBLE:
        return True
    if _expands(one, other, evidence) or _expands(other, one, evidence):
        return True
    if not lemmas(one.key).isdisjoint(lemmas(other.key)):
        return True
    known = one.key in KNOWN and other.key in KNOWN
    return not known and (
        transliterated(one.key, other.key) or _shortened(one.key, other.key)
    )


def _two_cities(one: str, other: str) -> bool:
    """Tell Jerusalem from Tel Aviv, though both stand for one country."""
    if one == other or not (one in CAPITALS and other in CAPITALS):
        return False
    return not (one in other or other in one or transliterated(one, other))


def _expands(short: Piece, long: Piece, evidence: Evidence) -> bool:
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
