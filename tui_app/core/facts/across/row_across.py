"""What is shown of one row of a text and its translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.core.facts.across.closing_marks import closing_mark
from tui_app.core.facts.across.date_marks import date_marks
from tui_app.core.facts.across.doubled_spaces import doubled_spaces
from tui_app.core.facts.across.left_untranslated import left_untranslated
from tui_app.core.facts.across.lengths import length_mark
from tui_app.core.facts.across.name_marks import name_marks
from tui_app.core.facts.across.negation_marks import negation_marks
from tui_app.core.facts.across.number_marks import number_marks
from tui_app.core.facts.across.pair_of_languages import PairOfLanguages
from tui_app.core.facts.across.quotation_marks import quotation_marks
from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.kinds import Kind
from tui_app.core.model import SIDES, Difference

_LONGEST = 20_000
"""Characters of a side beyond which a passage is not read: a book in one row."""


def differences_across(row: TranslatedRow, pair: PairOfLanguages) -> list[Difference]:
    """Return what differs in a row, in the order of the left.

    Offsets are those of its passages. No two overlap on a side: what an earlier rule
    has marked a later one leaves alone. Words, their order and their forms are not
    compared.
    """
    if max(len(row.left), len(row.right)) > _LONGEST:
        return []
    if row.left == row.right:
        return list(left_untranslated(row, pair.languages))
    found: list[Difference] = []
    for one in _found(row, pair):
        if not any(_overlap(one, other) for other in found):
            found.append(one)
    return sorted(found, key=lambda one: _place(one, row))


def _found(row: TranslatedRow, pair: PairOfLanguages) -> Iterator[Difference]:
    languages = pair.languages
    yield from date_marks(row, languages)
    yield from (
        one
        for one in number_marks(row, languages)
        if not (pair.unsaid and _is_unsaid(one, row, pair.unsaid))
    )
    yield from name_marks(row, pair.names)
    yield from negation_marks(row, languages, pair.negation)
    yield from quotation_marks(row, pair.quoting)
    yield from left_untranslated(row, languages)
    yield from _present(
        (closing_mark(row, languages, pair.closing), length_mark(row, pair.lengths))
    )
    yield from doubled_spaces(row, pair.spacing)


def _present(marks: Iterable[Difference | None]) -> Iterator[Difference]:
    return (one for one in marks if one is not None)


def _is_unsaid(one: Difference, row: TranslatedRow, unsaid: frozenset[str]) -> bool:
    return one.kind in {Kind.NUMBER, Kind.DATE} and any(
        row.passage(side)[slice(*span)] in unsaid
        for side in SIDES
        if (span := one.span(side)) is not None
    )


def _overlap(one: Difference, other: Difference) -> bool:
    spans = ((one.left, other.left), (one.right, other.right))
    return any(
        ours and theirs and ours.start < theirs.end and theirs.start < ours.end
        for ours, theirs in spans
    )


def _place(one: Difference, row: TranslatedRow) -> tuple[float, float]:
    """Return where it stands, on the right alone about where it would on the left."""
    right = one.right.start if one.right else 0
    if one.left is not None:
        return one.left.start, right
    return len(row.left) * right / max(1, len(row.right)), right
