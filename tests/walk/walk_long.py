"""Walk through the reader for long: ``python -m tests.walk.walk_long --steps 100000``.

One walk after the other, each of its own seed and in a folder of its own. What went
wrong is told with the seed and the latest steps; the status is then 1.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from .reader_walk import ReaderWalk
from .walks_in_a_row import walks_in_a_row

_STEPS = 400  # of one walk


def _begun(seed: int, folder: Path) -> ReaderWalk:
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / "home" / name.lower())
    os.environ["EDITOR"] = "true"
    os.chdir(folder)
    return ReaderWalk(seed, folder)


def _walk_on(walk: ReaderWalk) -> None:
    try:
        asyncio.run(walk.walk(_STEPS))
    finally:
        os.chdir("/")


if __name__ == "__main__":
    walks_in_a_row(__doc__, 100_000, _begun, _walk_on)
