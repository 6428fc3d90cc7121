"""Words that say who somebody is without a name."""

# ruff: noqa: E501 - one class a line, however long, is what can be proofread

from __future__ import annotations

from typing import Final

_PEOPLE: Final = """
mother mum mom mothers | father dad fathers | sister sisters | brother brothers | son sons | daughter daughters | wife wives | husband husbands | aunt | uncle | grandmother | grandfather | niece | nephew | girlfriend | boyfriend | widow | widower | grandson | granddaughter | cousin
man men | woman women
boy boys | girl girls
male | female
he | she
his | her hers
him | her
north | south | east | west
northern | southern | eastern | western
king | queen | prince | princess | president | minister secretary | premier | chancellor | governor | mayor | senator | ambassador | pope | bishop | archbishop | emperor | judge justice magistrate | prosecutor | lawyer attorney solicitor | general | colonel | captain | sergeant | admiral | doctor physician surgeon | nurse | teacher | engineer | architect | farmer | pilot driver | soldier | sailor | priest | rabbi | imam | goalkeeper keeper | striker forward | defender | midfielder | referee | drummer | guitarist | pianist | violinist | singer | actor actress | painter | composer | sculptor | photographer | poet | novelist | dancer | historian | chemist | physicist | biologist | economist | banker | carpenter | baker | butcher | fisherman | miner | monk | nun | gardener
"""
_PORTFOLIOS: Final = """
foreign external | interior home | defense | finance treasury | health | education | justice | agriculture | transport transportation | environment | labor employment | trade commerce | culture | energy | economy economics | sports | science | tourism | housing
"""


def _classes(table: str) -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for row, line in enumerate(table.strip().splitlines()):
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
