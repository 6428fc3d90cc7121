"""Where quotations stand in a passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from tui_app.core.collation.collation import Stretch
from tui_app.core.collation.word import QUOTATION_MARK, word_of
from tui_app.core.facts.passage import Passage, Sides
from tui_app.core.text.punctuation import (
    CORNER_CLOSING,
    CORNER_OPENING,
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    QUOTATION_MARKS,
    SINGLE,
)

_SINGLE = frozenset("'`´" + SINGLE)

_OPENING = frozenset(DOUBLE_OPENING + CORNER_OPENING) | {"``"}

_CLOSING = frozenset(DOUBLE_CLOSING + CORNER_CLOSING)

_GERMAN_CLOSING = frozenset("“«")

_ANGLES = frozenset("«»")

_LONGEST_SINGLE = 80

_MOST_BEGUN = 20
"""So many marks may close what began before the passage, or around a quotation."""

_MARKS = frozenset(word_of(mark).lower for mark in QUOTATION_MARKS)


class Quotation(NamedTuple):
    """Words in quotation marks: tokens ``start`` to ``end`` without the marks.

    ``opening`` and ``closing`` number the marks; ``None`` where the quotation goes
    on beyond the passage.
    """

    start: int
    end: int
    opening: int | None
    closing: int | None

    @property
    def inside(self) -> Stretch:
        """Return the tokens between the marks."""
        return Stretch(self.start, self.end)


class QuotationsOfSides(NamedTuple):
    """The quotations of the two passages of a row."""

    left: list[Quotation]
    right: list[Quotation]


def words_inside(quotations: Iterable[Quotation]) -> frozenset[int]:
    """Return the tokens between the marks of the quotations."""
    return frozenset(
        chain.from_iterable(range(one.start, one.end) for one in quotations)
    )


def quotations_of(sides: Sides) -> QuotationsOfSides:
    """Return the quotations of both passages."""
    return QuotationsOfSides(quotations(sides.left), quotations(sides.right))


def quotations(passage: Passage) -> list[Quotation]:
    """Return the quotations in order; single marks only where both stand."""
    if _MARKS.isdisjoint(passage.words):
        return []
    marks = [
        number
        for number, word in enumerate(passage.written)
        if word.sort is QUOTATION_MARK
    ]
    if not marks:
        return []
    double = [number for number in marks if passage.written[number].text not in _SINGLE]
    double = sorted([*_of_words(passage, double), *_low_commas(passage)])
    single = [number for number in marks if passage.written[number].text in _SINGLE]
    found = [*_double(passage, double), *_single(passage, single)]
    found = [one for one in found if one.end > one.start]
    return sorted(found, key=lambda one: one.start)


def _of_words(passage: Passage, marks: list[int]) -> Iterator[int]:
    """Yield the marks that do not stand for inches: *a 27" screen*."""
    is_open = False
    for at, number in enumerate(marks):
        if passage.written[number].text == '"' and _follows_figure(passage, number):
            behind = marks[at + 1 : at + 2]
            if not is_open or (behind and not _spaced(passage, behind[0])[0]):
                continue
        is_open = _opens(passage, number, is_open=is_open)
        yield number


def _follows_figure(passage: Passage, number: int) -> bool:
    start = passage.tokens.starts[number]
    return passage.text[max(0, start - 1) : start].isdigit()


def _low_commas(passage: Passage) -> Iterator[int]:
    """Yield the first of two commas that stand for a low mark: *,,so“*."""
    if ",," not in passage.text:
        return
    words, starts, ends = passage.words, passage.tokens.starts, passage.tokens.ends
    for number, word in enumerate(words[1:-1], 1):
        if word == "," == words[number - 1] and (
            ends[number - 1] == starts[number] and ends[number] == starts[number + 1]
        ):
            yield number - 1


def _double(passage: Passage, marks: list[int]) -> Iterator[Quotation]:
    begun_before = 0
    opening: int | None = None
    for number in marks:
        if _opens(passage, number, is_open=opening is not None):
            if opening is not None:  # the paragraph's mark repeated
                yield Quotation(opening + 1, number, opening, None)
            opening = number
        elif opening is not None:
            yield Quotation(opening + 1, number, opening, number)
            opening = None
        elif begun_before < _MOST_BEGUN:
            begun_before += 1
            yield Quotation(0, number, None, number)
    if opening is not None:
        yield Quotation(opening + 1, len(passage.words), opening, None)


def _opens(passage: Passage, number: int, *, is_open: bool) -> bool:
    """Tell an opening mark by its form, else by the spaces about it."""
    text = passage.written[number].text
    if is_open and text in _GERMAN_CLOSING:
        return _spaced(passage, number) == (True, False)
    if (
        text in _ANGLES and not is_open
    ):  # «so» or »so«: the custom of the text, seen by its spaces
        before, after = _spaced(passage, number)
        if before != after:
            return before
    if text in _OPENING or text == ",":
        return True
    if text in _CLOSING:
        return False
    before, after = _spaced(passage, number)
    return not is_open if before == after else before


def _spaced(passage: Passage, number: int) -> tuple[bool, bool]:
    """Tell whether space (or a bracket, or the edge) stands before and after."""
    start, end = passage.tokens.starts[number], passage.tokens.ends[number]
    before = passage.text[start - 1 : start]
    after = passage.text[end : end + 1]
    return before in "([—–" or before.isspace(), after == "" or after.isspace()


def _single(passage: Passage, marks: list[int]) -> Iterator[Quotation]:
    opening: int | None = None
    for number in marks:
        before, after = _spaced(passage, number)
        if before and not after:
            opening = number
        elif opening is not None and not before and _closes(passage, number):
            if number - opening <= _LONGEST_SINGLE:
                yield Quotation(opening + 1, number, opening, number)
            opening = None


def _closes(passage: Passage, number: int) -> bool:
    """Tell a closing single mark from an apostrophe inside a word."""
    end = passage.tokens.ends[number]
    after = passage.text[end : end + 1]
    return not after.isalnum()
