"""People told apart by who they are: *his sister*, *the interior minister*."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tui_app.core.differences.collation import Fact, Stretch
from tui_app.core.differences.facts.mentions import Mention, Sides
from tui_app.core.differences.facts.passage import Passage
from tui_app.core.differences.facts.tables.roles import OFFICES, PEOPLE, PORTFOLIOS
from tui_app.core.differences.words import word_of
from tui_app.core.model import Kind

Classes = frozenset[tuple[int, int]]
_TELLING = OFFICES | PEOPLE.keys() | {"minister"}
Taken = tuple[Collection[int], Collection[int]]


def role_facts(sides: Sides, taken: Taken) -> list[Fact]:
    """Return the words for people that stand for other people.

    Only where the other side does not have the word at all: people change places
    in a sentence more often than they change.
    """
    left = list(_roles(sides.left, sides.right, taken[0]))
    right = list(_roles(sides.right, sides.left, taken[1]))
    return [
        Fact(Kind.NAME, Stretch(one.start, one.end), Stretch(other.start, other.end))
        for one in left
        for other in right
        if _differ(one.value, other.value) and sides.same_place(one, other)
    ][:1]


def _roles(
    here: Passage, there: Passage, taken: Collection[int]
) -> Iterator[Mention[Classes]]:
    if _TELLING.isdisjoint(here.words):
        return
    theirs = frozenset(there.words)
    for at in here.anew:
        word = here.words[at]
        if at in taken or word in theirs:
            continue
        following = here.words[at + 1] if at + 1 < len(here.words) else ""
        if following in OFFICES and word_of(word).key in PORTFOLIOS:
            yield Mention(at, at + 1, PORTFOLIOS[word_of(word).key])
        elif word == "minister" and at and here.words[at - 1] == "prime":
            yield Mention(at, at + 1, PEOPLE["premier"])
        elif word in PEOPLE:
            yield Mention(at, at + 1, PEOPLE[word])


def _differ(one: Classes, other: Classes) -> bool:
    """Tell whether the two share a row of the table and no class."""
    rows = {row for row, _ in one} & {row for row, _ in other}
    return bool(rows) and one.isdisjoint(other)
