"""A passage as a report quotes it: in one line, with what is around it, its place."""

from __future__ import annotations

from tui_app.core.model import Document, Span
from tui_app.core.text.clusters import border, next_border

AROUND = 48
"""Characters kept on each side of the words; a word is never cut."""


def words_of(document: Document, span: Span | None) -> str:
    """Return the words of a passage in one line, ``""`` for none."""
    return " ".join(document.text[span.start : span.end].split()) if span else ""


def in_context(document: Document, span: Span | None) -> str:
    """Return the words in brackets between those before and after them."""
    if span is None:
        return ""
    before = _before(document.text[max(0, span.start - AROUND - 1) : span.start])
    after = _after(document.text[span.end : span.end + AROUND + 1])
    return " ".join(f"{before}[{words_of(document, span)}]{after}".split())


def _before(text: str) -> str:
    if len(text) <= AROUND:
        return text
    spaces = (at for at, char in enumerate(text) if char.isspace())
    return "…" + text[next(spaces, next_border(text, 1)) :].lstrip()


def _after(text: str) -> str:
    if len(text) <= AROUND:
        return text
    cut = next((at for at in range(len(text), 0, -1) if text[at - 1].isspace()), 0)
    end = cut or border(text, len(text) - 1)
    return text[:end].rstrip() + "…"


def extent(document: Document, units: tuple[int, ...]) -> Span | None:
    """Return where a passage of these units begins and ends, ``None`` for none."""
    if not units:
        return None
    return Span(document.units[units[0]].start, document.units[units[-1]].end)


def place_of(document: Document, span: Span | None) -> str:
    """Return the page, chapter or time at which it stands, ``""`` if not known."""
    if span is None or document.extract is None:
        return ""
    return document.extract.place_at(span.start)
