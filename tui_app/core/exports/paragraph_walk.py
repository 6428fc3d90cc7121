"""The walk over both texts in paragraphs: words, the breaks between, the notes.

What a form with paragraphs of its own is made of. The white space between two
paragraphs is one break, whatever its length; where the lines of a text end for want
of room, a line end is a space. All other characters stand as they are.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeGuard

from tui_app.core.exports.chosen_walk import (
    Closing,
    Omission,
    Opening,
    Step,
    chosen_walk,
)
from tui_app.core.exports.merged_walk import Piece
from tui_app.core.exports.report import Report
from tui_app.core.model import Document, Side, Span
from tui_app.core.segmentation.paragraphs import find_lines, find_wrapping


class Words(NamedTuple):
    """Words of one text, or the same in both; the rest is as in a ``Piece``."""

    text: str
    left: Span | None
    right: Span | None
    row: int | None
    moved: bool

    def span(self, side: Side) -> Span | None:
        """Return their place in that text."""
        return self.left if side == "left" else self.right


class Break(NamedTuple):
    """The end of a paragraph, in the left text, in the right, in both."""

    left: bool
    right: bool


Event = Words | Break | Opening | Closing


def paragraph_walk(report: Report) -> Iterator[Event]:
    """Yield words, breaks and notes as they go out. Lazy, as ``merged_walk`` is.

    A text has a break only between two paragraphs; rows that are left out are one
    break of both.
    """
    left, right = report.comparison.left, report.comparison.right
    return _together(_parted(chosen_walk(report), left, right))


class _Gap(NamedTuple):
    """White space in a text that is no words: around all, between, a wrapped line's."""

    start: int
    end: int
    stands_for: str


_NOTHING, _BREAK, _SPACE = "", "\n", " "

_AROUND_LINE_END = re.compile(r"\s*[\r\n]\s*")


def _gaps(document: Document) -> Iterator[_Gap]:
    """Yield the gaps of a text in order. White space that is part of words is none."""
    text, end = document.text, 0
    wrapped = _is_wrapped(document)
    for start, stop in _paragraphs(document):
        if start > end and text[end:start].isspace():
            yield _Gap(end, start, _BREAK if end else _NOTHING)
        if wrapped:
            for match in _AROUND_LINE_END.finditer(text, start, stop):
                yield _Gap(*match.span(), _SPACE)
        end = stop
    if end < len(text) and text[end:].isspace():
        yield _Gap(end, len(text), _NOTHING)


def _paragraphs(document: Document) -> Iterator[Span]:
    """Yield the paragraphs; where units are lines, each line is one."""
    lines = document.granularity == "line"
    start = end = number = -1
    for unit in document.units:
        if start >= 0 and not lines and unit.paragraph == number:
            end = unit.end
            continue
        if start >= 0:
            yield Span(start, end)
        start, end, number = unit.start, unit.end, unit.paragraph
    if start >= 0:
        yield Span(start, end)


def _is_wrapped(document: Document) -> bool:
    """Tell whether lines of the text end for want of room."""
    extract = document.extract
    if document.granularity == "line" or (extract and extract.passages):
        return False
    lines = find_lines(document.text)
    blocks: dict[int, list[tuple[int, int]]] = {}
    for span, number in zip(lines.spans(), lines.paragraphs, strict=True):
        blocks.setdefault(number, []).append(span)
    return find_wrapping(document.text, list(blocks.values())).width > 0


class _Part(NamedTuple):
    """A stretch of a text that is words, or (part of) a gap that stands for these."""

    end: int
    gap: _Gap | None


class _Gaps:
    """The gaps of one text, looked up from its beginning to its end."""

    def __init__(self, document: Document) -> None:
        self._gaps = _gaps(document)
        self._next = next(self._gaps, None)
        self._told: _Gap | None = None

    def part_at(self, at: int) -> _Part:
        """Return what stands there; ``at`` never goes back."""
        while self._next is not None and self._next.end <= at:
            self._next = next(self._gaps, None)
        gap = self._next
        if gap is None:
            return _Part(sys.maxsize, None)
        return _Part(gap.end, gap) if gap.start <= at else _Part(gap.start, None)

    def first_told(self, gap: _Gap) -> bool:
        """Tell whether the gap has not been told yet; from now on it has."""
        first = gap != self._told
        self._told = gap
        return first


_Item = Event | Omission


def _parted(steps: Iterable[Step], left: Document, right: Document) -> Iterator[_Item]:
    """Yield the pieces as words and breaks, each of one text where they differ."""
    ours, theirs = _Gaps(left), _Gaps(right)
    for step in steps:
        if not isinstance(step, Piece):
            yield step
        elif step.left is not None and step.right is not None:
            yield from _of_both(left.text, step, step.left, step.right, (ours, theirs))
        elif step.left is not None:
            yield from _of_one(left.text, step, step.left, ours)
        elif step.right is not None:
            yield from _of_one(right.text, step, step.right, theirs)


def _of_one(text: str, piece: Piece, span: Span, gaps: _Gaps) -> Iterator[_Item]:
    at = span.start
    while at < span.end:
        end, gap = gaps.part_at(at)
        end = min(span.end, end)
        left = Span(at, end) if piece.left else None
        right = Span(at, end) if piece.right else None
        words = Words(text[at:end], left, right, piece.row, piece.moved)
        yield from _told(words, gap, gaps)
        at = end


def _of_both(
    text: str, piece: Piece, left: Span, right: Span, gaps: tuple[_Gaps, _Gaps]
) -> Iterator[_Item]:
    """Yield words of both texts; a gap of one may be words of the other."""
    at, across = left.start, right.start - left.start
    while at < left.end:
        ours, theirs = gaps[0].part_at(at), gaps[1].part_at(at + across)
        end = min(left.end, ours.end, theirs.end - across)
        here, there = Span(at, end), Span(at + across, end + across)
        words = Words(text[at:end], here, there, piece.row, piece.moved)
        if ours.gap is None and theirs.gap is None:
            yield words
        else:
            yield from _told(words._replace(right=None), ours.gap, gaps[0])
            yield from _told(words._replace(left=None), theirs.gap, gaps[1])
        at = end


def _told(words: Words, gap: _Gap | None, gaps: _Gaps) -> Iterator[_Item]:
    """Yield words of one text, or what the gap they are in stands for."""
    if gap is None:
        yield words
    elif gaps.first_told(gap):
        if gap.stands_for == _BREAK:
            yield Break(left=words.left is not None, right=words.right is not None)
        elif gap.stands_for == _SPACE:
            yield words._replace(text=_SPACE)


def _together(items: Iterable[_Item]) -> Iterator[Event]:
    """Yield a break, or words, that both texts have at one place as one."""
    joint = _Joint()
    for item in items:
        yield from joint.take(item)
    yield from joint.give_up()


class _Joint:
    """What one text has there and the other may have as well, and what came since.

    The words before a break and those that come in their stead stand in one paragraph:
    the break waits for that of the other text as long as only such words come. Words
    wait for the very next ones only.
    """

    def __init__(self) -> None:
        self._waiting: Words | Break | None = None
        self._since: list[Words | Opening | Closing] = []
        self._row: int | None = None

    def take(self, item: _Item) -> Iterator[Event]:
        """Yield what is certain now that the item comes next."""
        if self._waiting is None:
            yield from self._begin(item)
        elif (joined := _joined(self._waiting, item)) is not None:
            yield from self._end(joined)
        elif self._holds_back(item):
            if isinstance(item, Closing) and not self._since:
                yield item
            else:
                self._since.append(item)
        else:
            yield from self.give_up()
            yield from self._begin(item)

    def _begin(self, item: _Item) -> Iterator[Event]:
        if isinstance(item, Omission):
            yield Break(left=True, right=True)
        elif isinstance(item, Words | Break) and _may_join(item):
            self._waiting = item
        else:
            yield item

    def _end(self, joined: Words | Break) -> Iterator[Event]:
        """Yield what came since, then what both have, then notes that begin."""
        behind = len(self._since)
        while behind and isinstance(self._since[behind - 1], Opening):
            behind -= 1
        yield from self._since[:behind]
        yield joined
        yield from self._since[behind:]
        self._waiting = None
        self._since = []

    def give_up(self) -> Iterator[Event]:
        """Yield what waits for nothing, and what came since."""
        if isinstance(self._waiting, Words):
            self._row = self._waiting.row
        if self._waiting is not None:
            yield self._waiting
        yield from self._since
        self._waiting = None
        self._since = []

    def _holds_back(self, item: _Item) -> TypeGuard[Words | Opening | Closing]:
        """Tell whether a break that waits goes on waiting, over notes as well."""
        waiting = self._waiting
        if not isinstance(waiting, Break):
            return False
        if not isinstance(item, Words):
            return isinstance(item, Opening | Closing)
        here, there = item.left, item.right
        if waiting.right:
            here, there = there, here
        return here is None and there is not None and item.row == self._row


def _may_join(item: Words | Break) -> bool:
    """Tell whether the other text may have the same at this place, told next."""
    if isinstance(item, Break):
        return item.left != item.right
    return item.left is None or item.right is None


def _joined(one: Words | Break, other: _Item) -> Words | Break | None:
    """Return as one what both texts have, ``None`` where it is not the same."""
    if isinstance(one, Break):
        if isinstance(other, Break) and one.left == other.right != one.right:
            return Break(left=True, right=True)
        return None
    if not isinstance(other, Words) or other.text != one.text:
        return None
    if one.left and other.right and not (one.right or other.left):
        return one._replace(right=other.right, row=None, moved=False)
    if one.right and other.left and not (one.left or other.right):
        return other._replace(right=one.right, row=None, moved=False)
    return None
