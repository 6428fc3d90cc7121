"""The stretches of text that one side of a row shows, each on lines of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_app.core.model import Document, Role


class Stretch(NamedTuple):
    """``text[start:end]`` of a document, set without a break of its own.

    ``opens`` tells that a paragraph of the document begins here, ``after_gap``
    that units between it and the stretch before belong to another row.
    """

    start: int
    end: int
    role: Role
    opens: bool
    after_gap: bool


def stretches(document: Document, numbers: Sequence[int]) -> tuple[Stretch, ...]:
    """Return the units as stretches; units of one paragraph in a row are one."""
    return tuple(_stretches(document, numbers))


def _stretches(document: Document, numbers: Sequence[int]) -> Iterator[Stretch]:
    if not numbers:
        return
    first = before = numbers[0]
    gap = False
    for number in numbers[1:]:
        if number != before + 1 or not _flows_on(document, before, number):
            yield _stretch(document, first, before, after_gap=gap)
            first, gap = number, number != before + 1
        before = number
    yield _stretch(document, first, before, after_gap=gap)


def _flows_on(document: Document, before: int, number: int) -> bool:
    one, other = document.units[before], document.units[number]
    return one.paragraph == other.paragraph and one.role == other.role


def _stretch(document: Document, first: int, last: int, *, after_gap: bool) -> Stretch:
    unit = document.units[first]
    return Stretch(
        unit.start,
        document.units[last].end,
        unit.role,
        opens_paragraph(document, first),
        after_gap,
    )


def opens_paragraph(document: Document, number: int) -> bool:
    """Tell whether the unit is the first of its paragraph."""
    units = document.units
    return number == 0 or units[number - 1].paragraph != units[number].paragraph
