"""From bytes to text: Unicode, or what the bytes most likely are, never binary."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from tui_app.core.text.plurals import counted
from tui_app.errors import UserError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MOST_NUL = 0.1  # of the text; the contract's line between text and binary
_MOST_LOST = 0.02  # of a text that claims, or seems, to be Unicode
_MOST_CONTROLS = 0.02  # of a text whose encoding is a guess

_WIDE = [
    "utf_7",
    *("utf_16", "utf_16_be", "utf_16_le"),
    *("utf_32", "utf_32_be", "utf_32_le"),
]

_CODE_PAGES = {
    "cs": "windows-1250",
    "hu": "windows-1250",
    "pl": "windows-1250",
    "ro": "windows-1250",
    "tr": "windows-1254",
    "vi": "windows-1258",
}
# Compiled when first needed: that takes as long as reading a short text.
_CONTROLS = "[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]"
_BEYOND_LATIN = "[\u0370-\u1dff\u2c00-\ud7ff]"

_SAMPLE = 200_000  # bytes with which an encoding is guessed
_NOT_ASCII = rb"[\x80-\xff]"


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text in ``data`` and remarks for the user on how it was read.

    Raises ``UserError`` for binary data: no encoding fits, or more than a tenth
    of it is NUL.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding, name)
    try:
        text = data.decode("utf-8")
        # Looked for in the bytes: in text of two bytes a character it takes long.
        return _refusing_nul(text, name) if b"\0" in data else text, ()
    except UserError:
        guessed = _wide_without_mark(data)
        if guessed is None:
            raise
    except UnicodeDecodeError:
        if _is_damaged_utf8(data):
            return _replacing(data, "utf-8", name)
        guessed = _wide_without_mark(data) or _guess(data)
        if guessed is None:
            raise _binary(name) from None
    text, encoding = guessed
    return _refusing_nul(text, name), (f"read as {encoding}, a guess: not UTF-8",)


_ENOUGH_TO_TELL = 4096  # bytes that show whether the text is of two bytes a letter


def decode_pieces(pieces: Iterable[bytes], name: str) -> Iterator[str]:
    """Yield the text in data that comes piece by piece.

    Unicode is decoded as it comes; anything else is waited for and read as ``decode``
    reads it. Raises ``UserError`` for binary data.
    """
    coming = iter(pieces)
    first = b""
    while len(first) < _ENOUGH_TO_TELL and (piece := next(coming, b"")):
        first += piece
    marked = next((one for one in _MARKS if first.startswith(one[0])), None)
    if marked is None and b"\0" in first:
        yield decode(b"".join([first, *coming]), name)[0]
        return
    mark, encoding = marked or (b"", "utf-8")
    errors = "replace" if marked else "strict"
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    for piece in chain([first[len(mark) :]], coming, [b""]):
        try:
            yield decoder.decode(piece, final=not piece)
        except UnicodeDecodeError:
            begun = decoder.getstate()[0]
            yield decode(b"".join([begun, piece, *coming]), name)[0]
            return


def _replacing(data: bytes, encoding: str, name: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
    if lost > _MOST_LOST * len(text):
        raise _binary(name)
    places = counted(lost, "place", "places")
    remarks = (f"{places} not valid {encoding.upper()}, shown as \ufffd",)
    return _refusing_nul(text, name), remarks if lost else ()


def _refusing_nul(text: str, name: str) -> str:
    if text.count("\0") > _MOST_NUL * len(text):
        raise _binary(name)
    return text


def _binary(name: str) -> UserError:
    return UserError(name, "looks binary, not like text", "choose a text file")


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether ``data`` is UTF-8 but for fewer bad bytes than good sequences."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    wide = len(text) - bad - len(data.translate(None, bytes(range(128, 256))))
    return wide > bad


def _wide_without_mark(data: bytes) -> tuple[str, str] | None:
    """Return UTF-16 that has no mark: its NULs stand at every other byte."""
    sample = data[: _SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if 10 * max(even, odd) < len(sample):
        return None
    encoding = "UTF-16BE" if even > odd else "UTF-16LE"
    return _plausible(data, encoding)


def _guess(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes

    sample = _telling_sample(data)
    best = from_bytes(sample, cp_exclusion=_WIDE).best()
    if best and re.search(_BEYOND_LATIN, str(best)):
        return _plausible(data, best.encoding)
    # The code pages of the Latin script differ in a few letters only; common
    # words tell the language, and with it the code page, more surely.
    from tui_app.core.text.language import guess_language

    words = data[:_SAMPLE].decode("ascii", "ignore")
    likely = _CODE_PAGES.get(guess_language(words), "windows-1252")
    return _plausible(data, likely) or (
        _plausible(data, best.encoding) if best else None
    )


def _telling_sample(data: bytes) -> bytes:
    """Return the first lines that are not ASCII: only they tell the encoding."""
    lines: list[bytes] = []
    size = at = 0
    telling = re.compile(_NOT_ASCII)
    while size < _SAMPLE and (found := telling.search(data, at)):
        start = max(at, data.rfind(b"\n", at, found.start()) + 1)
        end = data.find(b"\n", found.end())
        at = len(data) if end < 0 else end
        lines.append(data[start : min(at, start + _SAMPLE - size)])
        size += len(lines[-1])
    return b"\n".join(lines)


def _plausible(data: bytes, encoding: str) -> tuple[str, str] | None:
    """Return the text and the encoding's name unless the text is no writing."""
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    sample = text[:_SAMPLE]
    if len(re.findall(_CONTROLS, sample)) > _MOST_CONTROLS * len(sample):
        return None
    return text, encoding.replace("_", "-")
