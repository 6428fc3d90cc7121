"""From links to beads: units that are each other's main counterpart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from tui_app.core.align.anchors.evidence import Linked
from tui_app.core.model import Bead, Link

# Overlapping links would tie a whole chapter into one bead; beads that both stand
# already are joined up to this many units.
_MOST = 12


def beads_of(linked: Linked) -> list[Bead]:
    """Return the beads that the links make, every unit in one at most.

    A bead grows by neighbours only: a further counterpart elsewhere stays a link.
    """
    alone = (np.bincount(linked.left, minlength=1)[linked.left] == 1) & (
        np.bincount(linked.right, minlength=1)[linked.right] == 1
    )
    single = linked.where(alone)
    columns = (single.left.tolist(), single.right.tolist(), single.score.tolist())
    beads = [Bead((i,), (j,), score) for i, j, score in zip(*columns, strict=True)]
    return beads + _Growth().grow(links_of(linked.where(~alone)))


def links_of(linked: Linked) -> list[Link]:
    """Return the links as the model has them."""
    columns = (linked.left.tolist(), linked.right.tolist(), linked.score.tolist())
    return list(map(Link, *columns))


class _Growth:
    """Beads growing link by link, the strongest first."""

    def __init__(self) -> None:
        self._holders: dict[tuple[str, int], list[Link]] = {}

    def grow(self, links: Sequence[Link]) -> list[Bead]:
        waiting = sorted(links, key=lambda link: (-link.score, link.left, link.right))
        while waiting:
            left_over = [link for link in waiting if not self._take(link)]
            if len(left_over) == len(waiting):
                break
            waiting = left_over
        groups = {id(group): group for group in self._holders.values()}
        return [_bead(group) for group in groups.values()]

    def _take(self, link: Link) -> bool:
        keys = (("left", link.left), ("right", link.right))
        holders = [self._holders.get(key) for key in keys]
        groups = {id(group): group for group in holders if group is not None}
        merged = [link, *(held for group in groups.values() for held in group)]
        if groups and not _compact(merged):
            return False
        if len(groups) == 2 and _size(merged) > _MOST:
            return False
        for held in merged:
            self._holders["left", held.left] = merged
            self._holders["right", held.right] = merged
        return True


def _compact(links: Iterable[Link]) -> bool:
    return all(
        max(numbers) - min(numbers) < len(numbers)
        for numbers in (
            {link.left for link in links},
            {link.right for link in links},
        )
    )


def _size(links: Iterable[Link]) -> int:
    return len({link.left for link in links}) + len({link.right for link in links})


def _bead(links: Sequence[Link]) -> Bead:
    return Bead(
        tuple(sorted({link.left for link in links})),
        tuple(sorted({link.right for link in links})),
        sum(link.score for link in links) / len(links),
    )
