"""What a line of the journal says, and whether it can be trusted.

An entry is whatever the reader left in the journal: a note, a review mark, a link
by hand. A change says what the entry is from now on, so that the journal is its own
history. What comes from a file is checked here, once: types, lengths, ranges.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from tui_app.core.model import Side
from tui_app.notes.note import Anchor, MarkKind, Status

LINE_VERSION = 1
"""The format this program writes."""

LONGEST_LINE = 16 << 20
"""Bytes; nothing this program writes comes near it."""

_HEAD = b'{"crc":"'

_TAIL = b'",'

_CRC_DIGITS = 8

_OURS = re.compile(rb'\{(?:"crc":"[0-9a-f]{8}",)?"v":[0-9]+,"op":"[a-z]+"')

_START = len(_HEAD) + _CRC_DIGITS + len(_TAIL)


class Trust(Enum):
    """What the checksum says about a line."""

    GOOD = "good"
    UNVERIFIED = "unverified"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class JournalLine:
    """A line of a journal as read; ``fields`` is empty where it is damaged."""

    trust: Trust
    fields: Mapping[str, Any]


DAMAGED = JournalLine(Trust.DAMAGED, {})


def encode(fields: Mapping[str, Any]) -> bytes:
    """Return the line, newline included. ``fields`` must not be empty."""
    payload = _json({"v": LINE_VERSION, **fields})
    crc = b"%08x" % zlib.crc32(payload)
    return _HEAD + crc + _TAIL + payload[1:] + b"\n"


def _json(fields: Mapping[str, Any]) -> bytes:
    try:
        text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair has no UTF-8
        return json.dumps(fields, separators=(",", ":")).encode()


def decode(raw: bytes) -> JournalLine:
    """Return what a line (without its newline) says. Never raises.

    Line ends that became CR LF on their way, in a mail or by git, say nothing else.
    """
    raw = raw.removesuffix(b"\r")
    if len(raw) > LONGEST_LINE:
        return DAMAGED
    if raw.startswith(b'{"v":'):
        return _parsed(raw, Trust.UNVERIFIED)
    payload = b"{" + raw[_START:]
    if raw[:_START] != _HEAD + b"%08x" % zlib.crc32(payload) + _TAIL:
        return DAMAGED
    return _parsed(payload, Trust.GOOD)


def looks_ours(raw: bytes) -> bool:
    """Tell whether a line begins as this program begins one, sound or not."""
    return bool(_OURS.match(raw))


def _parsed(payload: bytes, trust: Trust) -> JournalLine:
    try:
        fields = json.loads(payload)
    except (ValueError, RecursionError):
        return DAMAGED
    if not isinstance(fields, dict) or type(fields.get("v")) is not int:
        return DAMAGED
    return JournalLine(trust, fields)


LONGEST_BODY = 1 << 20

LONGEST_TAG = 100

MOST_TAGS = 100

MOST_ANCHORS = 1000

LONGEST_SELECTOR = 100_000

_LONGEST_NAME = 200

_FARTHEST = 1 << 31

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}\Z")

_RECORD_FIELDS = ("v", "op", "id", "act", "prev", "rev", "t", "by", "undo", "redo")

_CONTENT_FIELDS = ("kind", "body", "tags", "status", "created", "unit", "target")

_KNOWN = frozenset((*_RECORD_FIELDS, *_CONTENT_FIELDS))

_DOCS: dict[str, Side] = {"L": "left", "R": "right"}

_NAMES: dict[Side, str] = {side: name for name, side in _DOCS.items()}


RECORDS = ("put", "del", "silence")
"""The operations that are changes of entries; a line may hold anything for one."""


class BadRecordError(ValueError):
    """A line is sound JSON but not a change this program can take."""


@dataclass(frozen=True, slots=True)
class EntryContent:
    """What an entry says.

    ``kind`` is kept as it was read, also where this program does not know it.
    ``unit`` is the granularity of a link by hand, or whether a silence is of a pair
    of words or of a kind; its body says which. ``extra`` is the JSON of fields
    that some other program added; they survive every change.
    """

    kind: str
    body: str
    tags: tuple[str, ...]
    status: Status
    created: str
    anchors: tuple[Anchor, ...]
    unit: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One change. ``content`` is ``None`` where the entry was deleted.

    ``act`` is what the user did at once; several records may share it. ``prev`` is
    the act whose outcome was changed: two records with one ``prev`` are a conflict.
    ``undo`` and ``redo`` name the act that was taken back or done again.
    """

    id: str
    act: str
    prev: str | None
    rev: int
    time: str
    by: str
    content: EntryContent | None
    undo: str | None = None
    redo: str | None = None


def to_fields(record: Record) -> dict[str, Any]:
    """Return the record as members of a journal line."""
    fields: dict[str, Any] = {
        "op": _operation(record.content),
        "id": record.id,
        "act": record.act,
        "prev": record.prev,
        "rev": record.rev,
        "t": record.time,
        "by": record.by,
    }
    if record.undo:
        fields["undo"] = record.undo
    if record.redo:
        fields["redo"] = record.redo
    if record.content:
        fields |= _content_fields(record.content)
    return fields


def _operation(content: EntryContent | None) -> str:
    """Return what a line does.

    Programs from before silences pass over an ``op`` they do not know and keep the
    line; a ``put`` of an unknown kind they take for a note.
    """
    if content is None:
        return "del"
    return "silence" if content.kind == MarkKind.SILENCE else "put"


def sound_fields(record: Record) -> dict[str, Any]:
    """Return ``to_fields`` of a record that ``from_fields`` will take again.

    Raises ``BadRecordError``; written all the same, the change would be lost.
    """
    fields = to_fields(record)
    from_fields(fields)
    return fields


def _content_fields(content: EntryContent) -> dict[str, Any]:
    fields = {
        "kind": content.kind,
        "body": content.body,
        "tags": list(content.tags),
        "status": str(content.status),
        "created": content.created,
        "target": [_anchor_fields(anchor) for anchor in content.anchors],
    }
    if content.unit:
        fields["unit"] = content.unit
    return fields | (json.loads(content.extra) if content.extra else {})


def _anchor_fields(anchor: Anchor) -> dict[str, Any]:
    return {
        "doc": _NAMES[anchor.side],
        "text": anchor.text,
        "start": anchor.start,
        "end": anchor.end,
        "exact": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def from_fields(fields: Mapping[str, Any]) -> Record:
    """Return the record a journal line holds.

    Raises ``BadRecordError`` where a member is missing, of another type or out of
    range.
    """
    try:
        return Record(
            _id(fields["id"]),
            _id(fields["act"]),
            _optional_id(fields.get("prev")),
            _number(fields["rev"]),
            _string(fields["t"], _LONGEST_NAME),
            _string(fields["by"], _LONGEST_NAME),
            None if fields["op"] == "del" else _content(fields),
            _optional_id(fields.get("undo")),
            _optional_id(fields.get("redo")),
        )
    except KeyError as missing:
        raise BadRecordError(str(missing)) from None


def _content(fields: Mapping[str, Any]) -> EntryContent:
    extra: dict[str, Any] = {}
    if not _KNOWN.issuperset(fields):
        extra = {name: value for name, value in fields.items() if name not in _KNOWN}
    return EntryContent(
        _string(fields["kind"], _LONGEST_NAME),
        _string(fields["body"], LONGEST_BODY),
        tuple(_string(tag, LONGEST_TAG) for tag in _list(fields["tags"], MOST_TAGS)),
        Status.RESOLVED if fields.get("status") == "resolved" else Status.OPEN,
        _string(fields.get("created", fields["t"]), _LONGEST_NAME),
        tuple(_anchor(each) for each in _list(fields["target"], MOST_ANCHORS)),
        _string(fields.get("unit", ""), _LONGEST_NAME),
        json.dumps(extra, sort_keys=True) if extra else "",
    )


def _anchor(fields: Any) -> Anchor:
    if not isinstance(fields, dict) or fields.get("doc") not in ("L", "R"):
        raise BadRecordError("target")
    start, end = _number(fields["start"]), _number(fields["end"])
    if end < start:
        raise BadRecordError("end")
    return Anchor(
        _DOCS[fields["doc"]],
        start,
        end,
        _string(fields["exact"], LONGEST_SELECTOR),
        _string(fields["prefix"], LONGEST_SELECTOR),
        _string(fields["suffix"], LONGEST_SELECTOR),
        _string(fields["text"], _LONGEST_NAME),
    )


def _string(value: Any, longest: int) -> str:
    if type(value) is not str or len(value) > longest:
        raise BadRecordError("text")
    return value


def _id(value: Any) -> str:
    if type(value) is not str or not _ID.match(value):
        raise BadRecordError("id")
    return value


def _optional_id(value: Any) -> str | None:
    return None if value is None else _id(value)


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < _FARTHEST:
        raise BadRecordError("number")
    return value


def _list(value: Any, most: int) -> list[Any]:
    if type(value) is not list or len(value) > most:
        raise BadRecordError("list")
    return value


_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_LENGTH = 26


def _base32(number: int) -> str:
    return "".join(
        _DIGITS[number >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5)
    )


def ulid(clock: Callable[[], float] = time.time) -> str:
    """Return a new ULID: 48 bits of milliseconds, 80 of chance, 26 letters."""
    milliseconds = max(0, int(clock() * 1000)) & (1 << 48) - 1
    return _base32(milliseconds << 80 | int.from_bytes(os.urandom(10), "big"))


def pair_id(left_hash: str, right_hash: str) -> str:
    """Return the id of a new pair of texts, whichever of them is the left one.

    Two readers that open the same new pair at once get the same id and so
    write into one journal.
    """
    joined = "|".join(sorted((left_hash, right_hash))).encode()
    return _base32(int.from_bytes(hashlib.sha256(joined).digest()[:16], "big"))
