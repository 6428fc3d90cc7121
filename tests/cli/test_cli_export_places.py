"""An export goes where the user said, and what stands there stays what it is."""

import os
import stat
import threading
from pathlib import Path
from queue import Queue

import pytest

from tui_app.cli.main import main


@pytest.fixture(autouse=True)
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One came here. Two went there.")
    (tmp_path / "b.txt").write_text("One came here. Two went away.")
    assert main(["notes", "add", "a.txt", "b.txt", "--row", "2", "-m", "here"]) == 0
    return tmp_path


def export(name):
    return main(["notes", "export", "a.txt", "b.txt", "-o", name, "--format", "csv"])


def received_by(pipe):
    """Return where what is written to the pipe will be; nobody waits for ever."""
    received = Queue()
    threading.Thread(
        target=lambda: received.put(pipe.read_bytes()), daemon=True
    ).start()
    return received


def test_a_pipe_is_written_to_and_stays_a_pipe(texts):
    pipe = texts / "pipe"
    os.mkfifo(pipe)
    received = received_by(pipe)
    assert export("pipe") == 0
    assert stat.S_ISFIFO(pipe.lstat().st_mode)
    assert b"here" in received.get(timeout=10)


def test_a_device_is_written_to_and_stays_a_device():
    # Of a device of one's own: what is written to a terminal comes out at its master.
    master, slave = os.openpty()
    device = Path(os.ttyname(slave))
    before = device.stat().st_rdev
    assert export(str(device)) == 0
    assert b"row,kind" in os.read(master, 1000)
    assert stat.S_ISCHR(device.stat().st_mode)
    assert device.stat().st_rdev == before
    os.close(master)
    os.close(slave)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(texts, there):
    folder = texts / "elsewhere"
    folder.mkdir()
    target = folder / "notes.csv"
    if there:
        target.write_text("older")
        target.chmod(0o640)
    (texts / "middle.csv").symlink_to(target)
    (texts / "link.csv").symlink_to("middle.csv")
    assert export("link.csv") == 0
    assert (texts / "link.csv").is_symlink()
    assert (texts / "middle.csv").is_symlink()
    assert "here" in target.read_text()
    if there:
        assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_to_a_pipe_is_written_through(texts):
    os.mkfifo(texts / "pipe")
    (texts / "link").symlink_to("pipe")
    received = received_by(texts / "pipe")
    assert export("link") == 0
    assert (texts / "link").is_symlink()
    assert b"here" in received.get(timeout=10)


def test_a_link_to_itself_is_refused_in_one_line(texts, capsys):
    (texts / "loop.csv").symlink_to("loop.csv")
    assert export("loop.csv") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("diptych: loop.csv: ")
    assert (texts / "loop.csv").is_symlink()


def test_what_is_remembered_may_be_kept_behind_a_link(texts):
    from tui_app.disk.durable import swap_file

    (texts / "state.json").symlink_to("kept.json")
    (texts / "kept.json").write_text("old")
    swap_file(texts / "state.json", b"new")
    assert (texts / "state.json").is_symlink()
    assert (texts / "kept.json").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "why"),
    [("no/notes.csv", "there is no such folder"), ("a" * 300, "not written: ")],
)
def test_a_place_that_cannot_be_is_one_line(capsys, name, why):
    capsys.readouterr()
    assert export(name) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"diptych: {name}: {why}")
