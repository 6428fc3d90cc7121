"""What a reader sees as one change: the differences of a row, joined to phrases.

The differences say word by word what is other (``core/differences``); on the screen
five of them in a line are one thing, *in an interview with the press*. A phrase is made
of what stands together on a side, with at most a few words of grammar between, and of
what answers it on the other side. A fact is a phrase of its own, also inside another;
a quotation told anew is one phrase, however much of it stayed.

How far a change matters is its grade: facts, passages of a clause or more that only
one side has, other words, and what is small (a comma, a capital, a *the*), which is
worth a mark only where nothing else in the row differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

from tui_app.core.differences.short_words import (
    LONGEST_BRIDGE,
    count_words,
    is_bridge,
    is_one_word_or_grammar,
    only_follows,
)
from tui_app.core.differences.single_changes import changes_in
from tui_app.core.kinds import FACTS, Kind
from tui_app.core.model import Difference, Side, Span

CLAUSE = 5
"""Words from which a stretch that only one side has is a passage.

Subject, verb and what it is about; a title and a name have fewer. What is written
without spaces has about two characters a word.
"""

LEFT_OUT = " … "
"""Stands in the words of a phrase for those between that are no part of it."""

_EDGES = " ,;:.!?…"
"""What words in a list need not begin or end with."""

_SMALL = {Kind.PUNCTUATION, Kind.CASE, Kind.LABEL}

_ALONE = FACTS | {Kind.UNTRANSLATED, Kind.LENGTH}
"""What is never one phrase with what stands beside it."""

_SIDES: tuple[Side, ...] = ("left", "right")


class Grade(IntEnum):
    """How much a change matters, the least first."""

    SMALL = 0
    WORDING = 1
    PASSAGE = 2
    FACT = 3


class WordStretch(NamedTuple):
    """``span`` of one side of a phrase, and how much it matters."""

    span: Span
    grade: Grade


class Phrase(NamedTuple):
    """One change to a reader: its differences, and what it covers on each side.

    A phrase without differences is a whole row, which only one side has or which is
    too long to be compared.
    """

    differences: tuple[Difference, ...] = ()
    grade: Grade = Grade.PASSAGE
    left: tuple[WordStretch, ...] = ()
    right: tuple[WordStretch, ...] = ()

    def stretches(self, side: Side) -> tuple[WordStretch, ...]:
        """Return what the phrase covers on that side."""
        return self.left if side == "left" else self.right

    def spans(self, side: Side) -> tuple[Span, ...]:
        """Return what it covers without what only follows, one span where they meet."""
        covered = self.stretches(side)
        large = [one for one in covered if one.grade is not Grade.SMALL]
        found: list[Span] = []
        for span, _ in large or covered:
            meets = found and found[-1].end == span.start
            found.append(Span(found.pop().start, span.end) if meets else span)
        return tuple(found)

    def words(self, side: Side, text: str) -> str:
        """Return its words in the text of that side, … where others stand between."""
        found, end = "", None
        for span, _ in self.stretches(side):
            between = text[end : span.start] if end is not None else ""
            found += (LEFT_OUT if between.strip() else between) + text[slice(*span)]
            end = span.end
        folded = " ".join(found.split())
        return folded.strip(_EDGES) or folded

    @property
    def retold(self) -> bool:
        """Tell a quotation that both sides have in other words."""
        if self.grade is not Grade.WORDING or not (self.left and self.right):
            return False
        return all(one.quotation is not None for one in self.differences)

    @property
    def moved(self) -> bool:
        """Tell words that moved and are else the same."""
        return all(one.kind is Kind.ORDER for one in self.differences)


WHOLE_ROW = Phrase()


def phrases(
    differences: Sequence[Difference], left: str, right: str
) -> tuple[Phrase, ...]:
    """Return the phrases of a row, in the order of their first differences.

    ``left`` and ``right`` are the texts that the differences have offsets into.
    """
    return tuple(_Phrasing(differences, left, right).phrases())


def worth_marking(found: tuple[Phrase, ...], *, small: bool) -> tuple[Phrase, ...]:
    """Return the phrases without the small ones, unless nothing else differs.

    With ``small`` all of them.
    """
    large = tuple(one for one in found if one.grade is not Grade.SMALL)
    return found if small or not large else large


class _Part(NamedTuple):
    """The words of one difference on one side; ``number`` is that of the difference."""

    span: Span
    number: int


class _PhraseRun(NamedTuple):
    """Differences that stand together on one side.

    ``ties`` are the numbers of those that bring what they answer into the phrase;
    words that moved do not, they would tie what stands far apart.
    """

    parts: tuple[_Part, ...]
    ties: tuple[int, ...]

    @property
    def span(self) -> Span:
        """Return what it covers."""
        return Span(self.parts[0].span.start, self.parts[-1].span.end)


class _Phrasing:
    """Joins the differences of one row."""

    def __init__(
        self, differences: Sequence[Difference], left: str, right: str
    ) -> None:
        self._differences = differences
        self._texts: dict[Side, str] = {"left": left, "right": right}
        self._mere = [self._is_mere(one) for one in differences]
        self._small = [mere or self._is_small(n) for n, mere in enumerate(self._mere)]
        self._tied = _PhraseTies(len(differences))

    def phrases(self) -> Iterator[Phrase]:
        """Yield the phrases."""
        runs = {side: tuple(self._runs(side)) for side in _SIDES}
        self._tie(runs["left"] + runs["right"])
        held = {side: self._by_phrase(runs[side]) for side in _SIDES}
        for first, numbers in self._tied.groups().items():
            yield self._phrase(numbers, *(held[side].get(first, ()) for side in _SIDES))

    def _by_phrase(self, runs: Sequence[_PhraseRun]) -> dict[int, list[_PhraseRun]]:
        held: dict[int, list[_PhraseRun]] = {}
        for run in runs:
            held.setdefault(self._tied.first(run.ties[0]), []).append(run)
        return held

    # What belongs together -----------------------------------------------------

    def _runs(self, side: Side) -> Iterator[_PhraseRun]:
        """Yield the differences of a side that stand together."""
        parts: list[_Part] = []
        spans = (one.span(side) for one in self._differences)
        for part in sorted(_Part(span, n) for n, span in enumerate(spans) if span):
            if parts and not self._goes_on(side, parts[-1], part):
                yield self._run(parts)
                parts = []
            parts.append(part)
        if parts:
            yield self._run(parts)

    def _goes_on(self, side: Side, one: _Part, other: _Part) -> bool:
        kinds = {self._differences[part.number].kind for part in (one, other)}
        if not _ALONE.isdisjoint(kinds):
            return False
        between = self._texts[side][one.span.end : other.span.start]
        quotation = self._differences[one.number].quotation
        if quotation != self._differences[other.number].quotation:
            return False
        if quotation is not None:
            return count_words(between) < CLAUSE
        return len(between) <= LONGEST_BRIDGE and is_bridge(between)

    def _is_fact(self, number: int) -> bool:
        return self._differences[number].kind in FACTS

    def _run(self, parts: Sequence[_Part]) -> _PhraseRun:
        numbers = [part.number for part in parts]
        ties = [number for number in numbers if not self._is_moved(number)]
        return _PhraseRun(tuple(parts), tuple(ties or numbers[:1]))

    def _tie(self, runs: Sequence[_PhraseRun]) -> None:
        for change in changes_in(self._differences):
            for within in self._by_quotation(change).values():
                self._tied.tie(within)
        quotations = self._by_quotation(range(len(self._differences)))
        quotations.pop(None, None)
        for numbers in (*quotations.values(), *(run.ties for run in runs)):
            self._tied.tie(numbers)
        self._take_in_moved([run for run in runs if not self._is_moved(run.ties[0])])

    def _by_quotation(self, numbers: Iterable[int]) -> dict[int | None, list[int]]:
        """Return the differences of each quotation told anew, and of none."""
        found: dict[int | None, list[int]] = {}
        for number in numbers:
            quotation = self._differences[number].quotation
            found.setdefault(quotation, []).append(number)
        return found

    def _take_in_moved(self, runs: Sequence[_PhraseRun]) -> None:
        """Let words that moved be part of the first phrase they stand in."""
        phrases = {self._tied.first(run.ties[0]) for run in runs}
        for run in runs:
            for part in run.parts:
                if self._tied.first(part.number) not in phrases:
                    self._tied.tie((run.ties[0], part.number))
                    phrases.add(self._tied.first(part.number))

    def _is_moved(self, number: int) -> bool:
        return self._differences[number].kind is Kind.ORDER

    # What it is ----------------------------------------------------------------

    def _phrase(
        self,
        numbers: Sequence[int],
        left: Sequence[_PhraseRun],
        right: Sequence[_PhraseRun],
    ) -> Phrase:
        differences = tuple(self._differences[number] for number in numbers)
        grade = self._simple_grade(numbers)
        if grade is not None:
            ours, theirs = (
                tuple(WordStretch(run.span, grade) for run in runs)
                for runs in (left, right)
            )
            return Phrase(differences, grade, ours, theirs)
        surplus = self._size("left", left) - self._size("right", right)
        ours = self._stretches("left", left, surplus)
        theirs = self._stretches("right", right, -surplus)
        large = [grade for grade in map(_weightiest, (ours, theirs)) if grade]
        grade = large[0] if len(large) == 1 else Grade.WORDING
        return Phrase(differences, grade, ours, theirs)

    def _simple_grade(self, numbers: Sequence[int]) -> Grade | None:
        """Return the grade of a phrase of one piece, ``None`` for other words."""
        if self._is_fact(numbers[0]):
            return Grade.FACT
        return Grade.SMALL if all(self._small[n] for n in numbers) else None

    def _size(self, side: Side, runs: Sequence[_PhraseRun]) -> float:
        return sum(count_words(self._texts[side][slice(*run.span)]) for run in runs)

    def _stretches(
        self, side: Side, runs: Sequence[_PhraseRun], surplus: float
    ) -> tuple[WordStretch, ...]:
        """Return what the phrase covers; ``surplus`` are the words it has more here."""
        return tuple(
            stretch
            for run in runs
            for grade, parts in self._without_edges(run)
            for stretch in self._parted(side, grade, parts, surplus)
        )

    def _without_edges(
        self, run: _PhraseRun
    ) -> Iterator[tuple[Grade, Sequence[_Part]]]:
        """Yield the parts of a run; those at its ends that follow by themselves."""
        more = [n for n, part in enumerate(run.parts) if not self._mere[part.number]]
        first, end = (more[0], more[-1] + 1) if more else (0, 0)
        for grade, parts in (
            (Grade.SMALL, run.parts[:first]),
            (Grade.WORDING, run.parts[first:end]),
            (Grade.SMALL, run.parts[end:]),
        ):
            if parts:
                yield grade, parts

    def _parted(
        self, side: Side, grade: Grade, parts: Sequence[_Part], surplus: float
    ) -> Iterator[WordStretch]:
        """Yield the parts in stretches: passages only this side has, other words."""
        if grade is Grade.SMALL or surplus < CLAUSE:
            yield WordStretch(Span(parts[0].span.start, parts[-1].span.end), grade)
            return
        found: list[WordStretch] = []
        for alone, together in groupby(parts, key=self._has_no_answer):
            spans = [part.span for part in together]
            span = Span(spans[0].start, spans[-1].end)
            long = alone and count_words(self._texts[side][slice(*span)]) >= CLAUSE
            stretch = WordStretch(span, Grade.PASSAGE if long else grade)
            if found:  # no hole between them
                last = found.pop()
                if last.grade is stretch.grade:
                    stretch = WordStretch(Span(last.span.start, span.end), last.grade)
                elif last.grade < stretch.grade:  # what is between is the fainter one's
                    found.append(
                        WordStretch(Span(last.span.start, span.start), last.grade)
                    )
                else:
                    found.append(last)
                    stretch = WordStretch(Span(last.span.end, span.end), stretch.grade)
            found.append(stretch)
        yield from found

    def _has_no_answer(self, part: _Part) -> bool:
        """Tell what the other side has not, and the small things within it."""
        one = self._differences[part.number]
        return one.left is None or one.right is None or self._small[part.number]

    def _is_mere(self, one: Difference) -> bool:
        """Tell marks and grammar that come or go; of two sides the kind tells more."""
        if one.left and one.right and one.kind not in {Kind.ORDER, Kind.CASE}:
            return one.kind is Kind.PUNCTUATION
        return all(only_follows(self._words(one, side)) for side in _SIDES)

    def _is_small(self, number: int) -> bool:
        one = self._differences[number]
        if one.kind is Kind.ORDER:
            moved = self._words(one, "left" if one.left else "right")
            return is_one_word_or_grammar(moved)
        return one.kind in _SMALL

    def _words(self, one: Difference, side: Side) -> str:
        span = one.span(side)
        return self._texts[side][slice(*span)] if span else ""


def _weightiest(stretches: Sequence[WordStretch]) -> Grade:
    return max((one.grade for one in stretches), default=Grade.SMALL)


class _PhraseTies:
    """Which numbers belong together; each group is called by its first."""

    def __init__(self, count: int) -> None:
        self._before = list(range(count))

    def tie(self, numbers: Sequence[int]) -> None:
        """Put the groups of these numbers together."""
        for number in numbers[1:]:
            first, last = sorted((self.first(numbers[0]), self.first(number)))
            self._before[last] = first

    def first(self, number: int) -> int:
        """Return the first number of the group it is in."""
        while self._before[number] != number:
            number = self._before[number]
        return number

    def groups(self) -> dict[int, list[int]]:
        """Return all groups in order, by their first numbers."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._before)):
            found.setdefault(self.first(number), []).append(number)
        return found
