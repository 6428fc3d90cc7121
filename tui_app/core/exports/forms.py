"""The forms in which a comparison is written out: name, ending, who writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple

from tui_app.core.exports.report import Report
from tui_app.errors import UserError

Pieces = Iterable[str] | Iterable[bytes]


class Form(NamedTuple):
    """A form: ``name`` is that of ``--format``, ``endings`` those of files.

    ``function`` in ``module`` takes a report and yields text, or bytes where the form
    is no text. ``about`` says in a few words what it is for. ``binary`` forms are
    nothing for a terminal.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    function: str
    about: str
    binary: bool = False


FORMS = (
    Form("html", (".html", ".htm"), "page", "page", "a page to send and to read"),
    Form(
        "docx",
        (".docx",),
        "redline",
        "redline",
        "tracked changes for Word",
        binary=True,
    ),
    Form("md", (".md", ".markdown"), "review_report", "review_report", "a report"),
    Form("csv", (".csv",), "variants", "variants", "a table, a line a difference"),
    Form(
        "xlsx",
        (".xlsx",),
        "bilingual_table",
        "bilingual_table",
        "a table of both texts, for Excel",
        binary=True,
    ),
    Form("json", (".json",), "as_json", "as_json", "for programs, as diff --json"),
    Form(
        "tei", (".xml", ".tei"), "apparatus", "apparatus", "TEI parallel segmentation"
    ),
    Form("tmx", (".tmx",), "memory_exchange", "memory_exchange", "translation memory"),
    Form("merged", (".txt",), "critic_markup", "critic_markup", "merged, CriticMarkup"),
)

BY_NAME = {form.name: form for form in FORMS}


def form_named(name: str) -> Form:
    """Return the form of that name. Raises ``UserError``."""
    if name not in BY_NAME:
        raise UserError(name, "no such form", f"use one of {', '.join(BY_NAME)}")
    return BY_NAME[name]


def form_of_file(name: str) -> Form:
    """Return the form that files of this name have. Raises ``UserError``."""
    lower = name.lower()
    for form in FORMS:
        if lower.endswith(form.endings):
            return form
    known = ", ".join(form.endings[0] for form in FORMS)
    raise UserError(name, f"its ending names no form ({known})", "give --format NAME")


def written(report: Report, form: Form) -> Iterator[bytes]:
    """Yield the bytes of the report in that form; text is UTF-8.

    Raises ``UserError`` where there is no room for a temporary file, the only ones
    that a form writes.
    """
    module = import_module(f"tui_app.core.exports.{form.module}")
    write: Callable[[Report], Pieces] = getattr(module, form.function)
    try:
        for piece in write(report):
            # Half a surrogate pair, which only a string can hold, is a question mark.
            yield piece.encode("utf-8", "replace") if isinstance(piece, str) else piece
    except OSError as error:
        raise _no_temporary_file(error) from error


def _no_temporary_file(error: OSError) -> UserError:
    no_folder = isinstance(error, FileNotFoundError)
    why = "there is no folder for it" if no_folder else f"{error.strerror}"
    return UserError("temporary file", why, "set TMPDIR to a folder with room")
