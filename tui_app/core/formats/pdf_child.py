"""The letters of a PDF file and where they stand, taken out in a process of its own.

pdfium is a large library in C++, and the file is one nobody vouches for: it runs where
it can be ended, within bounds. Of the processor it has 8 s and 50 ms for each page that
is done (a page of a book takes 5 to 10 ms): a book of 800 pages has 48 s, a bad file of
a few pages less than 10 s. This file is started as a script by
``pdf_letters`` and imports nothing of the program. It reads the whole document from
standard input and writes records to standard output: first what the document says of
itself, then one a page. A record is a line of JSON and, for a page, three arrays:
code points (4 bytes each), boxes (left, top, right, bottom; floats), words (see
``Words``).
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections import deque
from itertools import repeat
from typing import Any, BinaryIO

MEMORY = 256 * 1024 * 1024
"""Bytes of address space beside those of the document itself."""

MOST_ON_A_PAGE = 100_000
"""Letters of one page; the fullest page of a newspaper has fewer than half of them."""

LINE_END_HYPHEN = 0xFFFE
"""Stands for a hyphen at the end of a line, as in what pdfium gives as text."""

MOST_PAGES = 20_000

NOTHING = 0xFEFF
"""Stands where pdfium has a second half of a letter."""

_FOR_ALL = 8  # seconds of the processor
_FOR_EACH_PAGE = 0.05
_MOST = 60
_NO_LETTER = 0xFFFD
_HYPHEN_CODE = 2  # how pdfium gives it as a code point
_MOST_OBJECTS = 500  # of a page without letters, among which pictures are looked for

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_IMAGE, _FORM = 3, 5  # FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_FORM
_BOLD = 600  # of a weight that is 400 for normal letters


class Words(ctypes.Structure):
    """What is asked once a word: the index of its first letter, how it is drawn.

    ``angle`` is in radians, clockwise.
    """

    _fields_ = (
        ("start", ctypes.c_int32),
        ("angle", ctypes.c_float),
        ("bold", ctypes.c_int32),
    )


class Reader:
    """pdfium with the functions that are called for each letter bound directly."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        self.lib: Any = pdfium
        page, index = ctypes.c_void_p, ctypes.c_int
        self.code = _direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint, page, index)
        self.box = _direct(
            pdfium.FPDFText_GetLooseCharBox, index, page, index, ctypes.c_void_p
        )
        self.angle = _direct(pdfium.FPDFText_GetCharAngle, ctypes.c_float, page, index)
        self.weight = _direct(pdfium.FPDFText_GetFontWeight, index, page, index)
        self.is_hyphen = _direct(pdfium.FPDFText_IsHyphen, index, page, index)
        self.name = _direct(
            pdfium.FPDFText_GetFontInfo,
            ctypes.c_ulong,
            *(page, index, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p),
        )
        self._font = ctypes.create_string_buffer(128)

    def is_bold(self, page: int, index: int) -> bool:
        """Tell whether the letter is drawn bold, by its font's weight or name."""
        if self.weight(page, index) >= _BOLD:
            return True
        length = self.name(page, index, ctypes.addressof(self._font), 128, None)
        name = self._font.value.lower() if 0 < length <= 128 else b""
        return any(word in name for word in (b"bold", b"black", b"heavy", b"demi"))


def _direct(function: Any, result: Any, *arguments: Any) -> Any:
    """Return the function without the wrapping that checks each argument."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


def main() -> None:
    """Read the document from standard input, write its records."""
    data = sys.stdin.buffer.read()
    _bound("RLIMIT_AS", MEMORY + len(data))
    _bound("RLIMIT_CORE", 0)
    _bound("RLIMIT_CPU", _FOR_ALL)
    out = sys.stdout.buffer
    reader = Reader()
    lib = reader.lib
    lib.FPDF_InitLibrary()
    document = lib.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = lib.FPDF_GetLastError() == _PASSWORD
        _write(out, {"refused": "password" if locked else "damaged"})
        return
    pages = lib.FPDF_GetPageCount(document)
    if pages > MOST_PAGES:
        _write(out, {"refused": "pages"})
        return
    _write(out, {"pages": pages, **_metadata(lib, document)})
    for number in range(pages):
        _bound("RLIMIT_CPU", min(_MOST, _FOR_ALL + _FOR_EACH_PAGE * number))
        _write_page(out, reader, document, number)


def _bound(kind: str, most: float) -> None:
    """Let the system end the process where it takes more."""
    try:
        import resource
    except ImportError:  # a system without these bounds
        return
    which = getattr(resource, kind)
    hard = resource.getrlimit(which)[1]
    lower = int(most) if hard == resource.RLIM_INFINITY else min(int(most), hard)
    resource.setrlimit(which, (lower, hard))


def _write(out: BinaryIO, record: dict[str, Any], *arrays: Any) -> None:
    out.write(json.dumps(record).encode() + b"\n")
    out.writelines(arrays)
    out.flush()


def _metadata(lib: Any, document: Any) -> dict[str, str]:
    def told(key: bytes) -> str:
        return _text(lambda *room: lib.FPDF_GetMetaText(document, key, *room))

    return {
        "title": told(b"Title"),
        "author": told(b"Author"),
        "date": told(b"CreationDate"),
    }


def _text(ask: Any) -> str:
    """Return the text that a function writes into the room it is given."""
    buffer = ctypes.create_string_buffer(4096)
    length = ask(buffer, 4096)
    if not 2 < length <= 4096:
        return ""
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _write_page(out: BinaryIO, reader: Reader, document: Any, number: int) -> None:
    lib = reader.lib
    label = _text(lambda *room: lib.FPDF_GetPageLabel(document, number, *room))
    page = lib.FPDF_LoadPage(document, number)
    text = lib.FPDFText_LoadPage(page) if page else None
    if not text:
        _write(out, {"letters": 0, "words": 0, "damaged": True, "label": label})
        return
    count = max(0, lib.FPDFText_CountChars(text))
    told: dict[str, Any] = {"label": label, "box": _box(lib, page)}
    if count > MOST_ON_A_PAGE:
        _write(out, {"refused": "letters"})
        sys.exit()
    handle = ctypes.cast(text, ctypes.c_void_p).value or 0
    codes = _codes(reader, handle, count)
    words = _words(reader, handle, codes)
    if not len(words):
        told["pictures"] = _has_pictures(lib, page)
    told.update(letters=count, words=len(words))
    _write(out, told, codes, _boxes(reader, handle, count), words)
    lib.FPDFText_ClosePage(text)
    lib.FPDF_ClosePage(page)


def _codes(reader: Reader, page: int, count: int) -> Any:
    codes = (ctypes.c_uint32 * count)(*map(reader.code, repeat(page), range(count)))
    for index, code in enumerate(codes):
        if code == _HYPHEN_CODE:
            if reader.is_hyphen(page, index) == 1:
                codes[index] = LINE_END_HYPHEN
        elif code > sys.maxunicode or 0xDC00 <= code < 0xE000:
            codes[index] = _NO_LETTER
        elif 0xD800 <= code < 0xDC00:
            _put_together(codes, index)
    return codes


def _put_together(codes: Any, index: int) -> None:
    """Make one code point of the two halves that pdfium gives as two letters."""
    high, low = codes[index], codes[index + 1] if index + 1 < len(codes) else 0
    codes[index] = _NO_LETTER
    if 0xDC00 <= low < 0xE000:
        codes[index] = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
        codes[index + 1] = NOTHING


def _boxes(reader: Reader, page: int, count: int) -> Any:
    boxes = (ctypes.c_float * (4 * count))()  # FS_RECTF: left, top, right, bottom
    first = ctypes.addressof(boxes)
    places = range(first, first + 16 * count, 16)
    deque(map(reader.box, repeat(page), range(count), places), maxlen=0)
    return boxes


def _words(reader: Reader, page: int, codes: Any) -> Any:
    words = []
    latest = 32
    for index, code in enumerate(codes):
        if latest <= 32 < code or (code > 32 and index == 0):
            bold = reader.is_bold(page, index)
            words.append(Words(index, reader.angle(page, index), bold))
        latest = code
    return (Words * len(words))(*words)


def _box(lib: Any, page: Any) -> list[float]:
    """Return what is seen of the page: left, bottom, right, top."""
    seen = lib.FS_RECTF()
    if not lib.FPDF_GetPageBoundingBox(page, ctypes.byref(seen)):
        return []
    return [seen.left, seen.bottom, seen.right, seen.top]


def _has_pictures(lib: Any, page: Any) -> bool:
    for index in range(min(lib.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        one = lib.FPDFPage_GetObject(page, index)
        kind = lib.FPDFPageObj_GetType(one)
        inside = lib.FPDFFormObj_CountObjects(one) if kind == _FORM else 0
        if kind == _IMAGE or any(
            lib.FPDFPageObj_GetType(lib.FPDFFormObj_GetObject(one, part)) == _IMAGE
            for part in range(min(inside, _MOST_OBJECTS))
        ):
            return True
    return False


if __name__ == "__main__":
    main()
