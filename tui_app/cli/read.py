"""``diptych LEFT RIGHT``, ``diptych FOLDER`` and ``diptych``: open a screen."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tui_app.cli.parser import COMMANDS
from tui_app.cli.shared_options import (
    add_ascii,
    add_base,
    add_changes,
    add_config,
    add_languages,
    add_notes_file,
    add_plain,
    add_theme_and_layout,
    add_unit,
    asked_changes,
    asked_languages,
    refuse_twice_standard_input,
    this_run,
)
from tui_app.core.source_names import CLIPBOARD, STANDARD_INPUT
from tui_app.errors import UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from tui_app.notes.note import Note
    from tui_app.settings.this_run import ThisRun
    from tui_app.ui.launch import Reading


_OF_TEXTS = ("--against", "--unit", "--notes", "--changes", "--print-notes", "--base")

_OF_A_PAIR = ("--against", "--notes", "--print-notes", "--base")

_PRINTED = ("markdown", "json", "new", "json,new")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the reader can be started with."""
    parser.add_argument(
        "texts",
        metavar="LEFT RIGHT",
        nargs="*",
        help="two documents to read: files, addresses, or - for standard input; a "
        "folder, or three files or more: the library of these",
    )
    parser.add_argument(
        "--clipboard",
        action="store_true",
        help="read the text in the clipboard beside the one named",
    )
    parser.add_argument(
        "--against",
        metavar="OTHER",
        nargs="+",
        action="extend",
        default=[],
        help="more texts to read LEFT beside; < and > go from one to the other",
    )
    add_unit(parser)
    add_changes(parser)
    add_languages(parser)
    add_base(parser)
    add_notes_file(parser)
    add_ascii(parser)
    add_plain(parser)
    add_config(parser)
    add_theme_and_layout(parser)
    parser.add_argument(
        "--print-notes",
        nargs="?",
        choices=list(_PRINTED),
        metavar="FORM",
        help="print the pair's notes when the reader is left, as =markdown (the "
        "default) or =json; =new or =json,new: only those of this reading",
    )


def run(options: argparse.Namespace) -> int:
    """Open the reader on two texts, or a library; return the exit status."""
    from tui_app.library.named_paths import make_a_library

    texts = [CLIPBOARD, *options.texts] if options.clipboard else options.texts
    if not texts:
        return _start(options)
    _refuse_others(texts)
    if make_a_library(texts):
        return _library(texts, options)
    left, right, alone = texts[0], texts[-1], len(texts) == 1
    if alone:
        _refuse_alone(left)
        if options.against:
            why = "there is no second text to go on from"
            raise UserError("--against", why, "name two texts before it")
    else:
        refuse_twice_standard_input(left, right, options.base)
        _refuse_without_other(left, right)
    from tui_app.review.request import Request
    from tui_app.ui.launch import run_reader

    changes = asked_changes(options.changes, alone=alone)
    languages = asked_languages(options)
    request = Request(
        left,
        right,
        options.unit,
        options.notes,
        changes,
        languages,
        base=options.base,
    )
    if options.against and options.notes:
        why = "a file holds the notes of one pair"
        raise UserError("--notes", why, "leave it out: --against keeps those of each")
    request = request.against_others(options.against)
    _refuse_unreadable(request.against)
    asked, began = _asked(options), datetime.now(UTC)
    reading = run_reader(request, asked, prints=bool(options.print_notes))
    if reading is None:
        return 0
    if options.print_notes and reading.status == 0:
        _print_notes(reading, options, began)
    return reading.status


def _asked(options: argparse.Namespace) -> ThisRun:
    return this_run(options)._replace(
        theme=options.theme,
        layout=options.layout,
        ascii_only=options.ascii,
        plain=options.plain,
    )


def _print_notes(
    reading: Reading, options: argparse.Namespace, began: datetime
) -> None:
    """Print the notes of the pair, where it is asked only those of this reading."""
    from tui_app.cli.notes_printed import print_file, print_json
    from tui_app.cli.pair import compared
    from tui_app.notes.exchange.note_files import NoteForm
    from tui_app.notes.notebook import Notebook

    left, right = reading.left, reading.right
    notebook = Notebook.open(left, right, notes_path=options.notes)
    try:
        links = notebook.marks.constraints
        shown = reading.comparison
        comparison = shown or compared(options, left, right, links(left, right))
        placed = notebook.placed(comparison)
    finally:
        notebook.close()
    asked = options.print_notes.split(",")
    if "new" in asked:
        placed = tuple(one for one in placed if _is_of_reading(one.note, began))
    if "json" in asked:
        print_json(placed)
    else:
        print_file(placed, comparison, NoteForm.MARKDOWN)


def _is_of_reading(note: Note, began: datetime) -> bool:
    """Tell whether the note was written or changed since ``began``."""
    # What is kept is exact to the millisecond.
    return datetime.fromisoformat(note.changed) >= began - timedelta(milliseconds=1)


def _start(options: argparse.Namespace) -> int:
    _refuse_options(_OF_TEXTS, options)
    from tui_app.review.request import LibraryRequest
    from tui_app.ui.launch import run_library

    return run_library(LibraryRequest(), _asked(options))


def _library(paths: Sequence[str], options: argparse.Namespace) -> int:
    from tui_app.library.named_paths import refuse_for_library
    from tui_app.review.request import LibraryRequest
    from tui_app.ui.launch import run_library

    _refuse_options(_OF_A_PAIR, options)
    refuse_for_library(paths)
    changes = asked_changes(options.changes, alone=False)
    languages = asked_languages(options)
    request = LibraryRequest(tuple(paths), options.unit, changes, languages)
    return run_library(request, _asked(options))


def _refuse_options(names: Sequence[str], options: argparse.Namespace) -> None:
    """Raise ``UserError`` where an option is given that goes with two texts."""
    given = next((name for name in names if getattr(options, _attribute(name))), None)
    if given:
        raise UserError(given, "needs two texts", "name them: diptych LEFT RIGHT")


def _attribute(option: str) -> str:
    return option.removeprefix("--").replace("-", "_")


def _refuse_others(texts: Sequence[str]) -> None:
    first = texts[0]
    if first in COMMANDS:
        raise UserError(
            first,
            "a command comes before its options",
            f"write 'diptych {first} …'; a file of that name is ./{first}",
        )


def _refuse_without_other(left: str, right: str) -> None:
    """Raise ``UserError`` for a file that git shows beside none."""
    if os.devnull in {left, right}:
        name = right if left == os.devnull else left
        why = "there is no other version, it was added or deleted"
        raise UserError(name, why, "see it with git show or git diff")


def _refuse_unreadable(others: Sequence[str]) -> None:
    """Raise ``UserError`` for another text that cannot be read, or only once."""
    from tui_app.core.loading import look_at

    for name in others:
        if name == STANDARD_INPUT:
            why = "standard input can be read only once"
            raise UserError("--against -", why, "name it as LEFT or RIGHT")
        look_at(name)


def _refuse_alone(name: str) -> None:
    from tui_app.core.loading import refuse_without_changes

    if name == CLIPBOARD:
        raise UserError("--clipboard", "there is no second text", "name a file")
    refuse_without_changes(name)
