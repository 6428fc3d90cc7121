"""The screen opens on whatever two texts are given, and leaves a sane terminal."""

import os
import shlex
import sys

import pexpect
import pytest

DIPTYCH = f"{shlex.quote(sys.executable)} -m tui_app"
FULL_SCREEN, RESTORED = "\x1b[?1049h", "\x1b[?1049l"
TIMEOUT = 60  # seconds; only a hang takes so long


@pytest.fixture
def texts(tmp_path):
    (tmp_path / "a.txt").write_text("The minister came. He spoke of xylophones.\n")
    (tmp_path / "b.txt").write_text("The minister came. He talked of xylophones.\n")
    (tmp_path / "align").write_text("The minister came. He knew of xylophones.\n")
    return tmp_path


def start(command, folder, columns=80):
    return pexpect.spawn(
        "bash",
        ["-c", command],
        cwd=str(folder),
        env=os.environ | {"TERM": "xterm-256color", "LANG": "C.UTF-8"},
        dimensions=(24, columns),
        encoding="utf-8",
        timeout=TIMEOUT,
    )


def quit_from(running):
    running.send("q")
    running.expect(pexpect.EOF)
    running.wait()
    running.close()
    assert running.exitstatus == 0
    assert RESTORED in running.before


@pytest.mark.parametrize(
    ("arguments", "columns"),
    [
        ("a.txt ./align --ascii", 80),
        ("- a.txt --unit paragraph --notes mine.jsonl < a.txt", 80),
        ("<(cat a.txt) b.txt", 20),
        ("a.txt b.txt --no-config --theme diptych-light --layout=merged", 80),
    ],
)
def test_the_reader_opens_however_narrow_and_q_quits(texts, arguments, columns):
    running = start(f"{DIPTYCH} {arguments}", texts, columns)
    running.expect_exact(FULL_SCREEN)
    running.expect_exact("minister")
    running.expect_exact("xylophones")
    quit_from(running)
    assert running.exitstatus == 0


def test_the_start_screen_offers_the_samples(texts):
    running = start(DIPTYCH, texts)
    running.expect_exact(FULL_SCREEN)
    running.expect("Chinese vice foreig")  # the titles are cut to the column
    quit_from(running)
    assert running.exitstatus == 0


def test_trouble_is_said_before_the_screen_is_taken(texts):
    running = start(f"{DIPTYCH} a.txt missing.txt", texts)
    running.expect(pexpect.EOF)
    running.wait()
    running.close()
    assert running.exitstatus == 2
    line = "diptych: missing.txt: there is no such file, check the name"
    assert running.before.splitlines() == [line]


def test_a_theme_that_does_not_exist_is_said_before_the_screen_is_taken(texts):
    for words in ("a.txt b.txt --theme nrod", "--theme nrod"):
        running = start(f"{DIPTYCH} {words}", texts)
        running.expect(pexpect.EOF)
        running.close()
        assert running.exitstatus == 2
        (line,) = running.before.splitlines()
        assert line.endswith("there is no theme 'nrod', did you mean nord?")
