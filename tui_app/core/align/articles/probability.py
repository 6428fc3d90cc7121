"""How likely a link is right, from what is known of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import exp
from typing import NamedTuple

from tui_app.core.align.articles.candidates import Overlaps, transposed
from tui_app.core.align.articles.costs import Coverage
from tui_app.core.align.articles.weighed_texts import WeighedPair

# Steps to where the next link stands if links go on.
_BESIDE = ((1, 1), (0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1), (2, 2))
_MOST_RIVAL = 2.0

# A logistic regression over links that people judged right or wrong, nine kinds
# of texts in two languages weighted by the root of their size; everything is
# relative to the pair, so that a coefficient says how a link stands among the
# others of its own texts.
_BIAS = 0.494
_DICE = 4.341
_ALIKE = -8.811
_CONTAINED = 3.758
_COVERED = 5.974
_SUPPORT = 0.645
_JOINED = -0.497
_RIVAL = -0.516
# Not of the regression: roles are guessed, so they can tip the balance and no more.
_FOREIGN = -1.5


class LinkEvidence(NamedTuple):
    """What is known of one link between units.

    ``shared`` is the weight of what both share, ``dice`` and ``contained`` its
    part of both and of the lighter one; ``rival`` the strongest unlinked
    alternative against it (0 to 2); ``support`` on how many of its two ends
    links go on; ``joined`` how many of both units have other links too;
    ``foreign`` whether one alone, by its role, is no part of its article.
    """

    shared: int
    dice: float
    contained: float
    rival: float
    support: int
    joined: int
    pair: Coverage
    foreign: bool = False


def probability(evidence: LinkEvidence) -> float:
    """Return how likely the link is right, 0 to 1."""
    texts = evidence.pair
    score = (
        _BIAS
        + _DICE * evidence.dice
        + _ALIKE * texts.alike
        + _CONTAINED * evidence.contained
        + _COVERED * max(texts.left, texts.right)
        + _SUPPORT * evidence.support
        + _JOINED * evidence.joined
        + _RIVAL * evidence.rival
        + _FOREIGN * evidence.foreign
    )
    return 1 / (1 + exp(-score))


def gather(
    pair: WeighedPair,
    rows: Overlaps,
    links: Collection[tuple[int, int]],
    found: Coverage,
) -> dict[tuple[int, int], LinkEvidence]:
    """Return the evidence for every link; ``rows`` holds overlaps of units."""
    return _Gathering(pair, rows, links, found).all()


class _Gathering:
    def __init__(
        self,
        pair: WeighedPair,
        rows: Overlaps,
        links: Collection[tuple[int, int]],
        found: Coverage,
    ) -> None:
        self.pair, self.links, self.found = pair, set(links), found
        self.rows = rows
        self.columns = transposed(rows, len(pair.right.unit_bags))
        self.of_left = _partners(self.links)
        self.of_right = _partners((j, i) for i, j in self.links)

    def all(self) -> dict[tuple[int, int], LinkEvidence]:
        return {link: self._evidence(*link) for link in sorted(self.links)}

    def _evidence(self, i: int, j: int) -> LinkEvidence:
        left, right = self.pair.left, self.pair.right
        shared = self.pair.shared_by_units(i, j)
        masses = left.unit_mass[i], right.unit_mass[j]
        return LinkEvidence(
            shared=shared,
            dice=2 * shared / max(1, sum(masses)),
            contained=shared / max(1, min(masses)),
            rival=self._rival(i, j, shared),
            support=self._goes_on(i, j, 1) + self._goes_on(i, j, -1),
            joined=(len(self.of_left[i]) > 1) + (len(self.of_right[j]) > 1),
            pair=self.found,
        )

    def _rival(self, i: int, j: int, shared: int) -> float:
        mine, its = self.of_left[i], self.of_right[j]
        rivals = [w for k, w in self.rows[i].items() if k not in mine]
        rivals += [w for k, w in self.columns[j].items() if k not in its]
        return min(max(rivals, default=0) / max(1, shared), _MOST_RIVAL)

    def _goes_on(self, i: int, j: int, step: int) -> bool:
        return any((i + step * a, j + step * b) in self.links for a, b in _BESIDE)


def _partners(links: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for one, other in links:
        found.setdefault(one, set()).add(other)
    return found
