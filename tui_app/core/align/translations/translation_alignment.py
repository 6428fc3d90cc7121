"""A text and its translation aligned: at once, in steps, or a few units of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from tui_app.core.align.progress import Ticker
from tui_app.core.align.settled import Settled, settled_by
from tui_app.core.align.translations.known_pairs import (
    NOTHING_TAUGHT,
    Taught,
    known_pairs,
)
from tui_app.core.align.translations.numbered_texts import numbered
from tui_app.core.align.translations.translation_rounds import (
    NumberedPair,
    RoundResult,
    last_round,
    rounds,
)
from tui_app.core.align.translations.unrelated_texts import seem_unrelated
from tui_app.core.model import Alignment, Bead, Constraints, Document, Link, Report
from tui_app.core.translation import Translation

# Steps that take in a unit of either text each, and rounds that do so for the left.
_ROUNDS = 10
# Units to each side of the eye that are aligned first, with so much learning.
_REACH = 50
_FIRST_DOUBTS = (2.0,)
# How many gained nats make a bead as likely as not by so much: words come in company,
# and each is counted as if it were alone.
_PER_GAIN = 4.0


def align_translation(
    left: Document,
    right: Document,
    translation: Translation,
    constraints: Constraints,
    report: Report | None = None,
) -> Alignment:
    """Return which units of a text answer which of its translation.

    ``report`` is called at least every tenth of a second on a text of ordinary size;
    what it raises ends the work. Two texts that seem to have nothing to do with each
    other have no beads but those made by hand.
    """
    *_, last = _Aligning(left, right, translation, constraints, report).alignments()
    return last


def align_translation_in_steps(
    left: Document,
    right: Document,
    translation: Translation,
    constraints: Constraints,
    report: Report | None = None,
    eye: int = 0,
) -> Iterator[Alignment]:
    """Yield alignments of the two whole texts, each better than the last.

    First what stands about the unit ``eye`` of the left text, everything else still
    alone; then the whole as lengths and look-alikes have it, and after each lesson; at
    last what ``align_translation`` returns.
    """
    settled = settled_by(constraints)
    sizes = len(left.units), len(right.units)
    if max(sizes) > 2 * _REACH:
        guess = eye * sizes[1] // max(1, sizes[0])
        lefts = range(max(0, eye - _REACH), min(sizes[0], eye + _REACH))
        rights = range(max(0, guess - _REACH), min(sizes[1], guess + _REACH))
        yield with_settled(
            align_units((left, right), translation, settled, (lefts, rights)), settled
        )
    yield from _Aligning(left, right, translation, constraints, report).alignments()


def align_units(
    documents: tuple[Document, Document],
    translation: Translation,
    settled: Settled,
    units: tuple[Iterable[int], Iterable[int]],
    taught: Taught | None = None,
) -> list[Bead]:
    """Return how some units of both texts belong together, those settled left out.

    With what was ``taught`` elsewhere in the texts nothing is learnt from the units.
    """
    left, right = documents
    ticker = Ticker(None, 0)
    lefts = [unit for unit in units[0] if unit not in settled.closed_left]
    rights = [unit for unit in units[1] if unit not in settled.closed_right]
    ours, theirs = numbered(left, lefts, ticker), numbered(right, rights, ticker)
    if not (lefts and rights):
        return []
    known = known_pairs(ours, theirs, translation.words, taught or NOTHING_TAUGHT)
    pair = NumberedPair(ours, theirs, known, settled)
    doubts = _FIRST_DOUBTS if taught is None else ()
    return _beads(pair, last_round(pair, ticker, doubts))


class _Aligning:
    """A text and its translation being aligned.

    They are aligned the shorter against the longer, whichever is which, so that
    swapping them mirrors the result and changes nothing else.
    """

    def __init__(
        self,
        left: Document,
        right: Document,
        translation: Translation,
        constraints: Constraints,
        report: Report | None,
    ) -> None:
        settled, words = settled_by(constraints), translation.words
        total = len(left.units) + len(right.units)
        self._ticker = Ticker(report, total + _ROUNDS * min(len(left.units), total))
        self._turned = (len(left.units), left.text) > (len(right.units), right.text)
        if self._turned:
            left, right, settled = right, left, settled.mirrored()
            words = tuple((ours, theirs) for theirs, ours in words)
        self._settled = settled
        ours = numbered(left, _free(left, settled.closed_left), self._ticker)
        theirs = numbered(right, _free(right, settled.closed_right), self._ticker)
        known = known_pairs(ours, theirs, words)
        self._pair = NumberedPair(ours, theirs, known, settled)

    def alignments(self) -> Iterator[Alignment]:
        """Yield the alignment after each round; the last may turn out empty."""
        pair = self._pair
        if not min(pair.size):
            yield self._alignment([])
            return
        result = None
        for result_ in rounds(pair, self._ticker):
            if result is not None:
                yield self._alignment(_beads(pair, result))
            result = result_
        assert result is not None  # noqa: S101 - there is one round at least
        unrelated = seem_unrelated(pair, result, self._ticker)
        yield self._alignment([] if unrelated else _beads(pair, result))

    def _alignment(self, beads: Sequence[Bead]) -> Alignment:
        found = with_settled(beads, self._settled)
        return found.mirrored() if self._turned else found


def _free(document: Document, closed: frozenset[int]) -> Sequence[int]:
    return [unit for unit in range(len(document.units)) if unit not in closed]


def _beads(pair: NumberedPair, result: RoundResult) -> list[Bead]:
    """Return the beads of a path that have both sides."""
    scores = 1 / (1 + np.exp(-result.path.gains / _PER_GAIN))
    lefts, rights = pair.left.units, result.right.units
    return [
        Bead(
            tuple(lefts[l0:l1].tolist()),
            tuple(rights[r0:r1].tolist()),
            float(score),
        )
        for (l0, l1, r0, r1), score in zip(
            result.path.beads.tolist(), scores, strict=True
        )
        if l0 < l1 and r0 < r1
    ]


def with_settled(beads: Sequence[Bead], settled: Settled) -> Alignment:
    """Return these beads, their links, and what was made by hand."""
    links = [
        Link(i, j, bead.score) for bead in beads for i in bead.left for j in bead.right
    ]
    found = Alignment((), ()).with_more(beads, links)
    return found.with_more(settled.fixed, settled.links())
