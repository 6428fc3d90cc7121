"""A translation aligned again about what the reader changed by hand, and nowhere else.

What the words mean is learnt from the beads that stand near by, once more and only
there, so that the cost does not grow with the book.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_app.core.align.books.realigning import realigned
from tui_app.core.align.settled import Settled
from tui_app.core.align.translations.translation_alignment import (
    align_units,
    with_settled,
)
from tui_app.core.align.translations.translation_lexicon import taught_by
from tui_app.core.model import Alignment, Bead, Constraints, Document
from tui_app.core.translation import Translation

# Beads before and after what is aligned again that teach what words mean.
_LESSON = 150


def realign_translation(
    left: Document,
    right: Document,
    translation: Translation,
    previous: Alignment,
    before: Constraints,
    after: Constraints,
) -> Alignment:
    """Return ``previous``, made under ``before``, as it is under ``after``.

    Only some fifteen units to each side of what changed, in either text, are aligned
    again.
    """
    settled = Settled(parted=after.parted)

    def again(lefts: Sequence[int], rights: Sequence[int]) -> Alignment:
        taught = taught_by(left, right, _near(previous.beads, lefts), translation)
        units = lefts, rights
        beads = align_units((left, right), translation, settled, units, taught)
        return with_settled(beads, settled)

    found = realigned((left, right), previous, before, after, again)
    assert found is not None  # noqa: S101 - some thirty units are never too many
    return found


def _near(beads: Sequence[Bead], lefts: Sequence[int]) -> Iterable[Bead]:
    """Return the beads about some units of the left."""
    if not lefts:
        return ()
    at = sum(bead.left[0] < lefts[len(lefts) // 2] for bead in beads)
    return beads[max(0, at - _LESSON) : at + _LESSON]
