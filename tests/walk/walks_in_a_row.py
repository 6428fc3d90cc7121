"""Long forms of the walks: one after the other, what went wrong told with its seed."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

_TOLD = 60  # of the latest steps


class Walk(Protocol):
    """What is told of a walk: its steps, and how many there were of each kind."""

    log: list[str]
    taken: Counter[str]


AWalk = TypeVar("AWalk", bound=Walk)


def walks_in_a_row(
    about: str | None,
    steps: int,
    begun: Callable[[int, Path], AWalk],
    walk_on: Callable[[AWalk], None],
) -> None:
    """Walk until so many steps are taken, then end the program.

    ``begun`` makes a walk of a seed in a folder of its own, ``walk_on`` takes its
    steps. The command line may ask for other ``steps`` and another first seed; the
    status is 1 where a walk raised.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--steps", type=int, default=steps)
    parser.add_argument("--seed", type=int, default=1, help="of the first walk")
    asked = parser.parse_args()
    taken, faults, seed = Counter[str](), 0, asked.seed
    while taken.total() < asked.steps:
        with tempfile.TemporaryDirectory() as folder:
            walk = begun(seed, Path(folder))
            try:
                walk_on(walk)
            except Exception:  # noqa: BLE001 - whatever it is, it is told
                faults += 1
                told = traceback.format_exc(), *walk.log[-_TOLD:]
                _say(f"FAULT of the walk {seed}", *told)
        taken += walk.taken
        _say(f"walk {seed}: {taken.total()} steps, {faults} faults")
        seed += 1
    _say(", ".join(f"{kind} {number}" for kind, number in taken.most_common()))
    used = time.process_time()
    _say(f"{seed - asked.seed} walks, {faults} faults, {used:.0f} s of the processor")
    sys.exit(faults > 0)


def _say(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)  # noqa: T201
