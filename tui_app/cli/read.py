"""``diptych LEFT RIGHT`` and ``diptych``: open a screen."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui_app.cli.pair import refuse_twice_standard_input
from tui_app.cli.parser import COMMANDS, NOT_YET, add_ascii, add_notes_file, add_unit
from tui_app.errors import UserError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the reader can be started with."""
    parser.add_argument(
        "texts",
        metavar="LEFT RIGHT",
        nargs="*",
        help="two text files to read; - is standard input",
    )
    add_unit(parser)
    add_notes_file(parser)
    add_ascii(parser)


def run(options: argparse.Namespace) -> int:
    """Open the reader on two texts, or the start screen."""
    texts: list[str] = options.texts
    if not texts:
        return _start(options)
    _refuse_all_but_two(texts)
    left, right = texts
    refuse_twice_standard_input(left, right)
    from tui_app.ui.launch import run_reader

    notes = Path(options.notes) if options.notes else None
    return run_reader(left, right, options.unit, notes, ascii_only=options.ascii)


def _start(options: argparse.Namespace) -> int:
    if options.unit or options.notes:
        given = "--unit" if options.unit else "--notes"
        raise UserError(given, "needs two texts", "name them: diptych LEFT RIGHT")
    from tui_app.ui.launch import run_start

    return run_start(ascii_only=options.ascii)


def _refuse_all_but_two(texts: list[str]) -> None:
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
    if len(texts) == 1:
        if Path(first).is_dir():
            raise UserError(first, "folders are not there yet", "name two files in it")
        raise UserError(first, "there is no second text", "name two files")
