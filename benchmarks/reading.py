"""How quick the reading view is, beside a Textual app that does next to nothing.

    python benchmarks/reading.py [LEFT RIGHT] [--rows 31000] [--keys 40]
                                 [--starts 5] [--starts-only] [--peer-rows 300]
                                 [--peer-python PATH]

Everything is measured from outside, through a pseudo-terminal of 120 by 40 cells:
from starting the program to the first screen with text on it, and from sending a
key to the last byte of the repaint, keys in a steady walk. Made-up texts come from a
seeded script. The rows of the keys are given, so that the aligner has no part in
their figures; their differences are counted meanwhile, as always ("counting"; of
many rows by another process), and once more with the count off; ``counting.py`` has
more about that. The most memory is that of the large pair opened by the
command, child processes with it, from the start until everything is counted. Two
files given replace the made-up texts at the start, there and at the peers.

Peers: ``vim -d``, and textual-diff-view in whatever Python ``--peer-python`` names
(default: this one). A peer that is not there is said to be missing and left out.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import platform
import pty
import random
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
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

PEER_APP = """
import sys
from pathlib import Path
from textual.app import App
from textual.containers import VerticalScroll
from textual_diff_view import DiffView
left, right = sys.argv[1:]
class Peer(App):
    def compose(self):
        with VerticalScroll():
            texts = (Path(path).read_text() for path in (left, right))
            yield DiffView(left, right, *texts, wrap=True)
    def on_mount(self):
        self.query_one(VerticalScroll).focus()
Peer().run()
"""

FULL_SCREEN = 2500
"""Bytes that tell a screen of text from a terminal that was only set up."""

COUNTED = re.compile(rb"[^~\d]\d+% alike")
"""What the status line says when all differences are counted; before, ``~52%``."""

COUNTED_WITHIN = 600.0
"""Seconds to wait for that."""

PEER_PAGES = 10
PATIENCE = 30.0
"""Seconds to wait for an answer of a peer."""


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
    from tui_app.review.session import Session
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.housekeeping import put_off_collecting

    put_off_collecting()  # as the command does
    texts = made_up(rows)
    left, right = (segment("\n\n".join(text), None, "line") for text in texts)
    alignment = Alignment(tuple(Bead((n,), (n,), 0.8) for n in range(rows)), ())
    made = Comparison(left, right, alignment, build_rows(left, right, alignment))
    if quiet:
        from tui_app.ui.reader.background import Background

        Background.count = lambda *_: None  # type: ignore[method-assign]  # keys alone
    DiptychApp(Session(left, right, made)).run()


@dataclass
class Terminal:
    """A program in a pseudo-terminal."""

    process: int
    master: int
    seen: bytes = b""
    """The last that came, about a screen."""

    def read(self, patience: float) -> bytes:
        """Return what comes within so many seconds, empty if nothing does."""
        if not select.select([self.master], [], [], patience)[0]:
            return b""
        try:
            came = os.read(self.master, 1 << 16)
        except OSError:
            return b""
        self.seen = (self.seen + came)[-(FULL_SCREEN + len(came)) :]
        return came

    def settle(self, patience: float = 10.0) -> tuple[float, int]:
        """Wait until the output stops; return when its last byte came, and the bytes.

        ``patience`` is how long to wait for the first byte.
        """
        last, size = time.perf_counter(), 0
        wait = patience
        while chunk := self.read(wait):
            last, size, wait = time.perf_counter(), size + len(chunk), QUIET
        return last, size

    def idle(self, seconds: float) -> None:
        """Read what comes for so long, as a terminal does."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def wait_for(self, marker: bytes) -> None:
        """Wait until the marker is on the screen."""
        seen = b""
        while marker not in seen:
            chunk = self.read(60)
            if not chunk:
                raise SystemExit("the program ended without a screen")
            seen += chunk

    def press(self, key: str, patience: float = 2.0) -> tuple[float, int]:
        """Send a key; return seconds to the last byte of the answer, and bytes."""
        began = time.perf_counter()
        os.write(self.master, key.encode())
        last, size = self.settle(patience)
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
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        try:  # a thread may have ended since
            children = file.read_text(encoding="utf-8").split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


@contextmanager
def running(*arguments: str, program: str = sys.executable) -> Iterator[Terminal]:
    """Run Python (or another program) in a terminal; end it afterwards."""
    process, master = pty.fork()
    if process == 0:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment.pop("NO_COLOR", None)
        command = [program, *arguments]
        os.execvpe(program, command, environment)  # noqa: S606 - needs no shell
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


def keys(terminal: Terminal, sequence: list[str], pause: float = 0.0) -> list[float]:
    """Press the keys, with pauses of about so many seconds; return milliseconds."""
    chance = random.Random(11)  # noqa: S311  # uneven pauses, no secrets
    times = []
    for key in sequence:
        terminal.idle(pause * chance.uniform(0.9, 1.2))
        times.append(terminal.press(key)[0] * 1000)
    return times


def report_keys(label: str, times: list[float], base: float | None = None) -> float:
    """Print median and 95th percentile."""
    middle = statistics.median(times)
    say(f"{label}, median", middle, base)
    say(f"{label}, 95th percentile", statistics.quantiles(times, n=20)[-1])
    return middle


def first_screens(repeat: int, ways: dict[str, tuple[bytes, tuple[str, ...]]]) -> None:
    """Print the way to the first screen, the empty app (the first of them) beside.

    They take turns, so that whatever else the machine does slows all of them.
    """
    times: dict[str, list[float]] = {label: [] for label in ways}
    for _ in range(repeat):
        for label, (marker, arguments) in ways.items():
            times[label].append(first_screen(marker, *arguments))
    base: float | None = None
    for label, seconds in times.items():
        middle = statistics.median(seconds) * 1000
        say(f"first screen, {label}", middle, base)
        base = base or middle


def starts(repeat: int, pair: tuple[str, str]) -> None:
    """Measure the way to the first screen."""
    seeds = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
    reader = ("-m", "tui_app")
    first_screens(
        repeat,
        {
            "empty app": (b"READY", ("-c", EMPTY_APP)),
            "sample pair": (b"row 1/", (*reader, str(seeds[1]), str(seeds[4]))),
            "large pair": (b"row 1/", (*reader, "--unit", "line", *pair)),
            "large pair in sentences": (b"row 1/", (*reader, *pair)),
        },
    )


def most_memory(pair: tuple[str, str], empty: float) -> None:
    """Measure the most memory, and that at the end, until everything is counted."""
    with running("-m", "tui_app", "--unit", "line", *pair) as terminal:
        most = 0.0
        end = time.perf_counter() + COUNTED_WITHIN
        while not COUNTED.search(terminal.seen):
            if time.perf_counter() > end:
                print(f"not counted within {COUNTED_WITHIN:.0f} s")
                break
            terminal.read(0.02)
            most = max(most, terminal.memory())
        terminal.idle(1.0)
        say("large pair, most memory above the empty app", most - empty, None, "MB")
        say("large pair, when all is counted", terminal.memory() - empty, None, "MB")


@dataclass(frozen=True)
class Measured:
    """How often, and beside what: milliseconds and MB of the empty app."""

    presses: int
    base: float
    empty: float


def walks(rows: int, presses: int) -> dict[str, list[str]]:
    """Return the keys of each walk."""
    there_and_back = ["\x1b[6~", "\x1b[5~"] * (presses // 2)
    return {
        "PageDown": ["\x1b[6~"] * presses if rows > 1000 else there_and_back,
        "]": ["]"] * presses,
        "j": ["j"] * presses,
    }


def reading(rows: int, measured: Measured, *, counting: bool) -> None:
    """Measure keys, resizing and memory at so many rows."""
    here = str(Path(__file__).parent)
    way = "counting" if counting else "quiet"
    label = f"{rows} rows, {way}"
    with running("-c", READER_APP, str(rows), way, here) as terminal:
        terminal.wait_for(b"row 1/")
        terminal.idle(2.0)
        for name, walk in walks(rows, measured.presses).items():
            times = keys(terminal, walk, 0.2)
            report_keys(f"{label}, {name}", times, measured.base)
        terminal.press("/")
        for letter in "ba":
            terminal.press(letter)
        terminal.press("\r")
        times = keys(terminal, ["n"] * measured.presses, 0.2)
        report_keys(f"{label}, next hit", times, measured.base)
        sizes = [(30, 100), (40, 120), (50, 160), (40, 120)] * 3
        resized = [terminal.resize(*size) * 1000 for size in sizes]
        say(f"{label}, resize, median", statistics.median(resized))
        above = terminal.memory() - measured.empty
        say(f"{label}, memory above the empty app", above, None, "MB")


def peers(options: argparse.Namespace, pair: tuple[str, str]) -> None:
    """Measure the reader and what else shows two texts side by side, if installed."""
    rows = "your files" if options.files else f"{options.peer_rows} rows"
    print(f"beside peers, {rows}")
    reader = (sys.executable, "-m", "tui_app", "--unit", "line")
    base = peer("reader", (*reader, *pair), "\x1b[6~")
    if shutil.which("vim"):
        vim = ("vim", "-d", "-u", "NONE", "-i", "NONE", "-N", "-n")
        peer("vim -d", (*vim, *pair), "\x06", base)
    else:
        print("NOT MEASURED: vim -d, vim is not installed")
    python = options.peer_python
    look = "import importlib.util as u, sys; sys.exit(not u.find_spec(sys.argv[1]))"
    looked = subprocess.run([python, "-c", look, "textual_diff_view"], check=False)
    if looked.returncode:
        print(f"NOT MEASURED: textual-diff-view, {python} does not have it")
    else:
        peer("textual-diff-view", (python, "-c", PEER_APP, *pair), "\x1b[6~", base)


def peer(
    name: str,
    command: tuple[str, ...],
    page: str,
    base: tuple[float, float] | None = None,
) -> tuple[float, float]:
    """Measure start, paging and memory of one program; return start and page."""
    began = time.perf_counter()
    with running(*command[1:], program=command[0]) as terminal:
        last, size = terminal.settle(PATIENCE)
        while size < FULL_SCREEN and (more := terminal.settle(PATIENCE))[1]:
            last, size = more[0], size + more[1]
        start = (last - began) * 1000
        terminal.idle(1.0)
        answers = [terminal.press(page, PATIENCE) for _ in range(PEER_PAGES)]
        memory = terminal.memory()
    answered = [seconds * 1000 for seconds, size in answers if size]
    say(f"{name}, until it shows the texts", start, base and base[0])
    middle = statistics.median(answered) if answered else 0.0
    say(f"{name}, a page, median of {len(answered)}", middle, base and base[1])
    say(f"{name}, memory", memory, None, "MB")
    return start, middle


@contextmanager
def pair_of(files: list[str], rows: int) -> Iterator[tuple[str, str]]:
    """Give the two files of the user, or two of so many rows that are made up."""
    if files:
        yield files[0], files[1]
        return
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        made = zip(("a.txt", "b.txt"), made_up(rows), strict=True)
        for name, text in made:
            path = Path(folder, name)
            path.write_text("\n\n".join(text), encoding="utf-8")
            paths.append(str(path))
        yield paths[0], paths[1]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--rows", type=int, default=31_000)
    parser.add_argument("--keys", type=int, default=40)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--starts-only", action="store_true")
    parser.add_argument("--peer-rows", type=int, default=300)
    parser.add_argument("--peer-python", default=sys.executable, metavar="PATH")
    options = parser.parse_args()
    if len(options.files) not in {0, 2}:
        parser.error("give two files or none")
    print(f"{platform.platform()}, Python {platform.python_version()}")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as home:
        # No place of an earlier reading to return to, no settings of the user.
        for kind in ("DATA", "STATE", "CONFIG", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = home
        if options.starts_only:
            with pair_of(options.files, options.rows) as pair:
                starts(options.starts, pair)
        else:
            measure(options)
    print(f"load at the end {os.getloadavg()[0]:.1f}")


def measure(options: argparse.Namespace) -> None:
    """Measure everything and print it."""
    with running("-c", EMPTY_APP) as terminal:
        terminal.wait_for(b"READY")
        terminal.settle(2.0)
        walk = keys(terminal, ["j"] * options.keys, 0.2)
        base = report_keys("empty app, one widget", walk)
        empty = terminal.memory()
    beside = max(base, 1000 / 60)
    print(f"keys below are beside {beside:.1f} ms: the empty app, or a frame")
    measured = Measured(options.keys, beside, empty)
    for rows in (60, options.rows):
        for counting in (True, False):
            reading(rows, measured, counting=counting)
    with pair_of(options.files, options.rows) as pair:
        starts(options.starts, pair)
        most_memory(pair, empty)
    with pair_of(options.files, options.peer_rows) as pair:
        peers(options, pair)


if __name__ == "__main__":
    main()
