"""How quick the reading view is, beside a Textual app that does next to nothing.

    python benchmarks/reading.py [--rows 31000] [--keys 40]

Everything is measured from outside, through a pseudo-terminal of 120 by 40 cells:
from starting the program to the first screen with text on it, and from sending a
key to the last byte of the repaint. The texts are made up; their rows are given, so
that the aligner has no part in the figures of the keys. Times are in milliseconds.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import platform
import pty
import random
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZE = (40, 120)
QUIET = 0.12
"""Seconds without output after which a repaint is taken to be complete."""

EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    count = 0
    def compose(self):
        yield Static("READY 0", markup=False)
    def on_key(self, event):
        if event.key == "q":
            self.exit()
        self.count += 1
        self.query_one(Static).update(f"READY {self.count}")
Empty().run()
"""

READER_APP = """
import sys
sys.path.insert(0, sys.argv[3])
from reading import open_reader
open_reader(int(sys.argv[1]), quiet=sys.argv[2] == "quiet")
"""


def made_up(rows: int) -> tuple[list[str], list[str]]:
    """Return so many passages and the same with some words exchanged."""
    chance = random.Random(7)  # noqa: S311  # made-up texts, no secrets
    signs = "aeioubdfgklmnprstv"
    words = [
        "".join(chance.choices(signs, k=chance.randint(2, 9))) for _ in range(4000)
    ]
    left, right = [], []
    for _ in range(rows):
        passage = chance.choices(words, k=chance.randint(10, 36))
        other = [w if chance.random() < 0.88 else chance.choice(words) for w in passage]
        left.append(" ".join(passage).capitalize() + ".")
        right.append(" ".join(other).capitalize() + ".")
    return left, right


def open_reader(rows: int, *, quiet: bool) -> None:
    """Open the reader on made-up texts whose rows are known."""
    from tui_app.core.comparison import Comparison
    from tui_app.core.model import Alignment, Bead
    from tui_app.core.rows import build_rows
    from tui_app.core.segmentation import segment
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.garbage import put_off
    from tui_app.ui.session import Session

    put_off()  # as the command does
    texts = made_up(rows)
    left, right = (segment("\n\n".join(text), None, "line") for text in texts)
    alignment = Alignment(tuple(Bead((n,), (n,), 0.8) for n in range(rows)), ())
    made = Comparison(left, right, alignment, build_rows(left, right, alignment))
    if quiet:
        from tui_app.ui.reading.background import Background

        Background.count = lambda *_: None  # type: ignore[method-assign]  # keys alone
    DiptychApp(Session(left, right, made)).run()


@dataclass
class Terminal:
    """A program in a pseudo-terminal."""

    process: int
    master: int

    def read(self, patience: float) -> bytes:
        """Return what comes within so many seconds, empty if nothing does."""
        if not select.select([self.master], [], [], patience)[0]:
            return b""
        try:
            return os.read(self.master, 1 << 16)
        except OSError:
            return b""

    def settle(self, patience: float = 10.0) -> tuple[float, int]:
        """Wait until the output stops; return when its last byte came, and the bytes.

        ``patience`` is how long to wait for the first byte.
        """
        last, size = time.perf_counter(), 0
        wait = patience
        while chunk := self.read(wait):
            last, size, wait = time.perf_counter(), size + len(chunk), QUIET
        return last, size

    def wait_for(self, marker: bytes) -> None:
        """Wait until the marker is on the screen."""
        seen = b""
        while marker not in seen:
            chunk = self.read(60)
            if not chunk:
                raise SystemExit("the program ended without a screen")
            seen += chunk

    def press(self, key: str) -> tuple[float, int]:
        """Send a key; return seconds to the last byte of the answer, and bytes."""
        began = time.perf_counter()
        os.write(self.master, key.encode())
        last, size = self.settle(2.0)
        return max(0.0, last - began), size

    def resize(self, lines: int, columns: int) -> float:
        """Change the size; return seconds to the last byte of the answer."""
        began = time.perf_counter()
        _set_size(self.master, lines, columns)
        os.kill(self.process, signal.SIGWINCH)
        return self.settle(2.0)[0] - began

    def memory(self) -> float:
        """Return the resident memory of the program and its children in MB."""
        return sum(_resident(number) for number in _family(self.process)) / 1024


def _set_size(descriptor: int, lines: int, columns: int) -> None:
    size = struct.pack("HHHH", lines, columns, 0, 0)
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, size)


def _resident(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next(
        (int(line.split()[1]) for line in status.splitlines() if "VmRSS" in line), 0
    )


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        path = Path(f"/proc/{process}/task/{process}/children")
        children = path.read_text(encoding="utf-8").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


@contextmanager
def running(*arguments: str) -> Iterator[Terminal]:
    """Run Python with these arguments in a terminal; end it afterwards."""
    process, master = pty.fork()
    if process == 0:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment.pop("NO_COLOR", None)
        command = [sys.executable, *arguments]
        os.execve(command[0], command, environment)  # noqa: S606 - needs no shell
    _set_size(master, *SIZE)
    try:
        yield Terminal(process, master)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(master)


def first_screen(marker: bytes, *arguments: str) -> float:
    """Return seconds from the start until ``marker`` is on the screen."""
    began = time.perf_counter()
    with running(*arguments) as terminal:
        terminal.wait_for(marker)
        return time.perf_counter() - began


def say(label: str, value: float, base: float | None = None, unit: str = "ms") -> None:
    """Print one figure, and how it stands to the empty app's."""
    ratio = f"   {value / base:5.2f} x" if base else ""
    print(f"{label:46} {value:8.1f} {unit}{ratio}")


def keys(terminal: Terminal, sequence: list[str]) -> list[float]:
    """Press the keys, one after the other; return milliseconds."""
    return [terminal.press(key)[0] * 1000 for key in sequence]


def report_keys(label: str, times: list[float], base: float | None = None) -> float:
    """Print median and 95th percentile."""
    middle = statistics.median(times)
    say(f"{label}, median", middle, base)
    say(f"{label}, 95th percentile", statistics.quantiles(times, n=20)[-1])
    return middle


def starts(repeat: int, rows: int) -> None:
    """Measure the way to the first screen."""
    seeds = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in zip(("a.txt", "b.txt"), made_up(rows), strict=True):
            path = Path(folder, name)
            path.write_text("\n\n".join(text), encoding="utf-8")
            paths.append(str(path))
        reader = ("-m", "tui_app")
        ways = {
            "empty app": (b"READY", "-c", EMPTY_APP),
            "sample pair": (b"row 1/", *reader, str(seeds[1]), str(seeds[4])),
            f"{rows} rows": (b"row 1/", *reader, "--unit", "line", *paths),
        }
        base: float | None = None
        for label, (marker, *arguments) in ways.items():
            times = [first_screen(marker, *arguments) for _ in range(repeat)]
            middle = statistics.median(times) * 1000
            say(f"first screen, {label}", middle, base)
            base = base or middle


def reading(rows: int, presses: int, base: float, empty: float) -> None:
    """Measure keys, resizing and memory at so many rows."""
    here = str(Path(__file__).parent)
    with running("-c", READER_APP, str(rows), "quiet", here) as terminal:
        terminal.wait_for(b"row 1/")
        terminal.settle(2.0)
        walk = (
            ["\x1b[6~"] * presses
            if rows > 1000
            else ["\x1b[6~", "\x1b[5~"] * (presses // 2)
        )
        report_keys(f"{rows} rows, PageDown", keys(terminal, walk), base)
        report_keys(f"{rows} rows, ]", keys(terminal, ["]"] * presses), base)
        report_keys(f"{rows} rows, j", keys(terminal, ["j"] * presses), base)
        terminal.press("/")
        for letter in "ba":
            terminal.press(letter)
        terminal.press("\r")
        report_keys(f"{rows} rows, next hit", keys(terminal, ["n"] * presses), base)
        sizes = [(30, 100), (40, 120), (50, 160), (40, 120)] * 3
        resized = [terminal.resize(*size) * 1000 for size in sizes]
        say(f"{rows} rows, resize, median", statistics.median(resized))
        say(
            f"{rows} rows, memory above the empty app",
            terminal.memory() - empty,
            None,
            "MB",
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=31_000)
    parser.add_argument("--keys", type=int, default=40)
    parser.add_argument("--starts", type=int, default=5)
    options = parser.parse_args()
    print(f"{platform.platform()}, Python {platform.python_version()}")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as home:
        # No place of an earlier reading to return to, no settings of the user.
        for kind in ("DATA", "STATE", "CONFIG"):
            os.environ[f"XDG_{kind}_HOME"] = home
        measure(options)


def measure(options: argparse.Namespace) -> None:
    """Measure everything and print it."""
    with running("-c", EMPTY_APP) as terminal:
        terminal.wait_for(b"READY")
        terminal.settle(2.0)
        base = report_keys(
            "empty app, one widget", keys(terminal, ["j"] * options.keys)
        )
        empty = terminal.memory()
    frame = 1000 / 60
    print(f"keys below are beside {max(base, frame):.1f} ms: the empty app, or a frame")
    for rows in (60, options.rows):
        reading(rows, options.keys, max(base, frame), empty)
    starts(options.starts, options.rows)


if __name__ == "__main__":
    main()
