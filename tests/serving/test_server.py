"""What the server answers, and how it runs one reader for each page."""

import asyncio
import json
import os
import sys

import aiohttp
import pytest
from aiohttp.test_utils import TestServer, unused_port

from tui_app.serving import reader_process
from tui_app.serving.browser_page import page
from tui_app.serving.gate import Gate
from tui_app.serving.reader_process import shell_command
from tui_app.serving.server import make_app

# A reader in small: it tells its size, gives back what it is sent, ends when asked to.
_READER = """
import json, os, sys
def say(kind, data):
    os.write(1, kind + len(data).to_bytes(4, "big") + data)
os.write(1, b"__GANGLION__\\n")
say(b"D", f"{os.environ['COLUMNS']} x {os.environ['ROWS']}".encode())
while kind := sys.stdin.buffer.read(1):
    data = sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(4), "big"))
    told = kind == b"M" and json.loads(data)
    if told and told["type"] == "quit":
        break
    say(b"D", data)
"""
_ENDS_AT_ONCE = "import sys; sys.exit(2)"
_TELLS_ITS_NUMBER = """
import os, time
number = str(os.getpid()).encode()
os.write(1, b"__GANGLION__\\nD" + len(number).to_bytes(4, "big") + number)
"""
_NEVER_ENDS = f"{_TELLS_ITS_NUMBER}time.sleep(1000)"
_NEVER_STOPS_WRITING = f"""{_TELLS_ITS_NUMBER}
while True:
    os.write(1, b"D" + (1 << 16).to_bytes(4, "big") + bytes(1 << 16))
"""


class Client:
    """A browser in small, for the server of ``gate``."""

    def __init__(self, gate, session) -> None:
        self.gate = gate
        self._session = session

    def get(self, path, **headers):
        return self._session.get(self.gate.origin + path, headers=headers)

    def socket(self, size="", **headers):
        headers = {"Origin": self.gate.origin} | headers
        address = f"{self.gate.origin}/{self.gate.token}/ws{size}"
        return self._session.ws_connect(address, headers=headers)


@pytest.fixture
async def served():
    """Return a function that serves a reader and returns a client of it."""
    opened = []

    async def serve(reader=_READER):
        gate = Gate.on(unused_port())
        command = shell_command([sys.executable, "-c", reader])
        server = TestServer(make_app(gate, command, "<b>left | right"), port=gate.port)
        await server.start_server()
        session = aiohttp.ClientSession()
        opened.extend([session.close, server.close])
        return Client(gate, session)

    yield serve
    for close in opened:
        await close()


async def test_the_printed_address_gives_the_page(served):
    client = await served()
    async with client.get(f"/?token={client.gate.token}") as answer:
        assert answer.status == 200
        text = await answer.text()
    assert "<title>&lt;b&gt;left | right</title>" in text
    assert f"ws://{client.gate.host}/{client.gate.token}/ws" in text


@pytest.mark.parametrize(
    "path", ["/", "/?token=x", "/x/files/textual.js", "/x/ws", "/favicon.ico", "//"]
)
async def test_without_the_token_everything_is_refused(served, path):
    client = await served()
    async with client.get(path) as answer:
        assert answer.status == 403
        assert client.gate.token not in await answer.text()


async def test_a_foreign_host_and_a_foreign_origin_are_refused(served):
    client = await served()
    paths = (f"/?token={client.gate.token}", f"/{client.gate.token}/files/textual.js")
    foreign = ({"Host": "rebound.example"}, {"Origin": "http://other.example"})
    for path in paths:
        for headers in foreign:
            async with client.get(path, **headers) as answer:
                assert answer.status == 403
        async with client.get(path) as answer:
            assert answer.status == 200
    for headers in foreign:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await client.socket(**headers)
        assert refused.value.status == 403


async def test_only_the_files_of_the_page_are_given(served):
    client = await served()
    inside = f"/{client.gate.token}/files/"
    for name in ("textual.js", "xterm.css", "upright.ttf", "italic.ttf", "page.js"):
        async with client.get(inside + name) as answer:
            assert (answer.status, name) == (200, name)
    for name in ("", "page.html", "..%2Fserver.py", "js%2Ftextual.js", "/etc/passwd"):
        async with client.get(inside + name) as answer:
            assert (answer.status, name) == (404, name)


async def test_everything_is_sent_with_a_policy_that_lets_nothing_foreign_in(served):
    client = await served()
    token = client.gate.token
    for path in (f"/?token={token}", f"/{token}/files/page.js", f"/{token}/x", "/x"):
        async with client.get(path) as answer:
            policy = answer.headers["Content-Security-Policy"].split("; ")
            assert "default-src 'none'" in policy
            assert "script-src 'self'" in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.headers["Cache-Control"] == "no-store"
            assert "Set-Cookie" not in answer.headers


def test_the_page_names_no_other_host():
    text = page(Gate(8123, "a-token"), "left | right")
    assert "http:" not in text
    assert "https:" not in text
    assert '="//' not in text


async def test_keys_go_to_the_reader_and_what_it_paints_comes_back(served):
    client = await served()
    async with client.socket("?width=100&height=30") as page_socket:
        assert await page_socket.receive_bytes() == b"100 x 30"
        await page_socket.send_json(["stdin", "jäö\udc80"])
        assert await page_socket.receive_bytes() == "jäö?".encode()
        await page_socket.send_json(["resize", {"width": 90, "height": 20}])
        size = json.loads(await page_socket.receive_bytes())
        assert size == {"type": "resize", "width": 90, "height": 20}
        await page_socket.send_json(["ping", "12"])
        assert await page_socket.receive_json() == ["pong", "12"]


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        ("", b"80 x 24"),
        ("?width=x&height=1e9", b"80 x 24"),
        ("?width=-5&height=999999999", b"1 x 1000"),
        (f"?width={'9' * 5000}&height=0", b"80 x 1"),
    ],
)
async def test_a_size_that_cannot_be_is_not_believed(served, asked, size):
    client = await served()
    async with client.socket(asked) as page_socket:
        assert await page_socket.receive_bytes() == size


async def test_what_makes_no_sense_is_passed_over(served):
    client = await served()
    async with client.socket() as page_socket:
        await page_socket.receive_bytes()
        for message in (
            *("", "{", "[]", "7", '["stdin"]', '["stdin", 7]', '["resize", 7]'),
            *('{"type": "quit"}', '["quit"]', "[" * 100_000, '["ping", {}]'),
        ):
            await page_socket.send_str(message)
        await page_socket.send_bytes(b"\xff\x00")
        await page_socket.send_json(["resize", {"width": "x", "height": [1]}])
        size = json.loads(await page_socket.receive_bytes())
        assert size == {"type": "resize", "width": 80, "height": 24}


async def test_a_reader_that_ends_closes_its_page(served):
    client = await served(_ENDS_AT_ONCE)
    async with client.socket() as page_socket:
        message = await page_socket.receive()
        assert message.type is aiohttp.WSMsgType.CLOSE


@pytest.mark.parametrize("reader", [_NEVER_ENDS, _NEVER_STOPS_WRITING])
async def test_a_reader_that_will_not_end_is_ended(served, monkeypatch, reader):
    monkeypatch.setattr(reader_process, "_PATIENCE", 0.3)
    client = await served(reader)
    async with client.socket() as page_socket:
        number = int(await page_socket.receive_bytes())
    async with client.socket():
        assert await ends(number)


async def ends(number):
    """Return whether the process ends, however long one waits."""
    for _ in range(3000):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        await asyncio.sleep(0.02)
    return False
