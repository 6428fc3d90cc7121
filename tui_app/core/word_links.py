"""Which words of a row answer each other across two languages, where that is plain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from tui_app.core.comparison import Comparison
from tui_app.core.model import Report, Side, Span
from tui_app.core.translation import Translation

if TYPE_CHECKING:
    from tui_app.core.align.translations.translation_lexicon import WordLink

LinksOf = Callable[[str, str], "Iterable[WordLink]"]
"""Tells the links of two passages, offsets into these."""


def learn_words(comparison: Comparison, report: Report) -> LinksOf:
    """Learn from the rows of a text and its translation which words answer each other.

    Takes seconds for a book. What ``report`` raises ends the work.
    """
    from tui_app.core.align.translations.translation_lexicon import learn

    left, right = comparison.left, comparison.right
    translation = comparison.translation or Translation(("", ""))
    return learn(left, right, comparison.alignment, translation, report).word_links


def linked_on(link: WordLink, side: Side) -> Span:
    """Return the word of a link on that side."""
    return link.left if side == "left" else link.right


def links_in_row(
    comparison: Comparison, row: int, links_of: LinksOf
) -> tuple[WordLink, ...]:
    """Return the links of a row in the order of the left, offsets into the texts."""
    units = comparison.rows[row]
    if not (units.left and units.right):
        return ()
    return tuple(sorted(_links(comparison, row, links_of)))


def _links(comparison: Comparison, row: int, links_of: LinksOf) -> Iterator[WordLink]:
    units = comparison.rows[row]
    from tui_app.core.differences.row_differences import joined_units

    left = joined_units(comparison.left, units.left)
    right = joined_units(comparison.right, units.right)
    for link in links_of(left.text, right.text):
        ours, theirs = left.spans(link.left), right.spans(link.right)
        if len(ours) == len(theirs) == 1:
            yield link._replace(left=ours[0], right=theirs[0])


def meet(one: Span, other: Span) -> bool:
    """Tell whether the spans share a character."""
    return one.start < other.end and other.start < one.end


def linked_words(
    links_of: LinksOf,
) -> Callable[[Comparison, int, Side, Span], tuple[Span, ...]]:
    """Return what tells which words of the other side some words are linked with."""

    def answer(
        comparison: Comparison, row: int, side: Side, span: Span
    ) -> tuple[Span, ...]:
        other: Side = "right" if side == "left" else "left"
        found = {
            linked_on(link, other)
            for link in links_in_row(comparison, row, links_of)
            if meet(linked_on(link, side), span)
        }
        return tuple(sorted(found))

    return answer
