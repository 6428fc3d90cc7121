"""In which order the groups and pairs of a shelf are gone through."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

from tui_app.library.shelf import Shelf, ShelfPair

_WHOLE_DATE = len("2000-01-01")


class ShelfOrder(StrEnum):
    """What groups are ranked by, and the pairs within each."""

    SCORE = "shared wording"
    DATE = "date"
    NAME = "name"
    SIZE = "size of group"


def next_order(order: ShelfOrder) -> ShelfOrder:
    """Return the order that follows this one, after the last the first."""
    orders = list(ShelfOrder)
    return orders[(orders.index(order) + 1) % len(orders)]


class PairGroup(NamedTuple):
    """Texts that belong together, by their numbers, and the pairs among them.

    Pairs of texts that are in no group, or in two, are a group of their own each.
    """

    texts: tuple[int, ...]
    pairs: tuple[ShelfPair, ...]


def groups_in_order(shelf: Shelf, order: ShelfOrder) -> list[PairGroup]:
    """Return all pairs by their groups, groups and pairs in order.

    By date the latest come first, and what has no date last; a group counts as its
    foremost pair does, but by size as many as it has texts.
    """
    rank = _rank(shelf, order)
    groups = [
        group._replace(pairs=tuple(sorted(group.pairs, key=rank)))
        for group in _groups(shelf)
    ]
    if order is ShelfOrder.SIZE:
        groups.sort(key=lambda group: (-len(group.texts), rank(group.pairs[0])))
    else:
        groups.sort(key=lambda group: rank(group.pairs[0]))
    return groups


def alone_in_order(shelf: Shelf, order: ShelfOrder) -> list[int]:
    """Return the numbers of the texts that are in no pair, by date or by name."""
    paired = {number for pair in shelf.pairs for number in pair[:2]}
    numbers = [one for one in range(len(shelf.texts)) if one not in paired]
    texts = shelf.texts
    numbers.sort(key=lambda one: _name(shelf, one))
    if order is ShelfOrder.DATE:
        numbers.sort(key=lambda one: texts[one].date.lstrip("-"), reverse=True)
    return numbers


def _groups(shelf: Shelf) -> list[PairGroup]:
    group_of = {text: at for at, group in enumerate(shelf.groups) for text in group}
    within: dict[int, list[ShelfPair]] = {}
    apart: list[PairGroup] = []
    for pair in shelf.pairs:
        at = group_of.get(pair.left, -1)
        if at >= 0 and at == group_of.get(pair.right):
            within.setdefault(at, []).append(pair)
        else:
            apart.append(PairGroup((pair.left, pair.right), (pair,)))
    found = [PairGroup(shelf.groups[at], tuple(pairs)) for at, pairs in within.items()]
    return [*found, *apart]


def _rank(shelf: Shelf, order: ShelfOrder) -> Callable[[ShelfPair], Any]:
    """Return the key that sorts pairs: the least comes first."""
    if order is ShelfOrder.NAME:
        return lambda pair: (_name(shelf, pair.left), _name(shelf, pair.right))
    if order is ShelfOrder.DATE:
        return lambda pair: (_newness(shelf, pair), -pair.score)
    return lambda pair: -pair.score


def _newness(shelf: Shelf, pair: ShelfPair) -> tuple[int, ...]:
    """Return what is the less the later the later text of the pair is."""
    latest = max(shelf.texts[number].date.lstrip("-") for number in pair[:2])
    # A year alone comes behind the days of it, what has no date behind all.
    return tuple(-ord(char) for char in latest.ljust(_WHOLE_DATE, "\0"))


def _name(shelf: Shelf, number: int) -> tuple[str, str]:
    text = shelf.texts[number]
    return text.called.casefold(), text.path
