"""Record a review of the sample pair, keyboard only, as an asciicast (version 2).

    .venv/bin/python docs/record.py docs/review.cast

Any player of asciicasts shows it; the program runs as it is, on data of its own.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path

import pexpect

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 120, 40

# What the reviewer presses, and how long each is looked at, in seconds.
WALK: list[tuple[str, float]] = [
    ("", 2.5),
    ("j", 0.6),
    ("j", 1.0),
    ("]", 1.0),
    ("]", 1.0),
    ("i", 2.0),
    ("i", 0.6),
    ("f", 1.5),
    ("]", 1.0),
    ("]", 1.0),
    ("a", 1.2),
    *[(letter, 0.05) for letter in "Days against decades: check the source."],
    ("\t", 0.4),
    *[(letter, 0.06) for letter in "numbers"],
    ("\x13", 1.5),
    ("f", 0.8),
    ("I", 2.0),
    ("\x1b[B", 0.5),
    ("\x1b[B", 0.5),
    ("\r", 1.5),
    ("v", 0.6),
    ("l", 0.4),
    ("\t", 0.6),
    ("v", 0.6),
    ("a", 1.0),
    *[(letter, 0.05) for letter in "Which of the two?"],
    ("\x13", 1.5),
    ("/", 0.5),
    *[(letter, 0.08) for letter in "terror"],
    ("\r", 1.0),
    ("n", 0.8),
    ("n", 0.8),
    ("\x1b", 1.0),
    ("3", 2.0),
    ("0", 1.0),
    ("u", 1.5),
    ("u", 1.2),
    ("u", 1.2),
    ("g", 0.8),
    *[("r", 0.12), ("R", 0.2)] * 66,
    ("F", 1.5),
    ("F", 0.8),
    ("@", 2.0),
    ("j", 0.8),
    ("\r", 1.5),
    ("q", 0.5),
]


def main() -> int:
    """Write the recording to the file named on the command line."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as home:
        events = record(Path(home))
    head = {"version": 2, "width": WIDTH, "height": HEIGHT, "title": "Diptych"}
    lines = [json.dumps(head), *(json.dumps(event) for event in events)]
    Path(sys.argv[1]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def record(home: Path) -> list[tuple[float, str, str]]:
    """Return what the terminal was sent, and when."""
    places = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "STATE")}
    environment = {**os.environ, **places, "TERM": "xterm-256color"}
    environment |= {"XDG_CONFIG_HOME": str(home / "CONFIG"), "COLORTERM": "truecolor"}
    left, right = (next((ROOT / "seeds").glob(f"{n}_*.txt")) for n in ("001", "004"))
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tui_app", str(left), str(right)],
        env=environment,
        cwd=str(ROOT),
        dimensions=(HEIGHT, WIDTH),
        encoding="utf-8",
        codec_errors="replace",
    )
    began = time.monotonic()
    events: list[tuple[float, str, str]] = []
    for keys, pause in WALK:
        if keys:
            child.send(keys)
        watch(child, pause, began, events)
    child.close(force=True)
    return events


def watch(
    child: pexpect.spawn[str],
    seconds: float,
    began: float,
    events: list[tuple[float, str, str]],
) -> None:
    """Note what the terminal is sent in the time to come."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        try:
            sent = child.read_nonblocking(65536, timeout=left)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            return
        events.append((round(time.monotonic() - began, 3), "o", sent))


if __name__ == "__main__":
    sys.exit(main())
