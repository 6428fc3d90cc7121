"""``diptych serve``: what it refuses in one line, and how it ends."""

import os
import shlex
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui_app.cli import serve as serve_command
from tui_app.cli.main import main

PATIENCE = 60  # seconds; only a hang takes so long


@pytest.fixture(autouse=True)
def texts(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("The minister came. He spoke of xylophones.\n")
    (tmp_path / "b.txt").write_text("The minister came. He talked of xylophones.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refusal(capsys, *words):
    """Return the one line that ``diptych serve`` prints and ends with."""
    assert main(["serve", *words]) == 2
    out, errors = capsys.readouterr()
    assert out == ""
    assert errors.count("\n") == 1
    return errors.removeprefix("diptych: ").rstrip()


@pytest.mark.parametrize(
    ("name", "said"),
    [("-", "-"), ("clipboard:", "the clipboard"), ("pipe", "pipe")],
)
def test_what_can_be_read_only_once_is_refused(capsys, name, said):
    os.mkfifo("pipe")
    why = "can be read only once, and each page in the browser reads it"
    line = f"{said}: {why}, save it to a file"
    assert refusal(capsys, "a.txt", name) == line
    assert refusal(capsys, name, "a.txt") == line


def test_a_text_that_no_page_could_show_is_refused_before_anything_is_served(capsys):
    Path("empty.txt").touch()
    assert "no such file" in refusal(capsys, "a.txt", "missing.txt")
    assert "is a folder" in refusal(capsys, ".", "a.txt")
    assert "is empty" in refusal(capsys, "a.txt", "empty.txt")
    assert "no second text" in refusal(capsys, "a.txt")


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "8000.5", "٨٠٠٠"])
def test_what_is_no_port_is_refused(capsys, port):
    line = refusal(capsys, "a.txt", "b.txt", f"--port={port}")
    assert f"'{port}' is no port (1 to 65535)" in line


def test_a_port_that_is_taken_is_told(capsys):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        line = refusal(capsys, "a.txt", "b.txt", "--port", str(port))
    hint = "name another with --port, or none: a free one is found"
    assert line == f"port {port}: is taken, {hint}"


def test_without_the_extra_the_command_that_brings_it_is_told(capsys, monkeypatch):
    monkeypatch.setattr(serve_command, "find_spec", lambda _: None)
    line = refusal(capsys, "a.txt", "b.txt")
    assert line.startswith("serve: needs the extra 'serve', which is not installed")
    assert line.endswith(f"run: {sys.executable} -m pip install 'diptych[serve]'")


def test_what_is_asked_for_one_run_holds_for_each_page(monkeypatch):
    served = []

    def serve(command, *_):
        served.append(shlex.split(command.removeprefix("exec ")))

    monkeypatch.setattr("tui_app.serving.server.serve", serve)
    asked = ["--theme=nord", "--layout=merged", "--unit=line", "--no-config", "--ascii"]
    assert main(["serve", "a.txt", "b.txt", *asked]) == 0
    assert set(asked) <= set(served[0])
    assert served[0][-2:] == ["a.txt", "b.txt"]


@pytest.fixture
def server():
    """Return a running server and its address."""
    with subprocess.Popen(
        [sys.executable, "-m", "tui_app", "serve", "a.txt", "b.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        first, address = process.stdout.readline(), process.stdout.readline()
        assert first == "Open this in a browser on this machine; ctrl+c ends it.\n"
        yield process, address.strip()
        process.kill()


def open_page(address):
    """Open the websocket of the page, wait for the reader, and return both.

    The handshake is written by hand: no more than a socket is needed for it.
    """
    origin, token = address.split("/?token=")
    host = origin.removeprefix("http://")
    name, port = host.split(":")
    connection = socket.create_connection((name, int(port)), timeout=PATIENCE)
    connection.sendall(
        f"GET /{token}/ws HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n".encode()
    )
    painted = b""
    while b"xylophones" not in painted:
        piece = connection.recv(1 << 16)
        assert piece, painted
        painted += piece
    return connection


def children(process):
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


def left_behind(numbers):
    """Return which of the processes will not end, however long one waits."""
    end = time.monotonic() + PATIENCE
    while there := [one for one in numbers if Path(f"/proc/{one}").exists()]:
        if time.monotonic() > end:
            break
        time.sleep(0.05)
    return there


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_ends_the_server_and_its_readers(server, number):
    process, address = server
    with open_page(address):
        readers = children(process)
        assert len(readers) == 1
        process.send_signal(number)
        out, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, errors) == (0, "", "")
    assert left_behind(readers) == []


def test_a_server_that_is_killed_leaves_no_reader_behind(server):
    process, address = server
    with open_page(address):
        readers = children(process)
        assert len(readers) == 1
        process.kill()
        assert left_behind(readers) == []


def test_it_listens_on_this_machine_alone(server):
    process, address = server
    port = int(address.split(":")[2].split("/")[0])
    hexadecimal = f":{port:04X}"
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
    listening = [
        line.split()[1]
        for line in lines
        if line.split()[1].endswith(hexadecimal) and line.split()[3] == "0A"
    ]
    assert listening == [f"0100007F{hexadecimal}"]
    assert process.poll() is None
