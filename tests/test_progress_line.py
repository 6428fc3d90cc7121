"""The line that says what is being done: it fits, is written over, and goes."""

import pytest

from tui_app import progress_line
from tui_app.core.model import Progress
from tui_app.progress_line import Pace, ProgressLine

ERASE = "\r\x1b[K"


@pytest.fixture(autouse=True)
def width(monkeypatch):
    monkeypatch.setattr(progress_line, "_width", lambda: 30)


def test_what_is_done_and_how_far_stands_on_one_line_until_it_is_taken_away(capsys):
    line = ProgressLine(hint="q leaves")
    line.show("reading a.txt", Progress())
    line.show("aligning", Progress(2, 5))
    line.clear()
    said = f"{ERASE}reading a.txt (q leaves){ERASE}aligning 40% (q leaves){ERASE}"
    assert capsys.readouterr().err == said


def test_steps_of_one_work_are_not_all_written(capsys):
    line = ProgressLine()
    for step in range(1000):
        line.show("aligning", Progress(step, 1000))
    assert capsys.readouterr().err.count("aligning") < 500


def test_in_words_each_work_is_a_line_that_stays(capsys):
    line = ProgressLine(plain=True)
    for doing, step in (("reading", 1), ("aligning", 1), ("aligning", 2)):
        line.show(doing, Progress(step, 4))
    line.clear()
    assert capsys.readouterr().err == "reading 25%\naligning 25%\n"


def test_nothing_that_was_not_said_is_taken_away(capsys):
    ProgressLine().clear()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("doing", "shown"),
    [
        ("reading a.txt", "reading a.txt (q leaves)"),
        ("reading a longer name.txt", "reading a longer name.txt"),
        ("reading " + "x" * 40, "reading " + "x" * 21),
        ("reading " + "長" * 40, "reading " + "長" * 10),
        ("reading a\x1b]0;x\x07\nb", "reading a␛]0;x␇␊b (q leaves)"),
    ],
)
def test_no_name_is_wider_than_the_line_or_commands_the_terminal(doing, shown, capsys):
    ProgressLine(hint="q leaves").show(doing, Progress())
    assert capsys.readouterr().err == ERASE + shown


def test_other_work_is_due_at_once_and_the_same_only_after_a_while():
    pace = Pace(1000)
    assert [pace.is_due(work) for work in ("reading", "reading", "aligning")] == [
        True,
        False,
        True,
    ]
    assert all(Pace(0).is_due("reading") for _ in range(2))
