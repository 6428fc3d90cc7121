"""``diptych text``: what is taken out of a document, and what is not."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from tui_app.cli.output import mention
from tui_app.cli.shared_options import add_changes
from tui_app.cli.work_told import tell, tell_no_more_beside_output
from tui_app.core.extract import Extract
from tui_app.core.loading import load_extract
from tui_app.core.text.display import displayable, displayable_line
from tui_app.errors import UserError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the document and what is asked of it."""
    parser.add_argument(
        "file", metavar="FILE", help="a document: a file, an address, or -"
    )
    add_changes(parser)
    parser.add_argument(
        "--all",
        action="store_true",
        help="also what the document says of itself, and what was left out and why",
    )
    parser.add_argument(
        "--anyway",
        action="store_true",
        help="for git: where there is no text, print why, and what tells the file from "
        "others; no remarks",
    )


def run(options: argparse.Namespace) -> int:
    """Print the text; return 0."""
    try:
        _print_all(options)
    except UserError as error:
        if not options.anyway:
            raise
        sys.stdout.write(_instead(options.file, error))
    return 0


def _print_all(options: argparse.Namespace) -> None:
    extract = load_extract(options.file, options.changes or "accept", tell)
    tell_no_more_beside_output()
    if options.all:
        _print("\n".join(_about(extract)))
        _print("")
    _print(extract.text)
    if options.all:
        _print("\n".join(_left_out(extract)))
    # git shows what is said here over each diff, with the name of a copy it has made.
    for remark in () if options.anyway else extract.remarks:
        mention(f"{options.file}: {remark}")


def _instead(name: str, error: UserError) -> str:
    """Return what stands for a text: another file gives something else."""
    try:
        if not Path(name).stat().st_size:
            return ""
        with Path(name).open("rb") as file:
            told = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise error from None
    return f"[{displayable_line(error.why)}; sha256 {told}]\n"


def _about(extract: Extract) -> list[str]:
    metadata = extract.metadata._asdict()
    told = [f"{name}: {value}" for name, value in metadata.items() if value]
    return [f"format: {extract.format}", *told]


def _left_out(extract: Extract) -> list[str]:
    told = [f"[{one.why}] {one.text}" for one in extract.left_out]
    head = f"left out: {len(told)}" if told else "nothing was left out"
    return ["", head, *told]


def _print(text: str) -> None:
    """Print what is safe to show; a file or a program gets the text as it is."""
    if sys.stdout.isatty():
        text = displayable(text)
    sys.stdout.write(text.rstrip("\n") + "\n")
