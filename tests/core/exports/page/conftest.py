"""A real browser for the page: a headless Chromium, driven through two pipes."""

import itertools
import json
import os
import select
import shutil
import subprocess
import sys
import time
from contextlib import suppress

import pytest

_PATIENCE = 60

# The browser reads commands from file 3 and writes answers to file 4.
_START = """
import fcntl, os, sys
there, back = (fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(there, 3)
os.dup2(back, 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""


class Browser:
    """A Chromium that shows one file, over the DevTools protocol.

    ``said`` is what the page wrote to the console, errors of all kinds among it;
    ``asked`` the addresses that it wanted from anywhere, and ``refused`` why it did
    not get them.
    """

    def __init__(self, program: str, home) -> None:
        self._from, its_out = os.pipe()
        its_in, self._to = os.pipe()
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", _START, str(its_in), str(its_out), program),
                *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
                *("--disable-dev-shm-usage", "--remote-debugging-pipe"),
                *(f"--user-data-dir={home}", "about:blank"),
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
        self.said: list[str] = []
        self.asked: list[str] = []
        self.refused: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        answer = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = answer["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

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
        end = time.monotonic() + _PATIENCE
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
        elif method == "Runtime.consoleAPICalled":
            self.said.append(str(given["args"]))
        elif method == "Log.entryAdded":
            self.said.append(given["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.asked.append(given["request"]["url"])
        elif method == "Network.loadingFailed":
            self.refused.append(given.get("blockedReason", given["errorText"]))

    def open(self, path, width=1200, height=800) -> None:
        """Show the file and wait until it stands."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.said.clear()
        self.asked.clear()
        self.refused.clear()
        self.call("Page.navigate", url=path.as_uri())
        self.until("document.readyState === 'complete'")

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
        self.wait_for(lambda: self.run(script))

    def wait_for(self, told) -> None:
        """Wait until ``told`` returns what is true."""
        end = time.monotonic() + _PATIENCE
        while not told():
            assert time.monotonic() < end, "it never came"
            self.run("1")  # takes what the browser has told
            time.sleep(0.02)

    def press(self, key) -> None:
        """Press a key, named as events name it."""
        text = {"text": key} if len(key) == 1 else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def click(self, script) -> None:
        """Click in the middle of the element that the expression gives."""
        x, y = self.run(
            f"(() => {{ const box = ({script}).getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent",
                type=kind,
                x=x,
                y=y,
                button="left",
                clickCount=1,
            )

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
def browser(tmp_path_factory):
    """Return a browser, one for all tests of a module."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("there is no chromium here: the page is not opened in a browser")
    one = Browser(program, tmp_path_factory.mktemp("chromium"))
    yield one
    one.close()
