"""Both texts as weighted bags, and what their passages share, measured once.

Of a word that few clauses hold much can be told: the weight of a feature falls with
the logarithm of how many have it, in both texts together (idf).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from math import log
from typing import NamedTuple

from tui_app.core.align.articles.bags import Bag, BagItems, numbered, shared_weight
from tui_app.core.align.articles.features import (
    WORD,
    atoms,
    features,
    without_number,
    words,
)

# Weights are whole numbers, in thousandths.
_SCALE = 1000
_GRAM_WEIGHT = 0.1
# Numbers of one or two digits: hours, prices and days share them with any other.
_FIGURE_WEIGHT = 0.5
_LEAST_WEIGHT = 0.05
# Costs of which it is kept how beads grow.
_COSTS_KEPT = 3
# Begins the feature that is a whole passage.
_WHOLE = WORD + "\0"
# The item of what one text alone has.
ALONE = 0

# Of a bead: its first left atom, the one after its last, and so on the right.
Bounds = tuple[int, int, int, int]
# How a bead grows: by a left atom or a right one, by which, and what it gains.
Step = tuple[bool, int, int]


class WeighedText(NamedTuple):
    """One text as atoms and as units, each with its bag and its mass.

    ``owner[atom]`` is the atom's unit and ``first[unit]`` the unit's first atom
    (one entry more than there are units). Bags hold the features that both texts
    have; masses, in thousandths, are of all features. ``words`` are the items of each
    atom's words as they stand, ``ALONE`` for one that the other text has not.
    """

    owner: list[int]
    first: list[int]
    bags: list[Bag]
    mass: list[int]
    unit_bags: list[Bag]
    unit_mass: list[int]
    words: list[tuple[int, ...]]

    def atoms_of(self, unit: int) -> range:
        """Return the atoms of the unit; of one that does not exist there are none."""
        if unit >= len(self.unit_mass):
            return range(0)
        return range(self.first[unit], self.first[unit + 1])

    def is_atom(self, unit: int) -> bool:
        """Tell whether the unit is one atom."""
        return self.first[unit + 1] - self.first[unit] == 1


def units_between(text: WeighedText, start: int, end: int) -> range:
    """Return the units that own the atoms ``start:end``."""
    return range(text.owner[start], text.owner[end - 1] + 1)


class WeighedPair:
    """Two texts as bags, and what their passages share, each measured once.

    ``words`` are the items that are whole words. ``gains`` holds what beads gain by
    an atom: by their bounds, whether it is a left one, and which.

    An alignment nobody waits for any more runs on beside the next one of the same
    pair until it reports. What is measured depends on the pair alone, so both may
    put it down; what is forgotten is left to a cache that threads may share.
    """

    def __init__(
        self, left: WeighedText, right: WeighedText, items: BagItems, words: Bag
    ) -> None:
        self.left, self.right = left, right
        self.items, self.words = items, words
        self.gains: dict[tuple[int, int, int, int, bool, int], int] = {}
        self._steps = lru_cache(_COSTS_KEPT)(_nothing_known)
        self._atoms: dict[tuple[int, int], int] = {}
        self._units: dict[tuple[int, int], int] = {}

    def steps_at(self, cost: float) -> dict[Bounds, Step | None]:
        """Return how beads are known to grow at this cost, whatever is settled."""
        return self._steps(cost)

    def gained(self, bounds: Bounds, is_left: bool, atom: int) -> int:
        """Return what a bead gains in overlap by an atom of one side."""
        key = (*bounds, is_left, atom)
        found = self.gains.get(key)
        if found is None:
            l0, l1, r0, r1 = bounds
            left = self.items.merged(self.left.bags[l0:l1])
            right = self.items.merged(self.right.bags[r0:r1])
            if is_left:
                found = self.items.gained(left, self.left.bags[atom], right)
            else:
                found = self.items.gained(right, self.right.bags[atom], left)
            self.gains[key] = found
        return found

    def shared_by_atoms(self, left: int, right: int) -> int:
        """Return the weight that two atoms share."""
        found = self._atoms.get((left, right))
        if found is None:
            found = shared_weight(self.left.bags[left], self.right.bags[right])
            self._atoms[left, right] = found
        return found

    def shared_by_units(self, left: int, right: int) -> int:
        """Return the weight that two units share."""
        found = self._units.get((left, right))
        if found is None:
            if self.left.is_atom(left) and self.right.is_atom(right):
                first = self.left.first[left], self.right.first[right]
                found = self.shared_by_atoms(*first)
            else:
                found = shared_weight(
                    self.left.unit_bags[left], self.right.unit_bags[right]
                )
            self._units[left, right] = found
        return found


def _nothing_known(_cost: float) -> dict[Bounds, Step | None]:
    return {}


def weigh_texts(
    left: Sequence[str],
    right: Sequence[str],
    whole_left: Collection[int] = (),
    whole_right: Collection[int] = (),
) -> WeighedPair:
    """Return the two sequences of unit texts as weighted bags.

    The units ``whole_left`` and ``whole_right`` (datelines and the like) get
    one feature each, their whole text, and so match their equals only.
    """
    sides = _TextBags(left, whole_left), _TextBags(right, whole_right)
    weights = _weights(*sides)
    item_of = _items_of_features(*sides, weights)
    items = BagItems(len(item_of) + 1)
    texts = [side.weighed(weights, item_of, items) for side in sides]
    words = {item for name, item in item_of.items() if item and name[0] == WORD}
    return WeighedPair(texts[0], texts[1], items, items.all_copies(words))


class _TextBags:
    """One text: the features of every atom, and how often each one is in it."""

    def __init__(self, units: Sequence[str], whole: Collection[int]) -> None:
        found = [
            [_whole(unit)] if number in whole else _unit(unit)
            for number, unit in enumerate(units)
        ]
        self.owner = [number for number, unit in enumerate(found) for _ in unit]
        self.first = [0, *accumulate(map(len, found))]
        self.atoms = [atom for unit in found for atom in unit]
        self.counts = [Counter(atom) for atom in self.atoms]

    def weighed(
        self, weights: dict[str, int], item_of: dict[str, int], items: BagItems
    ) -> WeighedText:
        mass = [sum(map(weights.__getitem__, atom)) for atom in self.atoms]
        bags = [_bag(counts, item_of, items.copies) for counts in self.counts]
        stretches = list(pairwise(self.first))
        return WeighedText(
            self.owner,
            self.first,
            bags,
            mass,
            unit_bags=[items.merged(bags[start:end]) for start, end in stretches],
            unit_mass=[sum(mass[start:end]) for start, end in stretches],
            words=[_words(atom, item_of) for atom in self.atoms],
        )


def _whole(unit: str) -> list[str]:
    return [_WHOLE + " ".join(words(unit) or unit.split())]


def _unit(unit: str) -> list[list[str]]:
    unit = without_number(unit)
    return [_atom(atom) for atom in atoms(unit) or [unit]]


def _atom(atom: str) -> list[str]:
    return list(chain.from_iterable(map(features, words(atom)))) or _whole(atom)


def _weights(left: _TextBags, right: _TextBags) -> dict[str, int]:
    top = len(left.atoms) + len(right.atoms) + 1
    weights = {
        worth: _Weights(top, worth) for worth in (1, _GRAM_WEIGHT, _FIGURE_WEIGHT)
    }
    frequency = Counter(chain.from_iterable([*left.counts, *right.counts]))
    return {name: weights[_worth(name)][often] for name, often in frequency.items()}


def _worth(name: str) -> float:
    """Return what a feature counts beside a whole word."""
    if name[0] != WORD:
        return _GRAM_WEIGHT
    is_figure = len(name) <= len(WORD) + 2 and name[len(WORD) :].isdecimal()
    return _FIGURE_WEIGHT if is_figure else 1


class _Weights(dict[int, int]):
    """Weights, in thousandths, by the number of atoms that have a feature."""

    def __init__(self, top: int, worth: float) -> None:
        self._top, self._worth = top, worth

    def __missing__(self, often: int) -> int:
        rarity = max(_LEAST_WEIGHT, log(self._top / often))
        self[often] = found = round(_SCALE * self._worth * rarity)
        return found


def _items_of_features(
    left: _TextBags, right: _TextBags, weights: dict[str, int]
) -> dict[str, int]:
    """Return the items by their names; what one text alone has can never match."""
    common = set().union(*left.counts) & set().union(*right.counts)
    return {
        name: numbered(weight, number) if name in common else ALONE
        for number, (name, weight) in enumerate(weights.items(), 1)
    }


def _words(atom: list[str], item_of: dict[str, int]) -> tuple[int, ...]:
    return tuple(item_of[name] for name in atom if name[0] == WORD)


def _bag(counts: Counter[str], item_of: dict[str, int], copies: dict[int, int]) -> Bag:
    bag = set(map(item_of.__getitem__, counts))
    bag.discard(ALONE)
    for name, number in counts.items():
        if number > 1 and (item := item_of[name]):
            for _ in range(number - 1):
                item = copies[item]
                bag.add(item)
    return bag
