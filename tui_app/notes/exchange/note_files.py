"""In which forms notes leave and come back: one table of endings, writers, readers.

Each form carries the annotations whole, so that what comes back is what went; also what
goes out of a whole comparison does, and comments that somebody adds in Word are read.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple

from tui_app.core.model import Document
from tui_app.errors import UserError
from tui_app.notes.exchange.annotation import as_annotations
from tui_app.notes.exchange.arrivals import Arrival
from tui_app.notes.exchange.exported import from_html, from_json, from_table
from tui_app.notes.exchange.readable import (
    as_csv,
    as_html,
    as_markdown,
    from_markdown,
)
from tui_app.notes.note import PlacedNote


class NoteForm(StrEnum):
    """A form of a file of notes."""

    ANNOTATION = "jsonld"
    MARKDOWN = "markdown"
    CSV = "csv"
    HTML = "html"
    WORD = "docx"


class _Form(NamedTuple):
    endings: tuple[str, ...]
    read: Callable[[str], list[Arrival]]
    write: Callable[[Sequence[PlacedNote], Document, Document], str]


_FORMS = {
    NoteForm.ANNOTATION: _Form((".jsonld", ".json"), from_json, as_annotations),
    NoteForm.MARKDOWN: _Form((".md", ".markdown"), from_markdown, as_markdown),
    NoteForm.CSV: _Form((".csv",), from_table, as_csv),
    NoteForm.HTML: _Form((".html", ".htm"), from_html, as_html),
}

WRITTEN_FORMS = tuple(_FORMS)
"""The forms in which notes alone go out; all forms are read."""

_BY_ENDING = {ending: form for form in _FORMS for ending in _FORMS[form].endings}
_BY_ENDING[".docx"] = NoteForm.WORD


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
    """Return the notes as the text of a file.

    Raises ``UserError`` for a form that only a whole comparison goes out in.
    """
    if form not in _FORMS:
        hint = "write them with the texts: diptych export"
        raise UserError("notes", f"they do not go out alone as {form}", hint)
    return _FORMS[form].write(placed, left, right)


def read_notes(data: bytes | str, form: NoteForm, name: str = "notes") -> list[Arrival]:
    """Return the notes in what a file of that name holds; its text is UTF-8.

    Raises ``UserError`` where it cannot be read as this form.
    """
    try:
        if form is NoteForm.WORD:
            from tui_app.notes.exchange.word_comments import from_word

            return from_word(data if isinstance(data, bytes) else data.encode(), name)
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        return _FORMS[form].read(text)
    except UnicodeDecodeError as error:
        raise UserError(name, "not UTF-8", "export the notes anew") from error
    except (ValueError, RecursionError, csv.Error) as error:
        why = f"cannot be read as {form} ({error or 'nested too deeply'})"
        raise UserError(name, why, "export them anew") from error
