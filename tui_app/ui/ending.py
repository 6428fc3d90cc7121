"""How the program ends when it is not asked to by a key: by a signal or a fault.

A terminal that is closed sends SIGHUP, a shutdown SIGTERM, another program SIGINT (the
key ctrl+c sends none here); all would end the program between two keys. What is being
written is kept, and of a fault of the program's own its details.

The signals are heard twice. The loop hears them when it has its turn, and leaves. Where
it never has it, for the terminal takes nothing or the disk does not answer, the end
comes after some seconds all the same. And that it will is known at once
(``is_told_to_end``): who was stopped and is woken to end must not take the terminal,
which is another's by then.
"""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from _thread import start_new_thread
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any
from weakref import WeakSet

from textual.app import App

from tui_app.core.text.display import displayable, displayable_line
from tui_app.disk.paths import state_file
from tui_app.errors import UserError

GRACE = 0.1
"""Seconds for keys that were pressed before the signal and not looked at yet."""

FAREWELL = 2.0
"""Seconds to leave the screen as it was found."""

LONGEST = 5.0
"""Seconds after which a signal ends the program, whatever it is at."""

_KEEPING = 1.0  # seconds to keep what is written, where the loop did not

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


def end_in_order(app: App[Any]) -> None:
    """Let these signals close the App as ``q`` does; to be called while it runs."""
    _has_ended.clear()
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        # Windows has no such loops, and only the main thread can have them.
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave_soon, app, 128 + number)
                # The loop is woken all the same: by the system, not by its handler.
                signal.signal(number, partial(_is_told, app))


_told_to_end: WeakSet[App[Any]] = WeakSet()


def _is_told(app: App[Any], number: int, _frame: FrameType | None) -> None:
    _told_to_end.add(app)
    end_after(LONGEST, app, 128 + number)


def is_told_to_end(app: App[Any]) -> bool:
    """Tell whether a signal has told the App to end, though it may not know it yet."""
    return app in _told_to_end


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
    end_after(LONGEST, app, status)
    keep_what_is_written(app)
    end_after(FAREWELL, app, status)
    app.exit(return_code=status)


_has_ended = threading.Event()


def end_after(seconds: float, app: App[Any], status: int) -> None:
    """End the process after a while, unless ``has_ended`` is told by then.

    An App without a terminal, as in tests, is only a part of its process.
    """
    if not app.is_headless:
        # A thread of ``threading`` takes locks, which who is interrupted may hold.
        start_new_thread(_wait_and_end, (seconds, app, status))


def _wait_and_end(seconds: float, app: App[Any], status: int) -> None:
    if not _has_ended.wait(seconds):
        _end_at_once(app, status)


def has_ended() -> None:
    """Tell that the App has ended, and the terminal is as it was found."""
    _has_ended.set()


def _end_at_once(app: App[Any], status: int) -> None:
    """End, from a thread that waits for nothing: neither the App, disk nor terminal."""
    _told_to_end.add(app)
    try:
        keeping = threading.Thread(target=keep_what_is_written, args=[app], daemon=True)
        keeping.start()
        keeping.join(_KEEPING)
        let_go = getattr(app._driver, "let_go_at_once", None)  # noqa: SLF001
        if let_go is not None:
            let_go()
    finally:
        os._exit(status)


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
