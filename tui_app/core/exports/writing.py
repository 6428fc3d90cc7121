"""Writing a report to the file somebody named: the old one stands until it is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tui_app.core.exports.forms import Form, written
from tui_app.core.exports.report import Report
from tui_app.disk.durable import write_pieces
from tui_app.disk.reasons import not_written
from tui_app.errors import UserError

_AT_ONCE = 1 << 16
"""Bytes written at once: forms yield pieces of some words."""


def write_report(
    report: Report, form: Form, place: Path, *, replace: bool = False
) -> None:
    """Write the report to a file beside the old one, then put it in its place.

    A pipe or a device is written to, a symbolic link through. Raises ``UserError``:
    where a file is there already and is not to be replaced, and where it cannot be
    written. What the report's ``watch`` raises leaves the old file, too.
    """
    if not replace:
        refuse_existing(place)
    try:
        write_pieces(place, gathered(written(report, form)))
    except OSError as error:
        raise not_written(place, error) from error


def refuse_existing(place: Path) -> None:
    """Raise ``UserError`` where an export would take the place of a file."""
    if place.is_file():
        raise UserError(str(place), "the file is there", "--force replaces it")


def gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in fewer pieces."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _AT_ONCE:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)
