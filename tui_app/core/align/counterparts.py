"""From links to beads: every unit with its main counterpart, each unit once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_app.core.model import Bead, Link

_Node = tuple[int, int]


def main_counterparts(links: Sequence[Link]) -> tuple[Bead, ...]:
    """Return the beads that the strongest link of every unit ties together.

    A unit joins others through its best link only, so that a long row of
    straddling units falls apart where its links are weakest; units that do not
    stand side by side stay apart, the weaker ones without a bead.
    """
    ties = _Ties(links)
    beads = [bead for group in ties.groups() for bead in _contiguous(group, links)]
    return tuple(sorted(beads, key=lambda bead: bead.left))


class _Ties:
    """Units joined by best links (union-find)."""

    def __init__(self, links: Iterable[Link]) -> None:
        self.parent: dict[_Node, _Node] = {}
        best: dict[_Node, Link] = {}
        for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
            best.setdefault((0, link.left), link)
            best.setdefault((1, link.right), link)
        for link in best.values():
            self._join((0, link.left), (1, link.right))

    def _find(self, node: _Node) -> _Node:
        self.parent.setdefault(node, node)
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def _join(self, one: _Node, other: _Node) -> None:
        self.parent[self._find(one)] = self._find(other)

    def groups(self) -> list[list[_Node]]:
        """Return the joined units, each group sorted."""
        found: dict[_Node, list[_Node]] = {}
        for node in sorted(self.parent):
            found.setdefault(self._find(node), []).append(node)
        return list(found.values())


def _contiguous(group: Sequence[_Node], links: Iterable[Link]) -> list[Bead]:
    left = tuple(unit for side, unit in group if side == 0)
    right = tuple(unit for side, unit in group if side == 1)
    inside = [link.score for link in links if link.left in left and link.right in right]
    return [Bead(left, right, sum(inside) / len(inside))]
