"""What the program does under loads that are larger or odder than anybody has.

    python benchmarks/load.py                       # all, an hour
    python benchmarks/load.py quotations marks      # some
    python benchmarks/load.py --scale 0.5 --within 60

For each load (``made_loads.py``) two programs beside it in the same run: a Python that
reads the files and cuts them into words, and ``diff`` on them, if it is installed. Then

- the command that works all of it out, its output read and dropped: seconds, seconds of
  all processors, the most memory of all its processes above that of a pair of two
  lines, as a multiple of what was given; and after how long it ends on ``ctrl+c``;
- the reader, in a pseudo-terminal: the first word, the first screen with text; while
  it works, how long ``?`` takes to open the help and ``Esc`` to close it, the worst of
  five times, and after how long ``q`` ends everything; what it said of its progress;
  the most memory until all is counted.

What is not done within ``--within`` seconds is ended and said to be so. Memory is only
told on Linux (each page of memory shared by several processes counts once).
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from made_loads import LOADS, Load, plain
from reading import COUNTED, Terminal, _family, running

DIPTYCH = (sys.executable, "-m", "tui_app")
READ_WORDS = """
import sys
for name in sys.argv[1:]:
    print(len(open(name, encoding="utf-8").read().split()))
"""
LOOK_EVERY = 0.05
PROGRESS = re.compile(rb"(aligning|counting)[^\x1b]{0,8}|~\d+%")
ANYTHING = re.compile(rb"\w\w")
STOPPED_AFTER = 1.0
"""Seconds of work after which ``ctrl+c`` is sent."""


@dataclass
class Cost:
    """What a program took: seconds, of all processors, and megabytes at most."""

    seconds: float = 0.0
    processors: float = 0.0
    megabytes: float = 0.0
    status: int | None = None
    """``None``: it was ended."""


@dataclass
class Watch:
    """Looks at the memory of a program and its children from time to time."""

    process: int
    most: float = 0.0
    _done: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Look no more."""
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(LOOK_EVERY):
            self.most = max(self.most, memory(self.process))


def memory(process: int) -> float:
    """Return the megabytes that a program and its children hold.

    A child that has not begun its own program yet is told with its parent's memory, to
    the last number: it has none, and counts once with it (vfork(2)).
    """
    told = set(map(_held, _family(process)))
    found = (re.search(r"^Pss:\s+(\d+)", one, re.MULTILINE) for one in told)
    return sum(int(one[1]) for one in found if one) / 1024


def _held(process: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    return ""


def cost(command: tuple[str, ...], within: float, stop: float | None = None) -> Cost:
    """Run a program, read all it prints; ``stop`` it by ``ctrl+c`` after so long.

    Then the seconds are those from there to its end.
    """
    taken = Cost()
    began = time.perf_counter()
    with (
        tempfile.TemporaryFile() as wrong,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=wrong) as process,
        Watch(process.pid) as watch,
    ):
        ending = threading.Timer(within, _end, [process])
        ending.start()
        if stop is not None:
            time.sleep(stop)
            began = time.perf_counter()
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGINT)
        if process.stdout is not None:
            while process.stdout.read(1 << 20):
                pass
        _, status, usage = os.wait4(process.pid, 0)
        taken.seconds = time.perf_counter() - began
        ended, process.returncode = not ending.is_alive(), 0
        ending.cancel()
    taken.processors = usage.ru_utime + usage.ru_stime
    taken.megabytes = watch.most
    taken.status = None if ended else os.waitstatus_to_exitcode(status)
    return taken


def _end(process: subprocess.Popen[bytes]) -> None:
    for one in reversed([*_family(process.pid)]):
        with contextlib.suppress(OSError):
            os.kill(one, signal.SIGKILL)


@dataclass
class Read:
    """How a reading went, in seconds; ``None`` for what never came."""

    word: float | None = None
    """Until anything is said at all: what is being loaded, or the screen."""
    first: float | None = None
    box: float | None = None
    escape: float | None = None
    left: float | None = None
    counted: float | None = None
    megabytes: float = 0.0
    said: str = ""


def reader(arguments: tuple[str, ...], within: float, *, whole: bool) -> Read:
    """Open the reader and leave it by ``q``: ``whole`` when all is counted.

    Else keys are pressed while it works, and it is left then.
    """
    taken = Read()
    began = time.perf_counter()
    with (
        running("-m", "tui_app", *arguments) as terminal,
        Watch(terminal.process) as watch,
    ):
        said = set[bytes]()
        if _wait(terminal, ANYTHING, within, said):
            taken.word = time.perf_counter() - began
        if not _wait(terminal, re.compile(rb"row \d+/"), within, said):
            taken.megabytes = watch.most
            return taken
        taken.first = time.perf_counter() - began
        if whole:
            if _wait(terminal, COUNTED, within, said):
                taken.counted = time.perf_counter() - began
        else:
            opened, closed = zip(*_boxes(terminal), strict=True)
            taken.box, taken.escape = max(opened), max(closed)
        taken.left = _left(terminal)
    taken.megabytes = watch.most
    taken.said = b", ".join(sorted(said)).decode("utf-8", "replace")
    return taken


def _wait(
    terminal: Terminal, marker: re.Pattern[bytes], within: float, said: set[bytes]
) -> bool:
    end = time.perf_counter() + within
    seen = terminal.seen
    while not marker.search(seen):
        if time.perf_counter() > end:
            return False
        seen = seen[-4096:] + terminal.read(0.5)
        said.update(one[1] or b"~%" for one in PROGRESS.finditer(seen))
    return True


def _boxes(terminal: Terminal) -> Iterator[tuple[float, float]]:
    for _ in range(5):
        yield _answered(terminal, "?"), _answered(terminal, "\x1b")


def _answered(terminal: Terminal, key: str) -> float:
    """Return seconds to the first byte after a key, at most ten."""
    terminal.idle(0.3)
    began = time.perf_counter()
    os.write(terminal.master, key.encode())
    terminal.read(10)
    return time.perf_counter() - began


def _left(terminal: Terminal) -> float | None:
    """Return seconds from ``q`` to the end of the program, at most ten."""
    terminal.idle(0.3)  # an Esc just before would make another key of it
    began = time.perf_counter()
    os.write(terminal.master, b"q")
    handle = os.pidfd_open(terminal.process)
    try:
        while time.perf_counter() - began < 10:
            if select.select([handle], [], [], 0.001)[0]:
                return time.perf_counter() - began
            terminal.read(0.01)
    finally:
        os.close(handle)
    return None


@dataclass(frozen=True)
class Bench:
    """How long things may take, and what the program takes without a load."""

    within: float
    scale: float
    command: float
    reader: Read

    def measure(self, name: str, folder: Path) -> None:
        """Measure one load and print it."""
        maker = LOADS[name]
        load = maker(folder, self.scale)
        made = (maker.__doc__ or "").strip().removeprefix("Make ")
        print(f"\n{name}: {made} {load.size / 1e6:.1f} MB")
        self._peers(load)
        with settings(load.config):
            if load.before:
                cost((*DIPTYCH, *load.before), self.within)
            self._command(load)
            if load.reader:
                self._reader(load)
        sys.stdout.flush()

    def _peers(self, load: Load) -> None:
        files = tuple(map(str, load.files[:2]))
        words = cost((sys.executable, "-c", READ_WORDS, *files), self.within)
        _say("read and cut into words", words.seconds, words.processors)
        if shutil.which("diff") and len(files) == 2:
            lines = cost(("diff", *files), self.within)
            _say("diff", lines.seconds, lines.processors)

    def _command(self, load: Load) -> None:
        command = (*DIPTYCH, *load.command)
        if load.command[:2] != ("notes", "import"):  # may do it only once
            stopped = cost(command, self.within, STOPPED_AFTER)
            _say("ctrl+c ends it after", stopped.seconds)
        taken = cost(command, self.within)
        ended = "" if taken.status is not None else "  ENDED"
        _say(f"diptych {load.command[0]}", taken.seconds, taken.processors, ended)
        self._memory(taken.megabytes - self.command, load)

    def _memory(self, megabytes: float, load: Load) -> None:
        times = megabytes * 1e6 / load.size
        print(f"  {'memory above a small pair':34} {megabytes:7.0f} MB {times:8.1f} x")

    def _reader(self, load: Load) -> None:
        taken = reader(load.reader, self.within, whole=False)
        _say("reader: first word", taken.word)
        _say("  first screen", taken.first)
        _say("  worst of five times ?", taken.box, beside=self.reader.box)
        _say("  Esc after it", taken.escape, beside=self.reader.escape)
        _say("  q ends it", taken.left)
        whole = reader(load.reader, self.within, whole=True)
        _say("  all counted", whole.counted)
        _say("  q ends it then", whole.left)
        print(f"  {'  said':34} {taken.said}; {whole.said}")
        self._memory(
            max(taken.megabytes, whole.megabytes) - self.reader.megabytes, load
        )


def _say(
    what: str,
    seconds: float | None,
    processors: float | None = None,
    more: str = "",
    beside: float | None = None,
) -> None:
    told = "     not" if seconds is None else f"{seconds:8.2f}"
    worked = "" if processors is None else f" {processors:8.2f} s of processors"
    if seconds is not None and beside:
        more = f" {seconds / beside:8.1f} x that of two lines"
    print(f"  {what:34} {told} s{worked}{more}")


@contextlib.contextmanager
def settings(config: str) -> Iterator[None]:
    """Give the programs a home of their own, with these settings."""
    with tempfile.TemporaryDirectory() as home:
        for kind in ("DATA", "STATE", "CONFIG", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(home, kind))
        if config:
            folder = Path(home, "CONFIG", "diptych")
            folder.mkdir(parents=True)
            (folder / "config.toml").write_text(config, encoding="utf-8")
        yield


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("loads", nargs="*", metavar="LOAD", help=", ".join(LOADS))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--within", type=float, default=300.0)
    options = parser.parse_args()
    if unknown := set(options.loads) - set(LOADS):
        parser.error(f"no such load: {', '.join(sorted(unknown))}")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder, settings(""):
        small = plain(Path(folder), 1.0)
        command = cost((*DIPTYCH, *small.command), 60).megabytes
        screen = reader(small.reader, 60, whole=False)
    bench = Bench(options.within, options.scale, command, screen)
    for name in options.loads or LOADS:
        with tempfile.TemporaryDirectory() as folder:
            bench.measure(name, Path(folder))


if __name__ == "__main__":
    main()
