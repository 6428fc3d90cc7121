"""Both texts as weighted bags of features, atom by atom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from tui_app.core.align.atoms import atoms
from tui_app.core.align.features import grams, stem, words

Bag = dict[int, int]

_SCALE = 1000
_WORD_WEIGHT = 1.0
_GRAM_WEIGHT = 0.1
_LEAST_WEIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Witness:
    """One text: for every atom its unit, its bag of features and its mass.

    ``first[unit]`` is the unit's first atom; it has one entry more than there
    are units. Bags map features to counts; ``words`` holds the features that
    are words, without their pieces.
    """

    owner: list[int]
    bags: list[Bag]
    words: list[Bag]
    mass: list[int]
    first: list[int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two witnesses and the weight of every feature, in thousandths.

    Whole numbers make sums exact: no result depends on the order of adding.
    """

    left: Witness
    right: Witness
    weights: list[int]


def read_pair(left: Sequence[str], right: Sequence[str]) -> Pair:
    """Return the two sequences of unit texts as weighted bags."""
    features: dict[str, int] = {}
    raw = [[_bags(unit, features) for unit in side] for side in (left, right)]
    weights = _weights(features, [bags for side in raw for unit in side for bags in unit])
    return Pair(_witness(raw[0], weights), _witness(raw[1], weights), weights)


def _bags(unit: str, features: dict[str, int]) -> list[tuple[Bag, Bag]]:
    return [_bag(atom, features) for atom in atoms(unit)]


def _bag(atom: str, features: dict[str, int]) -> tuple[Bag, Bag]:
    found = words(atom)
    number = features.setdefault
    stems = Counter(number(stem(word), len(features)) for word in found)
    pieces = Counter(
        number("\0" + gram, len(features)) for word in found for gram in grams(word)
    )
    return dict(stems), {**stems, **pieces}


def _weights(features: Iterable[str], bags: Sequence[tuple[Bag, Bag]]) -> list[int]:
    frequency: Counter[int] = Counter()
    for _, bag in bags:
        frequency.update(bag.keys())
    top = len(bags) + 1
    return [
        round(
            _SCALE
            * (_GRAM_WEIGHT if name[0] == "\0" else _WORD_WEIGHT)
            * max(_LEAST_WEIGHT, log(top / frequency[number]))
        )
        for number, name in enumerate(features)
    ]


def _witness(units: Sequence[list[tuple[Bag, Bag]]], weights: list[int]) -> Witness:
    owner = [number for number, unit in enumerate(units) for _ in unit]
    bags = [bag for unit in units for _, bag in unit]
    stems = [bag for unit in units for bag, _ in unit]
    mass = [sum(count * weights[item] for item, count in bag.items()) for bag in bags]
    first = [0]
    for unit in units:
        first.append(first[-1] + len(unit))
    return Witness(owner, bags, stems, mass, first)
