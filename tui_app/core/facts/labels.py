"""Labels: what numbers, or points to, a passage and says nothing in it.

Enumerators (*2.*, *(b)*), note marks (*[3]*, *¹*), the targets of links. They change
whenever a text is edited; a reference in words (*see clause 7*) is a number.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from tui_app.core.collation.word import Remembered
from tui_app.core.facts.cancelling import cancel, exchanged, paired, without_pairs
from tui_app.core.facts.numbers.number_words import (
    ABBREVIATED_SCALES,
    SCALES,
    UNITS,
)
from tui_app.core.facts.numbers.roman import ROMAN
from tui_app.core.facts.passage import Fact, Mention, Passage, Sides
from tui_app.core.kinds import Kind
from tui_app.core.text.calendar import MONTHS

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


class LabelSort(Enum):
    """The sorts of labels."""

    ENUMERATOR = auto()
    NOTE = auto()
    TARGET = auto()


class Label(NamedTuple):
    """What a label says; only labels of one sort stand for each other."""

    sort: LabelSort
    text: str


LabelMention = Mention[Label]

# At the head of a line, or behind a full stop; a letter with its stop is an initial.
_ENUMERATOR: Final = re.compile(
    r"(?:^|\n|(?<=[.;:!?] ))[^\S\n]*+"
    r"(?:(\((?:\d{1,3}|[A-Za-z]|[ivxl]{2,6}|[IVXL]{2,6})\))"
    r"|(\d{1,3}|[a-z]|[ivxl]{2,6}|[IVXL]{2,6})[.)]"
    r"|(\d{1,3}(?:\.\d{1,3})+)\.?(?=[^\S\n]+[^\W\d_a-z]))"
    r"(?=[^\S\n]+(?:\W*([^\W\d_]+)))"
)

_IN_LINE: Final = re.compile(r"(?<=[,;:\w] )\((?:[a-z]|[ivx]{2,4})\)(?= )")

_NOTE: Final = re.compile(
    r"(?<=\S)\[(\d{1,3}(?:[,–-] ?\d{1,3})*|[a-z])\]"
    r"|\[(\d{1,3}(?:[,–-] ?\d{1,3})*)\](?=[.,;:)]|\s*$)"
    rf"|(?<=[^\W\d_]{{3}})([{_RAISED}]+)|(?<=[.,;:!?)\]”\"’])([{_RAISED}]+)"
)

_MARKS_NOTE: Final = re.compile(rf"[\[{_RAISED}]")

_MARKS_TARGET: Final = re.compile(r"\]\(|://|www\.")

_TARGET: Final = re.compile(
    r"(?<=\]\()[^()\s]+(?:\([^()\s]*\))?(?=[)\s])|(?:https?://|www\.)[^\s<>\"]+"
)

_TIME: Final = re.compile(r"([01]?\d|2[0-3])\.[0-5]\d")

_COUNTED: Final = (
    SCALES.keys() | ABBREVIATED_SCALES.keys() | UNITS.keys() | MONTHS.keys()
)

_WORDS: Final = frozenset("aio")

_TELLS: Final = Remembered(
    lambda word: (
        word[0].isdigit()
        or (len(word) == 1 and word.isalpha() and word not in _WORDS)
        or (word in ROMAN and word not in _WORDS)
        or word.startswith(("http", "www"))
    )
)

"""Whether a word may be a label, or part of one."""


def label_mentions(
    sides: Sides, languages: tuple[str, str] = ("en", "en")
) -> tuple[list[LabelMention], list[LabelMention]]:
    """Return the labels of both sides, none where none can have changed."""
    if not any(map(_may_hold_labels, sides)):
        return [], []
    return _labels(sides.left, languages[0]), _labels(sides.right, languages[1])


def _may_hold_labels(passage: Passage) -> bool:
    return _TELLS.any_of(passage.words_anew) or (
        bool(passage.anew) and "](" in passage.text
    )


def label_differences(
    sides: Sides, left: Sequence[LabelMention], right: Sequence[LabelMention]
) -> list[Fact]:
    """Return the labels that differ, and those only one side has."""
    if not (left or right):
        return []
    slid = exchanged(sides, left, right, _same)
    left, right = without_pairs(left, right, slid)
    rest, others = cancel(sides, left, right, _same, lambda label: label)
    pairs = slid + [
        (one, other)
        for one, other in paired(sides, rest, others, _of_one_sort, _sort)
        if _of_one_sort(one.value, other.value)
    ]
    alone, there = without_pairs(rest, others, pairs)
    return [
        *(Fact(Kind.LABEL, one.stretch, other.stretch) for one, other in pairs),
        *(Fact(Kind.LABEL, one.stretch, None) for one in alone),
        *(Fact(Kind.LABEL, None, other.stretch) for other in there),
    ]


def _same(one: Label, other: Label) -> bool:
    return one == other


def _sort(label: Label) -> LabelSort:
    return label.sort


def _of_one_sort(one: Label, other: Label) -> bool:
    return one.sort is other.sort


def _find(text: str) -> Iterator[tuple[LabelSort, int, int, str]]:
    """Yield sort, start, end of each label, and the word behind an enumerator."""
    for found in _ENUMERATOR.finditer(text):
        start, end = next(s for s in map(found.span, (1, 2, 3)) if s[0] >= 0)
        if not _TIME.fullmatch(text, start, end):
            yield LabelSort.ENUMERATOR, start, end, found[4].lower()
    for found in _IN_LINE.finditer(text) if "(" in text else ():
        yield LabelSort.ENUMERATOR, *found.span(), ""
    for found in _NOTE.finditer(text) if _MARKS_NOTE.search(text) else ():
        yield (
            LabelSort.NOTE,
            *next(s for s in map(found.span, (1, 2, 3, 4)) if s[0] >= 0),
            "",
        )
    for found in _TARGET.finditer(text) if _MARKS_TARGET.search(text) else ():
        yield LabelSort.TARGET, *found.span(), ""


def _counted(language: str) -> Collection[str]:
    """Return words before which a number at the head counts: *3 million*, *3. Mai*."""
    if language == "en":
        return _COUNTED
    from tui_app.core.facts.languages.words_of_language import (
        calendar_words,
        unit_words,
    )

    return calendar_words(language).months.keys() | unit_words(language).keys()


def _labels(passage: Passage, language: str) -> list[LabelMention]:
    counted = _counted(language)
    found = []
    for sort, start, end, behind in _find(passage.text):
        if behind in counted:
            continue
        label = Label(sort, passage.text[start:end])
        found.append(Mention(*passage.tokens_at(start, end), label))
    return sorted(found)
