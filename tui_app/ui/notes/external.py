"""Writing in the editor of the user's choice, ``$VISUAL`` or ``$EDITOR``."""

from __future__ import annotations

import os
import shlex
import subprocess
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


def edit_text(text: str) -> str:
    """Return ``text`` as the user left it in the editor.

    The terminal must be free. The file lies in a folder that only the user can
    open. Raises ``UserError`` where the editor fails; the text is then unchanged.
    """
    command = editor_command()
    with TemporaryDirectory(prefix="diptych-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        try:
            done = subprocess.run(  # noqa: S603 - the user's own command, no shell
                [*command, str(path)], check=False
            )
        except OSError as error:
            why = error.strerror or "cannot be started"
            raise UserError(command[0], why, "set $EDITOR to another") from error
        if done.returncode:
            raise UserError(
                command[0], f"ended with {done.returncode}", "nothing taken"
            )
        return path.read_text(encoding="utf-8", errors="replace").rstrip("\n")
