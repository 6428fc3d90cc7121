"""F3, F4, F11, F12: a full disk, a limit, read-only places, other people's files."""

from __future__ import annotations

import contextlib
import os
import resource
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.notebook import Notebook

PAIR = compare_texts("One thing. Another thing.", "One thing. A third thing.")
ANCHORS = row_anchors(PAIR, 0)
NOBODY = 65534


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def opened(path=None):
    return Notebook.open(PAIR.left, PAIR.right, notes_path=path)


def bodies(path=None):
    return {note.body for note in opened(path).notes}


def filled(book, size=400):
    """Save until it cannot be; return what was saved and what was said."""
    saved = set()
    for number in range(100_000):
        body = f"{number} " + "x" * size
        try:
            book.add(body, ANCHORS)
        except UserError as error:
            return saved, str(error)
        saved.add(body)
    raise AssertionError("the place never filled up")


@pytest.mark.parametrize("options", ["size=256k", "size=1m,nr_inodes=12"])
def test_a_full_disk_is_said_and_loses_nothing(mounted, monkeypatch, options):
    disk = mounted("-t", "tmpfs", "-o", options, "tmpfs")
    monkeypatch.setenv("XDG_DATA_HOME", str(disk))
    ballast = disk / "ballast"
    ballast.write_bytes(b"x" * 65536)
    book = opened()
    saved, said = filled(book)
    assert saved
    assert "the disk is full" in said
    assert "free some space" in said
    assert bodies() == saved
    assert list(disk.rglob(".diptych-tmp-*")) == []
    ballast.unlink()
    book.add("room again", ANCHORS)
    assert bodies() == saved | {"room again"}


def test_a_limit_on_file_sizes_tears_no_line():
    book = opened()
    book.add("before", ANCHORS)
    size = book.where.stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 300, hard))
    try:
        with pytest.raises(UserError, match="the file may not grow"):
            book.add("too much " * 100, ANCHORS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert book.where.stat().st_size == size
    book.add("after", ANCHORS)
    assert bodies() == {"before", "after"}


def test_a_read_only_file_system_is_said_at_opening(mounted, monkeypatch):
    disk = mounted("-t", "tmpfs", "-o", "size=1m", "tmpfs")
    monkeypatch.setenv("XDG_DATA_HOME", str(disk))
    opened().add("before", ANCHORS)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    book = opened()
    assert not book.writable
    assert any("read-only" in remark for remark in book.remarks)
    with pytest.raises(UserError, match="read-only"):
        book.add("no", ANCHORS)
    assert bodies() == {"before"}
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    book.add("again", ANCHORS)
    assert bodies() == {"before", "again"}


@pytest.mark.usefixtures("as_root")
def test_an_immutable_file_is_said(needs):
    needs("chattr")
    book = opened()
    book.add("before", ANCHORS)
    if subprocess.run(["chattr", "+i", book.where], check=False).returncode:
        pytest.skip("NOT TESTED: no immutable files on this file system")
    try:
        with pytest.raises(UserError, match="not saved"):
            book.add("no", ANCHORS)
        assert bodies() == {"before"}
    finally:
        subprocess.run(["chattr", "-i", book.where], check=True)
    book.add("again", ANCHORS)


@contextlib.contextmanager
def being(uid):
    """Be another user for a while, as far as files are concerned."""
    os.seteuid(uid)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.usefixtures("as_root")
def test_a_directory_of_others_is_read_and_said():
    with tempfile.TemporaryDirectory(dir="/var/tmp") as directory:
        Path(directory).chmod(0o755)
        path = Path(directory) / "notes.jsonl"
        opened(path).add("root's", ANCHORS)
        path.chmod(0o644)
        with being(NOBODY):
            book = opened(path)
            assert {note.body for note in book.notes} == {"root's"}
            assert not book.writable
            assert any("permission" in remark for remark in book.remarks)
            assert any("Without --notes" in remark for remark in book.remarks)
            with pytest.raises(UserError, match="no permission to write"):
                book.add("no", ANCHORS)


@pytest.mark.usefixtures("as_root")
def test_a_file_planted_by_another_user_is_refused(tmp_path):
    public = tmp_path / "public"
    public.mkdir()
    public.chmod(0o1777)
    path = public / "notes.jsonl"
    path.write_text("")
    os.chown(path, NOBODY, NOBODY)
    with pytest.raises(UserError, match="another user"):
        opened(path)


def test_modes_are_never_loosened_and_the_umask_not_needed():
    before = os.umask(0o077)
    try:
        opened().add("note", ANCHORS)
    finally:
        os.umask(before)
    where = opened().where
    assert stat.S_IMODE(where.stat().st_mode) == 0o600
    where.chmod(0o400)
    with contextlib.suppress(UserError):
        opened().add("another", ANCHORS)
    assert stat.S_IMODE(where.stat().st_mode) == 0o400


def test_errors_are_one_line_without_a_traceback(home):
    """From outside, as a user sees it."""
    (home / "data").write_text("a file where a directory should be")
    program = (
        "import sys\n"
        "from tui_app.core.comparison import compare_texts\n"
        "from tui_app.errors import UserError\n"
        "from tui_app.notes.notebook import Notebook\n"
        "pair = compare_texts('One.', 'Two.')\n"
        "try:\n"
        "    Notebook.open(pair.left, pair.right).add('x')\n"
        "except UserError as error:\n"
        "    sys.exit(f'diptych: {error}')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "cannot read the notes" in done.stderr
