"""Footnotes: the small lines at the foot of a column that begin with the mark of one.

They are read apart from the text, which runs on over them. A mark in the text whose
note stands on the page is left out, as it is in all formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tui_app.core.formats.pdf_paragraphs import Placed, is_over

_SMALLER = 0.94  # of the body's size
_RAISED = "⁰¹²³⁴-⁹"
_MARK = re.compile(
    rf"([{_RAISED}]{{1,3}}|\d{{1,3}}(?=\s|[^\W\d_a-z])|[*†‡§]{{1,3}})\s*(?=\S)"
)
_IN_TEXT = re.compile(rf"\s?([{_RAISED}]{{1,3}})|(?<=\S)([*†‡§]{{1,3}})(?!\w)")
_AS_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class TextAndNotes(NamedTuple):
    """The lines of the text, and those of the notes, each in their order."""

    text: list[Placed]
    notes: list[Placed]


def apart(lines: Sequence[Placed], body: float) -> TextAndNotes:
    """Return the notes apart from the text. ``body`` is the size of most letters."""
    text: list[Placed] = []
    notes: list[Placed] = []
    columns = [list(column) for _, column in groupby(lines, key=lambda one: one.column)]
    with_body = {one.page for one in lines if _is_body(one, body)}
    for column, after in zip(columns, [*columns, []][1:], strict=True):
        start = len(column)
        if column[0].page in with_body:
            runs_on = bool(notes) and not is_over(notes[-1].line.text)
            start = _foot(column, body, runs_on)
            start = min(start, _foot_within(column, after, body))
        text.extend(column[:start])
        notes.extend(column[start:])
    return TextAndNotes(_without_marks(text, notes), list(_numbered(notes)))


def _is_body(placed: Placed, body: float) -> bool:
    return placed.line.size > _SMALLER * body


def _foot(column: Sequence[Placed], body: float, runs_on: bool) -> int:
    """Return where the notes of the column begin. ``runs_on``: one is not over yet."""
    start = len(column)
    while start and not _is_body(column[start - 1], body):
        start -= 1
    while start < len(column):
        words = column[start].line.text
        if _MARK.match(words) and "\t" not in words:
            break
        if runs_on and words[:1].islower():
            break
        start += 1
    return start


def _foot_within(column: Sequence[Placed], after: Sequence[Placed], body: float) -> int:
    """Return where small lines begin that stand between two halves of a sentence."""
    start = len(column)
    while start and not _is_body(column[start - 1], body):
        start -= 1
    if not 0 < start < len(column) or not after:
        return len(column)
    runs_on = after[0].line.text[:1].islower() and _is_body(after[0], body)
    over = is_over(column[start - 1].line.text)
    return start if runs_on and not over else len(column)


def _marks(notes: Iterable[Placed]) -> set[tuple[int, str]]:
    """Return the marks of the notes, each with its page."""
    return {
        (placed.page, match[1].translate(_AS_DIGITS))
        for placed in notes
        if (match := _MARK.match(placed.line.text))
    }


def _without_marks(text: Iterable[Placed], notes: Sequence[Placed]) -> list[Placed]:
    marks = _marks(notes)
    pages = {page for page, _ in marks}
    return [
        placed if placed.page not in pages else _unmarked(placed, marks)
        for placed in text
    ]


def _unmarked(placed: Placed, marks: set[tuple[int, str]]) -> Placed:
    def without(match: re.Match[str]) -> str:
        mark = (match[1] or match[2]).translate(_AS_DIGITS)
        return "" if (placed.page, mark) in marks else match[0]

    words = _IN_TEXT.sub(without, placed.line.text)
    return placed._replace(line=placed.line._replace(text=words))


def _numbered(notes: Iterable[Placed]) -> Iterator[Placed]:
    """Yield the lines of the notes without marks; each note is a column by itself."""
    number = 0
    for placed in notes:
        match = _MARK.match(placed.line.text)
        number += match is not None
        rest = placed.line.text[match.end() :] if match else placed.line.text
        line = placed.line._replace(text=rest)
        yield placed._replace(line=line, column=number)


def note_lines(notes: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Yield the lines of one note after the other."""
    for _, lines in groupby(notes, key=lambda placed: placed.column):
        yield list(lines)
