"""``diptych text`` prints what a reader would see, and what not."""

import pytest

from tui_app.cli.main import main


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: The Mill\n---\n\nIt *turns*.\n\n<!-- to do -->\n", "utf-8"
    )
    return str(path)


def test_the_text_is_printed_and_nothing_else(page, capsys):
    assert main(["text", page]) == 0
    assert capsys.readouterr() == ("It turns.\n", "")


def test_all_tells_what_the_document_says_of_itself_and_what_was_left_out(page, capsys):
    assert main(["text", page, "--all"]) == 0
    assert capsys.readouterr().out == (
        "format: Markdown\ntitle: The Mill\n\nIt turns.\n\nleft out: 1\n"
        "[comment] to do\n"
    )


def test_a_text_without_anything_left_out_says_so(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("Words.\n")
    assert main(["text", str(path), "--all"]) == 0
    assert capsys.readouterr().out == (
        "format: plain text\n\nWords.\n\nnothing was left out\n"
    )


def test_what_cannot_be_read_is_one_line(tmp_path, capsys):
    path = tmp_path / "a.rtf"
    path.write_text("{\\rtf1 words}")
    assert main(["text", str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
