"""How an anchor is made of what the reader points at: a row, words, a gap, a quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document, Side, Span
from tui_app.core.row_places import row_in_place
from tui_app.core.text.clusters import border
from tui_app.errors import UserError
from tui_app.notes.note import Anchor, text_hash

CONTEXT = 32
"""Code points kept before and after a quote, as Web Annotation clients do."""

LONGEST_QUOTE = 10_000
"""Code points of a quote; a note on a longer stretch is kept on its beginning."""


def span_anchor(document: Document, side: Side, span: Span) -> Anchor:
    """Return an anchor on ``document.text[span.start:span.end]``."""
    text = document.text
    start = max(0, min(span.start, len(text)))
    end = max(start, min(span.end, len(text), start + LONGEST_QUOTE))
    return Anchor(
        side,
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        text_hash(text),
    )


def gap_anchor(document: Document, side: Side, position: int) -> Anchor:
    """Return an anchor for "something is missing here"."""
    return span_anchor(document, side, Span(position, position))


def unit_anchors(
    document: Document, side: Side, units: Iterable[int]
) -> tuple[Anchor, ...]:
    """Return one anchor for each run of neighbouring units."""
    numbers = sorted(units)
    if not numbers:
        return ()
    breaks = [at for at, (a, b) in enumerate(pairwise(numbers), 1) if b != a + 1]
    runs = pairwise([0, *breaks, len(numbers)])
    return tuple(_run_anchor(document, side, numbers[a:b]) for a, b in runs)


def _run_anchor(document: Document, side: Side, run: Sequence[int]) -> Anchor:
    first, last = document.units[run[0]], document.units[run[-1]]
    return span_anchor(document, side, Span(first.start, last.end))


def row_anchors(
    comparison: Comparison, row: int, *, missing: bool = False
) -> tuple[Anchor, ...]:
    """Return anchors on the whole row, both sides.

    ``missing`` adds a gap on the side that has nothing, after the nearest
    unit that stands before the row.
    """
    here = comparison.rows[row]
    left = unit_anchors(comparison.left, "left", here.left)
    right = unit_anchors(comparison.right, "right", here.right)
    if missing and not left:
        left = (gap_anchor(comparison.left, "left", _gap(comparison, row, "left")),)
    if missing and not right:
        right = (gap_anchor(comparison.right, "right", _gap(comparison, row, "right")),)
    return left + right


def _gap(comparison: Comparison, row: int, side: Side) -> int:
    above = row_in_place(comparison.rows, row, side)
    if above is None:
        return 0
    last = comparison.rows[above].units(side)[-1]
    return comparison.document(side).units[last].end


def quote_anchor(document: Document, side: Side, quote: str) -> Anchor:
    """Return an anchor on words given by the user, however their spaces run.

    Raises ``UserError`` where they are not in the text, or more than once.
    """
    spans = _occurrences(document.text, quote)
    if len(spans) == 1:
        return span_anchor(document, side, spans[0])
    shown = quote if len(quote) <= CONTEXT else quote[: border(quote, CONTEXT)] + "…"
    if not spans:
        why, hint = f"not in the {side} text", "quote words as they stand there"
    else:
        why = f"{len(spans)} times in the {side} text"
        hint = "quote more of it, so that it occurs once"
    raise UserError(f"“{shown}”", why, hint)


def _occurrences(text: str, quote: str) -> list[Span]:
    words = quote.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return [Span(*match.span()) for match in pattern.finditer(text)]
