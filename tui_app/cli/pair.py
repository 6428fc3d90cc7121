"""The two texts that a command is about, and their rows as the reader shows them.

The size of the passages is that of the settings unless another is asked for, and what
was linked by hand in the reader is linked.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui_app.cli.output import mention, mention_remarks
from tui_app.cli.shared_options import (
    asked_changes,
    asked_languages,
    refuse_twice_standard_input,
    this_run,
)
from tui_app.cli.work_told import tell, telling
from tui_app.core.comparison import NO_CONSTRAINTS, Comparison
from tui_app.core.freed_memory import give_back_memory
from tui_app.core.loading import load_both, load_document, refuse_without_changes
from tui_app.core.model import Constraints, Document
from tui_app.core.translation import find_translation
from tui_app.errors import UserError
from tui_app.review.options import MarkOptions
from tui_app.review.row_counting.kept_counts import compare_as_counted
from tui_app.review.section_numbers import Done

if TYPE_CHECKING:
    from tui_app.core.from_base.changes_from_base import ChangesFromBase
    from tui_app.notes.notebook import Notebook
    from tui_app.settings.preferences import Settings


def load_pair(options: argparse.Namespace) -> tuple[Document, Document]:
    """Return both documents; what is odd about them is said in the end.

    Raises ``UserError`` where one cannot be read.
    """
    unit = options.unit or settings_of(options).unit
    alone = options.right is None
    right_name = options.left if alone else options.right
    if alone:
        refuse_without_changes(options.left)
    else:
        base = getattr(options, "base", None)  # not every command takes one
        refuse_twice_standard_input(options.left, right_name, base)
    changes = asked_changes(options.changes, alone=alone)
    left, right = load_both(options.left, right_name, unit, changes, tell)
    mention_remarks(left, right)
    return left, right


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings in force for this run.

    Raises ``UserError`` where a file of settings was named and cannot be read.
    """
    return this_run(options).configuration().settings


def compare_pair(options: argparse.Namespace) -> Comparison:
    """Return the comparison of both texts with the links made by hand.

    Raises ``UserError`` where a text cannot be read, or the file of notes named.
    """
    left, right = load_pair(options)
    links = NO_CONSTRAINTS
    if not options.no_notes:
        links = _linked_by_hand(options, left, right)
    return compared(options, left, right, links)


def compared(
    options: argparse.Namespace,
    left: Document,
    right: Document,
    links: Constraints = NO_CONSTRAINTS,
) -> Comparison:
    """Return the comparison of both texts, in the languages asked for.

    Raises ``UserError`` where a list of words cannot be read.
    """
    asked = settings_of(options).with_lists(asked_languages(options))
    tell("looking in which languages the texts are")
    translation = find_translation(left, right, asked)
    if translation is not None:
        for remark in translation.remarks:
            mention(remark)
    elif asked.words:
        mention("--words: not needed, both texts are in one language")
    give_back_memory()
    report = telling("aligning")
    comparison = compare_as_counted(left, right, links, translation, report)
    give_back_memory()
    return comparison


def changes_from_base(
    options: argparse.Namespace, comparison: Comparison
) -> ChangesFromBase | None:
    """Return how the changes stand to the base that is named, ``None`` for none.

    What is odd about it is said in the end. Raises ``UserError`` where it cannot be
    read, or is in another language than the texts.
    """
    if options.base is None:
        return None
    from tui_app.core.from_base.base_text import refuse_base, remark_on_base
    from tui_app.review.since_base import compare_from_base

    left = comparison.left
    unit = left.granularity
    base = load_document(options.base, unit, options.changes or "accept", tell)
    refuse_base(options.base, base, left, comparison.translation)
    mention_remarks(base)
    changes = compare_from_base(base, comparison)
    if remark := remark_on_base(changes):
        mention(f"--base: {remark}")
    return changes


def noted_pair(
    options: argparse.Namespace,
) -> tuple[Comparison, Done, MarkOptions]:
    """Return the comparison, what was done in it, and what counts in it as different.

    Raises ``UserError`` as ``compare_pair`` does.
    """
    from tui_app.core.counting import folded

    left, right = load_pair(options)
    marks = MarkOptions.of(settings_of(options))
    notebook = None if options.no_notes else opened_notes(options, left, right)
    if notebook is None:
        return compared(options, left, right), Done(), marks
    try:
        links = notebook.marks.constraints(left, right)
        comparison = compared(options, left, right, links)
        placed = notebook.placed(comparison)
        begun = tuple(min(one.rows) for one in placed if one.rows)
        silenced = frozenset(map(folded, notebook.silences.all()))
        counting = marks.counting._replace(silenced=silenced)
        done = Done(begun, notebook.marks.reviewed(comparison))
        return comparison, done, marks._replace(counting=counting)
    finally:
        notebook.close()


def _linked_by_hand(
    options: argparse.Namespace, left: Document, right: Document
) -> Constraints:
    notebook = opened_notes(options, left, right)
    if notebook is None:
        return NO_CONSTRAINTS
    try:
        return notebook.marks.constraints(left, right)
    finally:
        notebook.close()


def opened_notes(
    options: argparse.Namespace, left: Document, right: Document
) -> Notebook | None:
    """Return the notes of the pair, ``None`` where they cannot be read.

    Raises ``UserError`` where a file of notes was named and cannot be read.
    """
    from tui_app.notes.notebook import Notebook

    try:
        return Notebook.open(left, right, notes_path=options.notes)
    except UserError as error:
        if options.notes:
            raise
        mention(f"notes: {error}; they and links made by hand are left out")
        return None
