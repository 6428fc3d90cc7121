"""Books: texts too long to compare unit with unit are aligned word by word.

Importing this package loads nothing heavy; numpy comes with the first book.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from tui_app.core.model import Alignment, Constraints, Document, Progress

__all__ = ["align_book"]


def align_book(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
) -> Alignment:
    """Return the alignment of two long documents; see :mod:`.book`."""
    # Starting the thread pool of a linear algebra library nobody uses here would
    # double the time of importing numpy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from tui_app.core.align.anchors import book

    return book.align_book(left, right, constraints, report)
