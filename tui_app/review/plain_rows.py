"""Rows set for who hears or feels them: one column, all that is marked in words.

A line says which row it is and how that stands; then come the left passage and the
right one, each begun with the name of its side. What differs stands in brackets, a
fact with its kind. Each line can be understood by itself, and nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tui_app.core.layout.cover import THE_LEFT, Cover
from tui_app.core.layout.merged import can_be_merged, merged_pieces, spaced
from tui_app.core.layout.portions import WHOLE, Portion, portion_of, within
from tui_app.core.layout.set_lines import (
    BLANK,
    Flow,
    LinePiece,
    SetLine,
    TextLine,
    Tone,
    flows,
    pieces_between,
)
from tui_app.core.layout.typesetting import TextMeasure, View
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.model import SIDES, Document, Role, Side
from tui_app.core.text.display import shown
from tui_app.core.text.plurals import counted
from tui_app.review.plain_words import (
    BOTH,
    ToldStretch,
    row_in_words,
    sides_told,
    told_stretches,
)
from tui_app.review.review import Review

_FURTHER = "Further on: "
"""Before what stands apart from the words before it: another row has those between."""

_ROLES = {
    **{role: role.value for role in Role},
    Role.BOILERPLATE: "no part of the article",
}

_OF_TONE: dict[Tone | None, str] = {"removed": "left", "added": "right"}


class PlainRows:
    """Sets the rows of a review; what they say follows its notes, marks and levels."""

    restates = True

    def __init__(
        self,
        review: Review,
        wrapper: Wrapper,
        measure: TextMeasure,
        cover: Cover | None = None,
    ) -> None:
        self.wrapper = wrapper
        self._review = review
        self._comparison = review.comparison
        self._measure = measure
        self._cover = cover

    def set_row(
        self, row: int, view: View, portion: Portion = WHOLE
    ) -> tuple[SetLine, ...]:
        """Return the lines of the row, the blank ones before it included."""
        body = self._passages(row, view, portion)
        if not portion.first:
            return tuple(body)
        blank = [BLANK] * (self._measure.spacing if row else 0)
        head = self._wrapped([_said(row_in_words(self._review, row))], Role.HEADING)
        first, *others = (SetLine(line, both=True) for line in head)
        return (*blank, first._replace(first=True), *others, *body)

    def portion_of(self, row: int, side: Side, offset: int, count: int) -> int:
        """Return the portion of the row that holds the offset, or the next one."""
        numbers = self._comparison.rows[row].units(side)
        document = self._comparison.document(side)
        return portion_of(flows(document, numbers), offset, count)

    def _passages(self, row: int, view: View, portion: Portion) -> Iterator[SetLine]:
        content = self._comparison.rows[row]
        if view == "merged" and portion.count == 1 and can_be_merged(content):
            for line in self._wrapped(list(self._merged(row)), Role.BODY):
                yield SetLine(line, both=True)
            return
        for name, side in sides_told(content, self._sides(row, view)):
            hidden = name != BOTH and self._is_covered(row, view, side)
            make = self._hidden if hidden else self._passage
            for line in make(row, name, side, portion):
                left, right = (line, None) if side == "left" else (None, line)
                yield SetLine(left, right, both=name == BOTH)

    def _sides(self, row: int, view: View) -> Sequence[Side]:
        """Return the sides whose passages are told; of one text only that."""
        cover = self._cover or THE_LEFT
        if view == "original" and row not in cover.lifted:
            return (cover.reads,)
        return SIDES

    def _is_covered(self, row: int, view: View, side: Side) -> bool:
        cover = self._cover
        if cover is None or view == "original" or row in cover.lifted:
            return False
        return side == cover.covered

    def _hidden(
        self, row: int, name: str, side: Side, portion: Portion
    ) -> Iterator[TextLine]:
        """Yield how many words are covered, and none of them."""
        if portion.first:
            document = self._comparison.document(side)
            units = self._comparison.rows[row].units(side)
            many = sum(len(document.unit_text(number).split()) for number in units)
            words = counted(many, "word", "words")
            yield from self._wrapped([_said(f"{name}: {words}, covered.")], Role.BODY)

    def _passage(
        self, row: int, name: str, side: Side, portion: Portion
    ) -> Iterator[TextLine]:
        document = self._comparison.document(side)
        whole = flows(document, self._comparison.rows[row].units(side))
        review = self._review
        known = not review.provisional
        told = told_stretches(review.looks.stops, row, side) if known else []
        for number, flow in enumerate(within(document.text, whole, portion)):
            begins = portion.first and number == 0
            lead = _called(name, flow.role) if begins else ""
            lead += _FURTHER if flow.after_gap else ""
            pieces = [_said(lead)] if lead else []
            pieces += _told_text(document, side, flow, told)
            yield from self._wrapped(pieces, flow.role)

    def _merged(self, row: int) -> Iterator[LinePiece]:
        """Yield the row as one text, what is gone and what came in brackets."""
        yield _said("Merged: ")
        pieces = spaced(self._comparison, merged_pieces(self._comparison, row))
        before = " "
        for tone, group in groupby(pieces, key=lambda piece: piece.tone):
            for piece in _bracketed(list(group), _OF_TONE.get(tone, ""), before):
                yield piece
                before = piece.text[-1:] or before

    def _wrapped(self, pieces: Sequence[LinePiece], role: Role) -> Iterator[TextLine]:
        text = "".join(piece.text for piece in pieces)
        starts = self.wrapper.starts(text, self._measure.width)
        for number, start in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else len(text)
            end = start + len(text[start:end].rstrip(" "))
            yield TextLine(tuple(pieces_between(pieces, start, end)), role=role)


def _said(words: str) -> LinePiece:
    """Return words of the program's own."""
    return LinePiece(words, None, 0)


def _bracketed(run: Sequence[LinePiece], word: str, before: str) -> Iterator[LinePiece]:
    """Yield the pieces in brackets after the word, blanks around them outside."""
    text = "".join(piece.text for piece in run)
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    if not word or start == end:
        yield from run
        return
    yield from pieces_between(run, 0, start)
    gap = "" if start or before.isspace() else " "
    yield _said(f"{gap}[{word}: ")
    yield from pieces_between(run, start, end)
    yield _said("]")
    yield from pieces_between(run, end, len(text))


def _called(name: str, role: Role) -> str:
    """Return how a passage begins: its side, and what it is if it is no plain text."""
    return f"{name}: " if role is Role.BODY else f"{name}, {_ROLES[role]}: "


def _told_text(
    document: Document, side: Side, flow: Flow, told: Iterable[ToldStretch]
) -> Iterator[LinePiece]:
    """Yield the text of the flow, what differs of it in brackets."""
    at = flow.start
    for one in told:
        start, end = max(one.start, flow.start), min(one.end, flow.end)
        if start >= end:
            continue
        if at < start:
            yield LinePiece(shown(document, at, start), side, at)
        yield _said(f"[{one.word}: " if one.word else "[")
        yield LinePiece(shown(document, start, end), side, start)
        yield _said("]")
        at = end
    if at < flow.end:
        yield LinePiece(shown(document, at, flow.end), side, at)
