"""Which words of a text and its translation answer each other, learnt from its rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tui_app.core.align.progress import Ticker
from tui_app.core.align.translations.known_words import Taught, known_pairs
from tui_app.core.align.translations.numbered_texts import (
    NumberedText,
    numbered,
    reordered,
)
from tui_app.core.align.translations.translation_table import table_of
from tui_app.core.align.translations.translation_tokens import (
    tokens_of,
    tokens_with_spans,
)
from tui_app.core.align.translations.word_learning import WeighedBeads, learnt
from tui_app.core.model import Alignment, Bead, Document, Report, Span
from tui_app.core.translation import Translation

# How sure a word link has to be. Of stronger ones most are right, of others half.
_SURE = 0.3
# Faint translations are of no use to anybody.
_TAUGHT = 0.02


class WordLink(NamedTuple):
    """A word of each passage, by offsets into it; ``strength`` is 0 to 1."""

    left: Span
    right: Span
    strength: float


class WordEntry(NamedTuple):
    """A word and its translation as they stand in the texts, most often.

    ``often`` tells in how many rows both stand, ``strength`` (0 to 1) how sure it is.
    """

    word: str
    translation: str
    often: int
    strength: float


class Lexicon:
    """The words that answer each other in the rows of one pair of texts."""

    def __init__(
        self,
        documents: tuple[Document, Document],
        beads: Sequence[Bead],
        strengths: Taught,
    ) -> None:
        self._documents, self._beads = documents, beads
        self._strengths = strengths

    def strength(self, left: str, right: str) -> float:
        """Return how sure it is that these two tokens answer each other, 0 to 1."""
        return self._strengths.get((left, right), 0.0)

    def word_links(self, left: str, right: str) -> list[WordLink]:
        """Return the words of two passages that are each other's best counterpart.

        In the order of the left; each word is in one link at most.
        """
        ours, theirs = (
            [one for one in tokens_with_spans(text) if one.token[0].isalnum()]
            for text in (left, right)
        )
        found = [
            (
                -strength,
                abs(one.span.start * len(right) - other.span.start * len(left)),
                one.span,
                other.span,
            )
            for one in ours
            for other in theirs
            if (strength := self.strength(one.token, other.token)) >= _SURE
        ]
        links: list[WordLink] = []
        for strength, _, one, other in sorted(found):
            if not any(
                _meet(one, link.left) or _meet(other, link.right) for link in links
            ):
                links.append(WordLink(one, other, -strength))
        return sorted(links)

    def entries(self) -> list[WordEntry]:
        """Return the words with their translations, the surest first."""
        forms: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        often: Counter[tuple[str, str]] = Counter()
        for bead in self._beads:
            ours, theirs = (
                " ".join(map(document.unit_text, units))
                for document, units in zip(self._documents, bead.sides, strict=True)
            )
            for link in self.word_links(ours, theirs):
                form = ours[slice(*link.left)], theirs[slice(*link.right)]
                pair = tokens_of(form[0])[-1], tokens_of(form[1])[-1]
                forms[pair][form] += 1
                often[pair] += 1
        entries = []
        for pair, seen in forms.items():
            word, translation = min(seen, key=lambda one: (-seen[one], one))
            strength = self.strength(*pair)
            entries.append(WordEntry(word, translation, often[pair], strength))
        return sorted(entries, key=lambda one: (-one.strength, -one.often, one))


def learn(
    left: Document,
    right: Document,
    alignment: Alignment,
    translation: Translation,
    report: Report | None = None,
) -> Lexicon:
    """Return what the beads of an alignment tell of the words.

    ``report`` is called now and then; what it raises ends the work.
    """
    ticker = Ticker(report, len(left.units) + len(right.units))
    beads = alignment.beads
    taught = _strengths(left, right, beads, translation, ticker)
    return Lexicon((left, right), beads, taught)


def taught_by(
    left: Document,
    right: Document,
    beads: Iterable[Bead],
    translation: Translation,
) -> Taught:
    """Return the pairs of tokens that these beads teach, and how sure they are."""
    return _strengths(left, right, list(beads), translation, Ticker(None, 0))


def _strengths(
    left: Document,
    right: Document,
    beads: Sequence[Bead],
    translation: Translation,
    ticker: Ticker,
) -> Taught:
    if not beads:
        return {}
    ours = _in_beads(left, [bead.left for bead in beads], ticker)
    theirs = _in_beads(right, [bead.right for bead in beads], ticker)
    known = known_pairs(ours, theirs, translation.words)
    ends = (
        np.cumsum([len(bead.left) for bead in beads]),
        np.cumsum([len(bead.right) for bead in beads]),
    )
    starts = [np.concatenate([[0], side[:-1]]) for side in ends]
    ranges = np.stack([starts[0], ends[0], starts[1], ends[1]], axis=1)
    weighed = WeighedBeads(ranges, np.array([bead.score for bead in beads]))
    counts = learnt(ours, theirs, weighed, known, ticker)
    table = table_of(counts, known)
    rows = table.rows()
    of_left = counts.left_often[rows] + 1
    of_right = counts.right_often[table.column] + 1
    strengths = np.minimum(table.lift * np.sqrt(of_left * of_right), 1)
    return {
        (ours.tokens[i], theirs.tokens[j]): strength
        for i, j, strength in zip(
            rows.tolist(), table.column.tolist(), strengths.tolist(), strict=True
        )
        if strength >= _TAUGHT
    }


def _in_beads(
    document: Document, units: Sequence[tuple[int, ...]], ticker: Ticker
) -> NumberedText:
    """Return the units of all beads, in the order of the beads."""
    flat = [unit for of_bead in units for unit in of_bead]
    rising = sorted(flat)
    text = numbered(document, rising, ticker)
    places = {unit: place for place, unit in enumerate(rising)}
    return reordered(text, np.array([places[unit] for unit in flat], dtype=np.int64))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
