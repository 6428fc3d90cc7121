"""What stands behind a web address, within bounds of size, time and where it leads.

Only an address the user gave is asked for, and what it redirects to. Who a name
belongs to is asked once and the very number that was looked at is connected to, so
that an answer that changes between (DNS rebinding) leads nowhere else.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from tui_app.errors import UserError

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

LARGEST = 10 * 1024 * 1024
"""Bytes of an answer, unpacked."""

PATIENCE = 9.0
"""Seconds from the first question to the last byte of the answer."""

MOST_REDIRECTS = 5

_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# Codecs of Python that are no encoding of a page; some take the square of its length.
_NO_ENCODINGS = frozenset(
    {"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"}
)
_HEADERS = {
    "User-Agent": "diptych",
    "Accept": "text/html,application/xhtml+xml,text/plain,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
_CHECK = "check the address"


class _Target(NamedTuple):
    """An address taken apart, and the numbers that its name belongs to."""

    address: str
    scheme: str
    host: str
    port: int
    path: str
    numbers: tuple[str, ...]

    @property
    def is_private(self) -> bool:
        """Tell whether any of the numbers is not one of the public network."""
        return any(map(_is_private, self.numbers))

    @property
    def is_link_local(self) -> bool:
        """Tell whether a number is one of the very cable, as a cloud's own data."""
        return any(_address_of(number).is_link_local for number in self.numbers)


def fetch(address: str) -> bytes:
    """Return what the server answers, text as UTF-8 with a mark where it says how.

    Raises ``UserError`` for what cannot be reached, takes too long, is too large,
    redirects without end, or from a public to a private address.
    """
    answers: list[bytes | Exception] = []
    deadline = time.monotonic() + PATIENCE

    def work() -> None:
        try:
            answers.append(_followed(address, deadline))
        except Exception as error:  # noqa: BLE001 - it is raised where it is awaited
            answers.append(error)

    # In a thread of its own: a name that is not answered, or headers that come byte
    # by byte, know no time limit.
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    if not answers:
        raise _too_slow(address)
    answer = answers[0]
    if isinstance(answer, Exception):
        raise answer
    return answer


def _followed(address: str, deadline: float) -> bytes:
    """Return the answer after all redirects."""
    first = target = _target(address, address)
    for _ in range(MOST_REDIRECTS + 1):
        from_public = target.is_private and not first.is_private
        if from_public or (target.is_link_local and target.numbers != first.numbers):
            why = f"leads to {target.host}, which is not on the public network"
            raise UserError(address, why, "save the page and open that")
        response = _ask(target, address, deadline)
        with response:
            onward = response.headers.get("Location")
            if response.status not in _REDIRECTS or not onward:
                return _answer(response, address, deadline)
        target = _target(_joined(target.address, onward, address), address)
    why = f"redirects more than {MOST_REDIRECTS} times"
    raise UserError(address, why, "open the address it leads to in the end")


def _joined(address: str, onward: str, given: str) -> str:
    try:
        return urljoin(address, onward)
    except ValueError as error:
        raise UserError(given, f"leads to {onward!r}, no address", _CHECK) from error


def _target(address: str, given: str) -> _Target:
    try:
        parts = urlsplit(address)
        usual = 443 if parts.scheme == "https" else 80
        port = usual if parts.port is None else parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise UserError(given, "is no address", _CHECK) from error
    if parts.scheme not in {"http", "https"} or not host:
        raise UserError(given, f"leads to {address!r}, no web address", _CHECK)
    if parts.username is not None:
        why = "holds a name or a password"
        raise UserError(given, why, "save the page and open that")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _Target(address, parts.scheme, host, port, path, _numbers(host, port, given))


def _numbers(host: str, port: int, given: str) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        why = f"no computer of the name {host} is known"
        raise UserError(given, why, f"{_CHECK} and the connection") from error
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


def _is_private(number: str) -> bool:
    address = _address_of(number)
    return not address.is_global or address.is_multicast


def _address_of(number: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        return _inner(address) or address
    return address


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the number of the older network that a gateway would make of it."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _ask(target: _Target, given: str, deadline: float) -> BaseHTTPResponse:
    """Return the answer of the first number that can be connected to."""
    from urllib3.exceptions import (
        ConnectTimeoutError,
        HTTPError,
        NewConnectionError,
        SSLError,
    )

    reason: Exception | None = None
    for number in target.numbers:
        try:
            return _connected(target, number, deadline)
        except SSLError as error:
            why = "its certificate cannot be trusted, or it speaks no TLS"
            raise UserError(given, why, _CHECK) from error
        except (NewConnectionError, ConnectTimeoutError, OSError) as error:
            reason = error
        except (HTTPError, ValueError) as error:
            why = f"{target.host} answers, but not as a web server does"
            raise UserError(given, why, _CHECK) from error
    why = f"{target.host} cannot be reached"
    raise UserError(given, why, f"{_CHECK} and the connection") from reason


def _connected(target: _Target, number: str, deadline: float) -> BaseHTTPResponse:
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout

    timeout = Timeout(max(0.1, deadline - time.monotonic()))
    pool: HTTPConnectionPool
    if target.scheme == "https":
        pool = HTTPSConnectionPool(
            number,
            target.port,
            timeout=timeout,
            server_hostname=target.host,
            assert_hostname=target.host,
            cert_reqs=ssl.CERT_REQUIRED,
        )
    else:
        pool = HTTPConnectionPool(number, target.port, timeout=timeout)
    return pool.request(
        "GET",
        target.path,
        headers={**_HEADERS, "Host": _host_header(target)},
        redirect=False,
        retries=False,
        preload_content=False,
    )


def _host_header(target: _Target) -> str:
    host = f"[{target.host}]" if ":" in target.host else target.host
    usual = {"http": 80, "https": 443}[target.scheme]
    return host if target.port == usual else f"{host}:{target.port}"


def _answer(response: BaseHTTPResponse, given: str, deadline: float) -> bytes:
    from urllib3.exceptions import HTTPError, ReadTimeoutError

    if response.status != 200:
        told = f"{response.status} {response.reason or ''}".strip()
        raise UserError(given, f"the server answers {told}", _CHECK)
    chunks: list[bytes] = []
    size = 0
    try:
        while chunk := response.read1(_CHUNK, decode_content=True):
            size += len(chunk)
            if size > LARGEST:
                why = f"is larger than {LARGEST // 1024**2} MB"
                raise UserError(given, why, "save it and open the file")
            if time.monotonic() > deadline:
                raise _too_slow(given)
            chunks.append(chunk)
    except ReadTimeoutError as error:
        raise _too_slow(given) from error
    except (HTTPError, OSError) as error:
        why = "the connection broke off before the end"
        raise UserError(given, why, "try again") from error
    return _in_utf8(chunks, response.headers.get("Content-Type", ""))


def _in_utf8(chunks: Sequence[bytes], content_type: str) -> bytes:
    """Return the bytes; text in the encoding that the server names, as UTF-8."""
    data = b"".join(chunks)
    named = _CHARSET.search(content_type)
    if not named or named[1].lower().replace("-", "_") in _NO_ENCODINGS:
        return data
    if not content_type.lower().startswith(("text/", "application/xhtml")):
        return data
    try:
        return data.decode(named[1]).encode("utf-8-sig")
    except (LookupError, ValueError):
        return data


def _too_slow(address: str) -> UserError:
    why = f"no full answer came within {PATIENCE:.0f} seconds"
    return UserError(address, why, "try again, or save the page and open that")
