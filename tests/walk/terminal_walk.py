"""A random walk in a terminal: ``python -m tests.walk.terminal_walk --steps 5000``.

The reader runs as users run it, on a pseudo-terminal: keys as bytes, sizes from 20 to
250 columns, texts edited underneath, another process that writes notes, the reader
suspended and continued, ended by signals or by the terminal that closes, and opened
again. After each step: it lives unless it was ended, it answers, no line of the notes
is gone; at each end: the status that belongs to it, no traceback, no process left.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

import pexpect

from tui_app.notes.journal.records import decode
from tui_app.settings.keys import ACTIONS

from .others_notes import OthersNotes
from .walk_texts import a_text, edit_underneath, edited
from .walks_in_a_row import walks_in_a_row

_ROOT = Path(__file__).parents[2]
_MARK = "DIPTYCH_WALK"
_PATIENCE = 60.0  # seconds in which it must answer, on a machine that has other work

_BYTES = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "f5": "\x1b[15~",
}
_KEYS = sorted(
    {
        key
        for action in ACTIONS
        if action.id not in {"quit", "suspend"}
        for key in action.keys
    }
)
_NOISE = ("\x1b[<0;5;3M\x1b[<0;5;3m", "\x1b[<64;5;3M", "\x1b[200~two\nlines\x1b[201~")
_ENDS = ("quit", "TERM", "HUP", "KILL", "close", "stop and kill")
_STEPS = Counter(
    key=60, words=6, noise=4, resize=8, edit=4, second=5, note=5, stop=3, end=3
)


def as_bytes(key: str) -> bytes:
    """Return what a terminal sends for a key."""
    if key in _BYTES:
        return _BYTES[key].encode()
    if key.startswith("ctrl+"):
        return bytes([ord(key[-1].upper()) & 31])
    if key.startswith("alt+"):
        return b"\x1b" + key[-1].encode()
    return key.encode()


class TerminalWalk:
    """One walk, told by its seed. ``log`` are the steps that were taken."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.log: list[str] = []
        self.taken: Counter[str] = Counter()
        self._dice = random.Random(seed)  # noqa: S311 - a walk, no secret
        self._folder = folder
        self._notes = folder / "notes.jsonl"
        self._journal = b""
        self._saved: list[str] = []
        self._said = b""
        left = a_text(self._dice)
        self._texts = [folder / "left.txt", folder / "right.txt"]
        self._other = OthersNotes(*self._texts, self._notes)
        self._texts[0].write_text("\n\n".join(left), "utf-8")
        self._texts[1].write_text("\n\n".join(edited(self._dice, left)), "utf-8")
        self._mark = f"{os.getpid()}-{seed}"
        homes = ("DATA", "STATE", "CONFIG", "CACHE")
        self._environment = {
            **os.environ,
            **{f"XDG_{name}_HOME": str(folder / name) for name in homes},
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "EDITOR": "true",
            _MARK: self._mark,
            "PYTHONPATH": str(_ROOT),
        }
        self._child = self._opened()

    def _opened(self) -> pexpect.spawn:
        for path in self._texts:  # it is not opened on what it would refuse
            with contextlib.suppress(OSError, UnicodeDecodeError):
                if path.read_text("utf-8").strip():
                    continue
            path.write_text("\n\n".join(a_text(self._dice)), "utf-8")
        self._said = b""
        child = pexpect.spawn(
            sys.executable,
            ["-m", "tui_app", "left.txt", "right.txt", "--notes", "notes.jsonl"],
            cwd=str(self._folder),
            env=self._environment,
            dimensions=self._size(),
            timeout=_PATIENCE,
        )
        child.delaybeforesend = None
        self._child = child
        self._answers()
        return child

    def _size(self) -> tuple[int, int]:
        return self._dice.randint(3, 60), self._dice.randint(20, 250)

    def walk(self, steps: int) -> None:
        """Take so many steps."""
        try:
            while self.taken.total() < steps:
                kind = self._dice.choices(*zip(*_STEPS.items(), strict=True))[0]
                getattr(self, f"_{kind}")()
                self._drain(0.02)
                self._look_after()
            self._answers()
            self._leave("quit")
        finally:
            self._child.close(force=True)
            self._other.end()

    def _do(self, kind: str, what: str) -> None:
        self.taken[kind] += 1
        self.log.append(f"{kind} {what}")

    # Steps -----------------------------------------------------------------------

    def _key(self) -> None:
        key = self._dice.choice(_KEYS)
        self._do("key", key)
        self._child.send(as_bytes(key))

    def _words(self) -> None:
        word = self._dice.choice(("five", "中国", "e\u0301x", "[/]", "50%", "1"))
        self._do("words", word)
        self._child.send(word.encode())

    def _noise(self) -> None:
        noise = self._dice.choice(_NOISE)
        self._do("noise", repr(noise))
        self._child.send(noise.encode())

    def _resize(self) -> None:
        size = self._size()
        self._do("resize", f"{size[1]}×{size[0]}")
        self._child.setwinsize(*size)

    def _edit(self) -> None:
        path = self._dice.choice(self._texts)
        self._do("edit", f"{path.name} {edit_underneath(self._dice, path)}")

    def _note(self) -> None:
        """Write a note and save it; wait until it is said to be saved, or not long."""
        word = f"note{self.taken['note']}of{self._mark}"
        self._do("note", word)
        for _ in range(4):
            self._child.send(b"\x1b")
            self._drain(0.08)
        self._child.send(b"a")
        self._drain(0.4)
        self._child.send(word.encode())
        self._drain(0.2)
        self._child.send(b"\x13")
        until = time.monotonic() + 2
        while time.monotonic() < until and not self._has_note(word):
            self._drain(0.05)
        if self._has_note(word):
            self._saved.append(word)

    def _has_note(self, word: str) -> bool:
        lines = self._notes.read_bytes().split(b"\n") if self._notes.exists() else []
        return any(word in str(decode(line).fields.get("body")) for line in lines)

    def _second(self) -> None:
        act = self._dice.choice(("add", "add", "edit", "delete", "undo", "redo"))
        self._do("second", act)
        told = self._other.ask(act, self._dice.randrange(99))
        assert all(self._has_note(body) for body in told.values())

    def _stop(self) -> None:
        """Suspend it as a shell does, and go on."""
        self._do("stop", "")
        if self._dice.random() < 0.5:
            self._child.send(b"\x1b\x1b\x1b\x1b")
            self._drain(0.2)
            self._child.send(b"\x1a")
        else:
            self._child.kill(signal.SIGTSTP)
        self._drain(self._dice.choice((0.0, 0.05, 0.3)))
        self._child.kill(signal.SIGCONT)
        self._drain(0.2)
        self._go_on()

    def _go_on(self) -> None:
        """Let it go on, if it stopped later than it was asked to."""
        if self._state() == "T":
            self._child.kill(signal.SIGCONT)

    def _state(self) -> str:
        told = Path(f"/proc/{self._child.pid}/stat").read_text("utf-8")
        return told.rsplit(")", 1)[1].split()[0]

    def _end(self) -> None:
        how = self._dice.choice(_ENDS)
        self._do("end", how)
        self._leave(how)
        self._child = self._opened()

    def _leave(self, how: str) -> None:
        child = self._child
        if how == "quit":
            self._quit()
        elif how == "close":
            child.ptyproc.fileobj.close()
            child.ptyproc.closed = child.closed = True
        elif how == "stop and kill":
            child.kill(signal.SIGTSTP)
            time.sleep(0.1)
            child.kill(signal.SIGKILL)
        else:
            child.kill(getattr(signal, f"SIG{how}"))
        ended = self._ended()
        allowed = {
            "quit": {0},
            "TERM": {143, -15},
            "HUP": {129, -1},
            "close": {129, -1},
        }.get(how, {-9})
        assert ended in allowed, (how, ended, self._said[-3000:])
        assert b"Traceback" not in self._said, self._said[-5000:]
        crashes = list(self._folder.rglob("crash.txt"))
        assert not crashes, crashes[0].read_text("utf-8")
        self._nothing_stays()
        self._look_after_notes()

    def _quit(self) -> None:
        for _ in range(6):  # out of boxes, one of which may ask twice
            self._child.send(b"\x1b")
            self._drain(0.15)
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and self._child.isalive():
            self._go_on()
            self._child.send(b"\x11")
            self._drain(0.5)

    def _ended(self) -> int | None:
        """Return the status, signals below 0; ``None`` where it does not end."""
        child, until = self._child, time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            self._drain(0.02)
            if not child.isalive():
                return (
                    child.exitstatus
                    if child.signalstatus is None
                    else -child.signalstatus
                )
            time.sleep(0.02)
        return None

    # Promises --------------------------------------------------------------------

    def _drain(self, seconds: float) -> None:
        if self._child.closed:
            return
        until = time.monotonic() + seconds
        while True:
            with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF, OSError, ValueError):
                read = self._child.read_nonblocking(100_000, timeout=0.01)
                self._said = (self._said + read)[-20_000:]
            if time.monotonic() >= until:
                return

    def _look_after(self) -> None:
        assert self._child.isalive(), (self._child.exitstatus, self._said[-3000:])
        if self.taken.total() % 20 == 0:
            self._answers()
        self._look_after_notes()

    def _look_after_notes(self) -> None:
        """Assert that lines are only added, and what was saved is there."""
        now = self._notes.read_bytes() if self._notes.exists() else b""
        assert now.startswith(self._journal), "lines are gone"
        self._journal = now[: now.rfind(b"\n") + 1]
        assert all(word.encode() in now for word in self._saved)

    def _answers(self) -> None:
        """Assert that it paints something when its terminal changes."""
        self._drain(0.1)
        self._said, until = b"", time.monotonic() + _PATIENCE
        while time.monotonic() < until and len(self._said) < 20:
            self._child.setwinsize(*self._size())
            self._drain(0.5)
            assert self._child.isalive(), (self._child.exitstatus, self._said[-3000:])
            self._go_on()
        assert len(self._said) >= 20, f"no answer, {self._state()}, {self._said!r}"

    def _nothing_stays(self) -> None:
        """Assert that no process of the reader is left after a while."""
        until = time.monotonic() + _PATIENCE
        while self._processes():
            assert time.monotonic() < until, self._processes()
            time.sleep(0.1)

    def _processes(self) -> list[str]:
        found, mark = [], f"{_MARK}={self._mark}".encode()
        for place in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if mark in (place / "environ").read_bytes().split(b"\0"):
                    state = (place / "stat").read_text().rsplit(")", 1)[1].split()[0]
                    if state != "Z":
                        found.append(f"{place.name} {state}")
        return found


def _walk_on(walk: TerminalWalk) -> None:
    walk.walk(100)


if __name__ == "__main__":
    walks_in_a_row(__doc__, 5000, TerminalWalk, _walk_on)
