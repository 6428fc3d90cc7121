"""The passage of a note as it is quoted: with its marks, cut where it is long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from rich.text import Text
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from tui_app.core.text.clusters import next_border
from tui_app.core.text.display import displayable_line
from tui_app.notes.note import Anchor
from tui_app.review.journey import Stay
from tui_app.review.looks import Mark, StyledText
from tui_app.review.review import Review
from tui_app.review.row_looks import row_marks
from tui_app.ui.styles import mark_style

MarksOf = Callable[[Anchor], Sequence[Mark]]
"""Returns how the words of an anchor are marked, offsets into its quote."""

_ROWS = 40
"""Rows of a long selection whose marks are shown; no box has room for more."""

_SPACE = re.compile(r"\s+")


def no_marks(anchor: Anchor) -> Sequence[Mark]:
    """Return no marks, where the texts are not at hand."""
    del anchor
    return ()


def marks_now(review: Review, anchor: Anchor) -> Sequence[Mark]:
    """Return how the text marks the words of the anchor, the least first.

    None where the text has other words there by now: it was edited since.
    """
    text = review.comparison.document(anchor.side).text
    start, end = anchor.start, anchor.end
    if review.provisional or anchor.is_gap or text[start:end] != anchor.quote:
        return ()
    rows = sorted(review.row_at(Stay(anchor.side, at)) for at in (start, end - 1))
    return [
        Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.name)
        for row in range(rows[0], min(rows[1] + 1, rows[0] + _ROWS))
        for mark in row_marks(review.looks.stops, row, anchor.side)
        if mark.start < end and mark.end > start
    ]


def quoted(
    anchor: Anchor, marks: Sequence[Mark], quotes: str
) -> tuple[StyledText, ...]:
    """Return the passage on one line, between the ``quotes``."""
    side = "left: " if anchor.side == "left" else "right: "
    if anchor.is_gap:
        return ((side + _missing(anchor, quotes), ""),)
    return ((side + quotes[0], ""), *_marked(anchor.quote, marks), (quotes[1], ""))


def _missing(anchor: Anchor, quotes: str) -> str:
    words = _last_words(anchor.prefix)
    if not words:
        return "missing here, at the beginning"
    return f"missing here, after {quotes[0]}{words}{quotes[1]}"


_TAIL = 24
"""Characters shown of what stands before a gap."""


def _last_words(prefix: str) -> str:
    """Return the end of what stands before a gap, no word cut."""
    line = displayable_line(" ".join(prefix.split()))
    cut = line[next_border(line, max(0, len(line) - _TAIL)) :]
    return cut.partition(" ")[2] if len(line) > _TAIL and " " in cut else cut


def _marked(quote: str, marks: Sequence[Mark]) -> Iterator[StyledText]:
    """Yield the words in pieces, each with the mark that lies on top."""
    cuts = {0, len(quote)}.union(*((mark.start, mark.end) for mark in marks))
    after_space = True
    for start, end in pairwise(sorted(cuts)):
        words = _SPACE.sub(" ", quote[start:end])
        words = words.removeprefix(" ") if after_space else words
        names = [one.name for one in marks if one.start < end and one.end > start]
        if words:
            after_space = words.endswith(" ")
            yield displayable_line(words), names[-1] if names else ""


def styled(widget: Widget, pieces: Sequence[StyledText]) -> Content:
    """Return the pieces in the styles of their marks, over those of the widget."""
    text = Text()
    for words, name in pieces:
        text.append(words, mark_style(widget, name) if name else None)
    return Content.from_rich_text(text)


class QuotedPassage(Static):
    """A passage on at most ``most`` lines, among them the first with a mark.

    What is cut off before or behind them has a sign; the first piece always stands.
    """

    DEFAULT_CSS = "QuotedPassage { height: auto; color: $mark-faint; }"

    def __init__(self, pieces: Sequence[StyledText], most: int, sign: str) -> None:
        super().__init__("".join(words for words, _ in pieces), markup=False)
        self._pieces = pieces
        self._most = most
        self._sign = sign

    def render(self) -> Content:
        """Return the lines there is room for."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes."""
        del container, viewport
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines = styled(self, self._pieces).wrap(max(1, width))
        if len(lines) <= self._most:
            return lines
        marked = next((n for n, line in enumerate(lines) if line.spans), 0)
        begin = 0 if marked < self._most else marked - min(1, self._most - 1)
        begin = min(begin, len(lines) - self._most)
        kept, sign = lines[begin : begin + self._most], Content(self._sign)
        if begin:
            head = Content(self._pieces[0][0]) + sign
            kept[0] = head + kept[0].truncate(max(0, width - head.cell_length))
        if begin + self._most < len(lines):
            last = kept[-1].truncate(max(0, width - sign.cell_length)).rstrip()
            kept[-1] = last + sign
        return kept
