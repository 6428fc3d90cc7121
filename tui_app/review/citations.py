"""The passages of a concordance as they are shown: the word in what stands about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui_app.core.answering_words import answering_words
from tui_app.core.comparison import Comparison
from tui_app.core.concordance import Occurrence
from tui_app.core.model import Document, Side, Span, opposite
from tui_app.review.looks import Mark

AROUND = 240
"""Characters of the passage kept before the word, and behind it: a wide line's."""

_SPACE = re.compile(r"\s")

Answer = Callable[[Comparison, int, Side, Span], tuple[Span, ...]]
"""Tells what stands for words of a side of a row on the other side."""


class InContext(NamedTuple):
    """A stretch of a passage in one line; offsets are into ``text``.

    ``middle`` is where the words begin that are to stand in the middle, or would;
    ``marks`` are those words and others, in order.
    """

    text: str
    middle: int
    marks: tuple[Mark, ...] = ()


class Answered(NamedTuple):
    """The words that stand for others on a side, in small letters."""

    side: Side
    words: str


class Citations:
    """Tells what is to be seen of occurrences; what answers them is found once.

    ``answer`` is ``None`` as long as it is not known what stands for words.
    """

    def __init__(
        self, comparison: Comparison, answer: Answer | None = answering_words
    ) -> None:
        self._comparison = comparison
        self._answer = answer
        self._answers: dict[Occurrence, tuple[Span, ...]] = {}
        self._words: dict[Occurrence, str] = {}

    def answers(self, occurrence: Occurrence) -> tuple[Span, ...]:
        """Return what stands for the words on the side that does not hold them."""
        if self._answer is None or (occurrence.left and occurrence.right):
            return ()
        known = self._answers.get(occurrence)
        if known is None:
            side, span = held(occurrence)
            known = self._answer(self._comparison, occurrence.row, side, span)
            self._answers[occurrence] = known
        return known

    def instead(self, occurrence: Occurrence) -> Answered | None:
        """Return which words stand for those sought, an empty string for none.

        ``None`` where both sides hold them, or it is not known: between two languages
        only what is plain is linked, and the rest is not left out for that.
        """
        if self._answer is None or (occurrence.left and occurrence.right):
            return None
        found = self.answers(occurrence)
        if not found and self._comparison.translation is not None:
            return None
        side = opposite(held(occurrence)[0])
        text = self._comparison.document(side).text
        words = (text[start:end] for start, end in found)
        return Answered(side, " ".join(" ".join(words).lower().split()))

    def in_context(self, occurrence: Occurrence, side: Side) -> InContext | None:
        """Return the passage of one side, ``None`` where the row has nothing there."""
        units = self._comparison.rows[occurrence.row].units(side)
        if not units:
            return None
        document, span = self._comparison.document(side), occurrence.span(side)
        if span:
            return _around(document, units, [span], "keyword")
        found = self.answers(occurrence)
        if found:
            return _around(document, units, found, f"listed-{side}")
        return _around(document, units, [self._beside(occurrence, side)], "")

    def _beside(self, occurrence: Occurrence, side: Side) -> Span:
        """Return the place that is as far into the passage as the words into theirs."""
        here, span = held(occurrence)
        row = self._comparison.rows[occurrence.row]
        ours = _bounds(self._comparison.document(here), row.units(here))
        theirs = _bounds(self._comparison.document(side), row.units(side))
        share = (span.start - ours.start) / max(1, ours.end - ours.start)
        at = theirs.start + int(share * (theirs.end - theirs.start))
        return Span(at, at)

    def words(self, occurrence: Occurrence) -> str:
        """Return what a filter finds the occurrence by; no answers are looked for."""
        known = self._words.get(occurrence)
        if known is None:
            known = self._words[occurrence] = self._words_about(occurrence)
        return known

    def _words_about(self, occurrence: Occurrence) -> str:
        found = []
        for side in ("left", "right"):
            row = self._comparison.rows[occurrence.row]
            document, units = self._comparison.document(side), row.units(side)
            span = occurrence.span(side)
            if units:
                span = span or self._beside(occurrence, side)
                found.append(_around(document, units, [span], "").text)
        return " ".join(found)


def held(occurrence: Occurrence) -> tuple[Side, Span]:
    """Return a side that holds the words, the left if both do, and where."""
    side: Side = "left" if occurrence.left else "right"
    span = occurrence.span(side)
    if span is None:  # no concordance has such
        message = "an occurrence of nothing"
        raise ValueError(message)
    return side, span


def _bounds(document: Document, units: Sequence[int]) -> Span:
    return Span(document.units[units[0]].start, document.units[units[-1]].end)


def _around(
    document: Document, units: Sequence[int], spans: Sequence[Span], look: str
) -> InContext:
    """Return the spans in the unit that holds the first, and those joined to it."""
    at = spans[0].start
    bounds = _stretch(document, units, at)
    start = max(bounds.start, at - AROUND)
    end = min(bounds.end, spans[0].end + AROUND)
    text = _SPACE.sub(" ", document.text[start:end])
    marks = (Mark(one.start - start, one.end - start, look) for one in spans)
    shown = tuple(one for one in marks if 0 <= one.start < one.end <= len(text))
    return InContext(text, at - start, shown if look else ())


def _stretch(document: Document, units: Sequence[int], offset: int) -> Span:
    """Return the units of a row that follow each other about the offset."""
    runs: list[list[int]] = []
    for unit in units:
        if runs and runs[-1][-1] == unit - 1:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    spans = [_bounds(document, run) for run in runs]
    holding = (one for one in spans if one.start <= offset <= one.end)
    return next(holding, spans[0])
