"""A file that is no journal is refused and stays what it is; a cut one is said so."""

from __future__ import annotations

import json

import pytest

from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.notebook import Notebook


def opened(comparison, path=None):
    return Notebook.open(comparison.left, comparison.right, notes_path=path)


def bodies(notebook):
    return [note.body for note in notebook.notes]


FOREIGN = [
    b"My essay, one line, no line end",
    b"My essay, one line\n",
    b"My essay\n\nin two paragraphs",
    b'{"name": "package", "version": 1}',
    b'{"v":1,"name":"package"}',
    b'{"v":1,"name":"package"}\n',
    b'{"v":1,"op":7}\n',
    b'[{"v":1,"op":"put"}]',
    b'{"crc":"none","v":1}',
    b'{"crc":"12345678"',
    b"{",
    b"\0" * 64,
    b"\xef\xbb\xbfEssay",
]


@pytest.mark.parametrize("content", FOREIGN)
def test_a_file_that_does_not_show_it_is_a_journal_is_refused(
    comparison, tmp_path, content
):
    path = tmp_path / "essay.txt"
    path.write_bytes(content)
    with pytest.raises(UserError, match="something else than notes"):
        opened(comparison, path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", FOREIGN)
def test_nor_is_one_written_to_that_took_the_place_of_the_journal_since(
    comparison, tmp_path, content
):
    path = tmp_path / "essay.txt"
    notebook = opened(comparison, path)
    path.write_bytes(content)
    with pytest.raises(UserError, match="something else than notes"):
        notebook.add("lost?", row_anchors(comparison, 0))
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"\n", b"\n\n"])
def test_an_empty_file_becomes_a_journal(comparison, tmp_path, content):
    path = tmp_path / "notes.jsonl"
    path.write_bytes(content)
    opened(comparison, path).add("first", row_anchors(comparison, 0))
    assert bodies(opened(comparison, path)) == ["first"]


def test_lines_of_ours_without_checksum_show_it_is_a_journal(comparison, tmp_path):
    path = tmp_path / "notes.jsonl"
    opened(comparison, path).add("by hand", row_anchors(comparison, 0))
    lines = [json.loads(line) for line in path.read_bytes().splitlines()]
    for fields in lines:
        del fields["crc"]
    path.write_text("".join(json.dumps(f, separators=(",", ":")) + "\n" for f in lines))
    again = opened(comparison, path)
    assert bodies(again) == ["by hand"]
    assert any("no checksum" in remark for remark in again.remarks)


@pytest.mark.parametrize("chosen", [True, False])
def test_a_journal_cut_in_its_last_line_is_said_to_be(comparison, tmp_path, chosen):
    path = tmp_path / "notes.jsonl" if chosen else None
    notebook = opened(comparison, path)
    notebook.add("whole", row_anchors(comparison, 0))
    kept = notebook.where.stat().st_size
    notebook.add("cut", row_anchors(comparison, 1))
    whole = notebook.where.read_bytes()
    for size in (kept + 1, kept + 30, len(whole) - 2):
        notebook.where.write_bytes(whole[:size])
        again = opened(comparison, path)
        assert bodies(again) == ["whole"]
        (remark,) = again.remarks
        assert "last line" in remark
        assert str(again.where) in remark


def test_a_journal_whose_first_line_was_cut_is_still_one(comparison, tmp_path):
    path = tmp_path / "notes.jsonl"
    opened(comparison, path).add("x", row_anchors(comparison, 0))
    path.write_bytes(path.read_bytes()[:80])
    again = opened(comparison, path)
    assert any("last line" in remark for remark in again.remarks)
    again.add("next", row_anchors(comparison, 0))
    assert bodies(opened(comparison, path)) == ["next"]


def test_a_line_that_lacks_only_its_end_is_read(comparison):
    notebook = opened(comparison)
    notebook.add("first", row_anchors(comparison, 0))
    notebook.add("second", row_anchors(comparison, 1))
    notebook.where.write_bytes(notebook.where.read_bytes()[:-1])
    again = opened(comparison)
    assert bodies(again) == ["first", "second"]
    assert again.remarks == ()
    again.add("third", row_anchors(comparison, 0))
    assert not again.poll()
    assert bodies(opened(comparison)) == ["first", "second", "third"]


def test_so_is_a_line_of_somebody_elses_program_once(comparison):
    notebook = opened(comparison)
    notebook.add("first", row_anchors(comparison, 0))
    notebook.add("second", row_anchors(comparison, 1))
    whole = notebook.where.read_bytes()
    without_checksum = b"{" + whole.splitlines()[-1].partition(b",")[2]
    notebook.where.write_bytes(b"\n".join([*whole.splitlines()[:-1], without_checksum]))
    again = opened(comparison)
    assert bodies(again) == ["first", "second"]
    with notebook.where.open("ab") as file:
        file.write(b"\n")
    assert not again.poll()
    assert again.remarks == ("1 line has no checksum and cannot be verified.",)


def test_a_link_to_itself_is_refused_in_one_line(comparison, tmp_path):
    loop = tmp_path / "loop.jsonl"
    loop.symlink_to(loop)
    for path in (loop, loop / "notes.jsonl"):
        with pytest.raises(UserError, match="it is a link"):
            opened(comparison, path)


def test_so_is_one_above_the_place_of_all_notes(comparison, tmp_path, monkeypatch):
    (tmp_path / "loop").symlink_to("loop")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "loop" / "data"))
    with pytest.raises(UserError, match="it is a link"):
        opened(comparison)
