"""The passage that some units of a document make, and the way back to the document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from tui_app.core.model import Document, Span


class JoinedUnits(NamedTuple):
    """Units of a document joined to one text.

    ``starts`` are the places in ``text`` where a stretch of the document begins
    that stands unbroken, ``origins`` their places in the document.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def spans(self, span: Span) -> list[Span]:
        """Return where ``span`` of the passage stands in the document.

        It is cut where the units are not neighbours in the document. White space
        at a cut is left out; the list is empty only if nothing else was there.
        """
        if len(self.starts) == 1:
            origin = self.origins[0]
            return [Span(span.start + origin, span.end + origin)]
        found = []
        first = bisect_right(self.starts, span.start) - 1
        last = bisect_right(self.starts, span.end - 1) - 1
        for number in range(first, last + 1):
            start = max(span.start, self.starts[number])
            end = span.end
            if number < last:
                end = self.starts[number + 1]
            text = self.text[start:end]
            start += len(text) - len(text.lstrip())
            end -= len(text) - len(text.rstrip())
            shift = self.origins[number] - self.starts[number]
            if start < end:
                found.append(Span(start + shift, end + shift))
        return found


def joined_units(document: Document, units: Iterable[int]) -> JoinedUnits:
    """Return the units as one text, in the order given."""
    stretches: list[tuple[int, int]] = []
    last = None
    for number in units:
        unit = document.units[number]
        if last is not None and number == last + 1 and _meet(document, last, number):
            stretches[-1] = (stretches[-1][0], unit.end)
        else:
            stretches.append((unit.start, unit.end))
        last = number
    starts, length = [], 0
    for start, end in stretches:
        starts.append(length)
        length += end - start + 1
    text = " ".join(document.text[start:end] for start, end in stretches)
    return JoinedUnits(text, tuple(starts), tuple(start for start, _ in stretches))


def _meet(document: Document, one: int, other: int) -> bool:
    """Tell whether only white space stands between the units."""
    between = document.text[document.units[one].end : document.units[other].start]
    return document.units[one].end <= document.units[other].start and (
        not between.strip()
    )
