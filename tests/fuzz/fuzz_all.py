"""Fuzz all targets, or a part of them: ``python -m tests.fuzz.fuzz_all --seconds 60``.

As many at once as there are cores. ``--part 2/6`` takes every sixth, from the third on.
The status is 1 where something was found; it is in the folder ``--found``.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from .target_packages import PACKAGES

_PATIENCE = 300  # seconds beyond those asked for, on a machine that has other work


class _Work(NamedTuple):
    """What became of a target: inputs tried, branches reached, faults, the end."""

    target: str
    inputs: str
    reached: str
    faults: int
    ended_well: bool

    def __str__(self) -> str:
        end = "" if self.ended_well else ", ended before its time"
        return (
            f"{self.target:16} {self.inputs:>9} inputs {self.reached:>6} branches "
            f"{self.faults} faults{end}"
        )


def main() -> None:
    asked = _arguments()
    number, of = map(int, asked.part.split("/"))
    targets = sorted(PACKAGES)[number % of :: of]
    began = time.monotonic()
    with ThreadPoolExecutor(os.cpu_count()) as crew:
        done = list(
            crew.map(lambda one: _fuzz(one, asked.seconds, asked.found), targets)
        )
    _say(*map(str, done))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = time.monotonic() - began
    _say(f"{took:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of the processor")
    sys.exit(any(one.faults or not one.ended_well for one in done))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="of each target")
    parser.add_argument("--part", default="0/1")
    parser.add_argument("--found", type=Path, default=Path("found"))
    return parser.parse_args()


def _fuzz(target: str, seconds: int, found: Path) -> _Work:
    command = [sys.executable, "-m", f"{__package__}.under_atheris", target]
    ended = subprocess.run(
        [*command, "--seconds", str(seconds), "--found", str(found / target)],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=seconds + _PATIENCE,
    )
    told = ended.stderr
    faults = sorted((found / target).glob("*"))
    if faults or ended.returncode:
        _say(told[told.find("FOUND") :][:20_000] if "FOUND" in told else told[-5000:])
    return _Work(
        target,
        (re.findall(r"number_of_executed_units: (\d+)", told) or ["?"])[-1],
        (re.findall(r"cov: (\d+)", told) or ["?"])[-1],
        sum(file.suffix != ".told" for file in faults),
        ended.returncode == 0,
    )


def _say(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
