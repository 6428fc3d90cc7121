"""A real browser: a headless Chromium, driven through two pipes."""

import base64
import itertools
import json
import os
import re
import select
import subprocess
import sys
import time
from contextlib import suppress

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

    ``said`` is what the page wrote to the console, ``errors`` what of it is one;
    ``asked`` the addresses that it wanted from anywhere, and ``refused`` why it did
    not get them; ``painted`` what a reader sent to the terminal in it.
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
        self._forget()

    def _forget(self) -> None:
        self.said: list[str] = []
        self.errors: list[str] = []
        self.asked: list[str] = []
        self.refused: list[str] = []
        self.painted = ""

    def new_page(self) -> None:
        """Open an empty page in the place of the one there was."""
        self.close_page()
        self._forget()
        self._target = self.call("Target.createTarget", url="about:blank")["targetId"]
        answer = self.call("Target.attachToTarget", targetId=self._target, flatten=True)
        self._session = answer["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=1200,
            height=800,
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
            self._hear(str(given["exceptionDetails"]), "error")
        elif method == "Runtime.consoleAPICalled":
            self._hear(str(given["args"]), given["type"])
        elif method == "Log.entryAdded":
            self._hear(given["entry"]["text"], given["entry"]["level"])
        elif method == "Network.requestWillBeSent":
            self.asked.append(given["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.asked.append(given["url"])
            self.painted = ""
        elif method == "Network.loadingFailed":
            self.refused.append(given.get("blockedReason", given["errorText"]))
        elif method == "Network.webSocketFrameReceived":
            frame = given["response"]
            if frame["opcode"] == 2:
                painted = base64.b64decode(frame["payloadData"]).decode()
                self.painted += _ESCAPES.sub("", painted)

    def _hear(self, words, level) -> None:
        self.said.append(words)
        if level == "error":
            self.errors.append(words)

    def open(self, address) -> None:
        """Show what stands at the address, and wait until it does."""
        self.call("Page.navigate", url=address)
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
        assert self.comes(lambda: self.run(script)), f"never: {script}"

    def until_painted(self, words) -> None:
        """Wait until the reader has painted the words, and forget all it painted."""
        assert self.paints(words), f"never: {words}; {self.painted[-2000:]}"
        self.painted = ""

    def paints(self, words) -> bool:
        """Return whether the reader paints the words, however long one waits."""
        return self.comes(lambda: words in self.painted)

    def comes(self, condition) -> bool:
        """Return whether the condition comes true, however long one waits."""
        end = time.monotonic() + PATIENCE
        while not (true := condition()) and time.monotonic() < end:
            time.sleep(0.02)
            self.run("1")  # takes what the browser has told
        return bool(true)

    def press(self, key, *, control=False) -> None:
        """Press a key: a character or a name."""
        code = _KEYS.get(key) or (ord(key.upper()) if key.isalnum() else 0)
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
