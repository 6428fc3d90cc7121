"""Units left alone that are a part of their neighbour's counterpart.

One text puts into a sentence what the other says in two; or something stands inside a
sentence, a page number or a caption, and tears it. The neighbour takes the counterpart,
and the rest seems to stand on one side only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import log
from typing import NamedTuple

from tui_app.core.align.articles.bags import shared_weight
from tui_app.core.align.articles.costs import Coverage
from tui_app.core.align.articles.weighed_texts import WeighedPair, WeighedText
from tui_app.core.text.punctuation import ends_with_mark

_Link = tuple[int, int]
_Partners = dict[int, list[int]]

# The part of a unit that its neighbour's counterpart must hold, beyond what the
# neighbour says: of one torn off before a small letter, or before any; of one that may
# be a clause of it.
_OF_TORN = 0.3
_OF_TORN_BEFORE_CAPITAL = 0.6
_OF_CLAUSE = 0.25
# Near copies keep their sentences; what is alone there is alone.
_COPIED = 0.7
# The part of a text's units that is alone where next to nothing was left out.
_FEW_ALONE = 0.05
# Units that may stand between, and how likely each kind of link is right.
_BETWEEN = 2
_TORN, _CLAUSE, _BY_LENGTH = 0.9, 0.7, 0.6
_HYPHENS = ("-", "\u2010", "\xad")


class _Text(NamedTuple):
    """One of the two texts, its links, and how much of it is alone."""

    weighed: WeighedText
    texts: Sequence[str]
    partners: _Partners

    @property
    def few_alone(self) -> bool:
        """Tell whether nearly all units are linked."""
        return len(self.partners) >= (1 - _FEW_ALONE) * len(self.texts)

    def mass(self, units: Collection[int]) -> int:
        """Return the mass of the units."""
        return sum(self.weighed.unit_mass[unit] for unit in units)


class _Neighbour(NamedTuple):
    """A linked unit beside one that is alone, and its counterpart beside that."""

    unit: int
    counterpart: int
    step: int


def clause_links(
    pair: WeighedPair,
    texts: tuple[Sequence[str], Sequence[str]],
    links: Collection[_Link],
    covered: Coverage,
) -> dict[_Link, float]:
    """Return links of units that are alone, with how likely each is right."""
    left = _Text(pair.left, texts[0], _partners(links))
    right = _Text(pair.right, texts[1], _partners((j, i) for i, j in links))
    found = dict(_Joining(pair, left, right, covered).links())
    turned = dict(_Joining(pair, right, left, covered).links())
    return found | {(i, j): score for (j, i), score in turned.items()}


def _partners(links: Collection[_Link] | Iterator[_Link]) -> _Partners:
    found: _Partners = {}
    for one, other in links:
        found.setdefault(one, []).append(other)
    return found


class _Joining:
    """The units of one text that are alone, and where they may belong in the other."""

    def __init__(
        self, pair: WeighedPair, own: _Text, other: _Text, covered: Coverage
    ) -> None:
        self._pair, self._own, self._other = pair, own, other
        self._is_retold = covered.alike < _COPIED

    def links(self) -> Iterator[tuple[_Link, float]]:
        """Yield a link for each unit that has one, with its probability."""
        for unit in range(len(self._own.texts)):
            if unit in self._own.partners:
                continue
            scores = [
                (self._score(unit, neighbour), neighbour.counterpart)
                for neighbour in self._neighbours(unit)
            ]
            best, counterpart = max(scores, default=(0.0, -1))
            if best:
                yield (unit, counterpart), best

    def _neighbours(self, unit: int) -> Iterator[_Neighbour]:
        """Yield the nearest linked unit before and after, with its counterpart."""
        partners = self._own.partners
        for step in (-1, 1):
            reach = range(1, _BETWEEN + 2)
            near = next((d for d in reach if unit + step * d in partners), None)
            if near is not None:
                unit_there = unit + step * near
                beside = max if step < 0 else min
                yield _Neighbour(unit_there, beside(partners[unit_there]), step)

    def _score(self, unit: int, neighbour: _Neighbour) -> float:
        held = self._held(unit, neighbour.counterpart)
        if self._is_torn(unit, neighbour, held):
            return _TORN
        if held >= _OF_CLAUSE and self._is_retold:
            return _CLAUSE
        return _BY_LENGTH if self._is_missing(unit, neighbour) else 0.0

    def _held(self, unit: int, counterpart: int) -> float:
        """Return how much of the unit the counterpart holds beyond its own ones."""
        own, items = self._own.weighed, self._pair.items
        spent = items.merged(
            [own.unit_bags[n] for n in self._other.partners[counterpart]]
        )
        rest = items.rest(self._other.weighed.unit_bags[counterpart], spent)
        return shared_weight(own.unit_bags[unit], rest) / max(1, own.unit_mass[unit])

    def _is_torn(self, unit: int, neighbour: _Neighbour, held: float) -> bool:
        """Tell whether a sentence runs on from the one to the other."""
        first, second = sorted((unit, neighbour.unit))
        before, after = self._own.texts[first], self._own.texts[second]
        if before[-1:] not in _HYPHENS and ends_with_mark(before, (0, len(before))):
            return False
        small = after[:1].islower()
        return held >= (_OF_TORN if small else _OF_TORN_BEFORE_CAPITAL)

    def _is_missing(self, unit: int, neighbour: _Neighbour) -> bool:
        """Tell whether the counterpart is too long for its neighbour alone.

        Only where nearly nothing is alone, nothing else stands about on either side,
        and both together come nearer to its length (Gale & Church).
        """
        counterpart, step = neighbour.counterpart, neighbour.step
        if not (self._own.few_alone and neighbour.unit == unit + step):
            return False
        if unit - step not in self._own.partners:
            return False
        if 0 <= counterpart - step < len(self._other.texts):
            beyond = self._other.partners.get(counterpart - step, ())
            if unit - step not in beyond:
                return False
        linked = self._other.partners[counterpart]
        whole = self._other.mass([counterpart])
        return _apart(self._own.mass(linked), whole) > _apart(
            self._own.mass([*linked, unit]), whole
        )


def _apart(one: int, other: int) -> float:
    return abs(log((one + 1) / (other + 1)))
