"""A heading: what every finder of headings gives."""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """What stands at the head of a section of one text.

    ``start`` is where it begins, an offset into the text; ``level`` counts from 1, the
    outermost. ``words`` are on one line.
    """

    start: int
    level: int
    words: str


def with_dense_levels(headings: list[Heading]) -> tuple[Heading, ...]:
    """Return the headings with the levels there are numbered 1, 2, 3, without gaps."""
    order = {
        level: number
        for number, level in enumerate(sorted({one.level for one in headings}), 1)
    }
    return tuple(one._replace(level=order[one.level]) for one in headings)
