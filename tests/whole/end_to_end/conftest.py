"""A terminal of one's own, with homes and files of its own."""

import os
import sys

import pexpect
import pytest

TIMEOUT = 60  # seconds; only a hang takes so long

BOTH = ("left.txt", "right.txt")


@pytest.fixture
def homes(tmp_path):
    """Return the environment that keeps everything within the test's folder."""
    homes = {f"XDG_{name}_HOME": tmp_path / name for name in ("DATA", "STATE", "CACHE")}
    homes["XDG_CONFIG_HOME"] = tmp_path / "CONFIG"
    return {name: str(path) for name, path in homes.items()}


@pytest.fixture
def open_terminal(tmp_path, homes):
    """Return a function that starts ``diptych`` on a terminal, on two texts at first.

    A text that is ``None`` is there already.
    What it gives is closed, and its program ended, after the test.
    """
    opened = []

    def start(left, right, *options, size=(24, 100), command=BOTH, **environment):
        texts = {"left.txt": left, "right.txt": right}
        for name, text in ((n, text) for n, text in texts.items() if text is not None):
            data = text if isinstance(text, bytes) else text.encode("utf-8")
            (tmp_path / name).write_bytes(data)
        child = pexpect.spawn(
            sys.executable,
            ["-m", "tui_app", *command, *options],
            cwd=str(tmp_path),
            env=os.environ
            | homes
            | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
            | environment,
            dimensions=size,
            timeout=TIMEOUT,
        )
        opened.append(child)
        return child

    yield start
    for child in opened:
        child.close(force=True)


@pytest.fixture
def slow(tmp_path):
    """Return a pipe in the place of the right text, which nobody writes to yet."""
    pipe = tmp_path / "right.txt"
    os.mkfifo(pipe)
    return pipe
