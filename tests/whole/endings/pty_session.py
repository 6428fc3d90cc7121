"""A terminal with a shell in it, the program as its job, and all that is left of them.

The shell is the leader of the session, as where people sit; ``dash`` sets no terminal
right that the program left wrong. Each process of a session has a mark in its
environment, by which it is found wherever it went.
"""

from __future__ import annotations

import os
import select
import shlex
import signal
import sys
import termios
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from ptyprocess import PtyProcess

from .letter_grid import LetterGrid

PATIENCE = 40.0
"""Seconds until something that must come is given up; a busy machine is slow."""

MODES = {"1049": False, "25": True, "1000": False, "1003": False, "2004": False}
"""The terminal's modes, and how each must stand when the program is gone."""

SIZE = 30, 100
"""Lines and columns of the terminal."""

_MARK = "DIPTYCH_TEST_SESSION"
_LOOK_EVERY = 0.02
_PROMPT = "READY> "


class NotReachedError(Exception):
    """Something that must come did not."""


class PtySession:
    """A shell on a terminal of its own, in a folder; the terminal is always read."""

    def __init__(self, folder: Path, around: Mapping[str, str]) -> None:
        self.folder = folder
        self._mark = f"{_MARK}={uuid.uuid4()}"
        name, _, value = self._mark.partition("=")
        homes = {f"XDG_{each}_HOME": f"{folder}/{each}" for each in _HOMES}
        (folder / "TMP").mkdir(exist_ok=True)
        self._pty = PtyProcess.spawn(
            ["/bin/sh", "-i"],
            cwd=str(folder),
            env=os.environ
            | homes
            | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": _PROMPT, "ENV": ""}
            | {"PYTHONFAULTHANDLER": "1"}
            | {"TMPDIR": f"{folder}/TMP", name: value}
            | around,
            dimensions=SIZE,
        )
        self.shell: int = self._pty.pid
        self.screen = bytearray()
        self._painted = bytearray()
        self._grid = LetterGrid(*SIZE)
        self.reads = True
        self.is_there = True
        self._at_end: list[Callable[[], object]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.wait_for(_PROMPT)

    def _read(self) -> None:
        while self.is_there:
            if not self.reads:
                time.sleep(_LOOK_EVERY)
            elif select.select([self._pty.fd], [], [], _LOOK_EVERY)[0]:
                with suppress(OSError):
                    painted = os.read(self._pty.fd, 1 << 16)
                    self.screen += painted
                    self._painted += painted
                    self._grid.feed(painted)

    def at_end(self, call: Callable[[], object]) -> None:
        """Call this when all processes are ended."""
        self._at_end.append(call)

    # -- what a user does ----------------------------------------------------------

    def run(self, *words: str, after: str = "") -> None:
        """Have the shell run the program on a command line, followed by ``after``."""
        command = shlex.join([sys.executable, "-m", "tui_app", *words])
        self.type(f"{command} {after}; echo STATUS=$?\n")

    def type(self, keys: str) -> None:
        """Press keys."""
        with suppress(OSError):
            os.write(self._pty.fd, keys.encode())

    def close_terminal(self) -> None:
        """Close the terminal, as the window is closed."""
        self.is_there = False
        self._reader.join()
        self._pty.fileobj.close()
        self._pty.closed = True  # else it is closed again, under a number used anew

    def end(self) -> None:
        """End whatever is left of the session."""
        for process in [self.shell, *self._all_processes()]:
            with suppress(OSError):
                os.kill(process, signal.SIGKILL)
        with suppress(OSError):  # it may be waited for already
            os.waitpid(self.shell, 0)
        if self.is_there:
            self.close_terminal()
        for call in self._at_end:
            call()

    # -- what is seen --------------------------------------------------------------

    def wait_for(self, words: str, seconds: float = PATIENCE) -> None:
        """Wait until the words are shown, or were since the last ``forget``."""
        self.wait_until(lambda: self.shows(words), words, seconds)

    def shows(self, words: str) -> bool:
        """Tell whether the words are shown, or were since the last ``forget``."""
        return words.encode() in self.screen or self._grid.shows(words)

    def wait_until(
        self, condition: Callable[[], object], what: str, seconds: float = PATIENCE
    ) -> None:
        """Wait for a condition; raise ``NotReachedError`` where it never holds."""
        if not self.holds_within(seconds, condition):
            self.signal(signal.SIGABRT)  # where it stands is told by faulthandler
            self.holds_within(0.5, lambda: False)
            raise NotReachedError(f"{what!r} after {bytes(self.screen[-3000:])!r}")

    @staticmethod
    def holds_within(seconds: float, condition: Callable[[], object]) -> bool:
        """Tell whether the condition comes to hold in so many seconds."""
        until = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > until:
                return False
            time.sleep(_LOOK_EVERY)
        return True

    def forget(self) -> None:
        """Forget what was painted so far."""
        self.screen.clear()

    def status(self) -> int | None:
        """Return the status that the shell told last."""
        _, found, rest = bytes(self.screen).rpartition(b"STATUS=")
        number, end, _ = rest.partition(b"\r")
        return int(number) if found and end and number.isdigit() else None

    def wrong_modes(self) -> list[str]:
        """Return how the terminal is not as it was before the program."""
        flags = termios.tcgetattr(self._pty.fd)[3]
        wrong = [
            name
            for name in ("ECHO", "ICANON", "ISIG")
            if not flags & getattr(termios, name)
        ]
        for mode, on in MODES.items():
            last = [
                self._painted.rfind(f"\x1b[?{mode}{each}".encode()) for each in "lh"
            ]
            if max(last) >= 0 and (last[1] > last[0]) is not on:
                wrong.append(f"mode {mode}")
        return wrong

    # -- its processes -------------------------------------------------------------

    def processes(self) -> list[int]:
        """Return the processes of the program, wherever they went."""
        return [one for one in self._all_processes() if not _is_consumer(one)]

    def end_consumer(self) -> None:
        """End whoever reads what the program writes into a pipe."""
        for one in filter(_is_consumer, self._all_processes()):
            with suppress(OSError):
                os.kill(one, signal.SIGKILL)

    def _all_processes(self) -> list[int]:
        mark = b"\0" + self._mark.encode() + b"\0"
        found = []
        for place in Path("/proc").iterdir():
            if place.name.isdigit() and int(place.name) != self.shell:
                with suppress(OSError):
                    if mark in b"\0" + (place / "environ").read_bytes():
                        found.append(int(place.name))
        return sorted(found)

    def shell_lives(self) -> bool:
        """Tell whether anybody is there who could use the terminal."""
        return os.waitpid(self.shell, os.WNOHANG) == (0, 0)

    def program(self) -> int:
        """Return the process of the program: what the shell started."""
        return next(one for one in self._python() if _parent(one) == self.shell)

    def helpers(self) -> list[int]:
        """Return the processes that the program started."""
        return [one for one in self._python() if _parent(one) != self.shell]

    def _python(self) -> list[int]:
        return [one for one in self.processes() if b"python" in command_of(one)]

    def signal(self, number: int) -> None:
        """Send the program a signal, if it is there."""
        with suppress(OSError, StopIteration):
            os.kill(self.program(), number)

    def is_stopped(self) -> bool:
        """Tell whether the program is stopped."""
        with suppress(OSError, StopIteration):
            stat = Path(f"/proc/{self.program()}/stat").read_text()
            return stat.rpartition(")")[2].split()[0] == "T"
        return False


_HOMES = ("DATA", "STATE", "CACHE", "CONFIG")
CONSUMER = "consumer.sh"
"""The script that reads a pipe in the place of ``less``."""


def _is_consumer(process: int) -> bool:
    command = command_of(process)
    return CONSUMER.encode() in command or command.startswith(b"sleep")


def _parent(process: int) -> int:
    """Return who started the process, 0 when it is gone."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return 0
    return int(stat.rpartition(")")[2].split()[1])


def command_of(process: int) -> bytes:
    """Return the command line of a process, empty when it is gone."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
