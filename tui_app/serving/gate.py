"""Who may come in: whoever knows the token, at this address, from this page.

A page of any other site, open in the same browser, can send requests to this machine
and open websockets on it; a name of its own can even be made to lead here (DNS
rebinding). It cannot know the token, and it cannot send another ``Host`` than the name
it was opened by nor another ``Origin`` than its own. Cookies are not used: a browser
sends them to every port of a host, whoever listens there.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from hmac import compare_digest
from typing import NamedTuple

LOOPBACK = "127.0.0.1"

_STANDARD_PORT = 80  # no browser names it


class Gate(NamedTuple):
    """The port that is served and the token that opens it."""

    port: int
    token: str

    @classmethod
    def on(cls, port: int) -> Gate:
        """Return a gate with a token that nobody knows yet."""
        return cls(port, secrets.token_urlsafe(32))

    @property
    def host(self) -> str:
        """The only ``Host`` that is asked for."""
        return LOOPBACK if self.port == _STANDARD_PORT else f"{LOOPBACK}:{self.port}"

    @property
    def origin(self) -> str:
        """The only ``Origin`` that asks."""
        return f"http://{self.host}"

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"{self.origin}/?token={self.token}"

    def lets_in(
        self,
        token: str,
        hosts: Sequence[str],
        origins: Sequence[str],
        *,
        origin_needed: bool,
    ) -> bool:
        """Tell whether a request may be answered.

        ``hosts`` and ``origins`` are all headers of the name. A browser tells the
        origin of every websocket (``origin_needed``), but not of every page.
        """
        known = compare_digest(token.encode("utf-8", "replace"), self.token.encode())
        expected = ([self.origin],) if origin_needed else ([self.origin], [])
        return known and list(hosts) == [self.host] and list(origins) in expected
