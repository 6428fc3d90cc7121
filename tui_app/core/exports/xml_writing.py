"""What XML can hold of a text: the rest stands there as a picture of itself."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

_REPLACEMENT = 0xFFFD
_PICTURES = 0x2400

# XML 1.0, production 2, has no other characters.
_UNHELD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def holdable(text: str) -> str:
    """Return the text with a picture for each character that XML cannot hold.

    A control character becomes its picture (ESC is ␛), a lone surrogate and what is
    no character (U+FFFE) U+FFFD; as many characters as before.
    """
    return _UNHELD.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(_PICTURES + code if code < 0x20 else _REPLACEMENT)


def as_content(text: str) -> str:
    """Return the text as it stands between tags; a carriage return stays one."""
    return escape(holdable(text), {"\r": "&#13;"})


def as_attribute(text: str) -> str:
    """Return the text in quotes, as the value of an attribute."""
    return quoteattr(holdable(text))


def as_moment(told: str) -> str:
    """Return a time of ISO 8601 as XML has it, in UTC to the second, else ``""``.

    A time that names no zone is taken for UTC.
    """
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return ""
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
