"""Whatever a path leads to: a document, or one clear line; never a wait for ever."""

import io
import os
import socket
import threading
from pathlib import Path

import pytest

from tui_app.core.extract import BEFORE_AND_AFTER
from tui_app.core.loading import load_both, load_document, refuse_without_changes
from tui_app.core.loading import sources as reading
from tui_app.core.model import Progress
from tui_app.errors import UserError


def refusal(name):
    with pytest.raises(UserError) as caught:
        load_document(name, "sentence")
    line = str(caught.value)
    assert len(line.splitlines()) == 1
    return line


def test_a_file_becomes_a_document_with_its_path_as_given(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("One here. Two there.\n\nThree.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    document = load_document("a.txt", "sentence")
    assert document.source == "a.txt"
    units = [document.unit_text(number) for number in range(len(document.units))]
    assert units == ["One here.", "Two there.", "Three."]
    assert load_document(Path("a.txt"), "paragraph").source == "a.txt"


def test_every_line_end_is_a_newline(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n\r\nfour")
    document = load_document(path, "line")
    assert document.text == "one\ntwo\nthree\n\nfour"
    assert [unit.paragraph for unit in document.units] == [0, 0, 0, 1]


def test_remarks_on_the_encoding_reach_the_document(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Der Müller ist schön und die Brücke auch.".encode("cp1252"))
    (remark,) = load_document(path, "sentence").remarks
    assert "windows-1252" in remark


def test_what_is_no_text_file_is_refused_by_what_it_is(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b" \n\n")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "sound.mp3").write_bytes(bytes(2000))
    assert "there is no such file" in refusal(tmp_path / "missing.txt")
    assert "is a folder" in refusal(tmp_path)
    assert "is empty" in refusal(tmp_path / "empty.txt")
    assert "leads to itself" in refusal(tmp_path / "loop")
    assert "looks binary" in refusal(tmp_path / "sound.mp3")
    assert "name is too long" in refusal("x" * 5000)
    assert "no file name" in refusal("a\0b")
    assert "no file name" in refusal("")
    assert "is a device" in refusal("/dev/zero")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("secret")
    path.chmod(0)
    assert "may not be read" in refusal(path)


def test_a_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("s")
        assert "is a socket" in refusal("s")


def test_a_pipe_is_read_to_its_end(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=("From a pipe. " * 9000,))
    writer.start()
    document = load_document(path, "sentence")
    writer.join()
    assert document.text == "From a pipe. " * 9000


def test_a_pipe_nobody_writes_to_is_given_up(tmp_path, monkeypatch):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    monkeypatch.setattr(reading, "_PIPE_PATIENCE", 0.01)
    assert "nothing came through the pipe" in refusal(path)


def test_a_huge_file_is_refused_without_reading_it_all(tmp_path, monkeypatch):
    path = tmp_path / "huge.txt"
    path.write_bytes(b"word " * 1000)
    monkeypatch.setattr(reading, "LARGEST_TEXT", 4000)
    assert "is larger than" in refusal(path)


def test_standard_input_is_a_dash(monkeypatch):
    raw = io.TextIOWrapper(io.BytesIO("Ein Satz. Ü.\r\n".encode()))
    monkeypatch.setattr("sys.stdin", raw)
    document = load_document("-", "sentence")
    assert (document.text, document.source) == ("Ein Satz. Ü.\n", "-")


def test_closed_standard_input_is_said(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    assert "standard input is closed" in refusal("-")


def test_one_document_is_loaded_before_and_after_its_changes(tracked_file):
    path = tracked_file("Banks {-close-}{+open+}.")
    before, after = load_both(path, path, "sentence", BEFORE_AND_AFTER)
    assert (before.text, after.text) == ("Banks close.", "Banks open.")
    assert (before.name, after.name) == (f"{path} (before)", f"{path} (after)")
    assert not before.remarks + after.remarks
    same, again = load_both(path, path, "sentence")
    assert same.text == again.text == "Banks open."
    assert same.name == path


def test_a_document_without_changes_is_no_pair(tracked_file):
    path = tracked_file("Banks close.")
    with pytest.raises(UserError, match="has no tracked changes"):
        load_both(path, path, "sentence", BEFORE_AND_AFTER)


def test_a_text_that_can_have_no_changes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Words.")
    with pytest.raises(UserError, match="there is no second text"):
        refuse_without_changes(str(path))


def test_what_is_being_done_is_told_before_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    told = []

    def tell(doing, progress):
        told.append((doing, progress))
        for name in ("a.txt", "b.txt"):  # as late as that
            (folder / name).write_text("Some words.", encoding="utf-8")

    load_both("in/a.txt", str(folder / "b.txt"), "paragraph", tell=tell)
    assert told == [
        ("reading a.txt", Progress()),
        ("finding the passages of a.txt", Progress()),
        ("reading b.txt", Progress()),
        ("finding the passages of b.txt", Progress()),
    ]


def test_a_text_that_is_no_file_is_told_in_words(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Some words.")))
    told = []
    load_document("-", "line", tell=lambda doing, _: told.append(doing))
    assert told[0] == "reading standard input"
