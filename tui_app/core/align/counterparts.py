"""From links to beads: every unit with its main counterpart, each unit once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui_app.core.model import Bead, Link

_Pair = tuple[int, int]


def main_counterparts(
    links: Sequence[Link], strength: Mapping[_Pair, int]
) -> tuple[Bead, ...]:
    """Return the beads that the strongest link of every unit ties together.

    A unit joins others through its strongest link only, so that a long row of
    straddling units falls apart where its links are weakest. Units of a bead
    stand side by side, only unlinked ones between them; what stands elsewhere
    is a further counterpart and keeps its link alone.
    """
    ranked = sorted(
        links,
        key=lambda link: (
            -strength[link.left, link.right],
            -link.score,
            link.left,
            link.right,
        ),
    )
    ties = _Ties(_strongest(ranked))
    linked = {link.left for link in links}, {link.right for link in links}
    return tuple(sorted(ties.beads(linked), key=lambda bead: bead.left))


def _strongest(ranked: Iterable[Link]) -> list[Link]:
    """Return the links that are the first of one of their units."""
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for link in ranked:
        if link.left not in left or link.right not in right:
            found.append(link)
        left.add(link.left)
        right.add(link.right)
    return found


class _Ties:
    """Ties in the order of their strength, found by the units they tie."""

    def __init__(self, ties: Sequence[Link]) -> None:
        self._waiting = dict(enumerate(ties))
        self._of_left: dict[int, list[int]] = {}
        self._of_right: dict[int, list[int]] = {}
        for number, tie in enumerate(ties):
            self._of_left.setdefault(tie.left, []).append(number)
            self._of_right.setdefault(tie.right, []).append(number)

    def beads(self, linked: tuple[set[int], set[int]]) -> Iterator[Bead]:
        """Yield what the strongest ties and those that follow from them hold."""
        for number in list(self._waiting):
            if number in self._waiting:
                yield self._bead(self._waiting[number], linked)

    def _bead(self, first: Link, linked: tuple[set[int], set[int]]) -> Bead:
        left, right = {first.left}, {first.right}
        members = [first]
        while True:
            near = self._near(left, right)
            joining = (
                tie
                for tie in near
                if tie not in members
                and (
                    (tie.left in left and _beside(tie.right, right, linked[1]))
                    or (tie.right in right and _beside(tie.left, left, linked[0]))
                )
            )
            tie = next(joining, None)
            if tie is None:
                break
            members.append(tie)
            left.add(tie.left)
            right.add(tie.right)
        self._drop(left, right)
        score = sum(tie.score for tie in members) / len(members)
        return Bead(tuple(sorted(left)), tuple(sorted(right)), score)

    def _numbers(self, left: Iterable[int], right: Iterable[int]) -> set[int]:
        found = {number for unit in left for number in self._of_left.get(unit, ())}
        found.update(
            number for unit in right for number in self._of_right.get(unit, ())
        )
        return found

    def _near(self, left: Iterable[int], right: Iterable[int]) -> list[Link]:
        """Return the waiting ties of the units, the strongest first."""
        numbers = sorted(self._numbers(left, right))
        return [self._waiting[number] for number in numbers if number in self._waiting]

    def _drop(self, left: Iterable[int], right: Iterable[int]) -> None:
        for number in self._numbers(left, right):
            self._waiting.pop(number, None)


def _beside(unit: int, units: set[int], linked: set[int]) -> bool:
    """Tell whether only unlinked units stand between ``unit`` and ``units``."""
    if unit in units:
        return True
    nearest = min(units, key=lambda other: (abs(other - unit), other))
    between = range(min(unit, nearest) + 1, max(unit, nearest))
    return linked.isdisjoint(between)
