"""Ending in good order when the system asks: what is being written is kept.

A terminal that is closed sends SIGHUP, a shutdown SIGTERM, another program SIGINT (the
key ctrl+c sends none here); all would end the program between two keys.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
from typing import Any

from textual.app import App

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
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, _leave_soon, app, 128 + number)


def _leave_soon(app: App[Any], status: int) -> None:
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
