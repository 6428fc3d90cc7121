"""Which words of a row's other side stand for some words of it, within one language.

The collation of both passages tells: the word that answers each, or where none does,
what stands in the same place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui_app.core.collation.collate import collate
from tui_app.core.collation.collation import Collation
from tui_app.core.collation.tokens import Tokens
from tui_app.core.comparison import Comparison
from tui_app.core.differences.row_differences import (
    READ_WHOLE,
    JoinedUnits,
    joined_units,
)
from tui_app.core.model import Side, Span

MOST_IN_PLACE: Final = 6
"""Words that may stand in one place for some: more are a passage told anew."""


def answering_words(
    comparison: Comparison, row: int, side: Side, span: Span
) -> tuple[Span, ...]:
    """Return what stands for the words at ``span`` of ``side`` on the other side.

    Offsets are of the documents' texts. There is nothing where the words were left
    out, or all about them is told anew, or the row is longer than ``READ_WHOLE``. The
    two passages are compared whole: a row of a few sentences takes a millisecond.
    """
    units = comparison.rows[row]
    left = joined_units(comparison.left, units.left)
    right = joined_units(comparison.right, units.right)
    ours, theirs = (left, right) if side == "left" else (right, left)
    words = _within(ours, span)
    too_long = len(left.text) + len(right.text) > READ_WHOLE
    if words is None or not theirs.text or too_long:
        return ()
    # As the differences are found, so that the same words answer each other.
    exchanged = (len(left.text), left.text) > (len(right.text), right.text)
    first, second = (right, left) if exchanged else (left, right)
    collation = collate(first.text, second.text)
    forwards = exchanged == (side == "right")
    facing = _facing(collation, forwards=forwards)
    numbers = sorted(set(_answers(facing, words)))
    return tuple(
        place
        for stretch in _stretches(theirs.text, facing.theirs, numbers)
        for place in theirs.spans(stretch)
    )


def _within(passage: JoinedUnits, span: Span) -> Span | None:
    """Return where the span of the document stands in the passage."""
    for start, origin in zip(passage.starts, passage.origins, strict=True):
        at = span.start - origin + start
        text = passage.text[at : at + span.end - span.start]
        if at >= start and len(text) == span.end - span.start:
            later = [one for one in passage.starts if one > start]
            if not later or at < min(later):
                return Span(at, at + len(text))
    return None


class _Facing(NamedTuple):
    """A collation seen from the side that is asked about."""

    ours: Tokens
    theirs: Tokens
    answer_of: Sequence[int]
    asked_by: Sequence[int]
    gaps: Sequence[tuple[range, range]]


def _facing(collation: Collation, *, forwards: bool) -> _Facing:
    one = collation
    gaps = [(range(*gap.left), range(*gap.right)) for gap in one.gaps]
    if forwards:
        return _Facing(one.left, one.right, one.of_left, one.of_right, gaps)
    mirrored = [(theirs, ours) for ours, theirs in gaps]
    return _Facing(one.right, one.left, one.of_right, one.of_left, mirrored)


def _answers(facing: _Facing, words: Span) -> Iterator[int]:
    """Yield the numbers of the tokens that answer those within ``words``."""
    asked = [
        number
        for number, (start, end) in enumerate(zip(*facing.ours.places, strict=True))
        if start < words.end and words.start < end
    ]
    answers = [facing.answer_of[n] for n in asked if facing.answer_of[n] >= 0]
    yield from answers
    for ours, theirs in facing.gaps:
        here = [n for n in asked if n in ours]
        if here and max(len(ours), len(theirs)) <= MOST_IN_PLACE:
            beside = [n for n in answers if n in theirs]
            yield from _in_place(facing, here, ours, theirs, beside)


def _in_place(
    facing: _Facing,
    asked: Sequence[int],
    ours: range,
    theirs: range,
    answers: Sequence[int],
) -> Iterator[int]:
    """Yield what stands in the place of some words, beside what answers them.

    Where nothing does, these are the first words of the gap that answer no other;
    where the words are the only ones of theirs, what is one phrase with the answers.
    """
    here, there = facing.ours.words, facing.theirs.words
    free = [n for n in theirs if facing.asked_by[n] < 0 and there[n].lexical]
    lexical = [n for n in ours if here[n].lexical]
    if not answers and any(n in lexical for n in asked):
        yield from free[:1]
        answers = free[:1]
    if answers and all(n in asked for n in lexical):
        yield from _on(free, max(answers), 1)
        yield from _on(free, min(answers), -1)


def _on(free: Sequence[int], start: int, step: int) -> Iterator[int]:
    """Yield those that follow each other without a gap beside ``start``."""
    at = start + step
    while at in free:
        yield at
        at += step


def _stretches(text: str, tokens: Tokens, numbers: Sequence[int]) -> Iterator[Span]:
    """Yield the tokens, those with only white space between them as one."""
    begun: Span | None = None
    for number in numbers:
        start, end = tokens.starts[number], tokens.ends[number]
        if begun and not text[begun.end : start].strip():
            begun = Span(begun.start, end)
            continue
        if begun:
            yield begun
        begun = Span(start, end)
    if begun:
        yield begun
