"""Which rows come next: better ones, those of another unit, those after a link by hand.

Each function returns a job. A job may run on any thread; it is given a function that
it tells its progress, and yields better and better rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tui_app.core.comparison import Comparison, compare_again
from tui_app.core.model import Constraints, Document, Granularity, Report
from tui_app.core.row_places import RowPlaces
from tui_app.core.units import ColumnUnits
from tui_app.review.journey import Stay
from tui_app.review.kept_alignments import steps_as_kept

_WORTH_SHOWING = 0.5
"""Share of the units of the shorter text that are linked in rows worth showing."""
_LINKED_IN_SIGHT = 0.8
_IN_SIGHT = 20
"""Rows before and after the one under the eye."""


Job = Callable[[Report], Iterable[Comparison]]
"""Yields better and better comparisons, at least one."""
SettledFor = Callable[[Document, Document], Constraints]
"""Tells what is settled by hand, for texts cut into units like these."""


def in_unit(shown: Comparison, unit: Granularity, eye: int, settled: SettledFor) -> Job:
    """Align the two texts cut into these units.

    Of a book the rows about the eye, an offset in the text of the left, come first.
    """

    def job(report: Report) -> Iterator[Comparison]:
        left, right = recut(shown.left, unit), recut(shown.right, unit)
        obeyed = settled(left, right)
        at, translation = left.unit_at(eye), shown.translation
        steps = steps_as_kept(left, right, obeyed, report, at, translation)
        return _mostly_linked(steps)

    return job


def as_settled(shown: Comparison, constraints: Constraints) -> Job:
    """Align what is shown as it is settled by now."""

    def job(report: Report) -> Iterable[Comparison]:
        return [compare_again(shown, constraints, report)]

    return job


def _mostly_linked(steps: Iterable[Comparison]) -> Iterator[Comparison]:
    """Yield the steps that link enough of the whole, and the last in any case."""
    held_back: Comparison | None = None
    for step in steps:
        units = min(len(step.left.units), len(step.right.units))
        if len(step.alignment.beads) >= _WORTH_SHOWING * units:
            held_back = None
            yield step
        else:
            held_back = step
    if held_back is not None:
        yield held_back


def worth_showing(comparison: Comparison, eye: Stay) -> bool:
    """Tell whether enough is aligned about the eye.

    What is not aligned yet would look as if it stood nowhere else.
    """
    here = RowPlaces(comparison).row_at(*eye)
    near = comparison.rows[max(0, here - _IN_SIGHT) : here + _IN_SIGHT]
    linked = sum(bool(row.left and row.right) for row in near)
    return linked >= _LINKED_IN_SIGHT * len(near)


def recut(document: Document, unit: Granularity) -> Document:
    """Return the document in these units; of a book it may take a second."""
    if document.granularity == unit:
        return document
    from tui_app.core.segmentation import segment, segment_extract

    made = (
        segment(document.text, document.source, unit)
        if document.extract is None
        else segment_extract(document.extract, document.source, unit)
    )
    return replace(document, granularity=unit, units=ColumnUnits.of(made.units))
