"""What differs in two documents, facts or else, and the facts only one of them has."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from tui_app.core.comparison import Comparison
from tui_app.core.differences.single_changes import changes_in
from tui_app.core.kinds import FACTS, Kind
from tui_app.core.model import Difference, Document, Span
from tui_app.core.text.characters import fold_space


@dataclass(frozen=True, slots=True)
class ListedChange:
    """One change with its words.

    ``row`` counts from 0, ``numbers`` are those of its differences in the row. The
    spans are offsets into the documents' texts, from the first to the last word of
    the change (both marks of a quotation and what stands between); the words are cut
    out of the texts, white space folded, and ``None`` where a side has nothing.
    """

    row: int
    kind: Kind
    left: Span | None
    right: Span | None
    left_words: str | None
    right_words: str | None
    numbers: tuple[int, ...] = ()


def listed_changes(
    comparison: Comparison,
    rows: Iterable[int] | None = None,
    kinds: Container[Kind] = FACTS,
) -> Iterator[ListedChange]:
    """Yield the changes of facts in the order of the rows, one after the other.

    Lazy: a row is compared when its turn comes. ``rows`` limits the list to some
    rows (numbers from 0); with other ``kinds`` it lists differences of those.
    """
    for row in range(len(comparison.rows)) if rows is None else rows:
        if comparison.lacks(row, kinds):
            continue
        found = enumerate(comparison.differences(row))
        wanted = [(number, one) for number, one in found if one.kind in kinds]
        for change in changes_in(one for _, one in wanted):
            numbers, together = zip(*(wanted[at] for at in change), strict=True)
            yield _listed(comparison, row, together, numbers)


def lone_facts(
    comparison: Comparison, rows: Iterable[int] | None = None
) -> Iterator[ListedChange]:
    """Yield the facts in passages that only one side has, row by row.

    They differ from nothing, so they are a group of their own behind the others.
    """
    for row in range(len(comparison.rows)) if rows is None else rows:
        for fact in comparison.stated(row):
            yield _listed(comparison, row, (fact,))


def _listed(
    comparison: Comparison,
    row: int,
    together: tuple[Difference, ...],
    numbers: tuple[int, ...] = (),
) -> ListedChange:
    left = _hull(one.left for one in together)
    right = _hull(one.right for one in together)
    return ListedChange(
        row,
        _kind(together, left, right),
        left,
        right,
        _words(comparison.left, left),
        _words(comparison.right, right),
        numbers,
    )


def _kind(
    together: tuple[Difference, ...], left: Span | None, right: Span | None
) -> Kind:
    """Return what the change is as a whole: additions and removals make a rewording."""
    kinds = {one.kind for one in together}
    if len(kinds) == 1 or kinds & FACTS or not (left and right):
        return together[0].kind
    return Kind.WORDING


def _hull(spans: Iterable[Span | None]) -> Span | None:
    found = [span for span in spans if span is not None]
    if not found:
        return None
    return Span(min(one.start for one in found), max(one.end for one in found))


def _words(document: Document, span: Span | None) -> str | None:
    return fold_space(document.text[span.start : span.end]) if span else None
