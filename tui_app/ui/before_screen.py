"""What is seen, and which keys are heard, before there is a screen.

Texts that take long are loaded for seconds. What is being done is told on a line of the
terminal then, and who presses ``q`` or ``Esc`` leaves at once; other keys are kept for
the reader. ``ctrl+c`` interrupts, as it does any program.
"""

from __future__ import annotations

import math
import os
import select
import signal
import termios
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from types import FrameType
from typing import Self

from tui_app.core.model import Progress
from tui_app.errors import UserError
from tui_app.progress_line import ProgressLine
from tui_app.ui.served import is_served

_AFTER = 0.3
"""Seconds after which a wait is said to be one."""

_ESCAPE, _QUIT = b"\x1b", b"q"

_SEQUENCE = 0.05
"""Seconds in which the rest of a sequence follows an escape that begins one."""

_AT_ONCE = 1 << 12  # bytes

_STANDARD_INPUT, _STANDARD_ERROR = 0, 2

_LOCAL_MODES, _CHARACTERS = 3, 6
"""Where they stand in what ``termios.tcgetattr`` returns."""

_LEAVING = (signal.SIGTERM, signal.SIGHUP)


class GivenUpError(Exception):
    """One gave up waiting for the screen."""


class Opening:
    """The terminal while something is loaded for its screen.

    ``takes_keys``: those of standard input, which is no text. ``is_plain`` tells
    whether what is said is to be heard; it is asked when there is something to say.
    """

    def __init__(self, *, takes_keys: bool, is_plain: Callable[[], bool]) -> None:
        self._takes_keys = takes_keys
        self._is_plain = is_plain
        self._due = monotonic() + _AFTER
        self._latest = "opening", Progress()
        self._line: ProgressLine | None = None
        self._keyboard: _Keyboard | None = None

    def __enter__(self) -> Self:
        """Begin to wait."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the terminal as it was found."""
        self.let_go()
        if self._line is not None:
            self._line.clear()

    def wait_for(self, pipe: int) -> None:
        """Return when something comes through the pipe.

        Raises ``GivenUpError`` if one leaves before.
        """
        while True:
            self._show_if_due()
            heard = [pipe]
            if self._keyboard is not None:
                heard.append(self._keyboard.descriptor)
            left = max(0.0, self._due - monotonic())
            patience = None if self._line or left == math.inf else left
            ready = select.select(heard, [], [], patience)[0]
            if self._keyboard is not None and self._keyboard.descriptor in ready:
                self._keyboard.hear()
            if pipe in ready:
                return

    def tell(self, doing: str, progress: Progress) -> None:
        """Hear what is being done, and how far it is."""
        self._latest = doing, progress
        self._show_if_due()

    def let_go(self) -> bytes:
        """Hear no more keys; return those that were no answer to the waiting.

        What was said stands until something else is there.
        """
        if self._keyboard is None:
            return b""
        keyboard, self._keyboard = self._keyboard, None
        keyboard.give_back()
        return bytes(keyboard.typed)

    def _show_if_due(self) -> None:
        if self._line is None:
            if monotonic() < self._due:
                return
            self._begin_to_show()
        if self._line is not None:
            self._line.show(*self._latest)

    def _begin_to_show(self) -> None:
        if is_served() or not _is_ours(_STANDARD_ERROR) or self._is_typed():
            self._due = math.inf
            return
        if self._takes_keys and _is_ours(_STANDARD_INPUT):
            self._keyboard = _Keyboard(_STANDARD_INPUT)
        plain = False
        with suppress(UserError):  # whoever loads will say so
            plain = self._is_plain()
        leaves = "q leaves" if self._keyboard else "ctrl+c leaves"
        self._line = ProgressLine(hint=leaves, plain=plain)

    def _is_typed(self) -> bool:
        """Tell whether somebody types a text on this terminal."""
        return not self._takes_keys and os.isatty(_STANDARD_INPUT)


def _is_ours(descriptor: int) -> bool:
    """Tell whether it is a terminal, and no other program has it."""
    try:
        return os.tcgetpgrp(descriptor) == os.getpgrp()
    except OSError:
        return False


class _Keyboard:
    """The keys of a terminal, as they are pressed; ``typed`` are those to be kept."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.typed = bytearray()
        self._found = termios.tcgetattr(descriptor)
        self._handlers = {number: signal.getsignal(number) for number in _LEAVING}
        self._handlers[signal.SIGTSTP] = signal.getsignal(signal.SIGTSTP)
        self._take()

    def hear(self) -> None:
        """Read keys. Raises ``GivenUpError`` for those that leave."""
        keys = os.read(self.descriptor, _AT_ONCE)
        if keys == _ESCAPE and select.select([self.descriptor], [], [], _SEQUENCE)[0]:
            keys += os.read(self.descriptor, _AT_ONCE)
        if not keys or keys == _ESCAPE or keys.startswith(_QUIT):
            raise GivenUpError
        self.typed += keys

    def give_back(self) -> None:
        """Leave the terminal and the signals as they were found."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        with suppress(termios.error):  # it is closed
            termios.tcsetattr(self.descriptor, termios.TCSANOW, self._found)

    def _take(self) -> None:
        for number in _LEAVING:
            signal.signal(number, self._end)
        signal.signal(signal.SIGTSTP, self._stop)
        taken = termios.tcgetattr(self.descriptor)
        taken[_LOCAL_MODES] &= ~(termios.ECHO | termios.ICANON)
        characters = taken[_CHARACTERS]
        characters[termios.VMIN], characters[termios.VTIME] = 1, 0
        with suppress(termios.error):
            termios.tcsetattr(self.descriptor, termios.TCSANOW, taken)

    def _end(self, number: int, _frame: FrameType | None) -> None:
        self.give_back()
        os.kill(os.getpid(), number)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.give_back()
        os.kill(os.getpid(), signal.SIGTSTP)
        self._take()  # it goes on
