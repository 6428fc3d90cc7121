"""What a screen reader is given by a terminal: letters, and a cursor that is seen."""

import re
import time

import pexpect

LEFT = "The harbour was closed for five years.\n\nThe mayor spoke to the owners.\n"
RIGHT = "The harbour was closed for seven years.\n\nThe mayor spoke to the owners.\n"

_GO = re.compile(rb"\x1b\[(\d+);(\d+)H")
_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-9;?<>=:]*[ -/]*[@-~]|[PX^_\]][^\x07\x1b]*(?:\x07|\x1b\\)|.)"
)


def written(child, seconds=3.0):
    """Return what is written until nothing more comes."""
    found, until = b"", time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            found += child.read_nonblocking(1 << 16, timeout=0.5)
        except pexpect.TIMEOUT:
            continue
    return found


def test_the_cursor_is_seen_and_ends_each_paint_on_the_row(open_terminal):
    opened = open_terminal(LEFT, RIGHT, "--plain", size=(16, 80))
    opened.expect_exact("\x1b[?25l")
    opened.expect_exact("\x1b[?25h")
    opened.expect_exact("Row 2, the same on both sides.")
    first = opened.before + opened.after + written(opened)
    assert b"\x1b[?25l" not in first
    assert _GO.findall(first)[-1] == (b"3", b"1")
    opened.send("j")
    opened.expect_exact("2")  # of the row, in the status line
    assert _GO.findall(opened.after + written(opened))[-1] == (b"6", b"1")
    opened.send("q")
    opened.expect(pexpect.EOF)
    shown = _SEQUENCE.sub("", first.decode())
    assert not {char for char in shown if not char.isascii()}
