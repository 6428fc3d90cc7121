"""People told apart by who they are: *his sister*, *the interior minister*."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tui_app.core.differences.collation import Fact, Stretch
from tui_app.core.differences.facts.candidates import Candidates
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
    if not (left and right):
        return []
    others = Candidates(sides, right, _differ, lambda classes: classes)
    for one in left:
        number = others.in_place(one)
        if number is not None:
            return [Fact(Kind.NAME, _of(one), _of(right[number]))]
    return []


def _of(mention: Mention[Classes]) -> Stretch:
    return Stretch(mention.start, mention.end)


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
