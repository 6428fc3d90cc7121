"""A dictionary of the dictd server: an index of its words beside a file of articles.

The index has lines of word, tab, start, tab, length, both in the digits of base 64
(dictfmt(1)); the articles may be packed by dictzip. What of an article is a
translation is told by how FreeDict writes it.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tui_app.core.dictionaries.dictzip import Stretches, stretches_of
from tui_app.core.dictionaries.entries import Entry, TwoTexts
from tui_app.core.dictionaries.held_words import BEGINNING, folded_words
from tui_app.core.loading.sources import read_path, refuse_unopenable
from tui_app.errors import UserError

INDEX = ".index"
ARTICLES = (".dict.dz", ".dict")

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}

_ABOUT_ITSELF = ("00database", "00-database")
_LONGEST_ARTICLE = 1 << 16

_AGAIN = "install it anew"

_NUMBERED = re.compile(r"^\s*\d{1,2}\.\s+(?=\S)")
_NUMBER_AT_END = re.compile(r"\s\d{1,2}\.\s*$")
# Grammar, and what a translation is about, where a line has nothing else.
_ONLY_NOTES = re.compile(r"(?:\s|\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\})*")


class _Place(NamedTuple):
    """Where the article on a word stands, in bytes."""

    start: int
    size: int
    word: str


def dictionary_at(name: str) -> Path | None:
    """Return the path that both files of a dictionary share but for their endings.

    ``name`` is one of both or that path; ``None`` where there is no such pair.
    """
    for ending in (INDEX, *ARTICLES):
        if name.endswith(ending):
            name = name.removesuffix(ending)
            break
    return Path(name) if _beside(name, (INDEX,)) and _beside(name, ARTICLES) else None


def _beside(name: str, endings: Iterable[str]) -> Path | None:
    paths = (Path(name + ending) for ending in endings)
    return next((path for path in paths if path.is_file()), None)


def entries_of_dictionary(path: Path, texts: TwoTexts) -> Iterator[Entry]:
    """Yield the entries of a dictionary that the texts may hold.

    Raises ``UserError`` where it is damaged or cannot be read.
    """
    places = sorted(_places(path, texts))
    articles = _beside(str(path), ARTICLES)
    if articles is None or not places:
        return
    name = str(articles)
    refuse_unopenable(name)
    try:
        with articles.open("rb") as file:
            yield from _entries(places, stretches_of(file), name)
    except (OSError, EOFError, struct.error, zlib.error) as error:
        raise UserError(name, "is damaged or cut short", _AGAIN) from error


def _places(path: Path, texts: TwoTexts) -> Iterator[_Place]:
    name = f"{path}{INDEX}"
    beginnings, pairs = texts.beginnings, texts.pairs
    index = _text(read_path(name))
    lines = zip(index.split("\n"), folded_words(index).split("\n"), strict=True)
    for number, (line, folded) in enumerate(lines, 1):
        word = folded.partition("\t")[0]
        beginning = word[:BEGINNING] in beginnings or word[:2] in pairs
        if beginning and texts.hold(word):
            _, start, size, *_ = [*line.split("\t"), "", ""]
            try:
                yield _Place(_number(start), _number(size), word)
            except KeyError as error:
                why = f"line {number} does not tell where an article is"
                raise UserError(name, why, _AGAIN) from error


def _number(digits: str) -> int:
    value = 0
    for digit in digits.strip() or "-":
        value = value * 64 + _VALUES[digit]
    return value


def _entries(places: list[_Place], file: Stretches, name: str) -> Iterator[Entry]:
    for start, size, word in places:
        if word.startswith(_ABOUT_ITSELF):
            continue
        article = file.read(start, min(size, _LONGEST_ARTICLE))
        if len(article) < min(size, _LONGEST_ARTICLE):
            raise UserError(name, "its index points beyond its end", _AGAIN)
        yield Entry(word, "; ".join(_translations(folded_words(_text(article)))))


def _text(data: bytes) -> str:
    """Return what is UTF-8 in dictionaries of this century, Latin-1 in older ones."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _translations(article: str) -> Iterator[str]:
    """Yield the lines of an article that translate its word, which stands first.

    It is the first line with more than notes on grammar, and those with a number.
    """
    lines = iter(article.strip().split("\n")[1:])
    for line in lines:
        if not _ONLY_NOTES.fullmatch(line):
            yield _bare(line)
            break
    for line in lines:
        if _NUMBERED.match(line):
            yield _bare(line)


def _bare(line: str) -> str:
    """Return a line without its number and that of the next, which may follow it."""
    return _NUMBER_AT_END.sub("", _NUMBERED.sub("", line, 1))
