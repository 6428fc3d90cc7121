"""Writing in the editor of the user's choice, ``$VISUAL`` or ``$EDITOR``."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

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


def _run(command: Sequence[str]) -> None:
    try:
        # The user's own command, run as the user, without a shell.
        done = subprocess.run(command, check=False)  # noqa: S603
    except OSError as error:
        why = error.strerror or "cannot be started"
        raise UserError(command[0], why, "set $EDITOR to another") from error
    if done.returncode:
        raise UserError(command[0], f"ended with {done.returncode}", "nothing taken")


def edited(text: str, command: Sequence[str]) -> str | UserError:
    """Return ``text`` as the user left it in the editor, or why there is nothing.

    The terminal must be free. The file lies in a folder that only the user can open.
    """
    try:
        return _edited(text, command)
    except UserError as error:
        return error
    except (OSError, UnicodeError) as error:
        return UserError("$EDITOR", f"left no text ({error})", "nothing was taken")


def _edited(text: str, command: Sequence[str]) -> str:
    with TemporaryDirectory(prefix="diptych-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        _run([*command, str(path)])
        return path.read_text(encoding="utf-8").rstrip("\n")
