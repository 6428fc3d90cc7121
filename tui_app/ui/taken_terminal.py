"""Where the screen is painted and keys come from: a terminal, whatever the streams are.

Standard output may be a pipe that waits for what is printed after the reading; the
screen must not go there, nor what an editor writes that is opened from it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tui_app.errors import UserError
from tui_app.ui.served import is_served

PLAIN = "diptych align or diptych diff"
"""The commands that tell of two texts what the screen shows of them."""


class NoTerminalError(UserError):
    """There is no terminal for the screen or for the keys."""


def need_a_terminal(*, reads_input: bool, or_else: str = PLAIN) -> None:
    """Raise ``NoTerminalError`` where the standard streams are no terminal.

    ``reads_input``: standard input is a text, and may be anything. ``or_else`` is what
    needs none. Where the reader is served none is needed.
    """
    hint = _hint(or_else)
    if is_served():
        return
    _refuse_dumb(hint)
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise NoTerminalError("screen", "standard output is not a terminal", hint)
    if not reads_input and not (sys.stdin and sys.stdin.isatty()):
        raise NoTerminalError("keyboard", "standard input is not a terminal", hint)


def _refuse_dumb(hint: str) -> None:
    if os.environ.get("TERM") == "dumb" and not is_served():
        why = "TERM=dumb says that this terminal shows nothing but lines"
        raise NoTerminalError("screen", why, hint)


def _hint(or_else: str) -> str:
    return f"run it in a terminal, or use {or_else}"


def keyboard_from_terminal() -> None:
    """Read keys from the terminal after standard input was read to its end."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        why = "standard input was read and there is no terminal to take keys from"
        raise UserError("keyboard", why, "save the text to a file") from error
    os.dup2(terminal, 0)
    os.close(terminal)


@contextmanager
def terminal_taken(*, reads_input: bool) -> Iterator[None]:
    """Have the terminal stand for standard streams that are none, and give them back.

    Raises ``NoTerminalError`` where the program was started without a terminal.
    """
    _refuse_dumb(_hint(PLAIN))
    inner = (1, 2) if reads_input else (0, 1, 2)
    others = [number for number in inner if not os.isatty(number)]
    if not others or is_served():
        yield
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        why = "there is no terminal to read on"
        raise NoTerminalError("screen", why, _hint(PLAIN)) from error
    kept = {number: os.dup(number) for number in others}
    try:
        _put(dict.fromkeys(others, terminal))
        yield
    finally:
        _put(kept)
        for descriptor in (*kept.values(), terminal):
            os.close(descriptor)


def _put(places: dict[int, int]) -> None:
    """Let standard streams lead elsewhere; what was written goes where it belongs."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    for number, elsewhere in places.items():
        os.dup2(elsewhere, number)
