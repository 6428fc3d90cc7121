"""A row too long to be read whole: what of it is told, and that not all is."""

import pytest

from tui_app.cli.main import main


@pytest.fixture
def long_lines(tmp_path):
    """Return two files with a line of 100,000 characters, one figure of it changed."""
    words = [f"word{number}" for number in range(10_000)]
    paths = []
    for side, figure in (("left", "12"), ("right", "13")):
        path = tmp_path / f"{side}.txt"
        said = [*words[:9000], figure, *words[9000:]]
        path.write_text(" ".join(said) + "\n\nA short line.\n")
        paths.append(str(path))
    return paths


def test_a_row_too_long_to_be_read_whole_is_said_to_be(long_lines, capsys):
    assert main(["diff", *long_lines]) == 1
    printed = " ".join(capsys.readouterr().out.split())
    assert "number 12 → 13" in printed
    assert "1 row too long to be read whole: where much differs" in printed


def test_nothing_is_said_of_it_where_no_row_is(tmp_path, capsys):
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("Twelve came.\n")
    right.write_text("Ten came.\n")
    main(["diff", str(left), str(right)])
    assert "too long" not in capsys.readouterr().out
