"""In which forms notes leave and come back: one table of endings, writers, readers.

Each form carries the annotations whole, so that what comes back is what went.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple

from tui_app.core.model import Document
from tui_app.errors import UserError
from tui_app.notes.exchange.annotation import as_annotations, from_annotations
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


class _Form(NamedTuple):
    endings: tuple[str, ...]
    write: Callable[[Sequence[PlacedNote], Document, Document], str]
    read: Callable[[str], list[Arrival]]


_FORMS = {
    NoteForm.ANNOTATION: _Form((".jsonld", ".json"), as_annotations, from_annotations),
    NoteForm.MARKDOWN: _Form((".md", ".markdown"), as_markdown, from_markdown),
    NoteForm.CSV: _Form((".csv",), as_csv, from_csv),
    NoteForm.HTML: _Form((".html", ".htm"), as_html, from_html),
}

_BY_ENDING = {ending: form for form in _FORMS for ending in _FORMS[form].endings}


def form_of(name: str) -> NoteForm:
    """Return the form that a file's ending or a ``--format`` names.

    Raises ``UserError`` where it names none.
    """
    if name in set(NoteForm):
        return NoteForm(name)
    ending = PurePath(name).suffix.casefold() or f".{name.casefold()}"
    if ending not in _BY_ENDING:
        known = ", ".join(sorted(_BY_ENDING))
        why = "the ending tells no form of notes"
        raise UserError(name, why, f"use one of {known}, or --format")
    return _BY_ENDING[ending]


def write_notes(
    placed: Sequence[PlacedNote], left: Document, right: Document, form: NoteForm
) -> str:
    """Return the notes as the text of a file."""
    return _FORMS[form].write(placed, left, right)


def read_notes(text: str, form: NoteForm) -> list[Arrival]:
    """Return the notes in the text of a file.

    Raises ``UserError`` where it cannot be read as this form.
    """
    try:
        return _FORMS[form].read(text)
    except (ValueError, RecursionError, csv.Error) as error:
        why = f"cannot be read as {form} ({error or 'nested too deeply'})"
        raise UserError("notes", why, "export them anew") from error
