"""What of a row stands on the page: both sides in marked stretches, and its notes.

Every character of both texts is given, white space between the passages with the
passage before it: the units of a side, joined in the order of ``at``, are its text.
What is not shown as it is carries the codes of the characters it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from tui_app.core.differences.phrases import Grade, Phrase, WordStretch, phrases
from tui_app.core.differences.why_loud import QUOTED_ANEW, reason
from tui_app.core.exports.report import Remark, Report
from tui_app.core.from_base.told_from_base import FromBase, RowFromBase, in_order
from tui_app.core.kinds import Kind
from tui_app.core.model import SIDES, Document, Relation, Role, Row, Side, Span
from tui_app.core.row_places import Counterpart, RowPlaces, moved_direction
from tui_app.core.text.display import displayable

PASSAGE, WORDING, MOVED, SMALL = "passage", "wording", "order", "small"
"""The looks of what is no fact; a fact has the look of its kind."""


class ShownRun(NamedTuple):
    """Characters as they are shown; ``codes`` of those they stand for, if others.

    The codes are hexadecimal, with a space between.
    """

    text: str
    codes: str = ""


class PageMark(NamedTuple):
    """A mark on the page, the least first.

    ``look`` names its kind, ``classes`` say more of it; marks of the same ``phrase``
    of a row belong together, and ``first`` is the first of them. ``why`` tells in
    words what is loud.
    """

    grade: int
    look: str
    classes: str = ""
    phrase: int = -1
    why: str = ""
    first: bool = False


class MarkedStretch(NamedTuple):
    """Characters under the same marks, the outermost first."""

    marks: tuple[PageMark, ...]
    runs: tuple[ShownRun, ...]


class PageUnit(NamedTuple):
    """A passage, ``start`` to ``end`` of its text, with the white space around it.

    ``at`` is where that begins. ``breaks``: the next passage of the same row begins a
    paragraph.
    """

    at: int
    start: int
    end: int
    role: Role
    before: tuple[ShownRun, ...]
    stretches: tuple[MarkedStretch, ...]
    after: tuple[ShownRun, ...]
    breaks: bool


class PageRow(NamedTuple):
    """A row as the page has it; ``number`` counts from 1.

    ``looks`` are those of its changes, each once. ``elsewhere`` is the number of the
    row beside which its moved text stands, or from which such a text comes, 0 for
    none; ``direction`` tells where a moved row's right text is. ``score`` is how
    likely its sides belong together, in percent. ``from_base`` is how its changes stand
    to the base.
    """

    number: int
    relation: Relation
    left: tuple[PageUnit, ...]
    right: tuple[PageUnit, ...]
    looks: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    remarks: tuple[Remark, ...] = ()
    reviewed: bool = False
    linked: bool = False
    moved: bool = False
    direction: str = ""
    elsewhere: int = 0
    score: int | None = None
    from_base: tuple[FromBase, ...] = ()

    @property
    def fact(self) -> bool:
        """Whether a fact differs in it."""
        return any(one.grade is Grade.FACT for one in self.phrases)


def look_of(phrase: Phrase) -> str:
    """Return the look of a phrase, by which its marks are switched on and off."""
    if phrase.grade is Grade.FACT:
        return str(phrase.differences[0].kind)
    if phrase.grade is Grade.WORDING and phrase.moved:
        return MOVED
    return _LOOKS[phrase.grade]


_LOOKS = {Grade.PASSAGE: PASSAGE, Grade.WORDING: WORDING, Grade.SMALL: SMALL}


class PageRows:
    """Makes the rows of a page, one by one."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._comparison = report.comparison
        self._places = RowPlaces(report.comparison)
        self._noted: dict[int, list[Remark]] = {}
        for remark in report.remarks:
            for row in remark.rows:
                self._noted.setdefault(row, []).append(remark)

    def row(self, number: int) -> PageRow:
        """Return the row of that number, from 0."""
        content, report = self._comparison.rows[number], self._report
        found = self._phrases(number, content)
        told = report.told_from_base(number)
        statuses = self._statuses(number, found, told)
        marks = _RowMarks(found, self._texts, self._noted.get(number, ()), statuses)
        left, right = (
            tuple(self._units(content, side, marks.on(side))) for side in SIDES
        )
        counterpart = self._places.counterpart(number)
        return PageRow(
            number + 1,
            content.relation,
            left,
            right,
            tuple(dict.fromkeys(map(look_of, found))),
            found,
            report.remarks_on(number),
            number in report.reviewed,
            number in report.linked,
            content.moved,
            moved_direction(self._comparison.rows, number) if content.moved else "",
            self._linkable(counterpart),
            None if content.score is None else round(100 * content.score),
            told.statuses,
        )

    def _statuses(
        self, number: int, found: Iterable[Phrase], told: RowFromBase
    ) -> tuple[tuple[FromBase, ...], ...]:
        """Return how each of the phrases stands to the base."""
        if told.whole:
            return tuple((told.whole.status,) for _ in found)
        differences = self._report.differences(number)
        by_difference = dict(zip(differences, told.differences, strict=False))
        return tuple(
            in_order(
                by_difference[one].status
                for one in phrase.differences
                if one in by_difference
            )
            for phrase in found
        )

    @property
    def _texts(self) -> tuple[str, str]:
        return self._comparison.left.text, self._comparison.right.text

    def _linkable(self, counterpart: Counterpart | None) -> int:
        """Return the number of the row to go to, 0 where it may not be on the page."""
        return counterpart.row + 1 if counterpart and self._report.whole else 0

    def _phrases(self, number: int, row: Row) -> tuple[Phrase, ...]:
        if row.left and row.right:
            return phrases(self._report.differences(number), *self._texts)
        if (Kind.REMOVED if row.left else Kind.ADDED) not in self._report.choice.kinds:
            return ()
        ours, theirs = (self._whole(row, side) for side in SIDES)
        return (Phrase(left=ours, right=theirs),)

    def _whole(self, row: Row, side: Side) -> tuple[WordStretch, ...]:
        units = self._comparison.document(side).units
        return tuple(
            WordStretch(Span(units[number].start, units[number].end), Grade.PASSAGE)
            for number in row.units(side)
        )

    def _units(self, row: Row, side: Side, marks: _SideMarks) -> Iterator[PageUnit]:
        document, numbers = self._comparison.document(side), row.units(side)
        for place, number in enumerate(numbers):
            unit = document.units[number]
            more = place + 1 < len(numbers)
            yield PageUnit(
                0 if number == 0 else unit.start,
                unit.start,
                unit.end,
                unit.role,
                tuple(shown_runs(document.text[: unit.start])) if number == 0 else (),
                tuple(marks.stretches(document, Span(unit.start, unit.end))),
                tuple(
                    shown_runs(document.text[unit.end : _next_start(document, number)])
                ),
                more and document.units[numbers[place + 1]].paragraph != unit.paragraph,
            )


def _next_start(document: Document, number: int) -> int:
    last = number + 1 == len(document.units)
    return len(document.text) if last else document.units[number + 1].start


def shown_runs(raw: str, safe: str | None = None) -> Iterator[ShownRun]:
    """Yield the characters, those apart that are shown as others.

    ``safe`` is what to show, found out if it is not given.
    """
    if safe is None:
        safe = displayable(raw)
    if raw == safe:
        if raw:
            yield ShownRun(raw)
        return
    pairs = zip(raw, safe, strict=True)
    for other, run in groupby(pairs, key=lambda pair: pair[0] != pair[1]):
        ours, shown = zip(*run, strict=True)
        codes = " ".join(f"{ord(one):x}" for one in ours) if other else ""
        yield ShownRun("".join(shown), codes)


class _PlacedMark(NamedTuple):
    start: int
    end: int
    mark: PageMark


class _SideMarks:
    """The marks of one side of a row, in the order of their starts."""

    def __init__(self, marks: Iterable[_PlacedMark], begun: set[int]) -> None:
        self._marks = sorted(marks)
        self._begun = begun

    def stretches(self, document: Document, unit: Span) -> Iterator[MarkedStretch]:
        """Yield the characters of a unit, cut where marks begin and end."""
        raw = document.text[slice(*unit)]
        safe = displayable(raw)
        for start, end, marks in self._cut(unit):
            here = slice(start - unit.start, end - unit.start)
            runs = tuple(shown_runs(raw[here], safe[here]))
            yield MarkedStretch(tuple(self._with_first(marks)), runs)

    def _cut(self, unit: Span) -> Iterator[tuple[int, int, list[PageMark]]]:
        """Yield stretches of the unit and the marks over each."""
        inside = [one for one in self._marks if _meets(one, unit)]
        borders = {*unit, *(place for one in inside for place in one[:2])}
        places = sorted(one for one in borders if unit.start <= one <= unit.end)
        active: list[_PlacedMark] = []
        coming = iter(inside)
        next_one = next(coming, None)
        for start, end in pairwise(places):
            active = [one for one in active if one.end > start]
            while next_one and next_one.start <= start:
                active.append(next_one)
                next_one = next(coming, None)
            yield start, end, sorted(one.mark for one in active)

    def _with_first(self, marks: Iterable[PageMark]) -> Iterator[PageMark]:
        for mark in marks:
            first = mark.phrase >= 0 and mark.phrase not in self._begun
            self._begun.add(mark.phrase)
            yield mark._replace(first=first)


def _meets(one: _PlacedMark, unit: Span) -> bool:
    return one.start < unit.end and one.end > unit.start


class _RowMarks:
    """The marks of a row: its phrases, and the words its notes are about."""

    def __init__(
        self,
        found: Sequence[Phrase],
        texts: tuple[str, str],
        remarks: Iterable[Remark],
        from_base: Sequence[tuple[FromBase, ...]],
    ) -> None:
        self._found = found
        self._from_base = from_base
        self._texts = texts
        self._remarks = tuple(remarks)
        self._alone = all(one.grade is Grade.SMALL for one in found)
        self._begun: set[int] = set()

    def on(self, side: Side) -> _SideMarks:
        """Return the marks of that side."""
        return _SideMarks((*self._noted(side), *self._changed(side)), self._begun)

    def _noted(self, side: Side) -> Iterator[_PlacedMark]:
        mark = PageMark(-1, "noted")
        for remark in self._remarks:
            for span in remark.left if side == "left" else remark.right:
                if span.start < span.end:
                    yield _PlacedMark(*span, mark)

    def _changed(self, side: Side) -> Iterator[_PlacedMark]:
        for number, phrase in enumerate(self._found):
            why = ", ".join(filter(None, (self._why(phrase), *self._from_base[number])))
            for span, grade in phrase.stretches(side):
                look = SMALL if grade is Grade.SMALL else look_of(phrase)
                if grade is Grade.PASSAGE:
                    look = PASSAGE
                classes = self._classes(phrase, grade)
                mark = PageMark(int(grade), look, classes, number, why)
                yield _PlacedMark(*span, mark)

    def _classes(self, phrase: Phrase, grade: Grade) -> str:
        if grade is Grade.FACT:
            return "fact"
        if grade is Grade.SMALL:
            return "alone" if self._alone else ""
        return "" if phrase.differences else "only"

    def _why(self, phrase: Phrase) -> str:
        if phrase.grade is Grade.FACT:
            left, right = (
                phrase.words(side, text)
                for side, text in zip(SIDES, self._texts, strict=True)
            )
            return reason(phrase.differences[0].kind, left, right)
        return QUOTED_ANEW if phrase.retold else ""
