"""PDF files: letters put together to lines, columns, paragraphs, notes and headings.

A PDF says where letters stand, not which belong together. pdfium gives the letters
(``pdf_letters``); lines (``pdf_lines``), columns (``pdf_columns``), what is printed
around the text (``pdf_furniture``), footnotes (``pdf_notes``) and paragraphs
(``pdf_paragraphs``, ``pdf_hyphens``) are told by where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_app.core.extract import Extract, Format, Metadata, Part
from tui_app.core.formats.own_metadata import own_metadata
from tui_app.core.formats.pdf_columns import read_order
from tui_app.core.formats.pdf_furniture import furniture_by_page
from tui_app.core.formats.pdf_headings import Heading, headings
from tui_app.core.formats.pdf_hyphens import Joiner
from tui_app.core.formats.pdf_items import with_items
from tui_app.core.formats.pdf_letters import LettersOf, Told
from tui_app.core.formats.pdf_lines import Line, PageLines, page_lines
from tui_app.core.formats.pdf_notes import apart, note_lines
from tui_app.core.formats.pdf_paragraphs import (
    Paragraph,
    Placed,
    body_size,
    paragraphs,
    rejoined,
)
from tui_app.core.formats.taking import Taking, Turn, Wanted
from tui_app.core.text.plurals import counted
from tui_app.errors import UserError

_UNREADABLE = 0.2  # of the letters, from which on a document or page is rubbish
_OCR = "run it through OCR (ocrmypdf) first"
_OCR_ANEW = "run it through OCR (ocrmypdf --force-ocr) first"
_WRONG_LETTERS = "letters without codes"

# As ISO 32000 writes dates, and some programs without the mark.
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(?!-)")
_NO_AUTHOR = re.compile(
    r".*\(0x|\W*$|(?:user|owner|admin|administrator|author)$", re.IGNORECASE
)


class _Pages(NamedTuple):
    """The pages of a document: their names, lines, what was asked of them."""

    names: list[str]
    lines: list[list[Line]]
    beside: list[list[tuple[str, str]]]
    remarks: tuple[str, ...]


def read_pdf(data: bytes, wanted: Wanted) -> Extract:
    """Return the text of a PDF file: its notes in the end, its pages as places.

    Raises ``UserError`` for what is locked, damaged, out of bounds, holds only pictures
    of its pages or letters that do not say which they are.
    """
    letters = LettersOf(data, wanted.name)
    try:
        told = letters.told
        pages = _read_pages(letters, wanted)
    finally:
        letters.close()
    lines = _placed(pages)
    body = body_size(placed.line for placed in lines)
    joiner = Joiner(placed.line.text for placed in lines)
    text, notes = apart(lines, body)
    metadata = _metadata(told, wanted.name)
    whole = rejoined(list(paragraphs(text, joiner)), joiner)
    body_paragraphs = with_items(whole)
    taking = Taking()
    found = headings(body_paragraphs, body, metadata.title)
    _add_text(taking, pages, body_paragraphs, found)
    for note in note_lines(notes):
        _add(taking, pages, _one(paragraphs(note, joiner)), Part.NOTE)
    if not metadata.title:
        title = _found_title(body_paragraphs, found)
        metadata = metadata._replace(title=title)
    return taking.extract(Format.PDF, metadata, pages.remarks)


def _read_pages(letters: LettersOf, wanted: Wanted) -> _Pages:
    names: list[str] = []
    read: list[PageLines] = []
    pictures: list[int] = []
    damaged: list[int] = []
    coming = wanted.each(letters, letters.told.pages)
    for number, page in enumerate(coming):
        names.append(page.label.strip() or str(number + 1))
        read.append(page_lines(page))
        if page.pictures:
            pictures.append(number)
        if page.damaged:
            damaged.append(number)
    if names[:1] == ["0"]:  # counted by a program, no name of a page
        names = [str(number) for number in range(1, len(names) + 1)]
    unreadable = _unreadable(read, bool(pictures), wanted.name)
    remarks = (
        (pictures, "without text, a picture only: " + _OCR),
        (damaged, "damaged and left out"),
        (unreadable, f"with {_WRONG_LETTERS}, left out: {_OCR_ANEW}"),
    )
    return _Pages(
        names,
        [[] if at in unreadable else one.lines for at, one in enumerate(read)],
        [one.beside for one in read],
        tuple(
            _remark([names[page] for page in pages], what)
            for pages, what in remarks
            if pages
        ),
    )


def _unreadable(read: Sequence[PageLines], pictures: bool, name: str) -> list[int]:
    """Return the pages whose letters do not say which they are.

    Raises ``UserError`` where there is no text, or too much of it is of that kind.
    """
    letters = sum(one.letters for one in read)
    if not letters and pictures:
        raise UserError(name, "holds pictures of pages, no text", _OCR)
    if not letters:
        raise UserError(name, "has no text", "choose a file with words in it")
    if sum(one.unreadable for one in read) > _UNREADABLE * letters:
        why = "its letters have no codes, so its words cannot be told"
        raise UserError(name, why, _OCR_ANEW)
    return [
        page
        for page, one in enumerate(read)
        if one.unreadable > _UNREADABLE * max(1, one.letters)
    ]


def _remark(pages: list[str], what: str) -> str:
    some = ", ".join(pages[:5]) + (", …" if len(pages) > 5 else "")
    return f"{counted(len(pages), 'page', 'pages')} ({some}) {what}"


def _placed(pages: _Pages) -> list[Placed]:
    """Return the lines of the text in reading order, what is around it noted apart."""
    placed: list[Placed] = []
    column = 0
    around = furniture_by_page(pages.lines)
    for page, (lines, out) in enumerate(zip(pages.lines, around, strict=True)):
        pages.beside[page].extend(
            (lines[index].text, why) for index, why in out.items()
        )
        kept = [line for index, line in enumerate(lines) if index not in out]
        ordered = read_order(kept)
        placed.extend(
            Placed(one.line, page, column + one.column, one.left, one.right)
            for one in ordered
        )
        column += 1 + max((one.column for one in ordered), default=0)
    return placed


def _add_text(
    taking: Taking,
    pages: _Pages,
    text: Sequence[Paragraph],
    found: dict[int, Heading],
) -> None:
    done = 0
    for number, paragraph in enumerate(text):
        while done <= paragraph.page:
            _leave_out(taking, pages, done)
            done += 1
        if number in found:
            _add(taking, pages, paragraph, found[number].part, found[number].level)
        elif paragraph.cells:
            taking.at(_place(pages, paragraph.page))
            taking.add_row(paragraph.text.split("\t"))
        elif paragraph.item:
            _add(taking, pages, paragraph, Part.LIST_ITEM, 1)
        else:
            _add(taking, pages, paragraph)
    for page in range(done, len(pages.names)):
        _leave_out(taking, pages, page)


def _leave_out(taking: Taking, pages: _Pages, page: int) -> None:
    for words, why in pages.beside[page]:
        taking.leave_out(words, why)


def _add(
    taking: Taking,
    pages: _Pages,
    paragraph: Paragraph,
    part: Part = Part.PARAGRAPH,
    level: int = 0,
) -> None:
    taking.at(_place(pages, paragraph.page))
    turns = [Turn(offset, _place(pages, page)) for offset, page in paragraph.turns]
    taking.add(paragraph.text, part, level, turns)


def _place(pages: _Pages, page: int) -> str:
    return f"page {pages.names[page]}"


def _one(parts: Iterator[Paragraph]) -> Paragraph:
    """Return the paragraphs of a note as one."""
    first, *others = parts
    words = " ".join([first.text, *(other.text for other in others)])
    return first._replace(text=words)


def _found_title(text: Sequence[Paragraph], found: dict[int, Heading]) -> str:
    for number, heading in found.items():
        if heading.part is Part.TITLE:
            return text[number].text
    return ""


def _metadata(told: Told, name: str) -> Metadata:
    date = _DATE.match(told.date)
    day = "-".join(filter(None, date.groups())) if date else told.date
    metadata = own_metadata(Metadata(told.title, told.author, day), name)
    return metadata._replace(author="") if _NO_AUTHOR.match(told.author) else metadata
