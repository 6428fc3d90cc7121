"""What counting the differences of a book costs whoever reads it meanwhile.

    python benchmarks/counting.py [LEFT RIGHT] [--rows 31000] [--keys 40]
                                  [--rounds 3] [--pause 0.4]

Measured from outside as in ``reading.py``, whose made-up texts these are: PageDown
while the differences are counted beside PageDown with the count off, in turns, from
sending the key to the last byte of the answer; then how long after the first screen of
a first and of a second opening all is counted. Two files given replace the made-up
texts in the openings. Nothing is kept from before, but for the second opening.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from reading import (
    COUNTED,
    COUNTED_WITHIN,
    READER_APP,
    Terminal,
    keys,
    pair_of,
    running,
    say,
)

PAGE_DOWN = "\x1b[6~"
SETTLED = 2.0
"""Seconds after which the first screen and what it began have come to rest."""


def pages(rows: int, presses: int, pause: float, *, counting: bool) -> list[float]:
    """Press PageDown so often, or until all is counted; return milliseconds."""
    forget()
    way = "counting" if counting else "quiet"
    here = str(Path(__file__).parent)
    with running("-c", READER_APP, str(rows), way, here) as terminal:
        terminal.wait_for(b"row 1/")
        terminal.idle(SETTLED)
        times: list[float] = []
        while len(times) < presses and not COUNTED.search(terminal.seen):
            times += keys(terminal, [PAGE_DOWN], pause)
        return times


def report_pages(options: argparse.Namespace) -> None:
    """Print PageDown with the count off and on, and how they stand to each other."""
    times: dict[bool, list[float]] = {False: [], True: []}
    for _ in range(options.rounds):
        for counting in times:
            how = options.rows, options.keys, options.pause
            times[counting] += pages(*how, counting=counting)
    bases: dict[str, float] = {}
    for counting, found in times.items():
        way = "while counting" if counting else "count off"
        figures = {
            "median": statistics.median(found),
            "95th percentile": statistics.quantiles(found, n=20)[-1],
        }
        for name, figure in figures.items():
            label = f"PageDown, {way}, {name} of {len(found)}"
            say(label, figure, bases.get(name))
            bases.setdefault(name, figure)


def report_openings(pair: tuple[str, str]) -> None:
    """Print how long after the first screen all is counted, and the most memory."""
    forget()
    for which in ("first", "second"):
        with running("-m", "tui_app", "--unit", "line", *pair) as terminal:
            terminal.wait_for(b"row 1/")
            began, most = time.perf_counter(), 0.0
            while not COUNTED.search(terminal.seen):
                if time.perf_counter() - began > COUNTED_WITHIN:
                    print(f"not counted within {COUNTED_WITHIN:.0f} s")
                    return
                terminal.read(0.02)
                most = max(most, terminal.memory())
            seconds = time.perf_counter() - began
            say(f"{which} opening, from first screen to all counted", seconds, unit="s")
            say(f"{which} opening, most memory", most, unit="MB")
            leave(terminal)


def leave(terminal: Terminal) -> None:
    """Give what was counted the time to be kept, and quit."""
    terminal.idle(SETTLED)
    terminal.press("q")


def forget() -> None:
    """Delete the counts that are kept."""
    shutil.rmtree(Path(os.environ["XDG_CACHE_HOME"], "diptych"), ignore_errors=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--rows", type=int, default=31_000)
    parser.add_argument("--keys", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pause", type=float, default=0.4)
    options = parser.parse_args()
    if len(options.files) not in {0, 2}:
        parser.error("give two files or none")
    print(f"{platform.platform()}, Python {platform.python_version()}")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as home:
        for kind in ("DATA", "STATE", "CONFIG", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = home
        report_pages(options)
        with pair_of(options.files, options.rows) as pair:
            report_openings(pair)
    print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
