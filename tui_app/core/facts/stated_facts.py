"""Which facts a passage states that the other document has nothing beside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from tui_app.core.collation.collate import collate
from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.evidence import DocumentEvidence
from tui_app.core.facts.labels import label_mentions
from tui_app.core.facts.languages.values_by_language import (
    date_mentions,
    quantity_mentions,
)
from tui_app.core.facts.names.entities import pieces
from tui_app.core.facts.passage import (
    Fact,
    Passage,
    Sides,
    passages_of,
    tokens_of,
)
from tui_app.core.facts.quotations import quotations
from tui_app.core.kinds import Kind


def stated_facts(
    text: str, evidence: DocumentEvidence, language: str
) -> list[tuple[Fact, int, int]]:
    """Return dates, numbers, names and quotations with their offsets in ``text``.

    In the order of their places; what is inside a quotation stands behind it. Facts
    have a left side only. Negation and modality say nothing where there is nothing to
    compare; quantifiers and words that may be no name are left out.
    """
    sides = Sides(*passages_of(collate(text, "")))
    passage = sides.left
    found = sorted(
        _facts(sides, evidence, language), key=lambda one: (one[1].start, -one[1].end)
    )
    return [
        (
            Fact(kind, stretch, None),
            passage.tokens.starts[stretch.start],
            passage.tokens.ends[stretch.end - 1],
        )
        for kind, stretch in found
    ]


def _facts(
    sides: Sides, evidence: DocumentEvidence, language: str
) -> Iterator[tuple[Kind, Stretch]]:
    passage, languages = sides.left, (language, language)
    for quotation in quotations(passage):
        if quotation.opening is not None and quotation.closing is not None:
            yield Kind.QUOTE, Stretch(quotation.opening, quotation.closing + 1)
    claimed = tokens_of(label_mentions(sides, languages)[0])
    dates, _ = date_mentions(sides, (claimed, ()), languages)
    yield from ((Kind.DATE, one.stretch) for one in dates if not one.weak)
    claimed |= tokens_of(dates)
    numbers, _ = quantity_mentions(sides, (claimed, ()), languages)
    yield from ((Kind.NUMBER, one.stretch) for one in numbers if not one.weak)
    if evidence.english:
        yield from _names(passage, claimed | tokens_of(numbers), evidence)


def _names(
    passage: Passage, claimed: set[int], evidence: DocumentEvidence
) -> Iterator[tuple[Kind, Stretch]]:
    runs = groupby(pieces(passage, claimed, evidence), key=attrgetter("run"))
    for run in (list(one) for _, one in runs):
        if not any(piece.doubtful for piece in run):
            yield Kind.NAME, Stretch(run[0].start, run[-1].end)
