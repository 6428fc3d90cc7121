"""Fuzz all targets, or a part of them: ``python -m tests.fuzz.fuzz_all --seconds 60``.

The seconds are those of the processor. As many targets at once as there are cores;
``--part 2/6`` takes every sixth, from the third on. With ``--corpus`` a run goes on
where the one before it ended. The status is 1 where something was found; it is in the
folder ``--found``.
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

_STOPPED = 72  # the status of a process that libFuzzer ended because it was asked to


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
        done = list(crew.map(lambda one: _fuzz(one, asked), targets))
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
    parser.add_argument("--corpus", type=Path, help="a folder for what reached further")
    return parser.parse_args()


def _fuzz(target: str, asked: argparse.Namespace) -> _Work:
    found = asked.found / target
    command = [sys.executable, "-m", f"{__package__}.under_atheris", target]
    command += ["--seconds", str(asked.seconds), "--found", str(found)]
    if asked.corpus:
        command += ["--corpus", str(asked.corpus / target)]
    ended = subprocess.run(
        command, capture_output=True, text=True, errors="replace", check=False
    )
    told = ended.stderr
    faults = sorted(found.glob("*"))
    ended_well = ended.returncode in {0, _STOPPED}
    if faults or not ended_well:
        _say(told[told.find("FOUND") :][:20_000] if "FOUND" in told else told[-5000:])
    return _Work(
        target,
        (re.findall(r"number_of_executed_units: (\d+)", told) or ["?"])[-1],
        (re.findall(r"cov: (\d+)", told) or ["?"])[-1],
        sum(file.suffix != ".told" for file in faults),
        ended_well,
    )


def _say(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
