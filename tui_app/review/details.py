"""What is said of one row: its changes and why they are marked, where it stands."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.counting import EVERYTHING, Counting
from tui_app.core.differences.phrases import WHOLE_ROW, Grade, Phrase, phrases
from tui_app.core.differences.why_loud import QUOTED_ANEW, reason, reason_of_passage
from tui_app.core.extract import Part
from tui_app.core.from_base.told_from_base import (
    NOTHING_TOLD,
    FromBase,
    RowFromBase,
    TogetherFromBase,
    words_told,
)
from tui_app.core.kinds import ALL_KINDS, FACTS, KINDS, WEIGHT, Kind
from tui_app.core.likeness import row_likeness
from tui_app.core.model import Difference, Document, Relation, Side, Span
from tui_app.review.base_stops import told_of_phrase

if TYPE_CHECKING:
    from tui_app.core.facts.speakers import Speech, SpeechChange

LONE_FACTS = "In passages only one text has"
"""The heading of facts that have nothing beside them to differ from."""

_LEVELLED = frozenset({Part.HEADING, Part.LIST_ITEM})

AROUND = 60
"""Characters of the passage kept on each side of a change."""


class Around(NamedTuple):
    """What stands before and after the words of a change, on one side."""

    side: Side = "left"
    before: str = ""
    after: str = ""


NOWHERE = Around()


class SinceBaseInWords(NamedTuple):
    """How a change stands to the base, and the words of the base that answer it."""

    statuses: tuple[FromBase, ...] = ()
    base: str = ""

    @property
    def told(self) -> str:
        """Return it in words, ``""`` for nothing."""
        words = ", ".join(self.statuses)
        return f"{words}; base: {self.base}" if self.base else words


NOT_IN_WORDS = SinceBaseInWords()


class KeptInWords(NamedTuple):
    """What the left text changed of the base and the right keeps; one may be empty."""

    base: str
    left: str


@dataclass(frozen=True, slots=True)
class ChangeInWords:
    """One change with its words; an empty side has none.

    Differences that belong together (both marks of a quotation, both ends of words
    that moved) are one change; ``index`` is the first of them among the differences
    of the row. ``around`` is a bit of the passage it stands in, on the right where it
    has words there. ``counted`` is false for what the settings leave out of the count
    and for what is ``silenced``; ``grade`` is how much it matters. ``retold`` is true
    for a quotation in other words. ``since_base`` tells how it stands to the base.
    """

    kind: Kind
    left: str
    right: str
    row: int
    index: int
    around: Around = NOWHERE
    counted: bool = True
    silenced: bool = False
    grade: Grade = Grade.FACT
    retold: bool = False
    since_base: SinceBaseInWords = NOT_IN_WORDS

    @property
    def name(self) -> str:
        """Return what people call it."""
        return "passage" if self.grade is Grade.PASSAGE else KINDS[self.kind].name

    @property
    def reason(self) -> str:
        """Return why it is marked as loudly as it is, ``""`` for other words."""
        if self.grade is Grade.PASSAGE:
            return reason_of_passage(self.left)
        if self.retold:
            return QUOTED_ANEW
        return reason(self.kind, self.left, self.right)


@dataclass(frozen=True, slots=True)
class ToldInWords:
    """How a row stands to a base, whose text is ``base``."""

    told: RowFromBase = NOTHING_TOLD
    base: str = ""

    def of_numbers(self, numbers: Iterable[int]) -> SinceBaseInWords:
        """Return what is told of some differences of the row that are one change."""
        if not self.told.differences:
            return NOT_IN_WORDS
        return self._in_words(self.told.of(numbers))

    def of_phrase(
        self, phrase: Phrase, comparison: Comparison, row: int
    ) -> SinceBaseInWords:
        """Return what is told of a phrase of the row, or of all of it."""
        return self._in_words(told_of_phrase(phrase, comparison, row, self.told))

    def kept(self, left: str) -> tuple[KeptInWords, ...]:
        """Return what is kept in the row; ``left`` is the left text."""
        return tuple(
            KeptInWords(words_told(self.base, [one.base]), words_told(left, [one.left]))
            for one in self.told.kept
        )

    def _in_words(self, told: TogetherFromBase) -> SinceBaseInWords:
        return SinceBaseInWords(told.statuses, words_told(self.base, told.base))


NOTHING_IN_WORDS = ToldInWords()


@dataclass(frozen=True, slots=True)
class Voices:
    """How the passage is said on both sides, and what differs in that."""

    left: Speech
    right: Speech
    changes: tuple[SpeechChange, ...]


@dataclass(frozen=True, slots=True)
class RowDetails:
    """What is to be said about a row; ``row`` counts from 0.

    ``score`` is how certain it is that the sides belong together, ``alike`` the
    share of both that is the same, ``None`` between languages. ``standing`` is what
    each side is in its document, and where it stands there. ``since_base`` is told of
    the row as a whole, where one side has it or it moved. ``too_long`` tells that its
    words are not compared while somebody waits, and so nothing is known of them.
    """

    row: int
    relation: Relation
    score: float | None
    moved: bool
    changes: tuple[ChangeInWords, ...]
    voices: Voices | None = None
    alike: float | None = 0.0
    standing: tuple[str, str] = ("", "")
    notes: tuple[str, ...] = ()
    since_base: SinceBaseInWords = NOT_IN_WORDS
    kept: tuple[KeptInWords, ...] = ()
    too_long: bool = False

    @property
    def facts(self) -> int:
        """Return how many facts differ."""
        return sum(change.kind in FACTS and change.counted for change in self.changes)


def row_details(
    comparison: Comparison,
    row: int,
    counting: Counting = EVERYTHING,
    told: ToldInWords | None = None,
) -> RowDetails:
    """Return the changes of a row, facts first, then what matters less.

    All but facts are phrases, as they are marked. What does not count by ``counting``
    comes last, word by word, what is silenced at the very end. ``told`` is how the row
    stands to the base.
    """
    shown, across = comparison.rows[row], comparison.translation is not None
    told = told or NOTHING_IN_WORDS
    facts = changes_of(comparison, row, FACTS, counting, told)
    changes = sorted(
        (*facts, *_phrases(comparison, row, counting, told)),
        key=lambda change: (
            change.silenced,
            not change.counted,
            -change.grade,
            change.index,
        ),
    )
    return RowDetails(
        row,
        shown.relation,
        shown.score,
        shown.moved,
        tuple(changes),
        None if across else _voices(comparison, shown.left, shown.right),
        None if across else row_likeness(comparison, row, counting),
        _stand(comparison, row),
        since_base=told.of_phrase(WHOLE_ROW, comparison, row),
        kept=told.kept(comparison.left.text),
    )


def details_of_long(comparison: Comparison, row: int) -> RowDetails:
    """Return what is told of a row whose words are not compared while one waits."""
    shown = comparison.rows[row]
    what = row, shown.relation, shown.score, shown.moved, ()
    stand = _stand(comparison, row)
    return RowDetails(*what, alike=None, standing=stand, too_long=True)


def _stand(comparison: Comparison, row: int) -> tuple[str, str]:
    shown = comparison.rows[row]
    return (
        standing(comparison.left, shown.left),
        standing(comparison.right, shown.right),
    )


def _phrases(
    comparison: Comparison, row: int, counting: Counting, told: ToldInWords
) -> Iterator[ChangeInWords]:
    """Yield the changes that are no facts, and what does not count."""
    left, right = comparison.left, comparison.right
    counted: dict[Difference, int] = {}
    for number, one in enumerate(comparison.differences(row)):
        if counting.counts(one, left, right):
            counted.setdefault(one, number)
    for phrase in phrases(tuple(counted), left.text, right.text):
        if phrase.grade is not Grade.FACT:
            yield ChangeInWords(
                _kind(phrase),
                phrase.words("left", left.text),
                phrase.words("right", right.text),
                row,
                counted[phrase.differences[0]],
                grade=phrase.grade,
                retold=phrase.retold,
                since_base=told.of_phrase(phrase, comparison, row),
            )
    for change in changes_of(comparison, row, ALL_KINDS - FACTS, counting, told):
        if not change.counted:
            yield replace(change, grade=Grade.SMALL)


def _kind(phrase: Phrase) -> Kind:
    """Return what a phrase is as a whole: words gone and words come are other words."""
    kinds = {one.kind for one in phrase.differences}
    if len(kinds) == 1:
        return kinds.pop()
    if phrase.left and phrase.right:
        small = phrase.grade is Grade.SMALL
        return min(kinds, key=WEIGHT.__getitem__) if small else Kind.WORDING
    return Kind.REMOVED if phrase.left else Kind.ADDED


def changes_of(
    comparison: Comparison,
    row: int,
    kinds: Container[Kind] = FACTS,
    counting: Counting = EVERYTHING,
    told: ToldInWords | None = None,
) -> Iterator[ChangeInWords]:
    """Yield the changes of a row in reading order: facts, or those of ``kinds``."""
    from tui_app.core.change_list import listed_changes

    told = told or NOTHING_IN_WORDS
    if comparison.lacks(row, kinds):
        return
    left, right = comparison.left, comparison.right
    differences = comparison.differences(row)
    for listed in listed_changes(comparison, (row,), kinds):
        whole = Difference(listed.kind, listed.left, listed.right)
        silenced = counting.silenced and all(
            counting.silences(differences[n], left, right) for n in listed.numbers
        )
        yield ChangeInWords(
            listed.kind,
            listed.left_words or "",
            listed.right_words or "",
            row,
            listed.numbers[0],
            _around(right, "right", listed.right)
            or _around(left, "left", listed.left)
            or NOWHERE,
            not silenced and counting.counts(whole, left, right),
            bool(silenced),
            since_base=told.of_numbers(listed.numbers),
        )


def lone_changes(
    comparison: Comparison, row: int, counting: Counting = EVERYTHING
) -> Iterator[ChangeInWords]:
    """Yield the facts of a passage that only one side has, as changes to nothing.

    Those that are silenced are left out.
    """
    from tui_app.core.change_list import lone_facts

    left, right = comparison.left, comparison.right
    for listed in lone_facts(comparison, (row,)):
        whole = Difference(listed.kind, listed.left, listed.right)
        if counting.silences(whole, left, right):
            continue
        yield ChangeInWords(
            listed.kind,
            listed.left_words or "",
            listed.right_words or "",
            row,
            0,
            _around(right, "right", listed.right)
            or _around(left, "left", listed.left)
            or NOWHERE,
        )


def _around(document: Document, side: Side, span: Span | None) -> Around | None:
    if span is None:
        return None
    text = document.text
    before = text[max(0, span.start - AROUND) : span.start].split("\n")[-1]
    after = text[span.end : span.end + AROUND].split("\n")[0]
    head = before.partition(" ")[2] if len(before) == AROUND else before
    tail = after.rpartition(" ")[0] if len(after) == AROUND else after
    return Around(side, re.sub(r"\s+", " ", head), re.sub(r"\s+", " ", tail))


def _voices(
    comparison: Comparison, left: Sequence[int], right: Sequence[int]
) -> Voices | None:
    """Return who speaks where a side tells it or the two are said differently."""
    from tui_app.core.facts.speakers import speech_changes, speech_of

    ours = speech_of(comparison.left, left)
    theirs = speech_of(comparison.right, right)
    changes = speech_changes(ours, theirs) if left and right else ()
    if ours.speaker is None and theirs.speaker is None and not changes:
        return None
    return Voices(ours, theirs, changes)


def voice_in_words(speech: Speech) -> str:
    """Return who speaks, and whether in the speaker's own words."""
    quoted = "quoted" if speech.direct else ""
    return ", ".join(word for word in (speech.speaker, quoted) if word)


def standing(document: Document, units: Sequence[int]) -> str:
    """Return what the passage of these units is and where it stands, if it is known.

    A paragraph of which nothing more is known needs no word.
    """
    extract = document.extract
    if extract is None or not units:
        return ""
    first = document.units[units[0]].start
    last = document.units[units[-1]].end - 1
    words = [_named(document, first), *_places(document, first, last)]
    return ", ".join(filter(None, words))


def _named(document: Document, offset: int) -> str:
    passage = document.extract.passage_at(offset) if document.extract else None
    if passage is None or passage.part is Part.PARAGRAPH:
        return ""
    if passage.part in _LEVELLED and passage.level > 1:
        return f"{passage.part} of level {passage.level}"
    return str(passage.part)


def _places(document: Document, first: int, last: int) -> Iterator[str]:
    """Yield the place, both where the passage runs on to another."""
    extract = document.extract
    if extract is not None:
        begun, ended = extract.place_at(first), extract.place_at(last)
        yield begun
        if ended != begun and begun:
            yield f"to {ended}"
