"""Writing in the editor of the user's choice, ``$VISUAL`` or ``$EDITOR``."""

from __future__ import annotations

import errno
import os
import re
import shlex
import signal
import subprocess
import sys
import threading
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from types import FrameType

from tui_app.errors import UserError


def editor_command() -> list[str]:
    """Return the words of the editor's command.

    Raises ``UserError`` where none is set or it cannot be read.
    """
    line = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise UserError("$EDITOR", f"cannot be read ({error})", "mend it") from error
    if not words:
        raise UserError("$EDITOR", "not set", "set it to the editor of your choice")
    return words


_TAKES_PLUS = frozenset(
    {
        *("vi", "vim", "nvim", "gvim", "view", "vis", "kak", "hx", "helix"),
        *("nano", "pico", "micro", "ne", "joe", "mcedit"),
        *("emacs", "emacsclient", "mg", "zile"),
    }
)
_TAKES_GOTO = frozenset({"code", "codium", "vscodium", "cursor"})
_TAKES_COLON = frozenset({"subl", "zed"})


def command_at(command: Sequence[str], path: str, line: int) -> list[str]:
    """Return the command that opens the file at a line, from 1.

    An editor that is not known is given the file only. Of ``vim.basic`` or
    ``emacs-nox`` what stands first is its name.
    """
    name = re.split(r"[.-]", Path(command[0]).name.lower())[0]
    if name in _TAKES_PLUS:
        return [*command, f"+{line}", path]
    if name in _TAKES_GOTO:
        return [*command, "-g", f"{path}:{line}"]
    if name in _TAKES_COLON:
        return [*command, f"{path}:{line}"]
    return [*command, path]


def run_editor(command: Sequence[str]) -> UserError | None:
    """Run the command on the terminal, which must be free; return what went wrong."""
    try:
        _run(command)
    except UserError as error:
        return error
    return None


def edited(text: str, command: Sequence[str], longest: int) -> str | UserError:
    """Return ``text`` as the user left it in the editor, or why there is nothing.

    The terminal must be free. The file lies in a folder that only the user can open;
    what has more characters than ``longest``, or is in another encoding than those of
    Unicode, stays there.
    """
    try:
        return _edited(text, command, longest)
    except UserError as error:
        return error
    except OSError as error:
        why = f"left no text ({error.strerror})"
        return UserError("$EDITOR", why, "nothing was taken")


def _edited(text: str, command: Sequence[str], longest: int) -> str:
    folder = Path(mkdtemp(prefix="diptych-"))
    path = folder / "note.md"
    try:
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        written = _text_left(path, command)
    except UnicodeError as error:
        why = "left words in an encoding that is not UTF-8"
        raise UserError("$EDITOR", why, f"they are in {path}") from error
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    if len(written) > max(longest, len(text)):
        why = f"left {len(written):,} characters, and a note has {longest:,} at most"
        raise UserError("$EDITOR", why, f"they are in {path}")
    rmtree(folder, ignore_errors=True)
    return written


def _text_left(path: Path, command: Sequence[str]) -> str:
    try:
        _run([*command, str(path)])
    except EditorEndedError:
        # It did not choose to leave: what was saved in it until then counts.
        with suppress(OSError):
            return _read(path)
        raise
    return _read(path)


def _read(path: Path) -> str:
    if not path.is_file():
        raise FileNotFoundError(errno.ENOENT, "no file is there")
    with path.open("rb") as left:
        wide = left.read(2) in {BOM_UTF16_BE, BOM_UTF16_LE}
    encoding = "utf-16" if wide else "utf-8-sig"
    return path.read_text(encoding=encoding, errors="surrogatepass").rstrip("\n")


# -- its process ---------------------------------------------------------------------

PATIENCE = 1.5
"""Seconds for an editor to end that was told to."""

_GUARD = 'read nothing; kill -HUP "$0"'


class EditorEndedError(UserError):
    """The editor was ended from outside."""


def _run(command: Sequence[str]) -> None:
    """Run the command; raise ``UserError`` where it cannot be run, or fails."""
    had_terminal = os.isatty(0)
    try:
        # The user's own command, run as the user, without a shell.
        process = subprocess.Popen(command)  # noqa: S603
    except OSError as error:
        why = error.strerror or "cannot be started"
        raise UserError(command[0], why, "set $EDITOR to another") from error
    with _guarded(process), _told_what_we_are(process) as told:
        status = process.wait()
    # An editor whose terminal was closed may end by that before any signal is heard.
    if told or status < 0 or (had_terminal and not os.isatty(0)):
        raise EditorEndedError(command[0], "was ended", "what was saved in it is kept")
    if status:
        raise UserError(command[0], f"ended with {status}", "nothing taken")


@contextmanager
def _told_what_we_are(process: subprocess.Popen[bytes]) -> Iterator[list[int]]:
    """Pass on to the editor what tells this program to end; yield what did.

    The keys that interrupt go to both, and are the editor's alone, as in system(3).
    """
    told: list[int] = []

    def pass_on(number: int, frame: FrameType | None) -> None:
        told.append(number)
        with suppress(OSError):
            process.send_signal(number)
        late = threading.Timer(PATIENCE, process.kill)
        late.daemon = True
        late.start()
        before = known[number]
        if callable(before):
            before(number, frame)

    if threading.current_thread() is not threading.main_thread():
        yield told  # only the main thread can hear signals
        return
    known = {number: signal.getsignal(number) for number in (*_ENDING, *_KEYS)}
    for number in _ENDING:
        signal.signal(number, pass_on)
    for number in _KEYS:
        signal.signal(number, signal.SIG_IGN)
    try:
        yield told
    finally:
        for number, handler in known.items():
            signal.signal(number, handler)


_ENDING = [
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
]
_KEYS = [
    getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name)
]


@contextmanager
def _guarded(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Have the editor end if this program is killed, which can do nothing about it.

    Else it would take the keys that are typed for the shell.
    """
    if sys.platform == "win32":
        yield
        return
    guard = subprocess.Popen(  # noqa: S603
        ["/bin/sh", "-c", _GUARD, str(process.pid)],
        stdin=subprocess.PIPE,
        process_group=0,
    )
    try:
        yield
    finally:
        guard.kill()
        guard.communicate()
