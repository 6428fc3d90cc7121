"""Books of verses: ``Genesis 1:1 In the …`` on each line, ``1:1`` alone, ``Genesis 1``.

Where verses are numbered a chapter begins with its first verse; where only chapters
are named, their names count on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_app.core.contents.alone_lines import PlainLines
from tui_app.core.contents.heading import Heading
from tui_app.core.text.chapter_words import chapter_head

_VERSE = re.compile(
    r"(?m)^[ \t]*(?P<book>(?:[1-4][. ]{0,2})?[^\W\d_][^\d\n:]{0,28}?)?[ .]*"
    r"(?P<chapter>\d{1,3}):(?P<verse>\d{1,3})(?=\W|\Z)"
)
_COLON = re.compile(r"\d:\d")
_CHAPTER = re.compile(
    r"(?P<book>(?:[1-4][. ]{0,2})?[^\W\d_][^\d\n]{0,38}?)[ ,第]*(?P<number>\d{1,3})"
    r"[.章篇편장]?"
)
_HAN_CHAPTER = re.compile(
    r"(?P<book>[^\W\d_]{1,20}?)\s*第?(?P<number>[一二三四五六七八九十百〇零]+)[章篇]"
)
_COUNTED = (
    "page p pp figure fig table tab exhibit chart note plate line no nr seite abb "
    "abbildung tabelle figura tableau tabla tabela рис рисунок таблица стр"
)
_NO_BOOKS = frozenset(_COUNTED.split())
"""Names before a number that are no book's."""
_FEWEST_VERSES = 20
_IN_ORDER = 0.8  # of the verses come right after the one before
_FEWEST_CHAPTERS = 3
_LONGEST_NAME = 80  # characters of a line above the first verse that names the book
_HAN_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}


class _Verse(NamedTuple):
    start: int
    book: str
    chapter: int
    verse: int


def verse_books(text: str, lines: PlainLines) -> tuple[Heading, ...]:
    """Return books and chapters, none where the text is not in verses or chapters."""
    verses = (
        []
        if len(_COLON.findall(text)) < _FEWEST_VERSES
        else [
            _Verse(
                match.end() - len(match[0].lstrip(" \t")),
                (match["book"] or "").strip(" .,"),
                int(match["chapter"]),
                int(match["verse"]),
            )
            for match in _VERSE.finditer(text)
        ]
    )
    if _are_in_order(verses):
        return tuple(_of_verses(text, verses))
    return tuple(_in_books(_chapters(lines)))


def _are_in_order(verses: Sequence[_Verse]) -> bool:
    if len(verses) < _FEWEST_VERSES:
        return False
    right = sum(_comes_next(*both) for both in pairwise(verses))
    return right >= _IN_ORDER * len(verses)


def _comes_next(one: _Verse, after: _Verse) -> bool:
    if after.chapter == one.chapter and after.book == one.book:
        return after.verse == one.verse + 1
    return after.verse == 1 and after.chapter in {one.chapter + 1, 1}


def _of_verses(text: str, verses: Sequence[_Verse]) -> Iterator[Heading]:
    """Yield a heading for each chapter, and for each book where there are several."""
    begun = [
        one
        for before, one in zip([None, *verses], verses, strict=False)
        if before is None or one.verse == 1 or one[1:3] != before[1:3]
    ]
    named: list[tuple[int, str, str]] = []
    name, latest = "", _Verse(0, "", 1_000, 0)
    for one in begun:
        start = one.start
        if one.book != latest.book or one.chapter <= latest.chapter:
            above = _line_above(text, start)
            name = one.book or " ".join(text[slice(*above)].split())
            start = start if one.book or not name else above[0]
        named.append((start, name, str(one.chapter)))
        latest = one
    yield from _in_books(named)


def _line_above(text: str, start: int) -> tuple[int, int]:
    """Return where the short line above stands, an empty stretch if there is none."""
    begin = max(0, start - 2 * _LONGEST_NAME)
    above = text[begin:start].rstrip()
    line = above[above.rfind("\n") + 1 :]
    if not line.strip() or len(line) > _LONGEST_NAME or _VERSE.match(line):
        return start, start
    end = begin + len(above)
    return end - len(line.lstrip()), end


def _in_books(chapters: Sequence[tuple[int, str, str]]) -> Iterator[Heading]:
    several = len({name for _, name, _ in chapters}) > 1
    latest = None
    for start, name, number in chapters:
        if several and name and name != latest:
            yield Heading(start, 1, name)
        words = f"{name} {number}".strip()
        yield Heading(start, 1 + several, words)
        latest = name


def _chapters(lines: PlainLines) -> list[tuple[int, str, str]]:
    """Return the lines that are a name and a number and count on, chapter by chapter.

    Of a name that others come after, the first chapter may be the only one.
    """
    found: list[tuple[int, str, int]] = []
    for line in lines.alone:
        if len(line.block) == 1 and (named := _named_chapter(line.words)):
            book, number = named
            found.append((line.start, book, number))
    kept = [
        one
        for before, one in zip([None, *found], found, strict=False)
        if one[2] == 1 or (before is not None and before[1:] == (one[1], one[2] - 1))
    ]
    second = sum(number == _FEWEST_CHAPTERS - 1 for _, _, number in kept)
    if len(kept) < _FEWEST_CHAPTERS or not second:
        return []
    if all(chapter_head(f"{book} {number}") for _, book, number in kept):
        return []  # Chapter 3: no book is called so
    return [(start, book, str(number)) for start, book, number in kept]


def _named_chapter(words: str) -> tuple[str, int] | None:
    match = _CHAPTER.fullmatch(words)
    if match and match["book"].rstrip(".").casefold() not in _NO_BOOKS:
        return match["book"].strip(" .,"), int(match["number"])
    match = _HAN_CHAPTER.fullmatch(words)
    return (match["book"], _han_value(match["number"])) if match else None


def _han_value(number: str) -> int:
    """Return what a Chinese number up to 199 says: 十二, 二十, 一百一十九, 一一九."""
    value = digit = 0
    for sign in number:
        if sign in "十百":
            value += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = 10 * digit + _HAN_DIGITS.get(sign, 0)
    return value + digit
