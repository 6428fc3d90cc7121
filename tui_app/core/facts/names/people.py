"""Whether another person is meant: *sister*, *minister*, *he*."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from tui_app.core.collation.word import word_of
from tui_app.core.english.word_lists import table_rows
from tui_app.core.facts.cancelling import OpenMentions
from tui_app.core.facts.passage import Claimed, Fact, Mention, Passage, Sides
from tui_app.core.kinds import Kind

_PEOPLE: Final = """
mother mum mom mothers | father dad fathers | sister sisters | brother brothers | son
    sons | daughter daughters | wife wives | husband husbands | aunt | uncle |
    grandmother | grandfather | niece | nephew | girlfriend | boyfriend | widow |
    widower | grandson | granddaughter | cousin
man men | woman women
boy boys | girl girls
male | female
he | she
his | her hers
him | her
north | south | east | west
northern | southern | eastern | western
king | queen | prince | princess | president | minister secretary | premier | chancellor
    | governor | mayor | senator | ambassador | pope | bishop | archbishop | emperor |
    judge justice magistrate | prosecutor | lawyer attorney solicitor | general |
    colonel | captain | sergeant | admiral | doctor physician surgeon | nurse | teacher
    | engineer | architect | farmer | pilot driver | soldier | sailor | priest | rabbi |
    imam | goalkeeper keeper | striker forward | defender | midfielder | referee |
    drummer | guitarist | pianist | violinist | singer | actor actress | painter |
    composer | sculptor | photographer | poet | novelist | dancer | historian | chemist
    | physicist | biologist | economist | banker | carpenter | baker | butcher |
    fisherman | miner | monk | nun | gardener
"""

_PORTFOLIOS: Final = """
foreign external | interior home | defense | finance treasury | health | education |
    justice | agriculture | transport transportation | environment | labor employment |
    trade commerce | culture | energy | economy economics | sports | science | tourism |
    housing
"""


def _classes(table: str) -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for row, line in enumerate(table_rows(table)):
        for column, names in enumerate(line.split("|")):
            for name in names.split():
                found[name] = found.get(name, frozenset()) | {(row, column)}
    return found


PEOPLE: Final = _classes(_PEOPLE)

"""A word for a person: the rows of the table it is in and its class there.

Words of one row and different classes are different people.
"""

PORTFOLIOS: Final = _classes(_PORTFOLIOS)

"""What a minister or ministry is for."""

OFFICES: Final = frozenset(
    {"minister", "ministry", "secretary", "department", "ministers", "ministries"}
)

Classes = frozenset[tuple[int, int]]


def people_facts(sides: Sides, claimed: Claimed) -> list[Fact]:
    """Return the words for people that stand for other people.

    Only where the other side does not have the word at all: people change places
    in a sentence more often than they change.
    """
    left = list(_mentions(sides.left, sides.right, claimed[0]))
    right = left and list(_mentions(sides.right, sides.left, claimed[1]))
    if not right:
        return []
    others = OpenMentions(sides, right, _differ, lambda classes: classes)
    for one in left:
        number = others.in_place(one)
        if number is not None:
            return [Fact(Kind.NAME, one.stretch, right[number].stretch)]
    return []


def _mentions(
    here: Passage, there: Passage, claimed: Collection[int]
) -> Iterator[Mention[Classes]]:
    words = here.words
    if PEOPLE.keys().isdisjoint(here.words_anew) and OFFICES.isdisjoint(words):
        return
    theirs = frozenset(there.words)
    for at in here.anew:
        word = words[at]
        if at in claimed or word in theirs:
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        if following in OFFICES and word_of(word).key in PORTFOLIOS:
            yield Mention(at, at + 1, PORTFOLIOS[word_of(word).key])
        elif word == "minister" and at and words[at - 1] == "prime":
            yield Mention(at, at + 1, PEOPLE["premier"])
        elif word in PEOPLE:
            yield Mention(at, at + 1, PEOPLE[word])


def _differ(one: Classes, other: Classes) -> bool:
    """Tell whether the two share a row of the table and no class."""
    rows = {row for row, _ in one} & {row for row, _ in other}
    return bool(rows) and one.isdisjoint(other)
