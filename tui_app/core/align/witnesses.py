"""Both texts as weighted bags of features, atom by atom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from tui_app.core.align.atoms import atoms
from tui_app.core.align.features import grams, stem, words

Bag = dict[int, int]

_SCALE = 1000
_GRAM_WEIGHT = 0.1
_LEAST_WEIGHT = 0.05
_GRAM = "\0"
_WHOLE = "\1"


@dataclass(frozen=True, slots=True)
class Witness:
    """One text as atoms and as units, each with its bag and its mass.

    ``owner[atom]`` is the atom's unit and ``first[unit]`` the unit's first atom
    (one entry more than there are units). Bags map the features that both texts
    have to counts; ``words`` holds those of an atom that are whole words. Masses,
    in thousandths, are of all features.
    """

    owner: list[int]
    first: list[int]
    bags: list[Bag]
    words: list[Bag]
    mass: list[int]
    unit_bags: list[Bag]
    unit_mass: list[int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two witnesses and the weight of every feature, in thousandths.

    Whole numbers make sums exact: no result depends on the order of adding.
    """

    left: Witness
    right: Witness
    weights: list[int]


@dataclass(frozen=True, slots=True)
class _Bags:
    words: Bag
    all: Bag


def read_pair(
    left: Sequence[str],
    right: Sequence[str],
    whole_left: Collection[int] = (),
    whole_right: Collection[int] = (),
) -> Pair:
    """Return the two sequences of unit texts as weighted bags.

    The units ``whole_left`` and ``whole_right`` (datelines and the like) get
    one feature each, their whole text, and so match their equals only.
    """
    numbering = _Numbering()
    raw = [
        [
            [_whole(unit, numbering)] if number in whole else _unit(unit, numbering)
            for number, unit in enumerate(side)
        ]
        for side, whole in ((left, whole_left), (right, whole_right))
    ]
    weights = _weights(
        numbering.features, [bags for side in raw for unit in side for bags in unit]
    )
    common = _common(raw)
    return Pair(
        _witness(raw[0], weights, common), _witness(raw[1], weights, common), weights
    )


def bag_mass(bag: Bag, weights: Sequence[int]) -> int:
    """Return the weight of everything in a bag."""
    return sum(count * weights[item] for item, count in bag.items())


def merged(bags: Sequence[Bag]) -> Bag:
    """Return the bags poured into one; a single bag is returned itself."""
    first, *others = bags or [{}]
    if not others:
        return first
    total = dict(first)
    for bag in others:
        for item, count in bag.items():
            total[item] = total.get(item, 0) + count
    return total


class _Numbering:
    """Numbers for features, and for every word its stem and its pieces."""

    def __init__(self) -> None:
        self.features: dict[str, int] = {}
        self.known: dict[str, tuple[int, list[int]]] = {}

    def number(self, feature: str) -> int:
        return self.features.setdefault(feature, len(self.features))

    def word(self, word: str) -> tuple[int, list[int]]:
        found = self.known.get(word)
        if found is None:
            pieces = [self.number(_GRAM + gram) for gram in grams(word)]
            found = self.known[word] = self.number(stem(word)), pieces
        return found


def _whole(unit: str, numbering: _Numbering) -> _Bags:
    bag = {numbering.number(_WHOLE + " ".join(words(unit) or unit.split())): 1}
    return _Bags(bag, bag)


def _unit(unit: str, numbering: _Numbering) -> list[_Bags]:
    return [_atom(atom, numbering) for atom in atoms(unit) or [unit]]


def _atom(atom: str, numbering: _Numbering) -> _Bags:
    found = [numbering.word(word) for word in words(atom)]
    if not found:
        return _whole(atom, numbering)
    stems = Counter([number for number, _ in found])
    every = stems.copy()
    every.update([piece for _, pieces in found for piece in pieces])
    return _Bags(dict(stems), dict(every))


def _weights(features: Iterable[str], bags: Sequence[_Bags]) -> list[int]:
    frequency: Counter[int] = Counter()
    for bag in bags:
        frequency.update(bag.all.keys())
    top = len(bags) + 1
    return [
        round(
            _SCALE
            * (_GRAM_WEIGHT if name[0] == _GRAM else 1)
            * max(_LEAST_WEIGHT, log(top / frequency[number]))
        )
        for number, name in enumerate(features)
    ]


def _common(sides: Iterable[Sequence[Sequence[_Bags]]]) -> set[int]:
    """Return the features that both texts have: no other can ever match."""
    left, right = (
        {item for unit in side for bag in unit for item in bag.all} for side in sides
    )
    return left & right


def _kept(bag: Bag, common: set[int]) -> Bag:
    return {item: count for item, count in bag.items() if item in common}


def _witness(
    units: Sequence[Sequence[_Bags]], weights: list[int], common: set[int]
) -> Witness:
    found = [bag for unit in units for bag in unit]
    mass = [bag_mass(bag.all, weights) for bag in found]
    bags = [_kept(bag.all, common) for bag in found]
    first = [0]
    for unit in units:
        first.append(first[-1] + len(unit))
    return Witness(
        owner=[number for number, unit in enumerate(units) for _ in unit],
        first=first,
        bags=bags,
        words=[_kept(bag.words, common) for bag in found],
        mass=mass,
        unit_bags=[merged(bags[start:end]) for start, end in pairwise(first)],
        unit_mass=[sum(mass[start:end]) for start, end in pairwise(first)],
    )
