"""Units cut into atoms: the clauses that a translator or editor moves about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SIGN = re.compile(r"[^\w\s,]\s+")
_ENDS = ".!?;:…"
_CLOSING = "\"'”’»)]"
_SPACELESS_ENDS = "。！？；："
_LEAST = 25


def atoms(text: str) -> list[str]:
    """Return ``text`` cut at sentence ends, semicolons and colons.

    Pieces shorter than 25 characters join the piece before them, the first one
    the piece after it; characters of scripts without spaces count threefold.
    """
    pieces: list[str] = []
    start = 0
    for end in _breaks(text):
        if _size(text[start:end]) >= _LEAST:
            pieces.append(text[start:end])
            start = end
    rest = text[start:]
    if pieces and _size(rest) < _LEAST:
        pieces[-1] += rest
    elif rest:
        pieces.append(rest)
    return pieces


def _breaks(text: str) -> Iterator[int]:
    """Yield where the text goes on after a sign that ends a clause."""
    if not text.isascii() and any(sign in text for sign in _SPACELESS_ENDS):
        yield from (match.end() for match in _spaceless_break().finditer(text))
        return
    for match in _SIGN.finditer(text):
        at = match.start()
        while at and text[at] in _CLOSING:
            at -= 1
        if text[at] in _ENDS:
            yield match.end()


@cache
def _spaceless_break() -> re.Pattern[str]:
    """Return what also finds the ends that no space follows.

    Compiled when first needed: sets of such characters take long.
    """
    return re.compile(
        rf"[{_ENDS}]+[{re.escape(_CLOSING)}]*\s+|[{_SPACELESS_ENDS}]+[”’」』）]*"
    )


def _size(piece: str) -> int:
    if piece.isascii():
        return len(piece)
    return sum(3 if sign >= "\u2e80" else 1 for sign in piece)
