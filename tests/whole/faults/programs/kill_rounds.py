"""SIGKILL of three writers at once, round after round; optionally beside compaction.

``kill_rounds.py DIRECTORY ROUNDS [--compact] [--no-lock]``
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import common

from tui_app.notes.journal import archive, journal

ROUNDS_PER_JOURNAL = 10


def main() -> None:
    """Run and print the figures."""
    directory, rounds = Path(sys.argv[1]), int(sys.argv[2])
    compact = "--compact" in sys.argv
    if "--no-lock" in sys.argv:
        journal.exclusive = without_lock
    if compact:
        archive.pays = lambda *_: True
    chance = random.Random(1)  # noqa: S311 - a seeded choice
    acknowledged = lost = unloadable = temporaries = 0
    for number in range(rounds):
        place = directory / f"store-{number // ROUNDS_PER_JOURNAL}"
        common.settle_in(place)
        log = common.Acknowledged(directory / f"log-{number // ROUNDS_PER_JOURNAL}")
        run(log, number, chance, compact=compact)
        last = number % ROUNDS_PER_JOURNAL == ROUNDS_PER_JOURNAL - 1
        if last or number == rounds - 1 or compact:
            try:
                missing = set(log.all()) - common.bodies()
            except Exception:  # noqa: BLE001 - counted, not shown
                unloadable += 1
                continue
            lost += len(missing)
        if last or number == rounds - 1:
            acknowledged += len(log.all())
            temporaries += len(list(place.rglob(".diptych-tmp-*")))
            shutil.rmtree(place)
    common.report(
        rounds=rounds,
        acknowledged=acknowledged,
        lost=lost,
        unloadable=unloadable,
        temporaries=temporaries,
    )


def run(
    log: common.Acknowledged, number: int, chance: random.Random, *, compact: bool
) -> None:
    """Start the writers, wait a little, kill them."""
    works: list[Callable[[int], None]] = [
        lambda ready, name=f"{number}.{writer}": common.add_notes(log, name, ready)
        for writer in range(3)
    ]
    if compact:
        works.append(compact_for_ever)
    pids = common.started(works)
    common.pause(0.12, 0.24, chance.random())
    common.kill(pids)


def compact_for_ever(ready: int) -> None:
    """Compact the journal again and again."""
    book = common.notebook()
    os.write(ready, b"x")
    while True:
        book._changes.pair_archive.archive.compact()
        time.sleep(0.01)


@contextlib.contextmanager
def without_lock(_fd: int, _path: Path) -> Iterator[None]:
    """Stand in for the lock in the control run, which must lose notes."""
    yield


main()
