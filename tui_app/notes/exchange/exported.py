"""Notes in what went out of a comparison: a page, a table of variants, JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tui_app.core.exports.formula_guard import as_it_was
from tui_app.core.json_form import FORMAT
from tui_app.core.model import SIDES
from tui_app.core.text.display import displayable
from tui_app.notes.exchange.annotation import from_annotation, from_page
from tui_app.notes.exchange.arrivals import Arrival, made_id
from tui_app.notes.exchange.quoted_targets import Target
from tui_app.notes.note import NoteKind, Status

_LONGEST_CELL = 50_000_000

_SCRIPT = re.compile(r"<script\b[^<>]*\bid=[\"']?diptych-notes\b[^<>]*>", re.IGNORECASE)


def from_html(text: str) -> list[Arrival]:
    """Return the notes in a page; raise ``ValueError`` where it holds none."""
    opened = _SCRIPT.search(text)
    end = -1 if opened is None else text.find("</script>", opened.end())
    if opened is None or end < 0:
        raise ValueError("no notes of diptych in it")
    return from_page(json.loads(text[opened.end() : end]))


def from_json(text: str) -> list[Arrival]:
    """Return the notes in JSON: of a comparison, or annotations as such.

    Raises ``ValueError`` where it is neither.
    """
    value = json.loads(text)
    if isinstance(value, Mapping) and value.get("format") == FORMAT:
        notes = value.get("notes")
        if not isinstance(notes, list):
            raise ValueError("no notes in it")
        return [from_annotation(_annotation(note)) for note in notes]
    return from_page(value)


def _annotation(note: Any) -> Any:
    return note.get("annotation") if isinstance(note, Mapping) else None


# Tables -------------------------------------------------------------------------


def from_table(text: str) -> list[Arrival]:
    """Return the notes in a table: of notes, or of variants.

    A note that somebody wrote beside a variant is one on its words. Spreadsheets may
    have put semicolons or tabs for the commas. Raises ``ValueError`` and ``csv.Error``
    for a broken one.
    """
    # The default limit of a cell is below the longest body.
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.DictReader(
        io.StringIO(text.removeprefix("\ufeff"), newline=""),
        delimiter=_parted_by(text),
        strict=True,  # a cell that was cut off is no note
    )
    columns = rows.fieldnames or ()
    if "annotation" in columns:
        return [
            from_annotation(json.loads(row["annotation"] or "null")) for row in rows
        ]
    if "annotations" in columns:
        return [note for row in rows for note in _of_variant(row)]
    raise ValueError("no column “annotation” or “annotations”")


def _parted_by(text: str) -> str:
    first = text[: text.find("\n")] if "\n" in text else text
    return max(",;\t", key=first.count)


def _of_variant(row: Mapping[str, str | None]) -> Iterator[Arrival]:
    annotations = json.loads(row["annotations"] or "[]")
    if not isinstance(annotations, list):
        raise ValueError("a cell of annotations that holds none")
    carried = [from_annotation(one) for one in annotations]
    yield from carried
    written = as_it_was(row.get("note") or "").strip()
    known = displayable("\n\n".join(note.body for note in carried)).strip()
    # Spreadsheets write line ends in their own way.
    if written and written.splitlines() != known.splitlines():
        targets = tuple(_targets(row))
        yield Arrival(
            id=made_id(written, *(one.exact for one in targets), row.get("row") or ""),
            kind=NoteKind.NOTE,
            body=written,
            tags=(),
            status=Status.OPEN,
            targets=targets,
            any_place=True,
        )


def _targets(row: Mapping[str, str | None]) -> Iterator[Target]:
    for side in SIDES:
        words = as_it_was(row.get(side) or "")
        context = as_it_was(row.get(f"{side}_context") or "")
        if words:
            before, _, after = context.partition(f"[{words}]")
            yield Target(
                side, "", words, before.removeprefix("…"), after.removesuffix("…")
            )
