"""The lines of a word list, in any encoding that documents are read in, packed or not.

They come in blocks as they are read: a list of a million lines is never held whole.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from tui_app.core.dictionaries.held_words import folded_words
from tui_app.core.formats.decoding import decode_pieces
from tui_app.core.formats.recognise import GZIP
from tui_app.core.formats.refusals import SPLIT
from tui_app.core.formats.take import LARGEST_TEXT
from tui_app.core.loading.sources import pieces_of
from tui_app.errors import UserError

_PIECE = 1024 * 1024


class Block(NamedTuple):
    """Some lines, folded as words are compared, and the number of the first."""

    first: int
    lines: list[str]


def blocks_of(name: str) -> Iterator[Block]:
    """Yield the lines of the file ``name``.

    Raises ``UserError`` where it cannot be read or looks binary.
    """
    number = 1
    for text in _whole_lines(decode_pieces(_unpacked(name), name)):
        lines = folded_words(text).split("\n")
        yield Block(number, lines)
        number += len(lines)


def _whole_lines(texts: Iterable[str]) -> Iterator[str]:
    """Yield the same text cut at line ends, which are left out."""
    newlines = io.IncrementalNewlineDecoder(None, translate=True)
    waiting: list[str] = []
    for text in chain(map(newlines.decode, texts), [newlines.decode("", final=True)]):
        end = text.rfind("\n")
        if end < 0:
            waiting.append(text)
            continue
        yield "".join([*waiting, text[:end]])
        waiting = [text[end + 1 :]]
    yield "".join(waiting)


def _unpacked(name: str) -> Iterator[bytes]:
    """Yield what the file holds, or what gzip packed in it, within bounds."""
    pieces = pieces_of(name)
    first = next(pieces, b"")
    if not first.startswith(GZIP):
        yield from chain([first], pieces)
        return
    packed = io.BytesIO(b"".join([first, *pieces]))
    size = 0
    try:
        with gzip.GzipFile(fileobj=packed) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > LARGEST_TEXT:
                    why = f"unpacks to more than {LARGEST_TEXT // 1024**2} MB"
                    raise UserError(name, why, SPLIT)
                yield piece
    except (OSError, EOFError, zlib.error) as error:
        hint = "fetch or pack it anew"
        raise UserError(name, "is damaged or cut short", hint) from error
