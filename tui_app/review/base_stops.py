"""Which changes of a row have a status since the base, and what is kept, as phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.core.comparison import Comparison
from tui_app.core.differences.phrases import WHOLE_ROW, Grade, Phrase, WordStretch
from tui_app.core.from_base.told_from_base import (
    FromBase,
    RowFromBase,
    TogetherFromBase,
    in_order,
)
from tui_app.core.model import Span


def stops_since_base(
    found: Iterable[Phrase],
    comparison: Comparison,
    row: int,
    told: RowFromBase,
    status: FromBase,
) -> Iterator[Phrase]:
    """Yield those of the row's changes ``found`` that have the status."""
    for phrase in found:
        if status in told_of_phrase(phrase, comparison, row, told).statuses:
            yield phrase


def told_of_phrase(
    phrase: Phrase, comparison: Comparison, row: int, told: RowFromBase
) -> TogetherFromBase:
    """Return what is told of a change of the row, or of the row as a whole."""
    if phrase.differences:
        if not told.differences:
            return TogetherFromBase()
        wanted = set(phrase.differences)
        found = enumerate(comparison.differences(row))
        return told.of(number for number, one in found if one in wanted)
    whole = told.whole
    statuses = [whole.status] if whole else []
    statuses += [told.moved] if told.moved else []
    return TogetherFromBase(in_order(statuses), whole.base if whole else ())


def kept_stops(told: RowFromBase) -> Iterator[Phrase]:
    """Yield what is kept in a row as changes to stop at, moves first."""
    if told.moved is FromBase.KEPT:
        yield WHOLE_ROW
    for one in told.kept:
        yield Phrase((), Grade.WORDING, _stretch(one.left), _stretch(one.right))


def _stretch(span: Span) -> tuple[WordStretch, ...]:
    return (WordStretch(span, Grade.WORDING),) if span.start < span.end else ()
