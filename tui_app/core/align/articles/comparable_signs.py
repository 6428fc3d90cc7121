"""What tells counterparts in comparable texts: signs of every pair of units.

Comparable texts tell of one event without being versions of each other: two outlets'
reports, say. Little of either is in the other, names and words of the event are
everywhere, so what counts is how far a pair stands out among its rivals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from tui_app.core.align.articles.candidates import Overlaps, transposed
from tui_app.core.align.articles.features import stem, words
from tui_app.core.align.articles.weighed_texts import WeighedPair

_Link = tuple[int, int]

# Beyond these a lead says no more: a pair may trail a copy of one of its units by
# any distance, and a copy lead by any.
_LEAST_LEAD, _MOST_LEAD = -0.15, 0.3
_LEAST_RUN_LEAD, _MOST_RUN_LEAD = -5.0, 10.0


class LinkSigns(NamedTuple):
    """What is known of a pair of units in comparable texts.

    ``dice`` and ``contained`` are the shared part of both and of the lighter unit.
    ``leads`` and ``trails`` tell by how much the pair leads, in Dice, on the side where
    it does so most and on the other; ``run_leads`` by how much, at most, in the weight
    of the longest run of words in both. ``beside`` is the Dice coefficient of the pair
    before or after; ``grown`` tells that beads or gaps between them link the pair.
    """

    dice: float
    leads: float
    trails: float
    contained: float
    beside: float
    run_leads: float
    grown: float


def link_signs(
    pair: WeighedPair,
    texts: tuple[Sequence[str], Sequence[str]],
    rows: Overlaps,
    grown: Collection[_Link],
) -> dict[_Link, LinkSigns]:
    """Return the signs of all pairs of units that share a word.

    ``texts`` are the units' texts, ``rows`` their overlaps, ``grown`` the links that
    the beads made.
    """
    masses = pair.left.unit_mass, pair.right.unit_mass
    shared = {(i, j): weight for i, row in enumerate(rows) for j, weight in row.items()}
    dice = {
        (i, j): 2 * weight / max(1, masses[0][i] + masses[1][j])
        for (i, j), weight in shared.items()
    }
    runs = _common_runs(texts, dice)
    leads, run_leads = (_leads(rows, of, len(masses[1])) for of in (dice, runs))

    def signs(i: int, j: int) -> LinkSigns:
        known, light = dice[i, j], min(masses[0][i], masses[1][j])
        behind, ahead = sorted(leads(i, j))
        return LinkSigns(
            dice=known,
            leads=_bounded(ahead, _LEAST_LEAD, _MOST_LEAD),
            trails=_bounded(behind, _LEAST_LEAD, _MOST_LEAD),
            contained=shared[i, j] / max(1, light),
            beside=max(dice.get((i + n, j + n), 0.0) for n in (-1, 1)),
            run_leads=_bounded(max(run_leads(i, j)), _LEAST_RUN_LEAD, _MOST_RUN_LEAD),
            grown=float((i, j) in grown),
        )

    return {link: signs(*link) for link in shared}


def _bounded(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)


def _leads(
    rows: Overlaps, values: Mapping[_Link, float], width: int
) -> Callable[[int, int], tuple[float, float]]:
    """Return what tells by how much a pair leads in its row and in its column."""
    of_rows = [_best_two(values[i, j] for j in row) for i, row in enumerate(rows)]
    of_columns = [
        _best_two(values[i, j] for i in column)
        for j, column in enumerate(transposed(rows, width))
    ]

    def leads(i: int, j: int) -> tuple[float, float]:
        value = values[i, j]
        return value - _rival(of_rows[i], value), value - _rival(of_columns[j], value)

    return leads


def _best_two(values: Iterable[float]) -> tuple[float, float]:
    best, second = 0.0, 0.0
    for value in values:
        if value > best:
            best, second = value, best
        else:
            second = max(second, value)
    return best, second


def _rival(best_two: tuple[float, float], value: float) -> float:
    best, second = best_two
    return second if value == best else best


def _common_runs(
    texts: tuple[Sequence[str], Sequence[str]], links: Collection[_Link]
) -> dict[_Link, float]:
    """Return the weight of the heaviest run of words that both units hold."""
    stems = tuple([list(map(stem, words(unit))) for unit in side] for side in texts)
    often = Counter(word for side in stems for unit in side for word in set(unit))
    top = len(stems[0]) + len(stems[1]) + 1
    weights = {word: log(top / number) for word, number in often.items()}
    left, right = ([_Runs.of(unit) for unit in side] for side in stems)
    return {(i, j): left[i].heaviest(right[j], weights) for i, j in links}


class _Runs(NamedTuple):
    """The words of a unit in order, which there are, and where two stand together."""

    words: Sequence[str]
    kinds: frozenset[str]
    pairs: Mapping[tuple[str, str], Sequence[int]]

    @classmethod
    def of(cls, found: Sequence[str]) -> _Runs:
        """Return the words of one unit."""
        pairs: dict[tuple[str, str], list[int]] = {}
        for place, both in enumerate(pairwise(found)):
            pairs.setdefault(both, []).append(place)
        return cls(found, frozenset(found), pairs)

    def heaviest(self, other: _Runs, weights: Mapping[str, float]) -> float:
        """Return the weight of the heaviest run of words that is in the other, too."""
        weight = weights.__getitem__
        heaviest = max(map(weight, self.kinds & other.kinds), default=0.0)
        ending: dict[tuple[int, int], float] = {}
        for here, there in self._both_in(other):
            first, second = self.words[here : here + 2]
            before = ending.get((here - 1, there - 1)) or weight(first)
            ending[here, there] = before + weight(second)
        return max(heaviest, *ending.values()) if ending else heaviest

    def _both_in(self, other: _Runs) -> list[tuple[int, int]]:
        """Return where both units have the same two words together, in order."""
        return sorted(
            (here, there)
            for both in self.pairs.keys() & other.pairs.keys()
            for here in self.pairs[both]
            for there in other.pairs[both]
        )
