"""Fuzz one target, guided by coverage: ``python -m tests.fuzz.under_atheris TARGET``.

``--seconds`` are those of the processor, so that a busy machine tries no less; then it
ends with the status that libFuzzer gives to what was stopped.

It needs atheris (``tests/fuzz/requirements.txt``). Of each fault the first input is
written to the folder named by ``--found``, with its traceback beside it, and the work
goes on; what ends the process itself is written there by libFuzzer.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import signal
import sys
import tempfile
import traceback
from pathlib import Path

import atheris

from .target_packages import PACKAGES

_LONGEST = 60  # times as many seconds of the clock, on a machine that has other work


def main() -> None:
    asked = _arguments()
    with atheris.instrument_imports(include=list(PACKAGES[asked.target])):
        for package in PACKAGES[asked.target]:
            _import_all(package)
        from .first_inputs import first_inputs
        from .targets import TARGETS, kept_inputs, too_much
    target = TARGETS[asked.target]
    faults = _Faults(asked.found, asked.target)
    began = _used()

    def take(data: bytes) -> None:
        try:
            told = too_much(target, data)
            assert not told, told
        except Exception as error:  # noqa: BLE001 - whatever is raised is a fault
            faults.keep(error, data)
        if _used() - began > asked.seconds:
            os.kill(os.getpid(), signal.SIGTERM)

    with tempfile.TemporaryDirectory() as folder:
        corpus = asked.corpus or Path(folder)
        corpus.mkdir(parents=True, exist_ok=True)
        kept = (
            file.read_bytes() for name, file in kept_inputs() if name == asked.target
        )
        for number, data in enumerate((*first_inputs(asked.target), *kept)):
            (corpus / f"first-{number}").write_bytes(data)
        options = {
            "max_total_time": _LONGEST * asked.seconds,
            "max_len": target.longest,
            "artifact_prefix": asked.found / f"{asked.target}-",
            "seed": asked.seed,
            "timeout": 600,
            "report_slow_units": 1000,
            "rss_limit_mb": 3000,
            "print_final_stats": 1,
        }
        given = [f"-{name}={value}" for name, value in options.items()]
        atheris.Setup([sys.argv[0], str(corpus), *given], take)
        atheris.Fuzz()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=PACKAGES)
    parser.add_argument("--seconds", type=int, default=60, help="of the processor")
    parser.add_argument("--corpus", type=Path, help="a folder; what is found is added")
    parser.add_argument("--found", type=Path, default=Path("found"))
    parser.add_argument("--seed", type=int, default=0, help="0: another each time")
    return parser.parse_args()


def _used() -> float:
    """Return the seconds of the processor so far, those of helpers that ended, too."""
    return sum(os.times()[:4])


def _import_all(package: str) -> None:
    module = importlib.import_module(package)
    for found in pkgutil.walk_packages(getattr(module, "__path__", ()), f"{package}."):
        if not found.name.endswith(".__main__"):
            importlib.import_module(found.name)


class _Faults:
    """What was found so far, one input of each place in the program."""

    def __init__(self, folder: Path, target: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._target = target
        self._known: set[str] = set()

    def keep(self, error: Exception, data: bytes) -> None:
        """Write down an input, unless one was that went wrong at the same place."""
        frames = traceback.extract_tb(error.__traceback__)
        where = f"{type(error).__name__} {[one.lineno for one in frames[-3:]]}"
        if where in self._known:
            return
        self._known.add(where)
        file = self._folder / f"{self._target}-{len(self._known)}"
        file.write_bytes(data)
        told = "".join(traceback.format_exception(error))
        file.with_suffix(".told").write_text(told, encoding="utf-8")
        print(f"FOUND {file}\n{told}", file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
