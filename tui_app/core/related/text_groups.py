"""Groups of related texts, none of them tied together by a chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_app.core.related.candidate_pairs import Tick
from tui_app.core.related.related_pairs import RelatedPair

_ENOUGH = 0.5
"""Of the pairs between two groups that become one, as many are related at least."""


def text_groups(
    pairs: Sequence[RelatedPair], tick: Tick = lambda: None
) -> tuple[tuple[int, ...], ...]:
    """Return the groups that ``pairs``, best first, make: numbers of texts, rising.

    Beginning with the best pair, two groups become one where at least half of the pairs
    between them are related (average linkage, Sokal and Michener 1958). So a text that
    shares one passage with each of two stories does not make one of them. The largest
    group comes first; texts alone are in none.
    """
    growing = _Growing(pairs)
    for number, pair in enumerate(pairs):
        if not number % 1000:
            tick()
        growing.join(pair)
    groups = sorted(tuple(sorted(one)) for one in growing.groups())
    return tuple(sorted(groups, key=len, reverse=True))


class _Growing:
    """Groups while they grow; each is named by one of its texts."""

    def __init__(self, pairs: Iterable[RelatedPair]) -> None:
        self._group_of: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._between: dict[int, dict[int, int]] = {}
        for left, right, *_ in pairs:
            for one, other in ((left, right), (right, left)):
                self._group_of[one] = one
                self._members[one] = [one]
                self._between.setdefault(one, {})[other] = 1

    def groups(self) -> Iterable[list[int]]:
        """Return the groups of two and more."""
        return (one for one in self._members.values() if len(one) > 1)

    def join(self, pair: RelatedPair) -> None:
        """Make one of the groups of both texts, if enough ties them."""
        one, other = self._group_of[pair.left], self._group_of[pair.right]
        if one == other:
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        possible = len(self._members[one]) * len(self._members[other])
        if self._between[one][other] >= _ENOUGH * possible:
            self._take_in(one, other)

    def _take_in(self, one: int, other: int) -> None:
        members = self._members.pop(other)
        self._members[one] += members
        for text in members:
            self._group_of[text] = one
        for third, tied in self._between.pop(other).items():
            del self._between[third][other]
            if third != one:
                both = self._between[one].get(third, 0) + tied
                self._between[one][third] = self._between[third][one] = both
