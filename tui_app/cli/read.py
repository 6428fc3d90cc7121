"""``diptych LEFT RIGHT`` and ``diptych``: open a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui_app.cli.parser import COMMANDS, NOT_YET, refuse_twice_standard_input
from tui_app.errors import UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from tui_app.core.model import Granularity


class Wanted(NamedTuple):
    """What to open: two texts, or none for the start screen, and with what options."""

    texts: tuple[str, ...] = ()
    unit: Granularity | None = None
    notes: str | None = None
    ascii: bool = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the reader can be started with."""
    from tui_app.cli.parser import add_ascii, add_notes_file, add_unit

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
    """Open what the parsed arguments ask for."""
    return open_screen(wanted_of(options))


def wanted_of(options: argparse.Namespace) -> Wanted:
    """Return what the parsed arguments ask for."""
    return Wanted(tuple(options.texts), options.unit, options.notes, options.ascii)


def open_screen(wanted: Wanted) -> int:
    """Open the reader on two texts, or the start screen; return the exit status."""
    if not wanted.texts:
        return _start(wanted)
    _refuse_all_but_two(wanted.texts)
    left, right = wanted.texts
    refuse_twice_standard_input(left, right)
    from tui_app.ui.launch import run_reader

    return run_reader(
        left, right, wanted.unit, _path(wanted.notes), ascii_only=wanted.ascii
    )


def _path(name: str | None) -> Path | None:
    if not name:
        return None
    from pathlib import Path

    return Path(name)


def _start(wanted: Wanted) -> int:
    if wanted.unit or wanted.notes:
        given = "--unit" if wanted.unit else "--notes"
        raise UserError(given, "needs two texts", "name them: diptych LEFT RIGHT")
    from tui_app.ui.launch import run_start

    return run_start(ascii_only=wanted.ascii)


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
