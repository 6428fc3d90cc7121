"""From links to beads: units that are each other's main counterpart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_app.core.model import Bead, Link

# Overlapping links would tie a whole chapter into one bead; beads that both stand
# already are joined up to this many units.
_MOST = 12


def beads_of(links: Sequence[Link]) -> tuple[Bead, ...]:
    """Return the beads that ``links`` make, every unit in one at most.

    A bead grows by neighbours only: a further counterpart elsewhere stays a link.
    """
    lone_left = _once(link.left for link in links)
    lone_right = _once(link.right for link in links)
    beads = []
    tied = []
    for link in links:
        if link.left in lone_left and link.right in lone_right:
            beads.append(Bead((link.left,), (link.right,), link.score))
        else:
            tied.append(link)
    beads += _Growth().grow(tied)
    beads.sort(key=lambda bead: bead.left)
    return tuple(beads)


def _once(numbers: Iterable[int]) -> set[int]:
    once: set[int] = set()
    seen: set[int] = set()
    for number in numbers:
        (once.discard if number in seen else once.add)(number)
        seen.add(number)
    return once


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
