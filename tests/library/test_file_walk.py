"""Every text under a path is met once; what is none is told, and never opened."""

import os
import socket
from pathlib import Path

import pytest

from tui_app.errors import UserError
from tui_app.library import file_walk
from tui_app.library.file_walk import FoundFile, walk_files
from tui_app.library.shelf import LeftOutFile


def names(paths, folder):
    return [
        os.path.relpath(one.path, folder)
        for one in walk_files(paths)
        if isinstance(one, FoundFile)
    ]


def left_out(*paths):
    return {
        Path(one.path).name: one.why
        for one in walk_files(paths)
        if isinstance(one, LeftOutFile)
    }


def test_files_come_in_the_order_of_their_names(tmp_path):
    for name in ("b/2.txt", "b/10.txt", "a.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names([tmp_path], tmp_path) == ["a.txt", "b/10.txt", "b/2.txt", "c.txt"]


def test_paths_are_told_as_they_were_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("x")
    assert [one.path for one in walk_files(["./a.txt"])] == ["./a.txt"]


def test_hidden_things_are_passed_over_unless_named(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("x")
    (tmp_path / ".b.txt").write_text("x")
    assert names([tmp_path], tmp_path) == []
    assert names([tmp_path / ".git"], tmp_path) == [".git/a.txt"]


def test_the_same_file_is_met_once(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "a.txt")
    assert names([tmp_path, tmp_path / "a.txt"], tmp_path) == ["a.txt"]
    assert left_out(tmp_path)["link.txt"] == f"is the same file as {tmp_path}/a.txt"


def test_links_in_a_circle_end(tmp_path):
    inner = tmp_path / "in"
    inner.mkdir()
    (inner / "a.txt").write_text("x")
    (inner / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "gone").symlink_to("nowhere")
    assert names([tmp_path], tmp_path) == ["in/a.txt"]
    assert left_out(tmp_path) == {
        "up": f"is the same folder as {tmp_path}",
        "self": "is a link that leads to itself",
        "gone": "is a link that leads nowhere",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with names")
def test_pipes_devices_and_sockets_are_never_opened(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("plug")
        assert left_out(".") == {
            "pipe": "is a pipe",
            "plug": "is a socket",
            "zero": "is a device",
        }


def test_empty_and_huge_files_are_left_out(tmp_path):
    (tmp_path / "empty").touch()
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(file_walk.LARGEST_FILE + 1)
    found = left_out(tmp_path)
    assert found["empty"] == "is empty"
    assert "larger than 16 MB" in found["huge"]


def test_a_folder_that_may_not_be_read_is_left_out(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(file_walk.os, "scandir", refuse)
    assert left_out(tmp_path) == {tmp_path.name: "permission denied"}


@pytest.mark.parametrize("name", ["missing", ""])
def test_a_path_that_is_not_there_is_said_at_once(name):
    with pytest.raises(UserError, match="no such file"):
        next(walk_files([name]))


def test_deep_folders_are_no_trouble(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(300):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text("x")
    os.chdir(tmp_path)
    assert len([*walk_files(["."])]) == 1


def test_a_name_that_the_system_refuses_is_left_out_with_why():
    name = "x" * 300
    assert [*walk_files([name])] == [(name, "file name too long")]
