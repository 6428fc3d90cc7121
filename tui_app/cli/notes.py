"""``diptych notes``: notes without the reader, listed, added, out and in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import cast

from tui_app.cli.output import complain, mention, write_json
from tui_app.cli.pair import load_pair
from tui_app.cli.parser import add_notes_file, add_pair
from tui_app.core.comparison import Comparison, compare
from tui_app.core.exports.writing import refuse_own
from tui_app.core.loading.sources import read_path, read_standard_input
from tui_app.core.model import Document
from tui_app.core.source_names import STANDARD_INPUT
from tui_app.core.text.display import displayable, displayable_line
from tui_app.core.text.plurals import counted
from tui_app.disk.durable import write_file
from tui_app.disk.reasons import reason
from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import quote_anchor, row_anchors
from tui_app.notes.exchange.note_files import NoteForm, form_of, read_notes, write_notes
from tui_app.notes.note import Anchor, PlacedNote
from tui_app.notes.notebook import Notebook

_ACTIONS = {
    "list": "print them",
    "add": "save one",
    "export": "write them to FILE",
    "import": "take in those of FILE",
    "where": "print their file's name",
}


_STANDARD_OUTPUT = "-"

_TAKEN_BY = {
    "file": ("FILE", ("export", "import")),
    "output": ("-o", ("export",)),
    "format": ("--format", ("export", "import")),
    "json": ("--json", ("list",)),
    "body": ("-m", ("add",)),
    "row": ("--row", ("add",)),
    "left_quote": ("--left-quote", ("add",)),
    "right_quote": ("--right-quote", ("add",)),
    "tag": ("--tag", ("add",)),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be done with notes, the two texts, and the options of each."""
    parser.add_argument(
        "action",
        metavar="ACTION",
        help=", ".join(f"{name}: {what}" for name, what in _ACTIONS.items()),
    )
    add_pair(parser)
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="export, import: the file"
    )
    parser.add_argument("-o", metavar="FILE", dest="output", help="export: the same")
    parser.add_argument(
        "--format",
        choices=[str(form) for form in NoteForm],
        help="export, import: its form, where the ending does not tell",
    )
    add_notes_file(parser)
    parser.add_argument("--json", action="store_true", help="list: write JSON")
    parser.add_argument("-m", metavar="TEXT", dest="body", help="add: what it says")
    parser.add_argument("--row", type=int, metavar="N", help="add: on row N, from 1")
    parser.add_argument("--left-quote", metavar="Q", help="add: on words of LEFT")
    parser.add_argument("--right-quote", metavar="Q", help="add: on words of RIGHT")
    parser.add_argument(
        "--tag", action="append", default=[], metavar="T", help="add: a tag, repeatable"
    )


def run(options: argparse.Namespace) -> int:
    """Do what was asked with the notes of the pair; return 0."""
    action: str = options.action
    if action not in _ACTIONS:
        known = ", ".join(_ACTIONS)
        raise UserError(f"notes {action}", "no such action", f"use one of {known}")
    _refuse_options_of_others(options)
    if action == "add" and not (options.body or "").strip():
        raise UserError("notes add", "the note is empty", "write it after -m")
    if action == "import" and not options.file:
        raise UserError("notes import", "no file given", "name it after the two texts")
    left, right = _both(options)
    notebook = Notebook.open(left, right, notes_path=options.notes)
    try:
        for remark in notebook.remarks:
            mention(f"notes: {remark}")
        if action == "where":
            print(displayable_line(str(notebook.where)))
            return 0
        if action == "import":
            return _import(notebook, options)
        # The reader's rows, hand-made links included: both count them alike.
        comparison = compare(left, right, notebook.marks.constraints(left, right))
        if action == "add":
            _add(notebook, comparison, options)
        elif action == "export":
            _export(notebook, comparison, options)
        else:
            _list(notebook, comparison, as_json=options.json)
    finally:
        notebook.close()
    return 0


def _both(options: argparse.Namespace) -> tuple[Document, Document]:
    """Return both texts; a document named twice is before and after its changes."""
    if options.left == options.right and options.changes is None:
        alone = argparse.Namespace(**vars(options) | {"right": None})
        with suppress(UserError):  # that has none: it stands beside itself as it is
            return load_pair(alone)
    return load_pair(options)


def _refuse_options_of_others(options: argparse.Namespace) -> None:
    """Raise ``UserError`` for an option that another action takes, not this one."""
    for name, (shown, actions) in _TAKEN_BY.items():
        given = getattr(options, name) not in (None, False, [])
        if given and options.action not in actions:
            why = f"notes {options.action} does not take it"
            raise UserError(shown, why, f"it goes with notes {' or '.join(actions)}")


def _add(
    notebook: Notebook, comparison: Comparison, options: argparse.Namespace
) -> None:
    anchors = tuple(_anchors(comparison, options))
    note = notebook.add(options.body, anchors, tags=options.tag)
    print(note.id)


def _anchors(comparison: Comparison, options: argparse.Namespace) -> Iterator[Anchor]:
    if options.row is not None:
        if options.left_quote or options.right_quote:
            raise UserError("notes add", "a row and a quote are two places", "give one")
        yield from row_anchors(comparison, _row_number(comparison, options.row))
    if options.left_quote is not None:
        yield quote_anchor(comparison.left, "left", options.left_quote)
    if options.right_quote is not None:
        yield quote_anchor(comparison.right, "right", options.right_quote)


def _row_number(comparison: Comparison, given: int) -> int:
    last = len(comparison.rows)
    if not 1 <= given <= last:
        raise UserError(
            f"--row {given}", "there is no such row", f"rows are 1 to {last}"
        )
    return given - 1


def _list(notebook: Notebook, comparison: Comparison, *, as_json: bool) -> None:
    placed = notebook.placed(comparison)
    if as_json:
        write_json([_as_json(one) for one in placed])
    else:
        from tui_app.cli.tables import print_notes

        print_notes(placed)


def _as_json(placed: PlacedNote) -> dict[str, object]:
    note = placed.note
    return {
        "id": note.id,
        "kind": str(note.kind),
        "body": note.body,
        "tags": list(note.tags),
        "status": str(note.status),
        "state": str(placed.state),
        "rows": [row + 1 for row in placed.rows],
        "left": list(note.quotes("left")),
        "right": list(note.quotes("right")),
    }


def _export(
    notebook: Notebook, comparison: Comparison, options: argparse.Namespace
) -> None:
    """Write the notes to the file, or to standard output where none is named."""
    given = cast("str | None", options.output or options.file)
    name = _STANDARD_OUTPUT if given is None else given
    form = _form(options, name, NoteForm.MARKDOWN)
    to_stdout = name == _STANDARD_OUTPUT
    if not to_stdout:
        refuse_own(Path(name), options.left, options.right, notebook.where)
    text = write_notes(
        notebook.placed(comparison), comparison.left, comparison.right, form
    )
    if to_stdout:
        sys.stdout.write(displayable(text) if sys.stdout.isatty() else text)
        return
    _write(Path(name), text)
    print(f"{counted(len(notebook.notes), 'note', 'notes')} written")


def _write(path: Path, text: str) -> None:
    try:
        write_file(path, text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise UserError(str(path), *reason(error)) from error


def _import(notebook: Notebook, options: argparse.Namespace) -> int:
    """Take in the notes of the file; return 0, or 1 where some found no place."""
    name = cast("str", options.file)
    form = _form(options, name, None)
    before = {note.id for note in notebook.notes}
    taken = notebook.import_notes(read_notes(_read(name), form))
    said = [f"{taken.new} new"]
    lost = [note for note in notebook.without_place() if note.id not in before]
    if lost:
        said.append(f"{len(lost)} of them without a sure place here, listed as such")
        for note in lost:
            quotes = (anchor.quote for anchor in note.anchors)
            complain(f"no sure place: {_in_short(quotes)}")
    if taken.known:
        said.append(f"{taken.known} known already")
    if taken.unplaced:
        said.append(f"{len(taken.unplaced)} without a sure place, left out")
        for arrival in taken.unplaced:
            quotes = (target.exact for target in arrival.targets)
            complain(f"not taken: {_in_short(quotes)}")
    print(", ".join(said))
    return 1 if taken.unplaced else 0


def _in_short(quotes: Iterable[str]) -> str:
    words = " / ".join(quotes).split()
    return f"“{' '.join(words)[:80]}”"


def _form(options: argparse.Namespace, name: str, default: NoteForm | None) -> NoteForm:
    if options.format:
        return NoteForm(options.format)
    if default is not None and name == _STANDARD_OUTPUT:
        return default
    return form_of(name)


def _read(name: str) -> bytes:
    return read_standard_input() if name == STANDARD_INPUT else read_path(name)
