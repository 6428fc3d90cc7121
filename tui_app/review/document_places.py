"""Where a passage stands in its document, in words: page 12, a heading of level 2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_app.core.extract import Part
from tui_app.core.model import Document

_LEVELLED = frozenset({Part.HEADING, Part.LIST_ITEM})


def standing(document: Document, units: Sequence[int]) -> str:
    """Return what the passage of these units is and where it stands, if it is known.

    A paragraph of which nothing more is known needs no word.
    """
    extract = document.extract
    if extract is None or not units:
        return ""
    first = document.units[units[0]].start
    last = document.units[units[-1]].end - 1
    words = [_named(document, first), *_places(document, first, last)]
    return ", ".join(filter(None, words))


def _named(document: Document, offset: int) -> str:
    passage = document.extract.passage_at(offset) if document.extract else None
    if passage is None or passage.part is Part.PARAGRAPH:
        return ""
    if passage.part in _LEVELLED and passage.level > 1:
        return f"{passage.part} of level {passage.level}"
    return str(passage.part)


def _places(document: Document, first: int, last: int) -> Iterator[str]:
    """Yield the place, both where the passage runs on to another."""
    extract = document.extract
    if extract is not None:
        begun, ended = extract.place_at(first), extract.place_at(last)
        yield begun
        if ended != begun and begun:
            yield f"to {ended}"
