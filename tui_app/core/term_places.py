"""Where the terms stand that one text says in two ways, and which terms those are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui_app.core.comparison import Comparison
from tui_app.core.concordance import Occurrence
from tui_app.core.facts.across.terms import (
    LinkedRow,
    Term,
    WordPair,
    terms_said_otherwise,
)
from tui_app.core.model import Progress, Report
from tui_app.core.word_links import LinksOf, links_in_row

if TYPE_CHECKING:
    from tui_app.core.align.translations.translation_lexicon import WordLink

_REPORT_EVERY = 64
"""Rows between two reports."""


def terms_of(
    comparison: Comparison, links_of: LinksOf, report: Report
) -> tuple[Term, ...]:
    """Return the terms of both texts that the other says in two ways or more.

    The words of all rows are linked for it: seconds for a book. What ``report`` raises
    ends the work.
    """
    translation = comparison.translation
    languages = translation.languages if translation else ("", "")
    rows = _linked_rows(comparison, links_of, report)
    return terms_said_otherwise(rows, languages)


def _linked_rows(
    comparison: Comparison, links_of: LinksOf, report: Report
) -> Iterator[LinkedRow]:
    count = len(comparison.rows)
    for row in range(count):
        if row % _REPORT_EVERY == 0:
            report(Progress(row, count))
        links = links_in_row(comparison, row, links_of)
        yield LinkedRow(row, [_words(comparison, link) for link in links])


def _words(comparison: Comparison, link: WordLink) -> WordPair:
    (start, end), (first, last) = link.left, link.right
    return comparison.left.text[start:end], comparison.right.text[first:last]


def places_of_term(
    comparison: Comparison, term: Term, links_of: LinksOf
) -> tuple[Occurrence, ...]:
    """Return where the term stands with one of its renderings, in the order of rows."""
    forms = frozenset[WordPair]().union(*(way.forms for way in term.renderings))
    if term.side == "right":
        forms = frozenset((left, right) for right, left in forms)
    rows = sorted({row for way in term.renderings for row in way.rows})
    found = []
    for row in rows:
        for link in links_in_row(comparison, row, links_of):
            left, right = _words(comparison, link)
            if (left.lower(), right.lower()) in forms:
                found.append(Occurrence(row, link.left, link.right))
    return tuple(found)
