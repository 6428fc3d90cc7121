"""While a text does not come, it is said which; and one can leave at once."""

import errno
import os
import signal
import termios
import time

import pexpect
import pytest

from .ended_program import ended

TIMEOUT = 5.0  # seconds; the text itself is given up after ten

SAID = r"reading right\.txt \(q leaves\)"


@pytest.fixture
def waiting(open_terminal, slow):
    """Return a reader that waits for its right text, and has said so."""
    assert slow.is_fifo()
    reader = open_terminal("One text.\n", None)
    reader.expect(SAID)
    return reader


def nobody_reads(pipe):
    """Tell whether whoever loads the text ends soon."""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
        except OSError as error:
            return error.errno == errno.ENXIO
        time.sleep(0.01)
    return False


def modes(reader):
    return termios.tcgetattr(reader.child_fd)[3] & (termios.ECHO | termios.ICANON)


def test_the_line_comes_before_the_text_and_goes_with_it(waiting, slow):
    assert b"\x1b[?1049h" not in waiting.before  # no screen yet
    slow.write_bytes(b"Another text.\n")
    waiting.expect_exact("\x1b[?1049h")
    waiting.expect("Another")
    waiting.send("q")
    waiting.expect_exact("\x1b[?1049l")
    waiting.expect_exact("\r\x1b[K")
    waiting.expect(pexpect.EOF)


@pytest.mark.parametrize("key", ["q", "\x1b"])
def test_a_key_leaves_at_once(key, waiting, slow):
    waiting.send(key)
    assert ended(waiting) == 0
    assert nobody_reads(slow)


def test_ctrl_c_interrupts(waiting, slow):
    waiting.sendcontrol("c")
    assert ended(waiting) == 130
    assert nobody_reads(slow)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(number, waiting, slow):
    assert not modes(waiting)
    waiting.kill(number)
    waiting.wait()
    assert modes(waiting) == termios.ECHO | termios.ICANON
    assert waiting.signalstatus == number
    assert nobody_reads(slow)


def test_keys_for_the_reader_are_kept_for_it(waiting, slow):
    waiting.send("?")
    waiting.send("\x1b[B")  # an arrow begins as Esc does
    slow.write_bytes(b"Another text.\n")
    waiting.expect("found by a search")
    waiting.send("\x1b")
    time.sleep(0.5)
    waiting.send("q")
    assert ended(waiting) == 0


@pytest.mark.usefixtures("slow")
def test_in_words_each_thing_has_a_line_of_its_own(open_terminal):
    reader = open_terminal("One text.\n", None, "--plain")
    reader.expect(SAID + "\r\n")
    assert b"\x1b[K" not in reader.before + reader.after


@pytest.mark.usefixtures("slow")
def test_who_is_heard_by_the_settings_hears_lines(open_terminal, tmp_path):
    (tmp_path / "CONFIG" / "diptych").mkdir(parents=True)
    (tmp_path / "CONFIG" / "diptych" / "config.toml").write_text("plain = true\n")
    reader = open_terminal("One text.\n", None)
    reader.expect(SAID + "\r\n")
    assert b"\x1b[K" not in reader.before + reader.after


def test_where_a_text_is_typed_nothing_is_said_in_it(open_terminal):
    reader = open_terminal("One text.\n", None, command=["-", "left.txt"])
    reader.sendline("quite another text.")
    for _ in range(2):  # the second where a text is asked for again
        reader.sendcontrol("d")
    reader.expect_exact("\x1b[?1049h")
    assert b"reading" not in reader.before
    reader.expect("quite another")
