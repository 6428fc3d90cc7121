"""Every system call of a session fails once, or kills the program, from outside.

``strace_sweep.py DIRECTORY [STEP]`` — needs strace; tries every STEP-th call.
"""

from __future__ import annotations

import json
import mmap
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import common
import scenario

CALLS = (
    "openat",
    "write",
    "fsync",
    "rename",
    "?link,?linkat",
    "?mkdir,?mkdirat",
    "flock",
    "unlink",
    "close",
    "pread64",
)
FAULTS = ("error=EIO", "error=ENOSPC", "signal=SIGKILL")
PAGE = 1 << 16


class Sweep:
    """The runs and what they have shown."""

    def __init__(self, directory: Path, step: int) -> None:
        self._directory = directory
        self._step = step
        self.runs = 0
        self.kills = 0
        self.errors_said = 0
        self.violations: list[str] = []
        self.crashes = 0

    def sweep(self, call: str, fault: str) -> None:
        """Let the first, second, … call fail until there is none left."""
        when = 1
        while self._run(call, fault, when):
            when += self._step

    def _run(self, call: str, fault: str, when: int) -> bool:
        place = self._directory / f"run-{self.runs}"
        place.mkdir()
        common.settle_in(place)
        memory = mmap.mmap(-1, PAGE)
        reader, writer = os.pipe()
        pid = common.fork(lambda: session(reader, memory))
        tracer = trace(pid, place / "trace", f"{call}:{fault}:when={when}")
        os.write(writer, b"x")
        _, status = os.waitpid(pid, 0)
        tracer.wait()
        os.close(reader)
        os.close(writer)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        hit = killed or "INJECTED" in (place / "trace").read_text()
        if hit:
            self._judge(memory, f"{call} {fault} {when}")
            self.runs += 1
            self.kills += killed
            self.crashes += not killed and status != 0
        subprocess.run(["rm", "-rf", place], check=True)
        return hit

    def _judge(self, memory: mmap.mmap, name: str) -> None:
        told = json.loads(memory[:].rstrip(b"\0") or b'{"bodies": {}, "errors": 0}')
        bodies = {tag: set(each) for tag, each in told["bodies"].items()}
        self.errors_said += told["errors"]
        expected = scenario.Expected(bodies)
        self.violations += [f"{name}: {v}" for v in scenario.violations(expected)]


def session(reader: int, memory: mmap.mmap) -> None:
    """Wait for the tracer, then do the session and tell of it without a call."""
    os.read(reader, 1)

    def tell(expected: scenario.Expected) -> None:
        bodies = {tag: list(each) for tag, each in expected.bodies.items()}
        raw = json.dumps({"bodies": bodies, "errors": expected.errors}).encode()
        memory[:] = raw.ljust(PAGE, b"\0")

    scenario.session(scenario.Expected(changed=tell))


def trace(pid: int, output: Path, inject: str) -> subprocess.Popen[bytes]:
    """Attach strace; return when it is attached."""
    call = inject.partition(":")[0]
    tracer = subprocess.Popen(
        f"strace -f -qq -p {pid} -o {output} -e trace={call} -e inject={inject}".split()
    )
    while "TracerPid:\t0" in Path(f"/proc/{pid}/status").read_text():
        if tracer.poll() is not None:
            sys.exit("strace cannot attach here")
        time.sleep(0.002)
    return tracer


def main() -> None:
    """Sweep and print the figures."""
    step = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sweep = Sweep(Path(sys.argv[1]), step)
    for call in CALLS:
        for fault in FAULTS:
            sweep.sweep(call, fault)
    common.report(
        runs=sweep.runs,
        kills=sweep.kills,
        errors_said=sweep.errors_said,
        crashes=sweep.crashes,
        violations=sweep.violations[:20],
    )


main()
