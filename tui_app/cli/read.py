"""``diptych LEFT RIGHT`` and ``diptych``: open a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_app.cli.parser import (
    COMMANDS,
    NOT_YET,
    add_ascii,
    add_notes_file,
    add_unit,
    refuse_twice_standard_input,
)
from tui_app.core.source_names import CLIPBOARD
from tui_app.errors import UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


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
    add_notes_file(parser)
    add_ascii(parser)


def run(options: argparse.Namespace) -> int:
    """Open the reader on two texts, or the start screen; return the exit status."""
    texts = [CLIPBOARD, *options.texts] if options.clipboard else options.texts
    if not texts:
        return _start(options)
    _refuse_all_but_two(texts)
    left, right = texts
    refuse_twice_standard_input(left, right)
    from tui_app.review.request import Request
    from tui_app.ui.launch import run_reader

    request = Request(left, right, options.unit, options.notes)
    return run_reader(request, ascii_only=options.ascii)


def _start(options: argparse.Namespace) -> int:
    if options.unit or options.notes:
        given = "--unit" if options.unit else "--notes"
        raise UserError(given, "needs two texts", "name them: diptych LEFT RIGHT")
    from tui_app.ui.launch import run_start

    return run_start(ascii_only=options.ascii)


def _refuse_all_but_two(texts: Sequence[str]) -> None:
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
        from pathlib import Path

        if Path(first).is_dir():
            raise UserError(first, "folders are not there yet", "name two files in it")
        raise UserError(first, "there is no second text", "name two files")
