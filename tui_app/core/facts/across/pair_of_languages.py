"""What a text and its translation show as a whole, for the rules that read a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from tui_app.core.facts.across.closing_marks import ClosingHabits, closing_habits
from tui_app.core.facts.across.doubled_spaces import SpacingHabits, spacing_habits
from tui_app.core.facts.across.lengths import LengthRatio, length_ratio
from tui_app.core.facts.across.names_of_pair import NamesOfPair, known_names
from tui_app.core.facts.across.negation_marks import NegationHabits, negation_habits
from tui_app.core.facts.across.number_marks import number_marks
from tui_app.core.facts.across.quotation_marks import QuotingHabits, quoting_habits
from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.model import SIDES

_OFTEN: Final = 3
"""Rows in which a number must go unanswered to be no number that is said."""


class PairOfLanguages(NamedTuple):
    """The languages, and what many rows of the pair have in common.

    ``unsaid`` are words that read as numbers and are hardly ever said opposite, as
    those in a name.
    """

    languages: tuple[str, str]
    names: NamesOfPair = NamesOfPair()
    quoting: QuotingHabits = QuotingHabits()
    closing: ClosingHabits = ClosingHabits()
    spacing: SpacingHabits = SpacingHabits()
    lengths: LengthRatio = LengthRatio()
    negation: NegationHabits = NegationHabits()
    unsaid: frozenset[str] = frozenset()


def pair_of_languages(
    rows: Iterable[tuple[str, str]], languages: tuple[str, str]
) -> PairOfLanguages:
    """Return what ``rows``, the passages of both sides, show.

    ``languages`` are ISO 639-1 codes, empty where one is not known.
    """
    read = tuple(rows)
    return PairOfLanguages(
        languages,
        known_names(read),
        quoting_habits(read),
        closing_habits(read, languages),
        spacing_habits(read),
        length_ratio(read),
        negation_habits(read, languages),
        _unsaid(read, languages),
    )


def _unsaid(
    rows: Sequence[tuple[str, str]], languages: tuple[str, str]
) -> frozenset[str]:
    """Return numbers in words that go unanswered in most of several rows."""
    missing: Counter[str] = Counter()
    for left, right in rows:
        row = TranslatedRow(left, right)
        for one in number_marks(row, languages):
            missing.update(
                row.passage(side)[slice(*span)]
                for side in SIDES
                if (span := one.span(side)) is not None
            )
    often = {
        words
        for words, number in missing.items()
        if number >= _OFTEN and not any(map(str.isdecimal, words))
    }
    standing = Counter(
        words for row in rows for words in often if any(words in side for side in row)
    )
    return frozenset(words for words in often if 2 * missing[words] > standing[words])
