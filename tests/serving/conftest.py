"""The reader served, and a real browser: a headless Chromium driven through pipes."""

import base64
import itertools
import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

PATIENCE = 60  # seconds; only a hang takes so long

# The browser reads commands from file 3 and writes answers to file 4.
_START = """
import fcntl, os, sys
there, back = (fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(there, 3)
os.dup2(back, 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""

_KEYS = {"Escape": 27, "Enter": 13}
_CONTROL = 2
_ESCAPES = re.compile(r"\x1b\[[0-9;?$<>]*[a-zA-Z]|\x1b\][^\x07]*\x07")


class Browser:
    """A Chromium with one page, over the DevTools protocol.

    ``asked`` are the addresses that the page wanted from anywhere, ``said`` what it
    wrote to the console, ``painted`` what the reader sent to its terminal.
    """

    def __init__(self, program: str, home) -> None:
        self._from, its_out = os.pipe()
        its_in, self._to = os.pipe()
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", _START, str(its_in), str(its_out), program),
                *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
                *("--disable-background-networking", "--disable-dev-shm-usage"),
                "--host-resolver-rules=MAP rebound.example 127.0.0.1",
                *("--remote-debugging-pipe", f"--user-data-dir={home}"),
                "about:blank",
            ],
            pass_fds=(its_in, its_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(its_in)
        os.close(its_out)
        self._numbers = itertools.count(1)
        self._rest = b""
        self._session = None
        self._target = None
        self.asked: list[str] = []
        self.said: list[str] = []
        self.painted = ""

    def new_page(self) -> None:
        """Open an empty page in the place of the one there was."""
        self.close_page()
        self.asked, self.said, self.painted = [], [], ""
        self._target = self.call("Target.createTarget", url="about:blank")["targetId"]
        answer = self.call("Target.attachToTarget", targetId=self._target, flatten=True)
        self._session = answer["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=1200,
            height=700,
            deviceScaleFactor=1,
            mobile=False,
        )

    def close_page(self) -> None:
        """Close the tab."""
        if self._target:
            self._session = None
            self.call("Target.closeTarget", targetId=self._target)
            self._target = None

    def call(self, method, **given):
        """Call a method of the protocol; return its result."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": given}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer["error"]
                return answer["result"]

    def _next(self):
        end = time.monotonic() + PATIENCE
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._from], [], [], end - time.monotonic())
            assert ready, "the browser does not answer"
            piece = os.read(self._from, 1 << 16)
            assert piece, "the browser has ended"
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        event = json.loads(message)
        self._take(event.get("method"), event.get("params", {}))
        return event

    def _take(self, method, given) -> None:
        if method == "Runtime.exceptionThrown":
            self.said.append(str(given["exceptionDetails"]))
        elif method == "Log.entryAdded":
            # That our own page could leave its sandbox is said of every such page.
            if given["entry"]["level"] == "error":
                self.said.append(given["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.asked.append(given["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.asked.append(given["url"])
            self.painted = ""
        elif method == "Network.webSocketFrameReceived":
            frame = given["response"]
            if frame["opcode"] == 2:
                painted = base64.b64decode(frame["payloadData"]).decode()
                self.painted += _ESCAPES.sub("", painted)

    def open(self, address) -> None:
        """Show what stands at the address, and wait until it does."""
        self.call("Page.navigate", url=address)
        self.until("document.readyState === 'complete'")

    def load_again(self) -> None:
        """Load the page again, and wait until its reader is asked for."""
        self.run("window.isOld = true")
        self.call("Page.reload")
        self.until("!window.isOld && document.body?.matches('.-loaded')")

    def run(self, script):
        """Return the value of an expression in the page."""
        answer = self.call(
            "Runtime.evaluate",
            expression=script,
            returnByValue=True,
            awaitPromise=True,
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, script) -> None:
        """Wait until the expression is true."""
        self._wait(lambda: self.run(script), script)

    def until_painted(self, words) -> None:
        """Wait until the reader has painted the words, and forget all it painted."""
        self._wait(lambda: self.run("1") and words in self.painted, words)
        self.painted = ""

    def _wait(self, condition, told) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"never: {told}; {self.painted[-2000:]}"
            time.sleep(0.05)

    def press(self, key, *, control=False) -> None:
        """Press a key: a character or a name."""
        code = _KEYS.get(key) or ord(key.upper())
        stands_for = {} if key in _KEYS or control else {"text": key}
        given = {
            "key": key,
            "windowsVirtualKeyCode": code,
            "modifiers": _CONTROL if control else 0,
        }
        self.call("Input.dispatchKeyEvent", type="keyDown", **given, **stands_for)
        self.call("Input.dispatchKeyEvent", type="keyUp", **given)

    def type(self, words) -> None:
        """Press one key after the other."""
        for key in words:
            self.press(key)

    def picture(self, path) -> None:
        """Keep what is seen."""
        data = self.call("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(data))

    def close(self) -> None:
        """End it."""
        self._session = None
        with suppress(AssertionError, OSError):
            self.call("Browser.close")
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._to)
        os.close(self._from)


@pytest.fixture(scope="module")
def one_browser(tmp_path_factory):
    """Return a browser, one for all tests of a module."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("there is no chromium here: NOTHING IS TRIED IN A REAL BROWSER")
    browser = Browser(program, tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


@pytest.fixture
def browser(one_browser):
    """Return the browser with a new page."""
    one_browser.new_page()
    yield one_browser
    one_browser.close_page()


class Served:
    """``diptych serve`` on two texts; ``address`` is what it printed."""

    def __init__(self, arguments, folder) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui_app", "serve", *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines = [self.process.stdout.readline() for _ in range(2)]
        self.address = self.lines[1].strip()
        assert self.address, self.process.stderr.read()
        self.origin, self.token = self.address.split("/?token=")

    def readers(self):
        """Return the numbers of the processes that it started."""
        number = self.process.pid
        return Path(f"/proc/{number}/task/{number}/children").read_text().split()

    def until_readers(self, count) -> None:
        """Wait until there are so many readers."""
        end = time.monotonic() + PATIENCE
        while len(self.readers()) != count:
            assert time.monotonic() < end, self.readers()
            time.sleep(0.05)

    def end(self, number=signal.SIGINT):
        """End it; return its status and what it printed meanwhile."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        out, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, errors


LEFT = "The harbour was closed for five years. The mayor spoke of xylophones.\n"
RIGHT = "The harbour was closed for seven years. The mayor talked of xylophones.\n"


@pytest.fixture
def texts(tmp_path):
    """Return a folder with two texts in it."""
    (tmp_path / "left.txt").write_text(LEFT, encoding="utf-8")
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def serve(texts):
    """Return a function that serves the two texts, or others."""
    running = []

    def start(*arguments):
        served = Served(arguments or ("left.txt", "right.txt"), texts)
        running.append(served)
        return served

    yield start
    for served in running:
        served.end()
