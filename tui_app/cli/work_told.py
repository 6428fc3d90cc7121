"""What a command is at, on a line of the terminal as long as it prints nothing.

Only where standard error is a terminal, and only what takes more than a moment.
"""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
from contextlib import suppress
from functools import partial
from types import FrameType

from tui_app.core.model import Progress, Report
from tui_app.progress_line import ProgressLine

_AFTER = 0.4
"""Seconds after which something is said."""

_NOT_KNOWN = Progress()


class _WorkTold:
    """What is told, on its line once it takes a moment, until something is printed."""

    def __init__(self) -> None:
        self.latest: tuple[str, Progress] | None = None
        self.line: ProgressLine | None = None
        self.is_over = False

    def show(self, *_signal: int | FrameType | None) -> None:
        """Show what is being done; from now on, all that is told."""
        if self.latest is not None and not self.is_over:
            self.line = self.line or ProgressLine()
            # The line may be being written to when the clock rings.
            with suppress(RuntimeError):
                self.line.show(*self.latest)


_told = _WorkTold()


def begin_to_tell() -> None:
    """Forget what an earlier command told."""
    global _told  # noqa: PLW0603 - there is one terminal
    _told = _WorkTold()


def tell(doing: str, progress: Progress = _NOT_KNOWN) -> None:
    """Tell what is being done, and how far it is."""
    if _told.is_over or not (sys.stderr and sys.stderr.isatty()):
        return
    first, _told.latest = _told.latest is None, (doing, progress)
    if _told.line is not None:
        _told.show()
    elif first:
        _wake_after(_AFTER)


def telling(doing: str) -> Report:
    """Tell that this is being done; return who is told how far it is."""
    tell(doing)
    return partial(tell, doing)


def tell_no_more() -> None:
    """Take the line away: something is printed from now on."""
    _told.is_over = True
    if _told.latest is not None and _told.line is None:
        _wake_after(0)
    if _told.line is not None:
        _told.line.clear()


def tell_no_more_beside_output() -> None:
    """Take the line away, unless what is printed goes to a file.

    Behind a pipe may be a pager, which has the terminal then.
    """
    if _told.is_over:
        return
    with suppress(OSError, ValueError):
        if stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode):
            return
    tell_no_more()


def _wake_after(seconds: float) -> None:
    """Have it shown after a while, no more after 0 seconds.

    By a clock: who has a thread may fork no more.
    """
    if threading.current_thread() is not threading.main_thread():
        return  # only the main thread can hear signals
    with suppress(AttributeError):  # Windows has no such clock
        signal.signal(signal.SIGALRM, _told.show if seconds else signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
