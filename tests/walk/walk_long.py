"""Walk through the reader for long: ``python -m tests.walk.walk_long --steps 100000``.

One walk after the other, each of its own seed and in a folder of its own. What went
wrong is told with the seed and the latest steps; the status is then 1.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from .reader_walk import ReaderWalk

_STEPS = 400  # of one walk
_TOLD = 60  # of the latest steps


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1, help="of the first walk")
    asked = parser.parse_args()
    taken, faults, seed = Counter[str](), 0, asked.seed
    while taken.total() < asked.steps:
        with tempfile.TemporaryDirectory() as folder:
            walk, fault = _walked(seed, Path(folder))
        taken += walk.taken
        faults += bool(fault)
        if fault:
            _say(f"FAULT of the walk {seed}", fault, *walk.log[-_TOLD:])
        _say(f"walk {seed}: {taken.total()} steps, {faults} faults")
        seed += 1
    _say(", ".join(f"{kind} {number}" for kind, number in taken.most_common()))
    used = time.process_time()
    _say(f"{seed - asked.seed} walks, {faults} faults, {used:.0f} s of the processor")
    sys.exit(faults > 0)


def _walked(seed: int, folder: Path) -> tuple[ReaderWalk, str]:
    """Walk; return the walk and what went wrong on it."""
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / "home" / name.lower())
    os.environ["EDITOR"] = "true"
    os.chdir(folder)
    walk = ReaderWalk(seed, folder)
    try:
        asyncio.run(walk.walk(_STEPS))
    except Exception:  # noqa: BLE001 - whatever it is, it is told
        return walk, traceback.format_exc()
    finally:
        os.chdir("/")
    return walk, ""


def _say(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
