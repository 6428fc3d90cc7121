"""One line of a journal: JSON with a checksum in front.

``{"crc":"5b0c1f3e","v":1,…}``: CRC-32 of the line's bytes without the ``crc``
member. A line whose checksum is wrong is damage and never used. To mend a line by
hand, remove its ``crc`` member: a line that starts with ``{"v":`` is taken as it
is and counted as not verified.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

VERSION = 1
"""The format this program writes."""

LONGEST_LINE = 16 << 20
"""Bytes; nothing this program writes comes near it."""

_HEAD = b'{"crc":"'
_TAIL = b'",'
_DIGITS = 8
_START = len(_HEAD) + _DIGITS + len(_TAIL)


class Trust(Enum):
    """What the checksum says about a line."""

    GOOD = "good"
    UNVERIFIED = "unverified"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a journal as read; ``fields`` is empty where it is damaged."""

    trust: Trust
    fields: Mapping[str, Any]


DAMAGED = Line(Trust.DAMAGED, {})


def encode(fields: Mapping[str, Any]) -> bytes:
    """Return the line, newline included. ``fields`` must not be empty."""
    payload = _json({"v": VERSION, **fields})
    crc = b"%08x" % zlib.crc32(payload)
    return _HEAD + crc + _TAIL + payload[1:] + b"\n"


def _json(fields: Mapping[str, Any]) -> bytes:
    try:
        text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair has no UTF-8
        return json.dumps(fields, separators=(",", ":")).encode()


def decode(raw: bytes) -> Line:
    """Return what a line (without its newline) says. Never raises."""
    if len(raw) > LONGEST_LINE:
        return DAMAGED
    if raw.startswith(b'{"v":'):
        return _parsed(raw, Trust.UNVERIFIED)
    payload = b"{" + raw[_START:]
    if raw[:_START] != _HEAD + b"%08x" % zlib.crc32(payload) + _TAIL:
        return DAMAGED
    return _parsed(payload, Trust.GOOD)


def _parsed(payload: bytes, trust: Trust) -> Line:
    try:
        fields = json.loads(payload)
    except (ValueError, RecursionError):
        return DAMAGED
    if not isinstance(fields, dict) or type(fields.get("v")) is not int:
        return DAMAGED
    return Line(trust, fields)
