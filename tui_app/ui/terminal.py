"""The terminal, whatever it claims to be, or becomes while it is used.

A size that nobody can paint is not believed, and a terminal that is gone ends the
program. What it sends is read by ``key_reader``.
"""

from __future__ import annotations

import os
import selectors
import shutil
import signal
import termios
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

from tui_app.ui.ending import is_told_to_end, leave_soon
from tui_app.ui.key_reader import KeyReader

MOST_COLUMNS, MOST_LINES = 2000, 1000
"""Cells across and down; no screen is larger, but what tells the size can say so."""

_SHOW_CURSOR = "\x1b[?25h"
"""Some screen readers follow only a cursor that is seen."""

_HUNG_UP = 128 + 1  # as a shell reports a program ended by SIGHUP

_AT_ONCE = 1 << 12  # bytes

_AS_FOUND = (
    b"\x18\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l"
    b"\x1b[?1016l\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1000l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)
"""What ends a sequence begun, and every mode that the driver sets."""

_IN_BACKGROUND = 0.5
"""Seconds until who was woken without the terminal stops again."""

_TRIES = 50  # a hundredth of a second each


class SteadyDriver(LinuxDriver):
    """Textual's driver, ended by nothing that comes from the terminal."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        size = size or self._get_terminal_size()
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        output: Any = _Output(self._file)
        self._file = self._output = output
        self._closed = False
        self._is_left = False
        self._leaving = threading.Lock()

    def start_application_mode(self) -> None:
        """Take the terminal, unless the App was told to end meanwhile."""
        if is_told_to_end(self._app):
            return
        self._closed = self._is_left = False
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's
        self._closed = self._is_anothers()
        if getattr(self._app, "is_plain", False):
            self.write(_SHOW_CURSOR)

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was found, unless it is another's by now."""
        if not (self._closed or self._is_anothers()):
            super().stop_application_mode()

    def disable_input(self) -> None:
        """Take no more keys; those of another's terminal are left alone."""
        if not self._is_anothers():
            super().disable_input()

    def write(self, data: str) -> None:
        """Write to the terminal, as long as it is the program's."""
        if not self._closed:
            super().write(data)

    def let_go_at_once(self) -> None:
        """Leave the terminal as it was found, waiting neither for it nor for the App.

        What it did not take yet is thrown away: it may never take it.
        """
        with self._leaving:
            if not (self._is_left or self._is_anothers()):
                self._let_go()

    def _let_go(self) -> None:
        with suppress(OSError, ValueError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            output = self._output.fileno()
            # Opened anew: that a write does not wait holds for whoever shares the file.
            flags = os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
            terminal = os.open(os.ttyname(output), flags)
            # What waits to be written goes nowhere, once the write under way is woken.
            os.dup2(os.open(os.devnull, os.O_WRONLY), output)
            writer = self._writer_thread
            if writer is not None and writer.is_alive() and writer.ident:
                signal.pthread_kill(writer.ident, signal.SIGCONT)
            _write_past_all(terminal, _AS_FOUND)

    def close(self) -> None:
        """Let go of the terminal."""
        self._closed = True
        super().close()
        # What waited to be written may have been thrown away meanwhile; whoever did so
        # leaves the terminal, and the process must not end before.
        with self._leaving:
            self._is_left = True

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return columns and lines as the terminal itself tells them, if it does."""
        width = height = 0
        with suppress(OSError):
            width, height = os.get_terminal_size(2)
        if not (width and height):
            width, height = shutil.get_terminal_size()
        return min(width, MOST_COLUMNS), min(height, MOST_LINES)

    def _sigtstp_application(self, *_: object) -> None:
        """Stop, on the loop's turn: what it writes now may be half written."""
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._stop_in_turn)
        else:
            super()._sigtstp_application()

    def _stop_in_turn(self) -> None:
        """Leave the screen and stop; not where nobody is left to have it go on."""
        if self._may_go_on():
            self.suspend_application_mode()
            self._must_signal_resume = True
        # To leave the screen takes a while, in which the terminal may be closed.
        if self._may_go_on():
            os.kill(os.getpid(), signal.SIGSTOP)

    def _may_go_on(self) -> bool:
        return self._is_there() and not is_told_to_end(self._app)

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again after a stop, on the loop's turn.

        A terminal that is closed sends this signal, too, and who ends a stopped program
        sends it behind another, which may be heard later.
        """
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._take_again)

    def _take_again(self) -> None:
        """Take the terminal, as long as it and the App are there."""
        if is_told_to_end(self._app):
            return
        if self._is_anothers():
            self._loop.call_later(_IN_BACKGROUND, self._stop_again)
        elif self._must_signal_resume:
            super()._sigcont_application()
        elif not self._closed and self._is_there():
            self.suspend_application_mode()
            self._must_signal_resume = True
            super()._sigcont_application()

    def _stop_again(self) -> None:
        """Stop, if there is still nothing to do without the terminal."""
        if self._is_anothers() and not is_told_to_end(self._app):
            os.kill(os.getpid(), signal.SIGSTOP)

    def _is_anothers(self) -> bool:
        """Tell whether another program has the terminal: to write stops this one."""
        try:
            return os.tcgetpgrp(self.fileno) != os.getpgrp()
        except OSError:
            return False

    def _is_there(self) -> bool:
        if self._app._exit:  # noqa: SLF001 - there is no other way to know
            return False
        try:
            os.tcgetpgrp(self.fileno)
        except OSError:
            return False
        return True

    def run_input_thread(self) -> None:
        """Hand on what comes from the terminal until the App wants no more."""
        keys = KeyReader()
        # An App that is no reader, as one that is made for a test, has nothing typed.
        take_typed = getattr(self._app, "take_typed", bytes)
        self._hand_on(keys.feed(take_typed()))
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    data = self._read()
                    if not data:
                        self._app.call_later(leave_soon, self._app, _HUNG_UP)
                        return
                    self._hand_on(keys.feed(data))
                self._hand_on(keys.tick())

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def process_message(self, message: Message) -> None:
        """Hand a message on, unless it is a size that cannot be."""
        if isinstance(message, Resize):
            width, height = message.size
            if not (0 < width <= MOST_COLUMNS and 0 < height <= MOST_LINES):
                return
        super().process_message(message)


def _write_past_all(terminal: int, data: bytes) -> None:
    """Write to a terminal that may take nothing, in the place of what waits for it."""
    for _ in range(_TRIES):
        termios.tcflush(terminal, termios.TCOFLUSH)
        with suppress(BlockingIOError):
            if os.write(terminal, data) == len(data):
                return
        time.sleep(0.01)


class _Output:
    """The file of the terminal; when that is gone, what is written goes nowhere."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError, ValueError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._file.flush()

    def fileno(self) -> int:
        number: int = self._file.fileno()
        return number
