"""In a real terminal a text is edited, by another program or from the reader itself."""

import time

import pytest

from .ended_program import ended

LEFT = "The harbour was closed for five years.\n\nThe mayor spoke to the crews.\n"
RIGHT = "The harbour was closed for seven years.\n\nThe mayor talked to the crews.\n"


@pytest.fixture
def editor(tmp_path):
    script = tmp_path / "vim"
    script.write_text(
        '#!/bin/sh\nstty -a < /dev/tty | grep -q " echo " && echo "LINE $1"\n'
        'read answer\nsed -i "s/mayor/captain/" "$2"\n'
    )
    script.chmod(0o755)
    return {"EDITOR": str(script), "VISUAL": ""}


def test_a_passage_is_edited_and_the_text_is_loaded_again(
    open_terminal, tmp_path, editor
):
    child = open_terminal(LEFT, RIGHT, **editor)
    child.expect("harbour")
    child.send("j\x05")
    child.expect(r"LINE \+3\r\n")
    child.send("\r")
    child.expect("left.txt has changed; L loads it again")
    child.send("L")
    child.expect("captain")
    assert "captain" in (tmp_path / "left.txt").read_text()
    child.send("q")
    assert ended(child) == 0


def test_a_change_is_noticed_within_two_seconds_and_one_that_goes_on_is_not_taken(
    open_terminal, tmp_path
):
    child = open_terminal(LEFT, RIGHT)
    child.expect("harbour")
    child.expect("Help")
    right = tmp_path / "right.txt"
    right.write_text(RIGHT + "\nA line more.\n")
    began = time.monotonic()
    child.expect("right.txt has changed", timeout=10)
    assert time.monotonic() - began < 2 + 3  # and what a loaded machine takes
    right.unlink()
    child.expect("right.txt is gone; the reading stays", timeout=20)
    child.send("jk")
    child.send("q")
    assert ended(child) == 0
