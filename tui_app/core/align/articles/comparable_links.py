"""Which pairs of units say the same in comparable texts, and how likely each does.

Where less than half of either text is linked, the costs of beads are learnt from too
little, and what is found is right but few. There every pair of units is judged by its
``LinkSigns``, and as many are taken as serve the pair of texts best.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp

from tui_app.core.align.articles.comparable_signs import LinkSigns
from tui_app.core.align.articles.costs import Coverage

_Link = tuple[int, int]

# What is linked at most of either of two texts that are comparable.
_SPARSE = 0.5
# Where no pair is likely, as between two essays on one subject, none is taken.
_LEAST = 0.3

# A logistic regression over all pairs of units of comparable texts that people linked:
# news of one event by two outlets, two gospels, and translations and plain versions of
# which most units were left on one side only. What the judges called the same in part
# counts as such. Made by benchmarks/comparable_weights.py.
_BIAS = -3.850
_WEIGHTS = LinkSigns(
    dice=4.724,
    leads=5.477,
    trails=3.548,
    contained=1.136,
    beside=2.290,
    run_leads=0.161,
    grown=1.751,
)


def are_comparable(covered: Coverage) -> bool:
    """Tell whether most of both texts is without counterpart."""
    return max(covered.left, covered.right) < _SPARSE


def comparable_links(
    signs: Mapping[_Link, LinkSigns], equal: Mapping[int, int]
) -> dict[_Link, float]:
    """Return the pairs that are counterparts, with how likely each is right.

    Of as likely ones those come first whose units are ``equal`` and answer each other
    by their places.
    """
    placed_first = sorted(signs, key=lambda link: equal.get(link[0]) != link[1])
    return most_expected({link: _probability(signs[link]) for link in placed_first})


def _probability(signs: LinkSigns) -> float:
    products = (weight * sign for weight, sign in zip(_WEIGHTS, signs, strict=True))
    return 1 / (1 + exp(-_BIAS - sum(products)))


def most_expected(likely: Mapping[_Link, float]) -> dict[_Link, float]:
    """Return those of the pairs that are worth taking, with their probabilities.

    A pair must be the likeliest of one of its units, of equal ones the first. Of these
    the likeliest are taken, as many as make the expected F1 highest: with n taken,
    twice the sum of their probabilities over n and the sum of all. None is taken that
    is far likelier wrong.
    """
    firsts = _firsts(sorted(likely, key=likely.__getitem__, reverse=True))
    whole = sum(likely[link] for link in firsts)
    best, taken, right = 0.0, 0, 0.0
    for number, link in enumerate(firsts, 1):
        right += likely[link]
        if (expected := 2 * right / (number + whole)) > best:
            best, taken = expected, number
    return {link: likely[link] for link in firsts[:taken] if likely[link] >= _LEAST}


def _firsts(links: Iterable[_Link]) -> list[_Link]:
    """Return the links that are the first of one of their units."""
    lefts: set[int] = set()
    rights: set[int] = set()
    found = []
    for i, j in links:
        if i not in lefts or j not in rights:
            found.append((i, j))
        lefts.add(i)
        rights.add(j)
    return found
