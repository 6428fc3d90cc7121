"""``diptych LEFT RIGHT`` and ``diptych``: open a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_app.cli.parser import (
    COMMANDS,
    NOT_YET,
    add_ascii,
    add_changes,
    add_notes_file,
    add_unit,
    asked_changes,
    refuse_twice_standard_input,
)
from tui_app.core.source_names import CLIPBOARD
from tui_app.errors import UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


_OF_TEXTS = ("--unit", "--notes", "--changes")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the reader can be started with."""
    parser.add_argument(
        "texts",
        metavar="LEFT RIGHT",
        nargs="*",
        help="two documents to read: files, addresses, or - for standard input",
    )
    parser.add_argument(
        "--clipboard",
        action="store_true",
        help="read the text in the clipboard beside the one named",
    )
    add_unit(parser)
    add_changes(parser)
    add_notes_file(parser)
    add_ascii(parser)


def run(options: argparse.Namespace) -> int:
    """Open the reader on two texts, or the start screen; return the exit status."""
    texts = [CLIPBOARD, *options.texts] if options.clipboard else options.texts
    if not texts:
        return _start(options)
    _refuse_others(texts)
    left, right, alone = texts[0], texts[-1], len(texts) == 1
    if alone:
        _refuse_alone(left)
    else:
        refuse_twice_standard_input(left, right)
    from tui_app.review.request import Request
    from tui_app.ui.launch import run_reader

    changes = asked_changes(options.changes, alone=alone)
    request = Request(left, right, options.unit, options.notes, changes)
    return run_reader(request, ascii_only=options.ascii)


def _start(options: argparse.Namespace) -> int:
    given = next((name for name in _OF_TEXTS if getattr(options, name[2:])), None)
    if given:
        raise UserError(given, "needs two texts", "name them: diptych LEFT RIGHT")
    from tui_app.ui.launch import run_start

    return run_start(ascii_only=options.ascii)


def _refuse_others(texts: Sequence[str]) -> None:
    first = texts[0]
    if first in COMMANDS or first in NOT_YET:
        raise UserError(
            first,
            "a command comes before its options",
            f"write 'diptych {first} …'; a file of that name is ./{first}",
        )
    if len(texts) > 2:
        why = "reading more than two texts is not there yet"
        raise UserError(texts[2], why, "name two files")


def _refuse_alone(name: str) -> None:
    from pathlib import Path

    from tui_app.core.loading import refuse_without_changes

    if name == CLIPBOARD:
        raise UserError("--clipboard", "there is no second text", "name a file")
    if Path(name).is_dir():
        raise UserError(name, "folders are not there yet", "name two files in it")
    refuse_without_changes(name)
