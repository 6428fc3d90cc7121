"""Which text the bytes of a web page are: Unicode, what the page says, or a guess."""

from __future__ import annotations

import codecs
import re

from tui_app.core.formats.decoding import decode

_HEAD = 4096  # bytes in which a page must name its encoding
_MOST_LOST = 0.02  # of the characters; more, and the page was wrong about itself

_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]+)",
    re.IGNORECASE,
)

_MARKS = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
)

_READ_AS = {
    **dict.fromkeys(
        ("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1"),
        "cp1252",
    ),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "chinese"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "korean"), "cp949"),
    "x-mac-cyrillic": "mac-cyrillic",
    **dict.fromkeys(("iso-8859-8-i", "logical", "visual"), "iso-8859-8"),
    # A page that can be read for its name has no such encoding.
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),
}
"""How browsers read what pages call their encoding (WHATWG Encoding Standard)."""

_ON_THE_WEB = re.compile(
    r"utf-?8|iso-?8859-\d+|latin-?\d|windows-\d+|cp\d+|ibm866|koi8-[ru]|macintosh"
    r"|mac[-_]cyrillic|gb18030|hz(?:-gb-2312)?|big5hkscs|euc-(?:jp|kr)|iso-2022-(?:jp|kr)"
)
"""Encodings of Python that pages are in."""

_OF_SEVEN_BITS = frozenset({"iso2022_jp", "iso2022_kr", "hz"})


def decode_page(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a page and remarks for the user on how it was read.

    A byte order mark comes first: where an address named the encoding, the bytes come
    as UTF-8 with one. What is UTF-8 is read so whatever the page says, for programs
    that save pages write UTF-8 and keep the old name. Raises ``UserError`` for binary
    data.
    """
    declared = _declared(data[:_HEAD])
    if declared and not data.startswith(_MARKS) and not _is_unicode(data, declared):
        text = data.decode(declared, "replace")
        if text.count("\ufffd") <= _MOST_LOST * len(text):
            return text, ()
    return decode(data, name)


def _declared(head: bytes) -> str:
    """Return Python's name of the encoding that the page names, if there is one."""
    found = _DECLARED.search(head)
    if not found:
        return ""
    label = (found[1] or found[2]).decode("ascii", "ignore").lower()
    label = _READ_AS.get(label, label)
    if not _ON_THE_WEB.fullmatch(label):
        return ""
    try:
        return codecs.lookup(label).name
    except LookupError:
        return ""


def _is_unicode(data: bytes, declared: str) -> bool:
    if declared in _OF_SEVEN_BITS:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return declared == "utf-8"
    return True
