"""From what stands beside a word in a list to the words it is translated by."""

from __future__ import annotations

import re

MOST_WORDS = 4
"""Words of a translation; what is longer explains instead of translating."""

_LONGEST_CELL = 2000

# Grammar, pronunciation, what is meant, as dictionaries set it apart.
_NOTES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}|（[^（）]*）")
_BETWEEN = re.compile(r"[,;/|、，；／]")
_AROUND = " \t\"'“”„«»‹›.!?:~=*+…"
_INFINITIVE = "to "  # English verbs are listed with it


def words_in_cell(cell: str) -> list[str]:
    """Return the words or short phrases of a cell, notes on them left out.

    >>> words_in_cell("house (building), home; domicile <n>")
    ['house', 'home', 'domicile']
    """
    cell = cell[:_LONGEST_CELL]
    if cell.isalpha():
        return [cell]
    plain = _NOTES.sub(" ", cell)
    pieces = (" ".join(one.split()).strip(_AROUND) for one in _BETWEEN.split(plain))
    words = (one.removeprefix(_INFINITIVE) for one in pieces)
    return [one for one in words if one and one.count(" ") < MOST_WORDS]
