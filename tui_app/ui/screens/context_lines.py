"""A word in its context in so many cells: the words line up from line to line."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from tui_app.core.text.display import displayable_line
from tui_app.review.citations import InContext
from tui_app.review.looks import StyledText
from tui_app.ui.widgets.cells import cut, cut_start

_BEFORE = 2 / 5
"""Share of the cells for what stands before the words: one reads on from them."""


def context_line(shown: InContext, width: int, sign: str) -> tuple[StyledText, ...]:
    """Return the passage in exactly ``width`` cells, the words at the same cell always.

    A passage without marks that fits begins at the first cell. ``sign`` stands for
    what is cut off.
    """
    text = displayable_line(shown.text)
    if not shown.marks and cell_len(text) <= width:
        return filled(((text, ""),), width)
    column = int(width * _BEFORE)
    before, after = text[: shown.middle], text[shown.middle :]
    left, right = cut_start(before, column, sign), cut(after, width - column, sign)
    lead, trail = "" if left == before else sign, "" if right == after else sign
    start = shown.middle - (len(left) - len(lead))
    end = shown.middle + len(right) - len(trail)
    blank = " " * (column - cell_len(left))
    pieces = (
        (blank + lead, "aside"),
        *_marked(shown, text, start, end),
        (trail, "aside"),
    )
    return filled(pieces, width)


def _marked(shown: InContext, text: str, start: int, end: int) -> Iterator[StyledText]:
    """Yield a stretch of the text in pieces, each with its look."""
    at = start
    for mark in shown.marks:
        first, last = max(at, mark.start), min(end, mark.end)
        if first < last:
            yield text[at:first], ""
            yield text[first:last], mark.name
            at = last
    yield text[at:end], ""


def filled(pieces: tuple[StyledText, ...], width: int) -> tuple[StyledText, ...]:
    """Return the pieces with blanks up to ``width`` cells."""
    blank = width - cell_len("".join(text for text, _ in pieces))
    return (*pieces, (" " * blank, "")) if blank > 0 else pieces
