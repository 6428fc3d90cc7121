"""A browser in the place of a terminal: what it sends, and that it can be gone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App
from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver
from textual.message import Message

from tui_app.ui.ending import leave_soon
from tui_app.ui.key_reader import KeyReader

_CLOSED = 128 + 1  # as for a terminal that is closed


class BrowserDriver(WebDriver):
    """Textual's driver for a browser; the reader ends in order with its page."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write: Any = partial(_write_whole, self.fileno)

    def start_application_mode(self) -> None:
        """Take the page."""
        super().start_application_mode()
        if not self._mouse:
            self._disable_mouse_support()

    def run_input_thread(self) -> None:
        """Hand on what comes from the page until one of both wants no more."""
        keys = KeyReader()
        for message in self._messages(keys):
            self.process_message(message)
        if not self.exit_event.is_set():
            self._leave()

    def _messages(self, keys: KeyReader) -> Iterator[Message]:
        packets = ByteStream()
        for data in self._input_reader:
            for kind, payload in packets.feed(data) if data else ():
                if kind == "D":
                    yield from keys.feed(payload)
                else:
                    self._on_meta(kind, payload)
            yield from keys.tick()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Do what the server asks; when the page is closed, keep what is written."""
        if packet_type == "quit":
            self._leave()
        else:
            super().on_meta(packet_type, payload)

    def _leave(self) -> None:
        self._app.call_later(leave_soon, self._app, _CLOSED)


def _write_whole(file: int, data: bytes) -> None:
    """Write it all; when nobody reads any more, the end of the input tells so."""
    rest = memoryview(data)
    with suppress(OSError):
        while rest:
            rest = rest[os.write(file, rest) :]
