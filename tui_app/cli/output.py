"""Writing to the terminal or a pipe; what comes from outside is made safe first."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from tui_app.cli.work_told import tell_no_more, tell_no_more_beside_output

if TYPE_CHECKING:
    from tui_app.core.model import Document

_remarks: list[str] = []


def complain(message: str) -> None:
    """Write one line to standard error; where it cannot be, the status has to do."""
    from tui_app.core.text.display import displayable_line

    tell_no_more()
    try:
        print(f"diptych: {displayable_line(message)}", file=sys.stderr, flush=True)
    except OSError:
        drop(sys.stderr)


def drop(stream: TextIO) -> None:
    """Let nothing of a stream be written any more: the flush at exit would fail again.

    Then the exit status would be another than the one that was meant.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def open_missing_streams() -> None:
    """Put something in the place of standard streams that are closed.

    Else the next file opened would take their place, and errors be written to it.
    Nobody reads standard error then; what is printed fails to be written.
    """
    for number, flags in ((0, os.O_RDONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)  # takes the lowest number that is free
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


def never_fail_to_encode() -> None:
    """Let a terminal that lacks a character show a question mark instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def mention(remark: str) -> None:
    """Keep a remark until the command has done its work: trouble is one line alone."""
    _remarks.append(remark)


def mention_remarks(*documents: Document) -> None:
    """Keep what the user should know about how texts were read."""
    for document in documents:
        for remark in document.remarks:
            mention(f"{document.source}: {remark}")


def say_remarks() -> None:
    """Write what was kept to standard error, a line each."""
    for remark in _remarks:
        complain(remark)
    forget_remarks()


def forget_remarks() -> None:
    """Forget what was kept for a command that did not end well."""
    _remarks.clear()


def write_json(value: object) -> None:
    """Write ``value`` as one line of JSON.

    It is pure ASCII, so that no encoding loses anything and no character reaches
    a terminal raw.
    """
    import json

    write_json_pieces([json.dumps(value)])


def write_json_pieces(pieces: Iterable[str]) -> None:
    """Write JSON that comes in pieces of ASCII, as ``write_json`` does."""
    tell_no_more_beside_output()
    for piece in pieces:
        # The one control character that json leaves as it is.
        sys.stdout.write(piece.replace("\x7f", "\\u007f"))
    sys.stdout.write("\n")


def write_export(pieces: Iterable[bytes]) -> None:
    """Write a comparison in one of its forms; a terminal is sent what is safe to show.

    ``pieces`` are UTF-8 where a terminal is written to.
    """
    from tui_app.core.exports.writing import gathered

    tell_no_more_beside_output()
    if sys.stdout.isatty():
        from tui_app.core.text.display import displayable

        for piece in gathered(pieces):
            sys.stdout.write(displayable(piece.decode("utf-8", "replace")))
        return
    sys.stdout.flush()
    for piece in gathered(pieces):
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
