"""Which headings a text has: those its format marks, else those its lines tell."""

from __future__ import annotations

from tui_app.core.contents.alone_lines import PlainLines
from tui_app.core.contents.heading import Heading, with_dense_levels
from tui_app.core.contents.named_heads import named_heads
from tui_app.core.contents.numbered_heads import numbered_heads
from tui_app.core.contents.verse_books import verse_books
from tui_app.core.extract import Part
from tui_app.core.model import Document, Role
from tui_app.core.text.chapter_words import CHAPTER, chapter_head

_ARTICLE = 2000
"""Units of a text whose lines without a stop may be subheads; in a book few are."""


def headings_of(document: Document) -> tuple[Heading, ...]:
    """Return the headings of a text in its order; the title of the whole is none."""
    marked = _marked(document)
    if marked:
        return marked
    lines = PlainLines(document.text)
    return (
        verse_books(document.text, lines)
        or _named_and_numbered(lines)
        or _by_role(document)
    )


def _named_and_numbered(lines: PlainLines) -> tuple[Heading, ...]:
    """Return heads of both kinds: what is only numbered is a chapter, or within one."""
    named = named_heads(lines)
    taken = {one.start for one in named}
    chapters = 10 * CHAPTER
    within = sum(_is_chapter(one) for one in named) > 1
    numbered = (
        one._replace(level=chapters + one.level - (not within))
        for one in numbered_heads(lines)
        if one.start not in taken
    )
    return with_dense_levels(sorted([*named, *numbered]))


def _is_chapter(heading: Heading) -> bool:
    """Tell whether it is named a chapter, and is no preface or epilogue."""
    if heading.level != 10 * CHAPTER:
        return False
    head = chapter_head(heading.words)
    return head is None or not head.is_alone


def _marked(document: Document) -> tuple[Heading, ...]:
    if document.extract is None:
        return ()
    text = document.text
    headings = [
        Heading(one.start, one.level or 1, _one_line(text[one.start : one.end]))
        for one in document.extract.passages
        if one.part is Part.HEADING
    ]
    return with_dense_levels(headings)


def _by_role(document: Document) -> tuple[Heading, ...]:
    """Return what reads like the subheads of an article."""
    if len(document.units) > _ARTICLE:
        return ()
    return tuple(
        Heading(unit.start, 1, _one_line(document.text[unit.start : unit.end]))
        for unit in document.units
        if unit.role is Role.HEADING
    )


def _one_line(words: str) -> str:
    return " ".join(words.split())
