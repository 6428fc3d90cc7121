"""The options that several commands share, and what they ask for."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Literal, get_args

from tui_app.core.extract import BEFORE_AND_AFTER, Changes, PairChanges
from tui_app.core.model import Granularity
from tui_app.core.source_names import STANDARD_INPUT
from tui_app.core.translation import LanguageChoice
from tui_app.errors import UserError

if TYPE_CHECKING:
    from tui_app.settings.this_run import ThisRun

Colour = Literal["auto", "always", "never"]


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
    add_languages(parser)


def add_base(parser: argparse.ArgumentParser) -> None:
    """Add ``--base``."""
    parser.add_argument(
        "--base",
        metavar="FILE",
        help="what LEFT was made from: tell which changes are new, taken back, kept",
    )


def add_languages(parser: argparse.ArgumentParser) -> None:
    """Add what says whether a text stands beside its translation."""
    parser.add_argument(
        "--languages",
        metavar="LEFT,RIGHT",
        type=_languages,
        help="the languages of both, as de,fr (else the texts tell)",
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--across",
        action="store_const",
        const=True,
        help="compare as a text and its translation (else the texts tell)",
    )
    either.add_argument(
        "--within",
        action="store_const",
        const=False,
        dest="across",
        help="compare as two texts of one language",
    )
    parser.add_argument(
        "--words",
        metavar="FILE",
        action="append",
        default=[],
        help="a list of words: word, tab, translation; may be given several times",
    )


_LANGUAGE = re.compile(r"[a-z]{2,3}")


def _languages(given: str) -> tuple[str, str]:
    """Return the codes of two languages; subtags, as in zh-Hans, are not looked at."""
    codes = [code.strip().lower().split("-")[0] for code in given.split(",")]
    if len(codes) != 2 or not all(map(_LANGUAGE.fullmatch, codes)):
        why = f"{given!r} are not two languages, write their codes as in de,fr"
        raise argparse.ArgumentTypeError(why)
    return codes[0], codes[1]


def asked_languages(options: argparse.Namespace) -> LanguageChoice:
    """Return what the options of ``add_languages`` say."""
    return LanguageChoice(options.across, options.languages, tuple(options.words))


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


def add_config(parser: argparse.ArgumentParser) -> None:
    """Add ``--config`` and ``--no-config``; ``this_run`` understands them."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--config", metavar="FILE", help="take the settings from this file, this time"
    )
    either.add_argument(
        "--no-config", action="store_true", help="take the settings from no file"
    )


def this_run(options: argparse.Namespace) -> ThisRun:
    """Return what the options of ``add_config`` ask for.

    Raises ``UserError`` where a file without a name is asked for.
    """
    from tui_app.settings.this_run import ThisRun

    if options.config == "":
        raise UserError("--config", "no file is named", "name it, or use --no-config")
    return ThisRun("" if options.no_config else options.config)


def add_color(parser: argparse.ArgumentParser) -> None:
    """Add ``--color``."""
    parser.add_argument(
        "--color",
        choices=get_args(Colour),
        default="auto",
        help="auto: colours on a terminal; always: in a pipe, too, as for less -R",
    )


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


def add_links(
    parser: argparse.ArgumentParser, taken: str = "links made by hand"
) -> None:
    """Add ``--notes`` and ``--no-notes``; ``taken`` is what comes out of the notes."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--notes", metavar="FILE", help=f"take {taken} from this file")
    either.add_argument("--no-notes", action="store_true", help=f"leave {taken} out")


def add_ascii(parser: argparse.ArgumentParser) -> None:
    """Add ``--ascii``."""
    parser.add_argument(
        "--ascii", action="store_true", help="draw with plain ASCII signs"
    )


def add_plain(parser: argparse.ArgumentParser) -> None:
    """Add ``--plain``."""
    parser.add_argument(
        "--plain",
        action="store_true",
        help="for screen readers and braille: one column, states in words",
    )


def add_theme_and_layout(parser: argparse.ArgumentParser) -> None:
    """Add ``--theme`` and ``--layout``."""
    from tui_app.settings.preferences import Layout

    parser.add_argument(
        "--theme", metavar="NAME", default="", help="colours, this time (T tells which)"
    )
    parser.add_argument(
        "--layout",
        choices=get_args(Layout),
        help="how the two sides stand, this time (else as left, or as set)",
    )


def refuse_twice_standard_input(*names: str | None) -> None:
    """Raise ``UserError`` where several texts are to come from standard input."""
    if names.count(STANDARD_INPUT) > 1:
        raise UserError("-", "only one text can be standard input", "name a file")
