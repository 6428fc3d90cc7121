"""Over a connection to another machine: the same screen; cut, it leaves nothing."""

import getpass
import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest

from .ended_program import ended

LEFT = "The harbour was closed for five years. The mayor spoke.\n"
RIGHT = "The harbour was closed for seven years. The mayor talked.\n"
SERVER = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")


@pytest.fixture
def ssh(tmp_path):
    """Return the command that runs one on a server of the test's own, or skip."""
    if not (SERVER and shutil.which("ssh") and shutil.which("ssh-keygen")):
        pytest.skip("no server and client of ssh are installed")
    for name in ("host", "user"):
        make = ("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name)
        subprocess.run(make, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "Port": str(port),
        "ListenAddress": "127.0.0.1",
        "HostKey": str(tmp_path / "host"),
        "AuthorizedKeysFile": str(tmp_path / "user.pub"),
        "PidFile": "none",
        "StrictModes": "no",
        "UsePAM": "no",
    }
    options = [part for one in settings.items() for part in ("-o", "=".join(one))]
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # the server insists on it
    server = subprocess.Popen(
        (SERVER, "-D", "-f", "/dev/null", *options), stderr=subprocess.DEVNULL
    )
    command = [
        *("ssh", "-tt", "-q", "-F", "none", "-p", str(port), "-i", tmp_path / "user"),
        *("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"),
        *("-o", "BatchMode=yes", f"{getpass.getuser()}@127.0.0.1"),
    ]
    try:
        if not _answers([*command, "true"]):
            pytest.skip("a server of ssh may let nobody in here")
        yield list(map(str, command))
    finally:
        server.terminate()
        server.wait()


def _answers(command):
    for _ in range(50):
        if not subprocess.run(command, check=False, capture_output=True).returncode:
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def reader(ssh, tmp_path, homes):
    """Return the reader on two texts, at the far end of the connection."""
    (tmp_path / "left.txt").write_text(LEFT)
    (tmp_path / "right.txt").write_text(RIGHT)
    words = ["env", *(f"{name}={value}" for name, value in homes.items())]
    words += [f"PYTHONPATH={Path.cwd()}", sys.executable, "-m", "tui_app"]
    run = f"cd {tmp_path} && {shlex.join([*words, 'left.txt', 'right.txt'])}"
    child = pexpect.spawn(
        ssh[0],
        [*ssh[1:], run],
        env=os.environ | {"TERM": "xterm-256color"},
        dimensions=(24, 100),
        timeout=60,
    )
    child.expect_exact("Help")
    yield child
    child.close(force=True)


def _with_a_note_begun(reader, words):
    for _ in range(20):  # the notes open behind the first screen
        reader.send("a")
        if reader.expect([b"Note on row", pexpect.TIMEOUT], timeout=1.5) == 0:
            break
    reader.send(words)
    reader.expect_exact(words)


def test_one_reads_and_notes_in_the_size_of_ones_own_terminal(reader, tmp_path):
    _with_a_note_begun(reader, "kept far away")
    reader.send("\x13")
    reader.expect_exact("1 note")
    reader.setwinsize(30, 60)
    reader.expect_exact("Help")
    reader.send("q")
    assert ended(reader) == 0
    (journal,) = (tmp_path / "DATA").rglob("*.jsonl")
    assert "kept far away" in journal.read_text()


def test_a_connection_that_is_cut_leaves_a_draft_and_no_process(reader, tmp_path):
    _with_a_note_begun(reader, "not finished")
    assert _readers_in(tmp_path)
    reader.close(force=True)
    end = time.monotonic() + 30
    while _readers_in(tmp_path) and time.monotonic() < end:
        time.sleep(0.1)
    assert not _readers_in(tmp_path)
    (draft,) = (tmp_path / "STATE").rglob("drafts/**/*.json")
    assert json.loads(draft.read_text())["body"] == "not finished"


def _readers_in(folder):
    return [one for one in Path("/proc").glob("[0-9]*") if _works_in(one, folder)]


def _works_in(process, folder):
    try:
        return (process / "cwd").resolve() == folder.resolve()
    except OSError:
        return False
