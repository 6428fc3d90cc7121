"""A book aligned in steps, for a reader who does not want to wait for the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui_app.core.align.anchors.book import align_book_in_steps
from tui_app.core.align.anchors.settled import Settled
from tui_app.core.align.anchors.window import Window, align_units, around
from tui_app.core.model import Alignment, Constraints, Document, Progress

_REACH = 60


def align_in_steps(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
    eye: int = 0,
) -> Iterator[Alignment]:
    """Yield alignments of the two whole documents, each better than the last.

    First what stands about the unit ``eye`` of the left text, within hundredths
    of a second, everything else still alone; then the whole roughly, with nine
    tenths of the links; at last what ``align_book`` returns.
    """
    sizes = (len(left.units), len(right.units))
    guess = eye * sizes[1] // max(1, sizes[0])
    yield _about(left, right, constraints, around(eye, guess, _REACH, sizes))
    yield from align_book_in_steps(left, right, constraints, report)


def _about(
    left: Document, right: Document, constraints: Constraints, window: Window
) -> Alignment:
    settled = Settled(constraints)
    return align_units(
        left,
        right,
        [unit for unit in range(*window.left) if unit not in settled.left],
        [unit for unit in range(*window.right) if unit not in settled.right],
        constraints.parted,
    )
