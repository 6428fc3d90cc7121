"""Units cut into atoms: the clauses that a translator or editor moves about."""

from __future__ import annotations

import re

_BREAK = re.compile(r"[.!?;:…]+[\"'”’»)\]]*\s+|[。！？；：]+[”’」』）]*")
_LEAST = 25


def atoms(text: str) -> list[str]:
    """Return ``text`` cut at sentence ends, semicolons and colons.

    Pieces shorter than 25 characters join the piece before them, the first one
    the piece after it; characters of scripts without spaces count threefold.
    """
    pieces: list[str] = []
    start = 0
    for match in _BREAK.finditer(text):
        if _size(text[start : match.end()]) >= _LEAST:
            pieces.append(text[start : match.end()])
            start = match.end()
    rest = text[start:]
    if pieces and _size(rest) < _LEAST:
        pieces[-1] += rest
    elif rest:
        pieces.append(rest)
    return pieces


def _size(piece: str) -> int:
    if piece.isascii():
        return len(piece)
    return sum(3 if sign >= "\u2e80" else 1 for sign in piece)
