"""The one way from two segmented documents to an alignment."""

from __future__ import annotations

from collections.abc import Callable

from tui_app.core.align.articles import align_articles
from tui_app.core.model import (
    Alignment,
    Constraints,
    Document,
    Progress,
)


def align(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
) -> Alignment:
    """Return the alignment of two documents under the reader's constraints."""
    return align_articles(left, right, constraints, report)
