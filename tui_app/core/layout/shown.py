"""Stretches of a text as they may be painted."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.core.display import displayable
from tui_app.core.model import Document, Span

_LINE_ENDS = str.maketrans("\n\t", "  ")


def shown(document: Document, start: int, end: int) -> str:
    """Return a stretch of the text as it may be painted, offsets unchanged.

    Line ends and tabs become spaces: the lines are set anew.
    """
    return displayable(document.text[start:end]).translate(_LINE_ENDS)


def hidden(document: Document, start: int, end: int) -> Iterator[Span]:
    """Yield the characters of the stretch that are shown as something else."""
    text = document.text[start:end]
    safe = displayable(text)
    if text == safe:
        return
    for at, (raw, sign) in enumerate(zip(text, safe, strict=True), start):
        if raw != sign:
            yield Span(at, at + 1)
