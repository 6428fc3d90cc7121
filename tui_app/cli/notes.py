"""``diptych notes``: notes without the reader, listed, added, out and in."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tui_app.cli.exchange import add_exchange, need_file, take_in, write_out
from tui_app.cli.output import mention, write_json
from tui_app.cli.pair import load_pair
from tui_app.cli.parser import add_notes_file, add_pair
from tui_app.core.comparison import Comparison, compare
from tui_app.core.display import displayable_line
from tui_app.errors import UserError
from tui_app.notes.model import Anchor, PlacedNote
from tui_app.notes.notebook import Notebook
from tui_app.notes.places import quote_anchor, row_anchors

_ACTIONS = {
    "list": "print them",
    "add": "save one",
    "export": "write them to FILE",
    "import": "take in those of FILE",
    "where": "print their file's name",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be done with notes, the two texts, and the options of each."""
    parser.add_argument(
        "action",
        metavar="ACTION",
        help=", ".join(f"{name}: {what}" for name, what in _ACTIONS.items()),
    )
    add_pair(parser)
    add_exchange(parser)
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
    if action == "add" and not (options.body or "").strip():
        raise UserError("notes add", "the note is empty", "write it after -m")
    if action == "import":
        need_file(options)
    left, right = load_pair(options)
    notebook = Notebook.open(left, right, notes_path=options.notes)
    try:
        for remark in notebook.remarks:
            mention(f"notes: {remark}")
        if action == "where":
            print(displayable_line(str(notebook.where)))
            return 0
        if action == "import":
            return take_in(notebook, options)
        # The reader's rows, hand-made links included: both count them alike.
        comparison = compare(left, right, notebook.constraints(left, right))
        if action == "add":
            _add(notebook, comparison, options)
        elif action == "export":
            write_out(notebook, comparison, options)
        else:
            _list(notebook, comparison, as_json=options.json)
    finally:
        notebook.close()
    return 0


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
