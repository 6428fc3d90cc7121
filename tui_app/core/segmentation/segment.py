"""The one way from a text to a segmented document."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.model import Document, Granularity, Role, Unit
from tui_app.core.segmentation.lines import Passages, find_lines
from tui_app.core.segmentation.roles import find_roles
from tui_app.core.segmentation.title import title_of

_MANY = 1500
"""Units; more are kept in columns and made when they are asked for."""


def segment(text: str, source: str | None, granularity: Granularity) -> Document:
    """Return ``text`` cut into units; ``source`` is the path as the user gave it."""
    if granularity == "sentence":
        from tui_app.core.segmentation.finer import in_sentences

        return in_sentences(segment(text, source, "paragraph"))
    passages = _paragraphs(text) if granularity == "paragraph" else find_lines(text)
    spans = passages.spans()
    roles = find_roles(text, spans)
    title = title_of(text, spans, roles)
    return Document(text, source, title, granularity, _units(passages, roles))


def _paragraphs(text: str) -> Passages:
    from tui_app.core.segmentation.paragraphs import find_paragraphs

    return find_paragraphs(text)


def _units(passages: Passages, roles: Sequence[Role]) -> Sequence[Unit]:
    if len(roles) <= _MANY:
        return tuple(map(Unit._make, zip(*passages, roles, strict=True)))
    from tui_app.core.units import ColumnUnits

    return ColumnUnits.of_columns(*passages, roles)
