"""``diptych notes export`` and ``import``: notes to a file and from one."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import cast

from tui_app.cli.output import complain
from tui_app.core.comparison import Comparison
from tui_app.core.display import displayable
from tui_app.core.loading.reading import (
    STANDARD_INPUT,
    read_path,
    read_standard_input,
)
from tui_app.disk.durable import replace_file
from tui_app.errors import UserError
from tui_app.notes.exchange import Form, form_of, read_notes, write_notes
from tui_app.notes.notebook import Notebook
from tui_app.notes.trouble import reason


def add_exchange(parser: argparse.ArgumentParser) -> None:
    """Add the file to write or read, and its form."""
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="export, import: the file"
    )
    parser.add_argument("-o", metavar="FILE", dest="output", help="export: the same")
    parser.add_argument(
        "--format",
        choices=[str(form) for form in Form],
        help="export, import: its form, where the ending does not tell",
    )


def need_file(options: argparse.Namespace) -> None:
    """Raise ``UserError`` where there is nothing to import."""
    if not options.file:
        raise UserError("notes import", "no file given", "name it after the two texts")


def write_out(
    notebook: Notebook, comparison: Comparison, options: argparse.Namespace
) -> None:
    """Write the notes to the file, or to standard output where none is named."""
    name = cast("str | None", options.output or options.file)
    form = _form(options, name, Form.MARKDOWN)
    if name not in {None, "-"}:
        _spare(Path(name or ""), notebook, options)
    text = write_notes(
        notebook.placed(comparison), comparison.left, comparison.right, form
    )
    if name in {None, "-"}:
        sys.stdout.write(displayable(text) if sys.stdout.isatty() else text)
        return
    path = Path(name)
    try:
        mode = _mode(path)
        replace_file(path, text.encode("utf-8", "surrogatepass"))
        path.chmod(mode)
    except OSError as error:
        raise UserError(str(path), *reason(error)) from error
    count = len(notebook.notes)
    print(f"{count} {'note' if count == 1 else 'notes'} written")


def _spare(path: Path, notebook: Notebook, options: argparse.Namespace) -> None:
    """Raise ``UserError`` where the export would take the place of what it is about."""
    for other in (Path(options.left), Path(options.right), notebook.where):
        if path.exists() and other.exists() and path.samefile(other):
            raise UserError(
                str(path), "the export would replace it", "name another file"
            )


def _mode(path: Path) -> int:
    """Return the permissions for a file that the user asked for."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        # The only way to learn the umask is to set it.
        mask = os.umask(0o077)
        os.umask(mask)
        return 0o666 & ~mask


def take_in(notebook: Notebook, options: argparse.Namespace) -> int:
    """Take in the notes of the file; return 0, or 1 where some found no place."""
    name = cast("str", options.file)
    form = _form(options, name, None)
    taken = notebook.take_in(read_notes(_read(name), form))
    said = [f"{taken.new} new"]
    if taken.known:
        said.append(f"{taken.known} known already")
    if taken.unplaced:
        said.append(f"{len(taken.unplaced)} without a sure place, left out")
        for arrival in taken.unplaced:
            quotes = " / ".join(target.exact for target in arrival.targets)
            complain(f"not taken: “{' '.join(quotes.split())[:80]}”")
    print(", ".join(said))
    return 1 if taken.unplaced else 0


def _form(options: argparse.Namespace, name: str | None, default: Form | None) -> Form:
    if options.format:
        return Form(options.format)
    if default is not None and name in {None, "-"}:
        return default
    return form_of(name or "")


def _read(name: str) -> str:
    data = read_standard_input() if name == STANDARD_INPUT else read_path(name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(name, "not UTF-8", "export the notes anew") from error
