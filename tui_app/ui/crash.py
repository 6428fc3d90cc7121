"""A fault of the program itself: the details go to a file, one line to the user."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from tui_app.core.display import displayable, displayable_line
from tui_app.errors import UserError
from tui_app.settings.paths import state_file


def crash_error(details: str, folder: Path | None = None) -> UserError:
    """Write a traceback beside the state and return the line that tells of it."""
    path = (folder or state_file().parent) / "crash.txt"
    kept = False
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(displayable(details), encoding="utf-8", errors="replace")
        kept = True
    last = displayable_line(details.strip().rsplit("\n", 1)[-1])[:200]
    where = f"the details are in {path}" if kept else "the details could not be kept"
    return UserError("the reader", f"stopped by a fault of its own ({last})", where)
