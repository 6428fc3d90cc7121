"""Which names one side has and the other has not, or another in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui_app.core.facts.across.names_of_pair import (
    KnownName,
    KnownNames,
    NamesOfPair,
    begins_sentence,
    words_of,
)
from tui_app.core.facts.across.sounds import may_be_one_name, romanised
from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.kinds import Kind
from tui_app.core.model import SIDES, Difference, Side, Span, opposite
from tui_app.core.text.characters import is_unspaced

_ALWAYS: Final = 0.97
"""A name answered in so many of its other rows is missed where it is not."""

_OFTEN: Final = 0.8
"""The same where another name stands opposite."""

_FEWEST: Final = 8
"""Rows that tell *always*."""

_TWICE: Final = 2

_STEM: Final = 4
"""Letters that a word made of a name begins with, or goes on with."""

_STRANGER: Final = 3
"""Letters; a shorter word may be anything."""

_NEAR: Final = 0.35
"""Of a passage; about so far apart are the places of one name on both sides."""

_PARTS: Final = re.compile("[-’']")


class FreeName(NamedTuple):
    """A name that nothing opposite answers, with its offsets."""

    word: str
    known: KnownName
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return Span(self.start, self.end)


def name_marks(row: TranslatedRow, names: NamesOfPair) -> Iterator[Difference]:
    """Yield the names that differ, offsets into the passages.

    One on each side are one difference, if both are answered elsewhere, or one is and
    the other is a stranger to both texts. One alone counts if it is answered in nearly
    all its other rows and not near by: for most a translator says *he* or *there*.
    """
    left = _unanswered(row, "left", names)
    right = _unanswered(row, "right", names)
    if len(left) == len(right) == 1:
        if _is_often_answered(left[0]) and _is_often_answered(right[0]):
            yield Difference(Kind.NAME, left[0].span, right[0].span)
    elif left and not right:
        yield from _alone(row, "left", left, names)
    elif right and not left:
        yield from _alone(row, "right", right, names)


def _alone(
    row: TranslatedRow, side: Side, own: Sequence[FreeName], names: NamesOfPair
) -> Iterator[Difference]:
    """Yield the names of one side, with the stranger that stands for one."""
    other = opposite(side)
    often = [one for one in own if _is_often_answered(one)]
    stranger = _stranger(row, side, often[0], names) if len(often) == 1 else None
    for one in own:
        if stranger is not None and one is often[0]:
            yield _difference(side, one.span, stranger)
        elif _is_always_answered(one) and not _is_answered(one, row.around(other)):
            yield _difference(side, one.span, None)


def _difference(side: Side, own: Span, other: Span | None) -> Difference:
    return Difference(Kind.NAME, *((own, other) if side == "left" else (other, own)))


def _is_always_answered(one: FreeName) -> bool:
    known = one.known
    return known.answered >= _FEWEST and known.answered_elsewhere() >= _ALWAYS


def _is_often_answered(one: FreeName) -> bool:
    known = one.known
    return known.answered > _TWICE and known.answered_elsewhere() >= _OFTEN


def _unanswered(row: TranslatedRow, side: Side, names: NamesOfPair) -> list[FreeName]:
    """Return the known names that nothing opposite answers, neighbours as one."""
    found: list[FreeName] = []
    text, other = row.passage(side), row.opposite(side)
    for one in _known_in(text, names.of(side)):
        if _is_answered(one, other):
            continue
        if found and not text[found[-1].end : one.start].strip(" -"):
            found.append(_joined(found.pop(), one))
        else:
            found.append(one)
    by_word = {one.word: one for one in reversed(found)}
    return sorted(by_word.values(), key=lambda one: one.start)


def _joined(one: FreeName, other: FreeName) -> FreeName:
    known = max(one.known, other.known, key=KnownName.answered_elsewhere)
    return FreeName(one.word, known, one.start, other.end)


def _known_in(text: str, known: KnownNames) -> Iterator[FreeName]:
    if not known:
        return
    if is_unspaced(next(iter(known))[0]):
        for start in range(len(text) - 1):
            for length in range(2, 5):
                if name := known.get(text[start : start + length]):
                    yield FreeName(
                        text[start : start + length], name, start, start + length
                    )
        return
    for match in words_of(text):
        if name := known.get(match[0]):
            yield FreeName(match[0], name, *match.span())


def _is_answered(one: FreeName, other: str) -> bool:
    if any(form in other for form in one.known.forms):
        return True
    if is_unspaced(one.word[0]):
        return romanised(one.word) in "".join(map(romanised, other.split()))
    words = {part for match in words_of(other) for part in _PARTS.split(match[0])}
    if any(is_unspaced(word[0]) for word in words if word):
        return romanised(one.word) in romanised(other)
    return any(_may_answer(one.word, word) for word in words)


def _may_answer(name: str, word: str) -> bool:
    """Tell a spelling of the name, or a word made of it: *himalayens*."""
    if may_be_one_name(name, word):
        return True
    ours, theirs = romanised(name), romanised(word)
    if min(len(ours), len(theirs)) < _STEM:
        return False
    return ours[:_STEM] in theirs or theirs[:_STEM] in ours


def _stranger(
    row: TranslatedRow, side: Side, one: FreeName, names: NamesOfPair
) -> Span | None:
    """Return the only word opposite with a capital that neither text knows.

    It is written small nowhere and stands about where the name does. None where nouns
    have capitals, or the script has none.
    """
    other = opposite(side)
    if not names.capitals_tell[SIDES.index(other)]:
        return None
    text = row.passage(other)
    own = f"{row.passage(side)}\n{row.around(side)}"
    known = {match[0] for match in words_of(own)}
    found = [
        match
        for match in words_of(text)
        if match[0][0].isupper()
        and len(match[0]) > _STRANGER
        and not names.is_familiar(match[0], other)
        and not begins_sentence(text, match.start())
        and not any(_may_answer(match[0], word) for word in known)
    ]
    if len(found) != 1:
        return None
    place = found[0].start() / len(text) - one.start / len(row.passage(side))
    return Span(*found[0].span()) if abs(place) <= _NEAR else None
