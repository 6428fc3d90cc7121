"""How the program ends when it is not asked to by a key: by a signal or a fault.

A terminal that is closed sends SIGHUP, a shutdown SIGTERM, another program SIGINT (the
key ctrl+c sends none here); all would end the program between two keys. What is being
written is kept, and of a fault of the program's own its details.
"""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.app import App

from tui_app.core.text.display import displayable, displayable_line
from tui_app.disk.paths import state_file
from tui_app.errors import UserError

GRACE = 0.1
"""Seconds for keys that were pressed before the signal and not looked at yet."""

FAREWELL = 2.0
"""Seconds to leave the screen as it was found."""

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


def end_in_order(app: App[Any]) -> None:
    """Let these signals close the App as ``q`` does; to be called while it runs."""
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        # Windows has no such loops, and only the main thread can have them.
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave_soon, app, 128 + number)


def leave_soon(app: App[Any], status: int) -> None:
    """Leave when the keys pressed before the signal have had their effect."""
    asyncio.get_running_loop().call_later(GRACE, _leave, app, status)


def keep_what_is_written(app: App[Any]) -> None:
    """Let every screen that holds something unsaved keep it."""
    for screen in app.screen_stack:
        keep = getattr(screen, "keep_now", None)
        if keep is not None:
            keep()


def _leave(app: App[Any], status: int) -> None:
    keep_what_is_written(app)
    # A terminal that is gone takes no farewell; writing to it can wait for ever.
    farewell = threading.Timer(FAREWELL, os._exit, [status])
    farewell.daemon = True
    farewell.start()
    app.exit(return_code=status)


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
