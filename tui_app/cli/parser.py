"""How a command line is understood: the commands, their parsers, options they share."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn, get_args

from tui_app import __version__
from tui_app.core.extract import BEFORE_AND_AFTER, Changes, PairChanges
from tui_app.core.model import Granularity
from tui_app.core.source_names import STANDARD_INPUT
from tui_app.errors import UserError

COMMANDS = {
    "align": "print which passages belong together",
    "diff": "print the differences; exit status 1 where there are any",
    "text": "print what is taken out of a document of any format",
    "export": "write the comparison to a file: page, report, table, redline",
    "notes": "list, add, export and import notes without the reader",
    "config": "print the settings in force",
}

NOT_YET = {
    "pairs": "compare two files with 'diptych align LEFT RIGHT'",
}

_NAMED = re.compile(r"argument (\S+): ")  # how argparse begins about one argument

CommandFunction = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one line, as all others are."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Raise ``UserError``; argparse would print the usage and end the program."""
        named = _NAMED.match(message)
        what = named[1] if named else self.prog.removeprefix("diptych").strip()
        why = message[named.end() :] if named else message
        raise UserError(what or "arguments", why, f"see '{self.prog} --help'")


def parse(words: Sequence[str]) -> tuple[CommandFunction, argparse.Namespace] | None:
    """Return the command that ``words`` ask for and its options.

    ``None`` where only help or the version was wanted, which has been printed.
    Raises ``UserError`` for wrong usage.
    """
    name = words[0] if words else ""
    if name in NOT_YET:
        raise UserError(name, "not there yet", NOT_YET[name])
    known = name in COMMANDS
    if not (known or name.startswith("-")):
        _refuse_misspelt(name)
    module = import_module(f"tui_app.cli.{name if known else 'read'}")
    parser = _command_parser(name) if known else _reader_parser()
    module.add_arguments(parser)
    try:
        # Options of the reader may also stand between the two texts.
        options = (
            parser.parse_args(words[1:])
            if known
            else parser.parse_intermixed_args(words)
        )
    except SystemExit:  # argparse ends the program after help and version
        return None
    return module.run, options


def add_pair(parser: argparse.ArgumentParser, *, also_one: bool = False) -> None:
    """Add the two texts, the size of the passages to compare, tracked changes.

    ``also_one``: one document with tracked changes may stand for both.
    """
    parser.add_argument(
        "left", metavar="LEFT", help="a text file, or - for standard input"
    )
    if also_one:
        beside = "the file to read beside it; without: LEFT before | after its changes"
        parser.add_argument("right", metavar="RIGHT", nargs="?", help=beside)
    else:
        parser.add_argument("right", metavar="RIGHT", help="the file to read beside it")
    add_unit(parser)
    add_changes(parser)


def add_changes(parser: argparse.ArgumentParser) -> None:
    """Add ``--changes``."""
    parser.add_argument(
        "--changes",
        choices=get_args(Changes),
        help="tracked changes of Word and OpenDocument files (else accepted)",
    )


def asked_changes(changes: Changes | None, *, alone: bool) -> PairChanges:
    """Return what becomes of tracked changes; ``alone``: of one document's.

    Raises ``UserError`` where one of both is asked for.
    """
    if not alone:
        return PairChanges(changes or "accept", changes or "accept")
    if changes:
        why = "one document alone is shown before and after its changes"
        raise UserError("--changes", why, "leave it out or name two texts")
    return BEFORE_AND_AFTER


def add_unit(parser: argparse.ArgumentParser) -> None:
    """Add ``--unit``."""
    parser.add_argument(
        "--unit",
        choices=get_args(Granularity),
        help="what to align; line: texts with one passage a line (else as set)",
    )


def add_notes_file(parser: argparse.ArgumentParser) -> None:
    """Add ``--notes``."""
    parser.add_argument("--notes", metavar="FILE", help="keep the notes in this file")


def add_links(parser: argparse.ArgumentParser) -> None:
    """Add ``--notes`` and ``--no-notes``, for the links made by hand."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--notes", metavar="FILE", help="take links made by hand from this file"
    )
    either.add_argument(
        "--no-notes", action="store_true", help="leave links made by hand out"
    )


def add_ascii(parser: argparse.ArgumentParser) -> None:
    """Add ``--ascii``."""
    parser.add_argument(
        "--ascii", action="store_true", help="draw with plain ASCII signs"
    )


def _command_parser(name: str) -> Parser:
    return Parser(f"diptych {name}", f"{COMMANDS[name].capitalize()}.")


def _reader_parser() -> Parser:
    lines = [f"  {name:<8} {summary}" for name, summary in COMMANDS.items()]
    parser = Parser(
        "diptych",
        "Read two texts side by side: passages aligned, differences marked, notes "
        "kept.\nOne Word or OpenDocument file: before and after its tracked changes.\n"
        "Without arguments: recent comparisons and sample articles.",
        "commands (a file of such a name is opened as ./align):\n"
        + "\n".join(lines)
        + "\n\n'diptych COMMAND --help' tells more.",
    )
    parser.add_argument("--version", action="version", version=f"diptych {__version__}")
    return parser


def refuse_twice_standard_input(left: str, right: str) -> None:
    """Raise ``UserError`` where both texts are to come from standard input."""
    if left == right == STANDARD_INPUT:
        raise UserError("-", "only one text can be standard input", "name a file")


def _refuse_misspelt(name: str) -> None:
    """Raise ``UserError`` where a command was meant: there is no file of the name."""
    from pathlib import Path

    if not name.isalpha() or Path(name).exists():
        return
    from difflib import get_close_matches

    near = get_close_matches(name, (*COMMANDS, *NOT_YET), n=1)
    if near:
        why = "there is no such command and no such file"
        raise UserError(name, why, f"did you mean 'diptych {near[0]}'?")
