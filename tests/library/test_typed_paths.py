"""A line of names is read as in a shell, and goes on as far as the names agree."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.library.typed_paths import (
    completed,
    completions,
    from_home,
    told_apart,
    typed,
    typed_names,
    typed_words,
)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Stand in a folder with some files, which is the home folder as well."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Reports").mkdir()
    for name in ("report one.txt", "report two.txt", ".hidden", "bad\x1b]0;.txt"):
        (tmp_path / name).write_text("One.\n", encoding="utf-8")
    (tmp_path / "Reports" / "a.txt").write_text("One.\n", encoding="utf-8")
    return tmp_path


def names(line):
    return [one.name for one in completions(line)]


def tab(line, chosen=0):
    return completed(line, completions(line), chosen)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a b", ("a", "b")),
        ("'a b' c", ("a b", "c")),
        (r"a\ b c", ("a b", "c")),
        ("\"a'b", ("a'b",)),
        ("  ", ()),
    ],
)
def test_words_part_at_blanks_that_are_not_quoted(line, said):
    assert typed_names(line) == said


def test_the_home_folder_may_be_written_as_a_tilde(folder):
    assert typed_names("~/x.txt y~z") == (f"{folder}/x.txt", "y~z")
    assert from_home(f"{folder}/x.txt") == "~/x.txt"
    assert from_home("/elsewhere") == "/elsewhere"


@given(st.lists(st.text("ab '\"\\~", min_size=1, max_size=5), max_size=4))
def test_whatever_is_typed_for_names_says_them_again(said):
    line = " ".join(map(typed, said))
    assert [word.text for word in typed_words(line) if word.text] == said


def test_names_are_offered_by_how_they_begin_whatever_their_capitals():
    assert names("rep") == ["report one.txt", "report two.txt", "Reports"]
    assert names("Rep") == ["Reports"]
    assert names("x") == []
    assert names("missing/") == []
    assert names("https://example.org/") == []


def test_what_is_hidden_or_cannot_be_typed_is_not_offered_unasked():
    assert names("") == ["Reports", "report one.txt", "report two.txt"]
    assert names(".") == [".hidden"]
    assert names("bad") == []


def test_a_word_goes_on_as_far_as_the_names_agree_then_becomes_the_one_chosen():
    assert tab("rep") == "report"
    assert tab("report") == r"report\ one.txt "
    assert tab(r"report\ o") == r"report\ one.txt "
    assert tab(r"report\ ", 1) == r"report\ two.txt "
    assert tab("x") == "x"


def test_a_folder_leads_on_to_what_is_in_it_and_a_file_to_the_next_word():
    line = tab("Rep")
    assert line == "Reports" + os.sep
    line = tab(line)
    assert line == f"Reports{os.sep}a.txt "
    assert tab(line + "~/Rep") == line + "~/Reports/"
    assert tab("~") == "~/"


def test_two_files_are_named_by_what_tells_them_apart():
    assert told_apart("/a/x.txt", "/a/y.txt") == ("x.txt", "y.txt")
    assert told_apart("/a/old/x.txt", "/a/new/x.txt") == ("old/x.txt", "new/x.txt")
    assert told_apart("/a/x.txt", "/a/x.txt") == ("/a/x.txt", "/a/x.txt")
