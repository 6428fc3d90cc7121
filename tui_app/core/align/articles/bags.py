"""Bags of weighted features: what two passages share is one intersection, one sum.

A bag is a set of whole numbers that hold a weight above and a number that tells
features apart below. A feature said again is another number of the same weight, its
next copy, so that sets do as bags.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

# Not to be changed once made: bags are shared.
Bag = set[int]

# Bits of a number. The numbers of a bag must add up to less than 2 ** 40: those of
# a million items do.
_LOW = 40


def weight_of(item: int) -> int:
    """Return the weight of one item."""
    return item >> _LOW


def numbered(weight: int, number: int) -> int:
    """Return an item of so many thousandths; numbers tell items apart."""
    return weight << _LOW | number


def shared_weight(left: Bag, right: Bag) -> int:
    """Return the weight of what two bags share."""
    return sum(left & right) >> _LOW


class BagItems:
    """The items of a pair of texts; numbers from ``free`` on are for later copies."""

    def __init__(self, free: int) -> None:
        self.copies = _Copies(free)

    def all_copies(self, first: Bag) -> Bag:
        """Return first copies together with all later ones there are."""
        return first | {
            late for late, item in self.copies.first.items() if item in first
        }

    def merged(self, bags: Sequence[Bag]) -> Bag:
        """Return the bags poured into one; a single bag is returned itself."""
        if len(bags) == 1:
            return bags[0]
        copies, first = self.copies, self.copies.first
        total: Bag = set()
        # Where the search for a free copy goes on: from the start it were quadratic.
        latest: dict[int, int] = {}
        for bag in bags:
            both = total & bag
            total |= bag
            for item in both:
                lowest = first.get(item, item)
                free = copies[latest.get(lowest, item)]
                while free in total:
                    free = copies[free]
                total.add(free)
                latest[lowest] = free
        return total

    def rest(self, bag: Bag, taken: Bag) -> Bag:
        """Return what is left of ``bag`` less what it shares with ``taken``."""
        left = bag - taken
        copies, first = self.copies, self.copies.first
        late = [item for item in left & copies.later if first[item] not in left]
        left.difference_update(late)
        latest: dict[int, int] = {}
        for item in late:
            lowest = first[item]
            free = copies[latest[lowest]] if lowest in latest else lowest
            left.add(free)
            latest[lowest] = free
        return left

    def gained(self, own: Bag, added: Bag, other: Bag) -> int:
        """Return what ``other`` shares with ``own`` + ``added`` beyond ``own``."""
        return shared_weight(added, self.rest(other, own))


class _Copies(dict[int, int]):
    """The copy of the same feature that follows an item, made when asked for.

    ``first`` holds the first copy of every later one, ``later`` these later ones.
    """

    def __init__(self, free: int) -> None:
        self.first: dict[int, int] = {}
        self.later: set[int] = set()
        self._numbers = count(free)

    def __missing__(self, item: int) -> int:
        new = numbered(weight_of(item), next(self._numbers))
        self.first[new] = self.first.get(item, item)
        self.later.add(new)
        # Two threads may come here at once: both must get the same copy.
        return self.setdefault(item, new)
