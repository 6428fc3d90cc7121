"""Writing a report to the file somebody named: the old one stands until it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from io import TextIOBase
from os import PathLike
from pathlib import Path
from typing import IO

from tui_app.core.exports.forms import Form, form_named, written
from tui_app.core.exports.report import Report
from tui_app.disk.durable import write_pieces
from tui_app.disk.reasons import not_written
from tui_app.errors import UserError

Place = str | PathLike[str]

File = IO[bytes] | TextIOBase

_AT_ONCE = 1 << 16
"""Bytes written at once: forms yield pieces of some words."""


def write_report(
    report: Report,
    form: Form,
    place: Path,
    *,
    replace: bool = False,
    go_on: Callable[[], None] | None = None,
) -> None:
    """Write the report to a file beside the old one, then put it in its place.

    A pipe or a device is written to, a symbolic link through. Raises ``UserError``:
    where a file is there already and is not to be replaced, and where it cannot be
    written. ``go_on`` is called at each piece; what it raises, as what the report's
    ``watch`` does, passes through and leaves the old file.
    """
    write_made(_asking(written(report, form), go_on), place, replace=replace)


def write_made(pieces: Iterable[bytes], place: Path, *, replace: bool = False) -> None:
    """Write what something is made of, as ``write_report`` does. Raises as it does."""
    if not replace:
        refuse_existing(place)
    try:
        write_pieces(place, gathered(pieces))
    except OSError as error:
        raise not_written(place, error) from error


def _asking(
    pieces: Iterable[bytes], go_on: Callable[[], None] | None
) -> Iterator[bytes]:
    for piece in pieces:
        if go_on is not None:
            go_on()
        yield piece


def write_to(report: Report, name: str, to: Place | File) -> None:
    """Write the report in the form of that name to a place or an open file.

    A file that is there is replaced. What is open for text gets text, in which no form
    that is ``binary`` can be written. Raises ``UserError`` where there is no such form
    or the place cannot be written, and what the open file raises.
    """
    form = form_named(name)
    if isinstance(to, str | PathLike):
        write_report(report, form, Path(to), replace=True)
    elif isinstance(to, TextIOBase):
        if form.binary:
            raise UserError(name, "the file is open for text", "open it with 'wb'")
        for piece in gathered(written(report, form)):
            to.write(piece.decode("utf-8"))
    else:
        for piece in gathered(written(report, form)):
            to.write(piece)


def refuse_existing(place: Path) -> None:
    """Raise ``UserError`` where an export would take the place of a file."""
    try:
        there = place.is_file()
    except OSError as error:
        raise not_written(place, error) from error
    if there:
        raise UserError(str(place), "the file is there", "--force replaces it")


def refuse_own(place: Path, *others: str | Path | None) -> None:
    """Raise ``UserError`` where the export would replace what it is about."""
    for name in others:
        if name is not None and _is_same_file(place, name):
            why = "the export would replace it"
            raise UserError(str(place), why, "name another file")


def _is_same_file(place: Path, other: str | Path) -> bool:
    """Tell whether both are there and one file; addresses and the like are none."""
    try:
        return place.samefile(other)
    except (OSError, ValueError):
        return False


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
