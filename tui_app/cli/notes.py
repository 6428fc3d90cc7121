"""``diptych notes``: notes without the reader, listed, added, out and in."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import cast

from tui_app.cli.notes_printed import print_file, print_json
from tui_app.cli.output import complain, mention
from tui_app.cli.pair import compared, load_pair
from tui_app.cli.parser import Action, exit_statuses
from tui_app.cli.shared_options import add_config, add_notes_file, add_pair
from tui_app.cli.work_told import tell, tell_no_more, telling
from tui_app.core.comparison import Comparison
from tui_app.core.exports.writing import refuse_own
from tui_app.core.freed_memory import all_is_needed
from tui_app.core.loading.sources import read_path, read_standard_input
from tui_app.core.model import Document
from tui_app.core.source_names import STANDARD_INPUT, short_source
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.disk.durable import write_file
from tui_app.disk.reasons import not_written
from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import quote_anchor, row_anchors
from tui_app.notes.exchange.arrivals import Arrival, Imported
from tui_app.notes.exchange.note_files import (
    WRITTEN_FORMS,
    NoteForm,
    form_of,
    read_notes,
    write_notes,
)
from tui_app.notes.journal.archive import refuse_notes
from tui_app.notes.note import Anchor
from tui_app.notes.notebook import Notebook

_STANDARD_OUTPUT = "-"

_LARGEST = 256 << 20
"""Bytes of a file of notes: what is written of a note is about a kilobyte."""


# -- what each action takes ------------------------------------------------------


def _takes_pair(parser: argparse.ArgumentParser) -> None:
    add_pair(parser)
    add_notes_file(parser)
    add_config(parser)


def _takes_list(parser: argparse.ArgumentParser) -> None:
    _takes_pair(parser)
    parser.add_argument("--json", action="store_true", help="write JSON")


def _takes_add(parser: argparse.ArgumentParser) -> None:
    _takes_pair(parser)
    parser.add_argument("-m", metavar="TEXT", dest="body", help="what it says")
    parser.add_argument("--row", type=int, metavar="N", help="on row N, from 1")
    parser.add_argument("--left-quote", metavar="Q", help="on these words of LEFT")
    parser.add_argument("--right-quote", metavar="Q", help="on these words of RIGHT")
    parser.add_argument(
        "--tag", action="append", default=[], metavar="T", help="a tag, repeatable"
    )


def _takes_export(parser: argparse.ArgumentParser) -> None:
    _takes_pair(parser)
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="the file (else standard output)"
    )
    parser.add_argument("-o", metavar="FILE", dest="output", help="the same")
    _add_form(parser, WRITTEN_FORMS)


def _takes_import(parser: argparse.ArgumentParser) -> None:
    _takes_pair(parser)
    parser.add_argument("file", metavar="FILE", help="the file, or -")
    _add_form(parser, NoteForm)
    parser.epilog = exit_statuses("some notes found no sure place and are left out")


def _add_form(parser: argparse.ArgumentParser, forms: Iterable[NoteForm]) -> None:
    parser.add_argument(
        "--format",
        choices=[str(form) for form in forms],
        help="its form, where the ending of its name does not tell",
    )


# -- what each does --------------------------------------------------------------


def _list(options: argparse.Namespace) -> int:
    """Print the notes; return 0."""
    with _opened(options) as (notebook, left, right):
        placed = notebook.placed(_compared(options, notebook, left, right))
        if options.json:
            print_json(placed)
        else:
            from tui_app.cli.tables import print_notes

            print_notes(placed)
    return 0


def _add(options: argparse.Namespace) -> int:
    """Save a note and print its id; return 0."""
    if not (options.body or "").strip():
        raise UserError("notes add", "the note is empty", "write it after -m")
    with _opened(options) as (notebook, left, right):
        anchors = tuple(_anchors(_compared(options, notebook, left, right), options))
        saved = notebook.add(options.body, anchors, tags=options.tag)
    tell_no_more()
    print(saved.id)
    return 0


def _export(options: argparse.Namespace) -> int:
    """Write the notes to the file, or to standard output where none is named."""
    given = cast("str | None", options.output or options.file)
    name = _STANDARD_OUTPUT if given is None else given
    with _opened(options) as (notebook, left, right):
        form = _form(options, name, NoteForm.MARKDOWN)
        comparison = _compared(options, notebook, left, right)
        if name == _STANDARD_OUTPUT:
            print_file(notebook.placed(comparison), comparison, form)
            return 0
        refuse_own(Path(name), options.left, options.right, notebook.where)
        refuse_notes(Path(name))
        tell(f"writing {short_source(name)}")
        _write(Path(name), write_notes(notebook.placed(comparison), left, right, form))
        written = counted(len(notebook.notes), "note", "notes")
    tell_no_more()
    print(f"{written} written")
    return 0


def _import(options: argparse.Namespace) -> int:
    """Take in the notes of the file; return 0, or 1 where some found no place."""
    name = cast("str", options.file)
    with _opened(options) as (notebook, _, _):
        form = _form(options, name, None)
        before = {note.id for note in notebook.notes}
        tell(f"reading {short_source(name)}")
        arrivals = read_notes(_read(name), form, name)
        taken = _taken_in(notebook, arrivals, before)
        lost = [note for note in notebook.without_place() if note.id not in before]
    tell_no_more()
    said = [f"{taken.new} new"]
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


def _taken_in(
    notebook: Notebook, arrivals: Iterable[Arrival], before: Collection[str]
) -> Imported:
    """Take in the notes; who interrupts that is told whether it was done by then."""
    try:
        return notebook.import_notes(arrivals, telling("finding the places of notes"))
    except KeyboardInterrupt:
        notebook.poll()
        new = sum(note.id not in before for note in notebook.notes)
        saved = f"all {new} new ones were saved" if new else "none was saved"
        complain(f"notes: interrupted, {saved}")
        raise


def _in_short(quotes: Iterable[str]) -> str:
    words = " / ".join(quotes).split()
    return f"“{' '.join(words)[:80]}”"


def _where(options: argparse.Namespace) -> int:
    """Print the name of the file of notes; return 0."""
    with _opened(options) as (notebook, _, _):
        where = notebook.where
    tell_no_more()
    print(displayable_line(str(where)))
    return 0


ACTIONS = {
    "list": Action("print the notes with their rows", _takes_list, _list),
    "add": Action("save a note and print its id", _takes_add, _add),
    "export": Action("write the notes to a file", _takes_export, _export),
    "import": Action("take in the notes of a file", _takes_import, _import),
    "where": Action("print the name of the file of notes", _takes_pair, _where),
}


# -- the pair and its notes ------------------------------------------------------


@contextmanager
def _opened(
    options: argparse.Namespace,
) -> Iterator[tuple[Notebook, Document, Document]]:
    """Open the notes of the pair, and close them in the end."""
    left, right = _both(options)
    with (
        all_is_needed(),
        closing(Notebook.open(left, right, notes_path=options.notes)) as notebook,
    ):
        for remark in notebook.remarks:
            mention(f"notes: {remark}")
        yield notebook, left, right


def _compared(
    options: argparse.Namespace, notebook: Notebook, left: Document, right: Document
) -> Comparison:
    """Return the reader's rows, hand-made links included: both count them alike."""
    links = notebook.marks.constraints(left, right)
    return compared(options, left, right, links)


def _both(options: argparse.Namespace) -> tuple[Document, Document]:
    """Return both texts; a document named twice is before and after its changes."""
    if options.left == options.right and options.changes is None:
        alone = argparse.Namespace(**vars(options) | {"right": None})
        with suppress(UserError):  # that has none: it stands beside itself as it is
            return load_pair(alone)
    return load_pair(options)


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


def _write(path: Path, text: str) -> None:
    try:
        write_file(path, text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise not_written(path, error) from error


def _form(options: argparse.Namespace, name: str, default: NoteForm | None) -> NoteForm:
    if options.format:
        return NoteForm(options.format)
    if default is not None and name == _STANDARD_OUTPUT:
        return default
    return form_of(name)


def _read(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return read_standard_input(_LARGEST)
    return read_path(name, _LARGEST)
