"""An alignment as bytes, as it stands in the cache: columns of numbers, no words."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from math import isfinite

from tui_app.core.column_sequence import LARGEST
from tui_app.core.joined_bytes import joined, numbers, parted
from tui_app.core.link_columns import ColumnBeads, ColumnLinks
from tui_app.core.model import Alignment, AlignmentBefore, Bead, Link, SomeUnits


def alignment_to_bytes(alignment: Alignment) -> bytes:
    """Return the alignment as bytes, numbers as this machine has them."""
    beads, links, before = alignment
    sizes = array("I", (len(side) for bead in beads for side in bead.sides))
    units = array("I", (unit for bead in beads for side in bead.sides for unit in side))
    scores = array("d", (bead.score for bead in beads))
    scores.extend(link.score for link in links)
    columns = sizes, units, _flat(link.pair for link in links), scores
    return joined(
        *(column.tobytes() for column in columns),
        *(() if before is None else _before_to_bytes(before)),
    )


def _before_to_bytes(before: AlignmentBefore) -> Iterator[bytes]:
    """Yield the alignment before, then what was aligned again, of what and how."""
    yield alignment_to_bytes(before.alignment)
    for some, alignment in before.again.items():
        for units in (some.left, some.right, _flat(sorted(some.parted))):
            yield array("I", units).tobytes()
        yield alignment_to_bytes(alignment)


def _flat(pairs: Iterable[tuple[int, int]]) -> array[int]:
    return array("I", (unit for pair in pairs for unit in pair))


def alignment_from_bytes(content: bytes) -> Alignment:
    """Return what was written so; raises ``ValueError`` for others."""
    sizes, units, pairs, scores, *rest = parted(content)
    beads, links = _beads_and_links(
        numbers(sizes), numbers(units), numbers(pairs), scores
    )
    if not rest:
        return Alignment(beads, links)
    freely, *again = rest
    fours = zip(*[iter(again)] * 4, strict=True)
    return Alignment(
        beads,
        links,
        AlignmentBefore(
            alignment_from_bytes(freely),
            {
                _some_units(left, right, apart): alignment_from_bytes(made)
                for left, right, apart, made in fours
            },
        ),
    )


def _some_units(left: bytes, right: bytes, apart: bytes) -> SomeUnits:
    pairs = numbers(apart)
    separated = frozenset(zip(pairs[::2], pairs[1::2], strict=True))
    return SomeUnits(tuple(numbers(left)), tuple(numbers(right)), separated)


def _beads_and_links(
    sizes: array[int], units: array[int], pairs: array[int], written: bytes
) -> tuple[ColumnBeads, ColumnLinks]:
    scores = array("d")
    scores.frombytes(written)
    if (len(sizes) + len(pairs)) != 2 * len(scores) or sum(sizes) != len(units):
        raise ValueError("columns that do not fit each other")
    if max(units, default=0) > LARGEST or max(pairs, default=0) > LARGEST:
        raise ValueError("numbers beyond every unit")
    if not all(map(isfinite, scores)):
        raise ValueError("scores that are no numbers")
    sides, score = _sides(units, sizes), iter(scores)
    # Two of the sides are taken for each bead: left, right, left, right, …
    beads = ColumnBeads.of(map(Bead, sides, sides, score))
    return beads, ColumnLinks.of(map(Link, pairs[::2], pairs[1::2], score))


def _sides(units: array[int], sizes: array[int]) -> Iterator[tuple[int, ...]]:
    start = 0
    for size in sizes:
        yield tuple(units[start : start + size])
        start += size
