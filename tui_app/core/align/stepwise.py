"""Alignments for a reader who does not wait: in steps, and again where it matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui_app.core.align.engine import align, are_books
from tui_app.core.model import Alignment, Constraints, Document, Progress


def align_in_steps(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
    eye: int = 0,
) -> Iterator[Alignment]:
    """Yield alignments of both documents, each better than the one before.

    The last is that of ``align``. Of books what stands about the unit ``eye`` of
    the left comes first, the whole roughly next; of others there is no need for
    steps.
    """
    if are_books(left, right):
        from tui_app.core.align.anchors import steps

        yield from steps.align_in_steps(left, right, constraints, report, eye)
    else:
        yield align(left, right, constraints, report)


def realign(
    left: Document,
    right: Document,
    previous: Alignment,
    before: Constraints,
    after: Constraints,
) -> Alignment:
    """Return the alignment under ``after``; ``previous`` is that under ``before``.

    In books only the neighbourhood of what changed is aligned again.
    """
    if are_books(left, right):
        from tui_app.core.align.anchors import again

        return again.realign(left, right, previous, before, after)
    return align(left, right, after)
