"""The one way from a text to a segmented document."""

from __future__ import annotations

import re

from sentencex import get_sentence_boundaries

from tui_app.core.model import Document, Granularity, Unit

_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
_LINE = re.compile(r"\S(?:.*\S)?")


def segment(text: str, source: str | None, granularity: Granularity) -> Document:
    """Return ``text`` cut into units; ``source`` is the path as the user gave it."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    units = [
        Unit(start, end, number)
        for number, span in enumerate(paragraphs)
        for start, end in _cut(text, *span, granularity)
    ]
    title = text[units[0].start : units[0].end] if units else ""
    return Document(text, source, title, granularity, tuple(units))


def _cut(
    text: str, start: int, end: int, granularity: Granularity
) -> list[tuple[int, int]]:
    if granularity == "paragraph":
        return [(start, end)]
    if granularity == "line":
        return [match.span() for match in _LINE.finditer(text, start, end)]
    spans = []
    for found in get_sentence_boundaries("en", text[start:end]):
        match = _PARAGRAPH.search(
            text, start + found["start_index"], start + found["end_index"]
        )
        if match:
            spans.append(match.span())
    return spans
