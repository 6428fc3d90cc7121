"""The one way from a text to a segmented document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_app.core.model import Document, Granularity, Unit
from tui_app.core.segmentation.lines import Span
from tui_app.core.segmentation.mending import find_writing
from tui_app.core.segmentation.paragraphs import line_blocks, paragraph_spans
from tui_app.core.segmentation.roles import find_roles
from tui_app.core.segmentation.title import title_of


def segment(text: str, source: str | None, granularity: Granularity) -> Document:
    """Return ``text`` cut into units; ``source`` is the path as the user gave it."""
    spans, numbers = _lines(text) if granularity == "line" else _paragraphs(text)
    roles = find_roles(text, spans)
    units = [
        Unit(start, end, paragraph, role)
        for (start, end), paragraph, role in zip(spans, numbers, roles, strict=True)
    ]
    title = title_of(text, units)
    if granularity == "sentence":
        units = list(_sentences(text, units))
    return Document(text, source, title, granularity, tuple(units))


def _lines(text: str) -> tuple[list[Span], Sequence[int]]:
    spans, numbers = [], []
    for number, block in enumerate(line_blocks(text)):
        spans += block
        numbers += [number] * len(block)
    return spans, numbers


def _paragraphs(text: str) -> tuple[list[Span], Sequence[int]]:
    spans = paragraph_spans(text)
    return spans, range(len(spans))


def _sentences(text: str, paragraphs: list[Unit]) -> Iterator[Unit]:
    from tui_app.core.segmentation.sentences import sentence_spans

    writing = find_writing(text)
    for paragraph in paragraphs:
        span = (paragraph.start, paragraph.end)
        for start, end in sentence_spans(text, span, writing):
            yield Unit(start, end, paragraph.paragraph, paragraph.role)
