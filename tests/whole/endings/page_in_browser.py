"""A page of ``diptych serve``, as far as the server sees one: a websocket."""

from __future__ import annotations

import asyncio
import json
import threading
from contextlib import suppress

import aiohttp

from .letter_grid import LetterGrid
from .pty_session import SIZE, PtySession


class PageInBrowser:
    """The page at an address, open until the server or the session is gone."""

    def __init__(self, address: str, session: PtySession) -> None:
        self._origin, _, self._token = address.partition("/?token=")
        self._session = session
        self._grid = LetterGrid(*SIZE)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        thread = threading.Thread(target=self._run, daemon=True)
        thread.start()
        session.at_end(lambda: thread.join(10))

    def _run(self) -> None:
        with suppress(aiohttp.ClientError, OSError):
            asyncio.run(self._stay())

    async def _stay(self) -> None:
        self._loop = asyncio.get_running_loop()
        address = f"{self._origin}/{self._token}/ws?width={SIZE[1]}&height={SIZE[0]}"
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(address, headers={"Origin": self._origin}) as socket,
        ):
            self._socket = socket
            async for message in socket:
                if message.type is aiohttp.WSMsgType.BINARY:
                    self._grid.feed(message.data)

    def wait_for(self, words: str) -> None:
        """Wait until the words were painted."""
        self._session.wait_until(lambda: self._grid.shows(words), words)

    def type(self, keys: str) -> None:
        """Press keys."""
        if self._socket is not None and self._loop is not None:
            sent = self._socket.send_str(json.dumps(["stdin", keys]))
            asyncio.run_coroutine_threadsafe(sent, self._loop).result(10)

    def open_note_box(self) -> None:
        """Press the key until the box is there: notes open behind the first screen."""

        def is_open() -> bool:
            self.type("a")
            found = self._session.holds_within
            return found(1.0, lambda: self._grid.shows("Note on row"))

        self._session.wait_until(is_open, "the box of a note")
