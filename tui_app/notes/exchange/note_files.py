"""The forms in which notes leave and come back; each carries the annotations whole."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import PurePath

from tui_app.core.model import Document
from tui_app.errors import UserError
from tui_app.notes.exchange.annotation import from_page, to_page
from tui_app.notes.exchange.arrivals import Arrival
from tui_app.notes.exchange.readable import (
    as_csv,
    as_html,
    as_markdown,
    from_csv,
    from_html,
    from_markdown,
)
from tui_app.notes.note import PlacedNote


class NoteForm(StrEnum):
    """A form of a file of notes."""

    ANNOTATION = "jsonld"
    MARKDOWN = "markdown"
    CSV = "csv"
    HTML = "html"


_ENDINGS = {
    ".jsonld": NoteForm.ANNOTATION,
    ".json": NoteForm.ANNOTATION,
    ".md": NoteForm.MARKDOWN,
    ".markdown": NoteForm.MARKDOWN,
    ".csv": NoteForm.CSV,
    ".html": NoteForm.HTML,
    ".htm": NoteForm.HTML,
}


def form_of(name: str) -> NoteForm:
    """Return the form that a file's ending or a ``--format`` names.

    Raises ``UserError`` where it names none.
    """
    if name in set(NoteForm):
        return NoteForm(name)
    ending = PurePath(name).suffix.casefold() or f".{name.casefold()}"
    if ending not in _ENDINGS:
        known = ", ".join(sorted(_ENDINGS))
        why = "the ending tells no form of notes"
        raise UserError(name, why, f"use one of {known}, or --format")
    return _ENDINGS[ending]


def write_notes(
    placed: Sequence[PlacedNote], left: Document, right: Document, form: NoteForm
) -> str:
    """Return the notes as the text of a file."""
    return {
        NoteForm.ANNOTATION: _as_annotations,
        NoteForm.MARKDOWN: as_markdown,
        NoteForm.CSV: as_csv,
        NoteForm.HTML: as_html,
    }[form](placed, left, right)


def read_notes(text: str, form: NoteForm) -> list[Arrival]:
    """Return the notes in the text of a file.

    Raises ``UserError`` where it cannot be read as this form.
    """
    try:
        return {
            NoteForm.ANNOTATION: _from_annotations,
            NoteForm.MARKDOWN: from_markdown,
            NoteForm.CSV: from_csv,
            NoteForm.HTML: from_html,
        }[form](text)
    except (ValueError, RecursionError, csv.Error) as error:
        why = f"cannot be read as {form} ({error or 'nested too deeply'})"
        raise UserError("notes", why, "export them anew") from error


def _as_annotations(
    placed: Sequence[PlacedNote], left: Document, right: Document
) -> str:
    page = to_page([one.note for one in placed], left, right)
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _from_annotations(text: str) -> list[Arrival]:
    return from_page(json.loads(text))
