"""The reader in a real terminal: it opens, moves, follows a resize, leaves it sane."""

import os
import sys
from pathlib import Path

import pexpect
import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))


def test_it_opens_moves_resizes_and_leaves_the_terminal_sane():
    pair = [str(SEEDS[1]), str(SEEDS[4])]
    environment = {**os.environ, "TERM": "xterm-256color"}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tui_app", *pair],
        env=environment,
        dimensions=(5, 20),
        timeout=40,
    )
    child.expect("row 1/")
    for lines, columns in ((40, 120), (24, 80), (30, 100)):
        child.send("g]")
        child.send(" ")
        child.setwinsize(lines, columns)
        child.expect("Search")
        child.send("G")
        child.expect("row 6")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert b"\x1b[?1049l" in child.before
    assert b"Traceback" not in child.before
