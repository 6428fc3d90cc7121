"""Books: texts too long to compare unit with unit are aligned word by word.

Importing this package loads nothing heavy; numpy comes with the first book.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from tui_app.core.model import Alignment, Constraints, Document, Progress

__all__ = ["align_book", "align_in_steps", "realign"]


def align_book(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
) -> Alignment:
    """Return the alignment of two long documents; see :mod:`.book`."""
    _spare_threads()
    from tui_app.core.align.anchors import book

    return book.align_book(left, right, constraints, report)


def align_in_steps(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
    eye: int = 0,
) -> Iterator[Alignment]:
    """Yield better and better alignments; see :mod:`.steps`."""
    _spare_threads()
    from tui_app.core.align.anchors import steps

    return steps.align_in_steps(left, right, constraints, report, eye)


def realign(
    left: Document,
    right: Document,
    previous: Alignment,
    before: Constraints,
    after: Constraints,
) -> Alignment:
    """Align again near what was settled by hand; see :mod:`.again`."""
    from tui_app.core.align.anchors import again

    return again.realign(left, right, previous, before, after)


def _spare_threads() -> None:
    # Starting the thread pool of a linear algebra library nobody uses here would
    # double the time of importing numpy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
