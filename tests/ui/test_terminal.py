"""In a real terminal: suspending, faults, colours, and nothing raw from the texts."""

import os
import re
import shlex
import sys
from threading import Event, Lock, Thread

import pexpect
import pytest
from textual.drivers.linux_driver import LinuxDriver

from tui_app.ui.terminal import SteadyDriver

DIPTYCH = f"{shlex.quote(sys.executable)} -m tui_app"
RESTORED = "\x1b[?1049l"
TIMEOUT = 60  # seconds; only a hang takes so long
COLOUR = re.compile(r"(?:^|;)(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;|$)")


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The minister came. He took {name[0]} boat.\n")
    return tmp_path


def start(folder, command, **environment):
    own = {
        f"XDG_{name}_HOME": str(folder / name) for name in ("STATE", "CONFIG", "DATA")
    }
    return pexpect.spawn(
        "bash",
        ["--norc", "-ic", command] if command else ["--norc", "-i"],
        cwd=str(folder),
        env=os.environ
        | own
        | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
        | environment,
        dimensions=(24, 100),
        encoding="utf-8",
        timeout=TIMEOUT,
    )


def test_ctrl_z_gives_the_shell_back_and_fg_returns_to_the_text(folder):
    running = start(folder, "")
    running.sendline(f"{DIPTYCH} a.txt b.txt")
    running.expect_exact("He took")
    running.expect_exact("Help")
    running.send("\x1a")
    running.expect("Stopped")
    assert RESTORED in running.before
    running.sendline("fg")
    running.expect_exact("He took")
    running.send("q")
    running.expect_exact(RESTORED)
    running.sendline("exit")
    running.expect(pexpect.EOF)


def test_a_fault_of_the_program_is_one_line_and_leaves_a_sane_terminal(folder):
    program = folder / "faulty.py"
    program.write_text(
        "import sys, tui_app.ui.app as app\n"
        "def broken(self): raise KeyError('a [bold] \\x1b[31m key')\n"
        "app.DiptychApp.action_help = broken\n"
        "from tui_app.cli.main import main\n"
        "sys.exit(main(['a.txt', 'b.txt']))\n"
    )
    running = start(folder, f"{shlex.quote(sys.executable)} faulty.py; echo status $?")
    running.expect_exact("He took")
    running.send("?")
    running.expect_exact("status 2")
    said = running.before.partition(RESTORED)[2]
    assert "Traceback" not in said
    assert "a fault of its own (KeyError" in said
    details = folder / "STATE" / "diptych" / "crash.txt"
    assert "in broken" in details.read_text(encoding="utf-8")
    running.expect(pexpect.EOF)


def test_no_color_means_no_colour(folder):
    running = start(folder, f"{DIPTYCH} a.txt b.txt", NO_COLOR="1")
    running.expect_exact("He took")
    running.expect_exact("Help")
    running.send("]i")
    running.expect_exact("Row ")
    running.send("q")
    running.expect(pexpect.EOF)
    shown = running.before + str(running.after)
    codes = re.findall(r"\x1b\[([\d;]*)m", shown)
    assert not [code for code in codes if COLOUR.search(code)]


HOSTILE = "A\x1b]52;c;UFdORUQ=\x07Z \x1b]0;title\x07 \x9b31m \u202e[/][@click=app.quit]"


def test_nothing_from_a_text_or_its_name_reaches_the_terminal_raw(folder):
    name = "e\x1b]0;owned\x07[bold].txt"
    (folder / name).write_text(f"{HOSTILE}\n\nThe minister came {HOSTILE}.\n")
    running = start(folder, f"{DIPTYCH} $'e\\x1b]0;owned\\x07[bold].txt' b.txt")
    running.expect_exact("minister")
    running.expect_exact("Help")
    shown = running.before
    running.send("i")
    running.expect_exact("Row 1")
    shown += running.before
    running.send("q")
    running.expect(pexpect.EOF)
    shown += running.before
    assert "UFdORUQ" in shown
    assert "\x1b]" not in shown
    assert "\x07" not in shown.replace("\x07\x1b[?1049l", "")
    assert "\u202e" not in shown
    assert "\x9b" not in shown


def test_no_program_ends_while_its_terminal_is_being_left(monkeypatch):
    driver = SteadyDriver.__new__(SteadyDriver)
    driver._leaving, driver._is_left = Lock(), False
    begun, go_on = Event(), Event()

    def let_go():
        begun.set()
        go_on.wait()

    monkeypatch.setattr(LinuxDriver, "close", lambda _driver: None)
    monkeypatch.setattr(driver, "_is_anothers", lambda: False)
    monkeypatch.setattr(driver, "_let_go", let_go)
    Thread(target=driver.let_go_at_once).start()
    begun.wait()
    closing = Thread(target=driver.close)
    closing.start()
    closing.join(0.2)
    assert closing.is_alive()
    go_on.set()
    closing.join()
    assert driver._is_left
