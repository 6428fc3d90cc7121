"""The terminal, whatever it claims to be, or becomes while it is used.

A size that nobody can paint is not believed, and a terminal that is gone ends the
program. What it sends is read by ``key_reader``.
"""

from __future__ import annotations

import os
import selectors
import shutil
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

from tui_app.ui.ending import leave_soon
from tui_app.ui.key_reader import KeyReader

MOST_COLUMNS, MOST_LINES = 2000, 1000
"""Cells across and down; no screen is larger, but what tells the size can say so."""

_SHOW_CURSOR = "\x1b[?25h"
"""Some screen readers follow only a cursor that is seen."""

_HUNG_UP = 128 + 1  # as a shell reports a program ended by SIGHUP

_AT_ONCE = 1 << 12  # bytes


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
        self._file = output
        self._closed = False

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._closed = False
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's
        if getattr(self._app, "is_plain", False):
            self.write(_SHOW_CURSOR)

    def close(self) -> None:
        """Let go of the terminal."""
        self._closed = True
        super().close()

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return columns and lines as the terminal itself tells them, if it does."""
        width = height = 0
        with suppress(OSError):
            width, height = os.get_terminal_size(2)
        if not (width and height):
            width, height = shutil.get_terminal_size()
        return min(width, MOST_COLUMNS), min(height, MOST_LINES)

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again after a stop, as long as it and the App are there.

        A terminal that is closed sends this signal, too.
        """
        if self._must_signal_resume:
            super()._sigcont_application()
        elif self._auto_restart and not self._closed and self._is_there():
            self.suspend_application_mode()
            self._must_signal_resume = True
            super()._sigcont_application()

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
