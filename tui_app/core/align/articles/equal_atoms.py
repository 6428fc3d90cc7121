"""Which equal passages answer each other, where many are equal: those in one order.

In a table, a log or a litany words are everywhere, and so is every line; only what
stands before and after tells which of them is meant. The longest common subsequence
keeps most of them in order (the difference of files, Hunt and McIlroy 1976), and that
of what it leaves over finds what has moved.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from tui_app.core.align.articles.weighed_texts import ALONE, WeighedPair

# What stands in order, and of what that leaves over what has moved.
_ROUNDS = 2

# The words of atoms by their numbers.
_Known = dict[int, tuple[int, ...]]


class EqualAtoms(NamedTuple):
    """Of the atoms of either side, which of the other is equal and answers it."""

    of_left: dict[int, int]
    of_right: dict[int, int]

    def by_units(self, pair: WeighedPair) -> EqualAtoms:
        """Return the same of units: those of the first atoms."""
        left, right = pair.left, pair.right
        firsts = [
            (left.owner[atom], right.owner[other])
            for atom, other in self.of_left.items()
            if left.first[left.owner[atom]] == atom
            and right.first[right.owner[other]] == other
        ]
        return EqualAtoms(dict(firsts), {other: unit for unit, other in firsts})


def equal_atoms(pair: WeighedPair) -> EqualAtoms:
    """Return which atoms with the same words answer each other by their order.

    A word that the other text has not makes no atom another.
    """
    ours, theirs = _known(pair.left.words), _known(pair.right.words)
    found: dict[int, int] = {}
    for _ in range(_ROUNDS):
        taken = set(found.values())
        found |= _in_order(_but(ours, found), _but(theirs, taken))
    return EqualAtoms(found, {other: atom for atom, other in found.items()})


def _known(words: Iterable[tuple[int, ...]]) -> _Known:
    """Return of each atom the words that the other text has, too, if any."""
    known = (tuple(word for word in found if word != ALONE) for found in words)
    return {atom: found for atom, found in enumerate(known) if found}


def _but(known: _Known, taken: Container[int]) -> _Known:
    return {atom: words for atom, words in known.items() if atom not in taken}


def _in_order(ours: _Known, theirs: _Known) -> dict[int, int]:
    """Return a longest common subsequence: which left atoms are which right ones."""
    number: dict[tuple[int, ...], int] = {}
    keys = [
        [number.setdefault(key, len(number)) for key in side.values()]
        for side in (ours, theirs)
    ]
    lefts, rights = list(ours), list(theirs)
    return {
        lefts[block.a + step]: rights[block.b + step]
        for block in LCSseq.editops(*keys).as_matching_blocks()
        for step in range(block.size)
    }
