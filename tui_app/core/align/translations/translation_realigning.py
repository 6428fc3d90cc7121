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
from tui_app.core.model import Alignment, Bead, Constraints, Document, SomeUnits
from tui_app.core.translation import Translation

# Beads before and after what is aligned again that teach what words mean.
_LESSON = 150


def realign_translation(
    left: Document,
    right: Document,
    translation: Translation,
    found: Alignment,
    constraints: Constraints,
) -> Alignment:
    """Return ``found``, made under whatever constraints, as it is under these.

    Only some fifteen units to each side of what is settled, in either text, are
    aligned again.
    """
    beads = (found.before.alignment if found.before else found).beads

    def again(some: SomeUnits) -> Alignment:
        taught = taught_by(left, right, _near(beads, some.left), translation)
        settled = Settled(parted=some.parted)
        units = some.left, some.right
        made = align_units((left, right), translation, settled, units, taught)
        return with_settled(made, settled)

    made = realigned((left, right), found, constraints, again)
    assert made is not None  # noqa: S101 - some thirty units are never too many
    return made


def _near(beads: Sequence[Bead], lefts: Sequence[int]) -> Iterable[Bead]:
    """Return the beads about some units of the left."""
    if not lefts:
        return ()
    at = sum(bead.left[0] < lefts[len(lefts) // 2] for bead in beads)
    return beads[max(0, at - _LESSON) : at + _LESSON]
