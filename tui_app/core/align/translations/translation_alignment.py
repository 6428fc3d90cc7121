"""A text and its translation aligned: at once, in steps, or again after a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from tui_app.core.align.books.excerpt import around_eye
from tui_app.core.align.books.realigning import is_turned, realigned
from tui_app.core.align.progress import Ticker
from tui_app.core.align.translations.known_words import (
    NOTHING_TAUGHT,
    Taught,
    known_pairs,
)
from tui_app.core.align.translations.numbered_texts import numbered
from tui_app.core.align.translations.translation_lexicon import taught_by
from tui_app.core.align.translations.translation_rounds import (
    NumberedPair,
    RoundResult,
    last_round,
    rounds,
)
from tui_app.core.align.translations.unrelated_texts import seem_unrelated
from tui_app.core.model import (
    Alignment,
    Bead,
    Constraints,
    Document,
    Link,
    Report,
    SomeUnits,
)
from tui_app.core.translation import Translation

# Steps that take in a unit of either text each, and rounds that do so for the left.
_ROUNDS = 10
# Units to each side of the eye that are aligned first, with so much learning.
_REACH = 50
_FIRST_DOUBTS = (2.0,)
# Beads before and after what is aligned again that teach what words mean.
_LESSON = 150
# How many gained nats make a bead as likely as not by so much: words come in company,
# and each is counted as if it were alone.
_PER_GAIN = 4.0


def align_translation(
    left: Document,
    right: Document,
    translation: Translation,
    report: Report | None = None,
) -> Alignment:
    """Return which units of a text answer which of its translation.

    ``report`` is called at least every tenth of a second on a text of ordinary size;
    what it raises ends the work. Two texts that seem to have nothing to do with each
    other have no beads.
    """
    *_, last = _better_and_better(left, right, translation.words, report)
    return last


def align_translation_in_steps(
    left: Document,
    right: Document,
    translation: Translation,
    report: Report | None = None,
    eye: int = 0,
) -> Iterator[Alignment]:
    """Yield alignments of the two whole texts, each better than the last.

    First what stands about the unit ``eye`` of the left text, everything else still
    alone; then the whole as lengths and look-alikes have it, and after each lesson; at
    last what ``align_translation`` returns.
    """
    sizes = len(left.units), len(right.units)
    if max(sizes) > 2 * _REACH:
        about = around_eye(eye, _REACH, sizes).units()
        yield _align_units(left, right, about, translation.words, _FIRST_DOUBTS)
    yield from _better_and_better(left, right, translation.words, report)


def realign_translation(
    left: Document,
    right: Document,
    translation: Translation,
    found: Alignment,
    constraints: Constraints,
) -> Alignment:
    """Return ``found``, made under whatever constraints, as it is under these.

    Only some fifteen units to each side of what is settled, in either text, are
    aligned again. What the words mean is learnt from the beads that stand near by, once
    more and only there, so that the cost does not grow with the book.
    """
    freely = found.before.alignment if found.before else found

    def again(some: SomeUnits) -> Alignment:
        if not freely.beads:  # they seem unrelated, but for what is linked by hand
            return Alignment((), ())
        if not is_turned(left, right):
            return _aligned_again((left, right), some, freely.beads, translation)
        beads, turned = freely.mirrored().beads, translation.mirrored()
        return _aligned_again((right, left), some.mirrored(), beads, turned).mirrored()

    made = realigned((left, right), found, constraints, again)
    assert made is not None  # noqa: S101 - some thirty units are never too many
    return made


def _aligned_again(
    documents: tuple[Document, Document],
    some: SomeUnits,
    beads: Sequence[Bead],
    translation: Translation,
) -> Alignment:
    """Align some units of both texts with what the beads about them teach."""
    taught = taught_by(*documents, _near(beads, some.left), translation)
    return _align_units(*documents, some, translation.words, (), taught)


def _near(beads: Sequence[Bead], lefts: Sequence[int]) -> Iterable[Bead]:
    """Return the beads about some units of the left."""
    if not lefts:
        return ()
    at = sum(bead.left[0] < lefts[len(lefts) // 2] for bead in beads)
    return beads[max(0, at - _LESSON) : at + _LESSON]


_Words = Iterable[tuple[str, str]]


def _align_units(
    left: Document,
    right: Document,
    some: SomeUnits,
    words: _Words,
    doubts: Sequence[float],
    taught: Taught = NOTHING_TAUGHT,
) -> Alignment:
    """Return how some units of both texts belong together.

    With what was ``taught`` elsewhere in the texts nothing need be learnt from them.
    """
    if not (some.left and some.right):
        return Alignment((), ())
    ticker = Ticker(None, 0)
    ours = numbered(left, some.left, ticker)
    theirs = numbered(right, some.right, ticker)
    known = known_pairs(ours, theirs, words, taught)
    pair = NumberedPair(ours, theirs, known, some.parted)
    return _alignment(pair, last_round(pair, ticker, doubts))


def _better_and_better(
    left: Document, right: Document, words: _Words, report: Report | None
) -> Iterator[Alignment]:
    """Yield the alignment after each round; the last may turn out empty.

    The texts are aligned the shorter against the longer, whichever is which, so that
    swapping them mirrors the result and changes nothing else.
    """
    if is_turned(left, right):
        turned = [(theirs, ours) for ours, theirs in words]
        for found in _better_and_better(right, left, turned, report):
            yield found.mirrored()
        return
    sizes = len(left.units), len(right.units)
    if not min(sizes):
        yield Alignment((), ())
        return
    ticker = Ticker(report, sum(sizes) + _ROUNDS * sizes[0])
    ours = numbered(left, range(sizes[0]), ticker)
    theirs = numbered(right, range(sizes[1]), ticker)
    pair = NumberedPair(ours, theirs, known_pairs(ours, theirs, words))
    for result in rounds(pair, ticker):
        found = _alignment(pair, result)
        yield found
    if seem_unrelated(pair, result, ticker):
        yield Alignment((), ())


def _alignment(pair: NumberedPair, result: RoundResult) -> Alignment:
    """Return the beads of a path that have both sides, and their links."""
    scores = 1 / (1 + np.exp(-result.path.gains / _PER_GAIN))
    lefts, rights = pair.left.units, result.right.units
    beads = [
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
    links = [
        Link(i, j, bead.score) for bead in beads for i in bead.left for j in bead.right
    ]
    return Alignment((), ()).with_more(beads, links)
