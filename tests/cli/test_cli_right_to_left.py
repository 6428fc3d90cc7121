"""Printed tables set what is read from the right as the reader does: from the right."""

import pytest

from tui_app.cli.main import main

FROM_RIGHT = "הנמל נסגר אחרי השיטפון.", "הנמל נפתח אחרי השיטפון."
FROM_LEFT = "The lamps were lit."


@pytest.fixture(autouse=True)
def pair(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    for name, text in zip(("a.txt", "b.txt"), FROM_RIGHT, strict=True):
        (tmp_path / name).write_text(f"{text}\n\n{FROM_LEFT}", encoding="utf-8")


def printed(capsys, *words):
    main(words)
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("command", ["align", "diff"])
def test_both_columns_are_set_from_the_side_they_are_read_from(capsys, command):
    lines = printed(capsys, command, "a.txt", "b.txt")
    left, right = FROM_RIGHT
    (turned,) = (line for line in lines if left in line and right in line)
    gutter, column = 5, (80 - 5 - 2) // 2
    assert turned.index(left) + len(left) == gutter + column
    assert turned.index(right) + len(right) == gutter + column + 2 + column
    for line in lines:
        if FROM_LEFT in line:
            assert line.index(FROM_LEFT) == gutter
            assert line.rindex(FROM_LEFT) == gutter + column + 2


def test_a_table_of_several_texts_sets_the_passages_of_the_left_so(capsys):
    lines = printed(capsys, "table", "a.txt", "b.txt")
    first = next(line for line in lines if FROM_RIGHT[0] in line)
    straight = next(line for line in lines if FROM_LEFT in line)
    signs = straight.index("=")
    assert first.index(FROM_RIGHT[0]) + len(FROM_RIGHT[0]) == signs - 1
    assert straight.index(FROM_LEFT) == 3


def test_headings_are_set_so_in_their_columns(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    for name, heading in (("a.md", "שער ראשון"), ("b.md", "שער שני")):
        text = f"# Book\n\n## {heading}\n\n{FROM_LEFT}\n\n## Second\n\n{FROM_LEFT}\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    lines = printed(capsys, "contents", "a.md", "b.md")
    (turned,) = (line for line in lines if "ראשון" in line)
    (straight,) = (line for line in lines if "Second" in line)
    assert straight.index("Second") == 3
    end_of_left = straight.rindex("Second") - 2
    assert turned.index("שער ראשון") + len("שער ראשון") == end_of_left
    assert turned.index("שער שני") > straight.rindex("Second") + 2
