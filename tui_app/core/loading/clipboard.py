"""The text in the clipboard, through the system's tools or through the terminal."""

from __future__ import annotations

import base64
import binascii
import os
import re
import select
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tui_app.core.formats.take import LARGEST_TEXT
from tui_app.core.source_names import CLIPBOARD
from tui_app.errors import UserError

_PATIENCE = 3.0  # seconds; a terminal may ask the user first
_QUERY = b"\x1b]52;c;?\x07"  # OSC 52 of xterm's control sequences
_ATTRIBUTES = b"\x1b[c"  # every terminal answers this, also one that knows no OSC 52
_ANSWER = re.compile(rb"\x1b\]52;[^;]*;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")
_ANSWERED_ATTRIBUTES = re.compile(rb"\x1b\[\?[\d;]*c")


class _Tool(NamedTuple):
    """A program that prints the clipboard, where ``needs`` is in the environment."""

    needs: str
    command: tuple[str, ...]


_TOOLS = (
    _Tool("WAYLAND_DISPLAY", ("wl-paste", "--no-newline", "--type", "text")),
    _Tool("DISPLAY", ("xclip", "-selection", "clipboard", "-out")),
    _Tool("DISPLAY", ("xsel", "--clipboard", "--output")),
    _Tool("", ("pbpaste",)),
    _Tool("", ("termux-clipboard-get",)),
    _Tool("", ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw")),
)


def read_clipboard() -> bytes:
    """Return what the clipboard holds.

    Raises ``UserError`` where it is empty or nothing can tell what it holds.
    """
    asked = False
    for tool in _TOOLS:
        if tool.needs and not os.environ.get(tool.needs):
            continue
        if found := shutil.which(tool.command[0]):
            asked = True
            if data := _printed(found, *tool.command[1:]):
                return _bounded(data)
    answer = _from_terminal()
    if answer:
        return _bounded(answer)
    if asked or answer is not None:
        raise UserError(CLIPBOARD, "holds no text", "copy some and try again")
    why = "neither a tool (wl-paste, xclip, xsel, pbpaste) nor the terminal gives it"
    raise UserError(CLIPBOARD, why, "install one, or name a file")


def _bounded(data: bytes) -> bytes:
    if len(data) > LARGEST_TEXT:
        why = f"holds more than {LARGEST_TEXT // 1024**2} MB"
        raise UserError(CLIPBOARD, why, "save it to a file in parts")
    return data


def _printed(*command: str) -> bytes:
    """Return what the program prints in time, a little more than may be at most."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a fixed program with fixed words
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return b""
    heard: list[bytes] = []
    # In a thread: what it has started may hold the pipe open when it has ended.
    listener = threading.Thread(target=_listen, args=(process, heard), daemon=True)
    listener.start()
    listener.join(_PATIENCE)
    data = b"" if listener.is_alive() else b"".join(heard)
    content = _ended_well(process)
    listener.join(_PATIENCE / 10)
    if process.stdout is not None and not listener.is_alive():
        process.stdout.close()
    return data if content or len(data) > LARGEST_TEXT else b""


def _listen(process: subprocess.Popen[bytes], heard: list[bytes]) -> None:
    size = 0
    while process.stdout is not None and size <= LARGEST_TEXT:
        piece = os.read(process.stdout.fileno(), 65536)
        if not piece:
            break
        size += len(piece)
        heard.append(piece)


def _ended_well(process: subprocess.Popen[bytes]) -> bool:
    """Tell whether the program was content; end it where it goes on."""
    try:
        return process.wait(timeout=0.5) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False


def _from_terminal() -> bytes | None:
    """Return what the terminal says, ``None`` where it does not answer."""
    try:
        with _raw_terminal() as terminal:
            os.write(terminal, _QUERY + _ATTRIBUTES)
            return _answer(terminal)
    except OSError:
        return None


def _answer(terminal: int) -> bytes | None:
    heard = b""
    deadline = time.monotonic() + _PATIENCE
    while (left := deadline - time.monotonic()) > 0:
        if not select.select([terminal], [], [], left)[0]:
            break
        piece = os.read(terminal, 65536)
        heard += piece
        if not piece or len(heard) > 2 * LARGEST_TEXT:
            break
        if _ANSWERED_ATTRIBUTES.search(heard[-200:]):
            break
    found = _ANSWER.search(heard)
    try:
        return base64.b64decode(found[1], validate=True) if found else None
    except binascii.Error:
        return None


@contextmanager
def _raw_terminal() -> Iterator[int]:
    """Yield the terminal, unechoed and key by key, and put it back afterwards."""
    import termios
    import tty

    terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    try:
        before = termios.tcgetattr(terminal)
        try:
            tty.setraw(terminal)
            yield terminal
        finally:
            termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
    except termios.error as error:
        raise OSError(*error.args) from error
    finally:
        os.close(terminal)
