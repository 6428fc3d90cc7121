"""What names ask for is told before anything is opened."""

import pytest

from tui_app.errors import UserError
from tui_app.library.named_paths import make_a_library, refuse_unopenable_names


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Stand in a folder with a text and a folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One.\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()


def test_a_folder_or_three_names_make_a_library():
    assert make_a_library(["folder"])
    assert make_a_library(["a.txt", "folder"])
    assert make_a_library(["a.txt", "b.txt", "c.txt"])
    assert not make_a_library(["a.txt", "b.txt"])
    assert not make_a_library(["https://example.org/folder"])


@pytest.mark.parametrize(
    "names", [["folder"], ["a.txt", "a.txt"], ["a.txt", "https://example.org/"]]
)
def test_what_can_be_opened_is_not_refused(names):
    refused = None
    try:
        refuse_unopenable_names(names)
    except UserError as error:
        refused = str(error)
    assert refused is None


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ([], "is named"),
        (["a.txt"], "no second text"),
        (["a.txt", "gone.txt"], "no such file"),
        (["folder", "gone.txt"], "no such file"),
        (["folder", "https://example.org/"], "files and folders"),
        (["a.txt", "-", "folder"], "files and folders"),
        (["x" * 300], "too long"),
        (["a.txt", "x" * 300], "too long"),
        (["a.txt", "a.txt", "x" * 300], "too long"),
        (["a\0b"], "no file name"),
    ],
)
def test_what_cannot_be_is_told_why(names, why):
    with pytest.raises(UserError, match=why):
        refuse_unopenable_names(names)
