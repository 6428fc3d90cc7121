"""The server on this machine: its port, its answers, its readers, its end."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

from aiohttp import WSCloseCode, WSMessage, WSMsgType, hdrs, web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.download_manager import DownloadManager

from tui_app.errors import UserError
from tui_app.serving.browser_page import page, page_file, page_headers
from tui_app.serving.gate import LOOPBACK, Gate
from tui_app.serving.reader_process import ReaderProcess

_MOST_COLUMNS, _MOST_LINES = 2000, 1000
_COLUMNS, _LINES = 80, 24  # where a page does not tell

_LONGEST_MESSAGE = 4 << 20  # bytes; what is pasted comes at once

_HEARTBEAT = 15.0  # seconds; a page that does not answer is gone
_FAREWELL = 15.0  # seconds for all pages and readers to end


def serve(command: str, title: str, port: int, say: Callable[[str], None]) -> None:
    """Serve the reader that ``command`` starts until ctrl+c or a signal ends it.

    ``port`` may be 0 for any that is free. ``say`` is told the address to open.
    Raises ``UserError`` where the port cannot be had.
    """
    if not os.environ.get("DIPTYCH_TRACEBACK"):
        logging.getLogger().addHandler(logging.NullHandler())  # else it is printed
    with _listening(port) as listener:
        gate = Gate.on(listener.getsockname()[1])
        app = make_app(gate, command, title)
        asyncio.run(_serve_until_told(app, listener, lambda: say(gate.address)))


def _listening(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would share the port with others
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
        listener.listen()
    except OSError as error:
        listener.close()
        taken = error.errno == errno.EADDRINUSE
        why = "is taken" if taken else f"cannot be used ({error.strerror})"
        hint = "name another with --port, or none: a free one is found"
        raise UserError(f"port {port}", why, hint) from error
    return listener


async def _serve_until_told(
    app: web.Application, listener: socket.socket, begun: Callable[[], None]
) -> None:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_FAREWELL)
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        told = _told_to_end()
        begun()
        await told.wait()
    finally:
        await runner.cleanup()


def _told_to_end() -> asyncio.Event:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        # Windows has no such loops: there ctrl+c is raised.
        with suppress(NotImplementedError, AttributeError):
            loop.add_signal_handler(getattr(signal, name), told.set)
    return told


def make_app(gate: Gate, command: str, title: str) -> web.Application:
    """Return the server's answers: the page, its files, its websocket."""
    readers = _Readers(command)
    whole_page = page(gate, title)
    headers = page_headers(gate)

    async def answer_page(_: web.Request) -> web.Response:
        return web.Response(text=whole_page, content_type="text/html")

    async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(headers)

    app = web.Application(middlewares=[_guarded_by(gate)])
    app.router.add_get("/", answer_page)
    app.router.add_get("/{token}/files/{name}", _answer_file)
    app.router.add_get("/{token}/ws", readers.answer)
    app.on_response_prepare.append(add_headers)
    app.on_shutdown.append(readers.close)
    app.on_cleanup.append(readers.wait_for_the_ending)
    return app


def _guarded_by(gate: Gate) -> Middleware:
    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        inside = request.path != "/"
        token = request.path.split("/")[1] if inside else request.query.get("token", "")
        may_enter = gate.lets_in(
            token,
            request.headers.getall(hdrs.HOST, []),
            request.headers.getall(hdrs.ORIGIN, []),
            origin_needed=request.path.endswith("/ws"),
        )
        if not may_enter:
            why = "Open the address that diptych serve printed, as it is.\n"
            return web.Response(status=403, text=why)
        return await handler(request)

    return guard


async def _answer_file(request: web.Request) -> web.FileResponse:
    path = page_file(request.match_info["name"])
    if path is None:
        raise web.HTTPNotFound
    return web.FileResponse(path)


class _Readers:
    """A reader for each page that is open."""

    def __init__(self, command: str) -> None:
        self._command = command
        self._sockets: set[web.WebSocketResponse] = set()
        self._ending: set[asyncio.Task[None]] = set()

    async def answer(self, request: web.Request) -> web.WebSocketResponse:
        """Run a reader until its page is closed."""
        page_socket = web.WebSocketResponse(
            heartbeat=_HEARTBEAT, max_msg_size=_LONGEST_MESSAGE
        )
        await page_socket.prepare(request)
        # A page that is loaded again finds what the one before it has kept.
        await self.wait_for_the_ending()
        self._sockets.add(page_socket)
        reader = self._reader(page_socket)
        try:
            await reader.start(*_size(request.query.get))
            async for message in page_socket:
                await _hand_on(message, reader, page_socket)
        finally:
            self._sockets.discard(page_socket)
            await self._end(reader)
        return page_socket

    def _reader(self, page_socket: web.WebSocketResponse) -> ReaderProcess:
        async def close() -> None:
            await page_socket.close()

        return ReaderProcess(
            self._command,
            write_bytes=page_socket.send_bytes,
            write_str=page_socket.send_str,
            close=close,
            download_manager=DownloadManager(),
        )

    async def _end(self, reader: ReaderProcess) -> None:
        ending = asyncio.create_task(reader.stop())
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)
        await asyncio.shield(ending)  # however the page was closed

    async def wait_for_the_ending(self, _: web.Application | None = None) -> None:
        """Wait until every reader whose page is closed has ended."""
        if self._ending:
            await asyncio.wait(self._ending)

    async def close(self, _: web.Application) -> None:
        """Close every page, which ends its reader."""
        for page_socket in list(self._sockets):
            await page_socket.close(code=WSCloseCode.GOING_AWAY)


async def _hand_on(
    message: WSMessage, reader: ReaderProcess, page_socket: web.WebSocketResponse
) -> None:
    """Give the reader what a page tells; what makes no sense is passed over."""
    match _told(message):
        case ["stdin", str(keys)]:
            await reader.send_bytes(keys.encode("utf-8", "replace"))
        case ["resize", dict(size)]:
            await reader.set_terminal_size(*_size(size.get))
        case ["ping", str(when)]:
            await page_socket.send_json(["pong", when])
        case ["blur"]:
            await reader.blur()
        case ["focus"]:
            await reader.focus()


def _told(message: WSMessage) -> object:
    if message.type is not WSMsgType.TEXT:
        return None
    try:
        return json.loads(message.data)
    except (ValueError, RecursionError):
        return None


def _size(told: Callable[[str], object]) -> tuple[int, int]:
    """Return columns and lines as they can be, whatever is told."""
    return (
        _between_one_and(_MOST_COLUMNS, told("width"), _COLUMNS),
        _between_one_and(_MOST_LINES, told("height"), _LINES),
    )


def _between_one_and(most: int, told: object, otherwise: int) -> int:
    if isinstance(told, int | str):
        with suppress(ValueError):
            return max(1, min(int(told), most))
    return otherwise
