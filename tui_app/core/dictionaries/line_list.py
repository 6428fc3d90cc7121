"""A word list of lines: word, tab, translation; or those of CC-CEDICT.

Lines that are empty or begin with # say nothing; columns beyond the second are for
people. CC-CEDICT, a Chinese dictionary, writes lines of its own:
``傳統 传统 [chuan2 tong3] /tradition/traditional/``.

A file is in any encoding that documents are read in, packed or not. Its lines come in
blocks as they are read: a list of a million lines is never held whole.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from tui_app.core.dictionaries.entries import Entry, TwoTexts
from tui_app.core.dictionaries.held_words import BEGINNING, folded_words
from tui_app.core.formats.decoding import decode_pieces
from tui_app.core.formats.recognise import GZIP
from tui_app.core.formats.refusals import SPLIT
from tui_app.core.formats.take import LARGEST_TEXT
from tui_app.core.loading.sources import pieces_of
from tui_app.errors import UserError

_COMMENT = "#"

_CHINESE = re.compile(r"(\S+) (\S+) \[[^\]]*\] /(.*)/\s*")
_CLASSIFIER = re.compile(r"cl:[^/]*")  # which measure word goes with a noun

_HINT = "write on each line a word, a tab and its translation"

_PIECE = 1024 * 1024


def entries_of_lines(name: str, texts: TwoTexts) -> Iterator[Entry]:
    """Yield the entries of the list in the file ``name`` that the texts may hold.

    Raises ``UserError`` where it cannot be read, a line has no tab, or none has words.
    """
    may_be_held = _quick_look(texts)
    holds_words = False
    for first, lines in blocks_of(name):
        for number, line in enumerate(lines, first):
            word, tab, more = line.partition("\t")
            if not tab:
                entries = _other(line, f"{name}, line {number}")
                holds_words = holds_words or bool(entries)
                yield from (one for one in entries if may_be_held(one.word))
            elif may_be_held(word) and not word.startswith(_COMMENT):
                holds_words = True
                yield Entry(word, more.partition("\t")[0])
            elif not holds_words:
                holds_words = not word.startswith(_COMMENT)
    if not holds_words:
        raise UserError(name, "holds no words", _HINT)


def _quick_look(texts: TwoTexts) -> Callable[[str], bool]:
    """Return what passes by most words that stand in neither text.

    A list may have a million of them.
    """
    beginnings, pairs = texts.beginnings, texts.pairs

    def may_be_held(word: str) -> bool:
        if not word.isalpha():
            if not word.replace(" ", "").isalpha():
                return True
            word = word.rsplit(maxsplit=1)[-1]
        return word[:BEGINNING] in beginnings or word[:2] in pairs

    return may_be_held


def _other(line: str, where: str) -> tuple[Entry, ...]:
    """Return what a line without a tab says; raise ``UserError`` where it is none."""
    if not line or line.isspace() or line.startswith(_COMMENT):
        return ()
    chinese = _CHINESE.fullmatch(line)
    if chinese is None:
        raise UserError(where, "there is no tab in it", _HINT)
    meaning = _CLASSIFIER.sub("", chinese[3])
    return tuple(Entry(word, meaning) for word in dict.fromkeys(chinese.group(1, 2)))


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
