"""Whatever a terminal sends or claims, the reader goes on; when it is gone, it ends."""

import os
import signal
import sys
import time
from io import BytesIO

import pexpect
import pytest

from .ended_program import ended

LEFT = "The harbour was closed for five years. The mayor spoke.\n"
RIGHT = "The harbour was closed for seven years. The mayor talked.\n"

SENT = {
    "a mouse report in the old encoding": b"\x1b[M \xc8\x80",
    "the same with bytes that make a character": b"\x1b[M\xc3\xa9\x80",
    "a Latin-1 key": b"\xe9",
    "half a character": b"\xe4\xb8",
    "a key beyond all characters": b"\x1b[1114112u",
    "half a surrogate pair": b"\x1b[55296u",
    "a function key of a number too big": b"\x1b[999999999999B",
    "a number that is none": b"\x1b[1:2;3u",
    "a size nobody can paint": b"\x1b[48;99999999;99999999;1;1t",
    "a size of nothing, and the mouse": b"\x1b[48;0;0;0;0t\x1b[<0;5;5M",
    "a mouse far outside": b"\x1b[<0;999999999;999999999M",
    "such a key within a paste": b"\x1b[200~a\x1b[1114112ub\xff\x1b[201~",
    "a size within a paste": b"\x1b[200~\x1b[48;0;0;0;0tb\x1b[201~",
}


def test_nothing_a_terminal_sends_ends_the_reader(open_terminal):
    opened = open_terminal(LEFT, RIGHT)
    opened.expect_exact("Help")
    for name, sent in SENT.items():
        opened.send(sent)
        time.sleep(0.2)  # what follows at once would be part of the sequence
        opened.send("?")
        try:
            opened.expect_exact("ype to search the help", timeout=20)
        except (pexpect.EOF, pexpect.TIMEOUT):
            pytest.fail(f"no answer after {name}")
        opened.send("\x1b")
        time.sleep(0.2)
    opened.send("q")
    assert ended(opened) == 0
    assert b"Traceback" not in opened.before


ASKED = b"\x1b]11;?\x1b\\"
LIGHT_GROUND, DARK_GROUND = b"48;2;248;245;238", b"48;2;22;24;28"


@pytest.mark.parametrize(
    ("answer", "ground"),
    [
        (b"\x1b]11;rgb:ffff/ffff/f0f0\x1b\\", LIGHT_GROUND),
        (b"\x1b]11;rgb:0000/0000/0000\x07", DARK_GROUND),
        (b"", DARK_GROUND),
    ],
)
def test_the_ground_is_asked_for_and_the_answer_is_no_key(
    open_terminal, answer, ground
):
    opened = open_terminal(LEFT, RIGHT, COLORTERM="truecolor")
    opened.expect_exact(ASKED)
    opened.send(answer)
    opened.expect_exact("Help")
    opened.send("j")  # the letters of the answer would have been keys before
    time.sleep(0.5)
    opened.send("\x0c")
    opened.expect_exact("row 2/2")
    opened.expect_exact("Help")
    assert ground in opened.before
    opened.send("q")
    opened.expect(pexpect.EOF)


@pytest.mark.parametrize("options", [(), ("--print-notes",)])
def test_a_dumb_terminal_is_refused_in_one_line_before_the_screen(
    open_terminal, options
):
    opened = open_terminal(LEFT, RIGHT, *options, TERM="dumb")
    assert ended(opened) == 2
    (line,) = opened.before.decode().strip().splitlines()
    assert line.startswith("diptych: screen: TERM=dumb says")
    assert "\x1b" not in line


@pytest.mark.parametrize(
    "around",
    [
        {"TERM": "xterm"},
        {"TERM": "linux"},
        {"TERM": "tmux-256color"},
        {"TERM": ""},
        {"TERM": "xterm", "NO_COLOR": "1"},
        {"TERM": "xterm-256color", "COLORTERM": ""},
    ],
)
def test_any_other_terminal_is_read_on_in_the_colours_and_signs_it_has(
    open_terminal, around
):
    opened = open_terminal(LEFT, RIGHT, **{"COLORTERM": "", **around})
    opened.logfile_read = BytesIO()
    opened.expect_exact("Help")
    opened.send("I")
    opened.expect_exact("Changed facts")
    opened.send("\x1b")
    time.sleep(0.5)
    opened.send("q")
    assert ended(opened) == 0
    shown = opened.logfile_read.getvalue()
    assert b"38;2;" not in shown
    assert (b"38;5;" in shown) == ("256" in around["TERM"])
    # a bare console has none of the signs in its font
    assert shown.isascii() == (around["TERM"] == "linux")


def test_a_fault_met_while_reading_keys_is_one_line_and_kept(tmp_path, homes):
    program = tmp_path / "faulty.py"
    program.write_text(
        "import sys, tui_app.ui.terminal as terminal\n"
        "def broken(self, data): raise KeyError('a key')\n"
        "terminal.KeyReader.feed = broken\n"
        "from tui_app.cli.main import main\n"
        "sys.exit(main(['a.txt', 'b.txt']))\n"
    )
    (tmp_path / "a.txt").write_text(LEFT)
    (tmp_path / "b.txt").write_text(RIGHT)
    child = pexpect.spawn(
        sys.executable,
        [str(program)],
        cwd=str(tmp_path),
        env=os.environ | homes | {"TERM": "xterm-256color"},
        timeout=60,
    )
    child.expect_exact("Help")
    child.send("j")
    child.expect_exact("a fault of its own (KeyError")
    assert ended(child) == 2
    kept = tmp_path / "STATE" / "diptych" / "crash.txt"
    assert "in broken" in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "claimed", [{"COLUMNS": "99999999", "LINES": "99999999"}, {"COLUMNS": "0"}]
)
def test_the_terminal_itself_tells_its_size_also_to_who_was_stopped_meanwhile(
    open_terminal, claimed
):
    opened = open_terminal(LEFT, RIGHT, **claimed)
    opened.expect_exact("Help")
    opened.kill(signal.SIGSTOP)
    opened.kill(signal.SIGCONT)
    opened.expect_exact("Help")
    opened.send("q")
    assert ended(opened) == 0


def test_who_goes_on_while_it_is_being_stopped_is_not_lost(open_terminal):
    opened = open_terminal(LEFT, RIGHT)
    opened.expect_exact("Help")
    for pause in (0, 0.02, 0.04, 0.06, 0.08):
        opened.kill(signal.SIGTSTP)
        time.sleep(pause)
        opened.kill(signal.SIGCONT)
        time.sleep(0.5)
        opened.kill(signal.SIGCONT)  # it may have stopped only then
        opened.send("?")
        opened.expect_exact("Esc", timeout=30)
        opened.send("\x1b")
        time.sleep(0.3)
    opened.send("q")
    assert ended(opened) == 0


def test_a_terminal_of_an_impossible_size_is_painted_as_far_as_anybody_sees(
    open_terminal,
):
    opened = open_terminal(LEFT, RIGHT, size=(30, 60_000))
    opened.expect_exact("Help")
    opened.send("q")
    assert ended(opened) == 0


@pytest.mark.parametrize("delay", [0, 0.01, 0.02, 0.05, 0.2])
@pytest.mark.parametrize("key", ["q", "\x1a"], ids=["ending", "stopping"])
def test_a_terminal_closed_meanwhile_leaves_no_process(open_terminal, key, delay):
    opened = open_terminal(LEFT, RIGHT)
    opened.expect_exact("Help")
    opened.send(key)
    time.sleep(delay)
    opened.ptyproc.fileobj.close()
    assert _is_gone(opened)


def test_a_terminal_closed_while_reading_leaves_no_process(open_terminal):
    opened = open_terminal(LEFT, RIGHT)
    opened.expect_exact("Help")
    opened.ptyproc.fileobj.close()
    assert _is_gone(opened)


def _is_gone(opened, seconds=15.0):
    end = time.monotonic() + seconds
    while opened.isalive() and time.monotonic() < end:
        time.sleep(0.05)
    return not opened.isalive()
