"""The library in a terminal: found, opened, come back to, left; and told of trouble."""

import os
import sys

import pexpect
import pytest

from .ended_program import ended

TIMEOUT = 60  # seconds; only a hang takes so long
STORY = (
    "The harbour of {town} was closed for {years} years after the flood, and nobody "
    "knew why the lamps on the quay were lit every night when the ferry came in.\n"
)


@pytest.fixture
def start(tmp_path, homes):
    """Return a function that starts ``diptych`` on a terminal, beside three texts."""
    opened = []
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, (town, years) in enumerate((("Larch", "five"), ("Larch", "nine"))):
        text = STORY.format(town=town, years=years)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "2.txt").write_text("Nine painters sang.\n", encoding="utf-8")
    (folder / "loop").symlink_to(folder)

    def make(*arguments, size=(30, 100), **environment):
        child = pexpect.spawn(
            sys.executable,
            ["-m", "tui_app", *arguments],
            cwd=str(tmp_path),
            env=os.environ
            | homes
            | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
            | environment,
            dimensions=size,
            timeout=TIMEOUT,
            encoding="utf-8",
        )
        opened.append(child)
        return child

    yield make
    for child in opened:
        child.close(force=True)


@pytest.mark.parametrize("around", [{}, {"NO_COLOR": "1"}])
def test_a_folder_is_read_a_pair_opened_and_come_back_to(start, around):
    child = start("reports", **around)
    child.expect_exact("1 pair")
    child.expect_exact("changed fact")
    child.send("\r")
    child.expect_exact("Library")
    child.send("\x1b")
    child.expect_exact("Filter")
    child.send("q")
    assert ended(child) == 0
    again = start()
    again.expect_exact("Recent comparisons")
    again.expect_exact("Folders opened before")
    again.send("q")
    assert ended(again) == 0


def test_three_files_are_a_library_and_the_smallest_terminal_has_room(start):
    files = [f"reports/{number}.txt" for number in range(3)]
    child = start(*files, size=(6, 20))
    child.expect_exact("Help")
    child.expect("9[0-9]%")
    child.send("q")
    assert ended(child) == 0


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["reports", "gone.txt"], "gone.txt: there is no such file"),
        (["reports", "--notes", "n.jsonl"], "--notes: needs two texts"),
    ],
)
def test_trouble_is_one_line_before_the_screen_is_taken(start, arguments, why):
    child = start(*arguments)
    assert ended(child) == 2
    (line,) = child.before.splitlines()
    assert why in line
