"""The table of one text against several, worked out: each pair as the reader has it.

What was linked by hand in a pair is linked, and what was silenced in it does not count.
"""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.comparison import NO_CONSTRAINTS
from tui_app.core.counting import EVERYTHING, Counting, folded
from tui_app.core.extract import Changes
from tui_app.core.file_stamp import FileStamp, lasting_stamp
from tui_app.core.loading import load_document
from tui_app.core.model import Constraints, Document, Progress, Report
from tui_app.core.translation import (
    AS_THE_TEXTS_TELL,
    LanguageChoice,
    find_translation,
)
from tui_app.core.witness_table import Witness, witness_of
from tui_app.errors import UserError
from tui_app.review.new_rows import recut
from tui_app.review.row_counting.kept_counts import compare_as_counted

_ALIGNING = 0.3
"""Part of the work that aligning is said to be; what differs takes longer."""

_STEPS = 1000


class WitnessJob(NamedTuple):
    """The left as it is cut, and the names of the texts to look for it in.

    ``wanted`` are the numbers of those that are to be worked out, in this order.
    ``at_hand`` are documents that were read already, with their numbers. ``counting``
    says which differences count, ``with_notes`` that links by hand do.
    """

    left: Document
    names: tuple[str, ...]
    wanted: tuple[int, ...]
    at_hand: tuple[tuple[int, Document], ...] = ()
    changes: Changes = "accept"
    languages: LanguageChoice = AS_THE_TEXTS_TELL
    counting: Counting = EVERYTHING
    with_notes: bool = True


class Settled(NamedTuple):
    """What was settled by hand when a pair was compared."""

    links: Constraints = NO_CONSTRAINTS
    counting: Counting = EVERYTHING


class FoundWitness(NamedTuple):
    """What one text has; ``witness`` is ``None`` where ``trouble`` says why.

    ``stamp`` is that of its file from before it was read, ``remarks`` are sentences
    for the user.
    """

    number: int
    witness: Witness | None = None
    trouble: str = ""
    settled: Settled = Settled()
    stamp: FileStamp | None = None
    remarks: tuple[str, ...] = ()


class WitnessProgress(NamedTuple):
    """How far the work on the text with this number has come, 0 to 1."""

    number: int
    share: float


def found_witness(
    job: WitnessJob, number: int, report: Report | None = None
) -> FoundWitness:
    """Work out what the text with this number has.

    ``report`` is told how far it is, what it raises passes through. Raises
    ``UserError`` where the text cannot be read.
    """
    stamp = lasting_stamp(job.names[number])
    right = _document(job, number)
    settled, remarks = _settled(job, right)
    translation = find_translation(job.left, right, job.languages)
    if translation is not None:
        remarks = (*remarks, *translation.remarks)
    aligning = _part(report, 0.0, _ALIGNING)
    comparison = compare_as_counted(
        job.left, right, settled.links, translation, aligning
    )
    comparing = _part(report, _ALIGNING, 1.0)
    made = witness_of(comparison, settled.counting, comparing)
    # Texts are told apart by the names they were given.
    named = made._replace(name=job.names[number])
    own = tuple(f"{job.names[number]}: {remark}" for remark in right.remarks)
    return FoundWitness(
        number, named, settled=settled, stamp=stamp, remarks=(*own, *remarks)
    )


def found_or_trouble(job: WitnessJob, number: int, report: Report) -> FoundWitness:
    """Work it out as ``found_witness``; what cannot be read is told in a line."""
    try:
        return found_witness(job, number, report)
    except UserError as error:
        stamp = lasting_stamp(job.names[number])
        return FoundWitness(number, trouble=str(error), stamp=stamp)


def _document(job: WitnessJob, number: int) -> Document:
    unit = job.left.granularity
    known = dict(job.at_hand).get(number)
    if known is not None:
        return recut(known, unit)
    return load_document(job.names[number], unit, job.changes)


def _settled(job: WitnessJob, right: Document) -> tuple[Settled, tuple[str, ...]]:
    """Return what was settled in the pair, and what the user should know of it."""
    nothing = Settled(counting=job.counting)
    if not job.with_notes:
        return nothing, ()
    from tui_app.notes.notebook import Notebook

    try:
        notebook = Notebook.open(job.left, right)
    except UserError as error:
        return nothing, (f"notes: {error}; they and links made by hand are left out",)
    try:
        links = notebook.marks.constraints(job.left, right)
        silenced = frozenset(map(folded, notebook.silences.all()))
        return Settled(links, job.counting._replace(silenced=silenced)), ()
    finally:
        notebook.close()


def _part(report: Report | None, first: float, last: float) -> Report:
    """Return what reports a part of the work as that part of all of it."""

    def told(progress: Progress) -> None:
        share = first + (last - first) * share_of(progress)
        if report is not None:
            report(Progress(round(share * _STEPS), _STEPS))

    return told


def share_of(progress: Progress) -> float:
    """Return how far something is, 0 where that is not known."""
    return progress.done / progress.total if progress.total else 0.0
