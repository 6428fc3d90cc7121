"""Which paragraphs of a PDF file are items of a numbered list: their numbers count on.

A number before one paragraph may be part of its words; where the next paragraphs go on
counting it is structure, and left out as it is in all formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui_app.core.formats.pdf_paragraphs import Paragraph

_NUMBER = re.compile(r"(?P<open>\(?)(?P<number>\d{1,2}|[a-z])(?P<close>[.)])\s+")
_FIRST_LETTER = ord("a") - 1


def with_items(text: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, those in a numbered list as items without numbers."""
    items = {index for run in _runs(text) for index in run}
    return [
        _item(paragraph) if index in items else paragraph
        for index, paragraph in enumerate(text)
    ]


def _runs(text: Sequence[Paragraph]) -> Iterator[list[int]]:
    """Yield the paragraphs, two or more one after the other, that count from 1 on."""
    run: list[int] = []
    style = ""
    for index, paragraph in enumerate(text):
        number, kind = _number(paragraph)
        if run and kind == style and number == len(run) + 1:
            run.append(index)
            continue
        if len(run) > 1:
            yield run
        run, style = ([index], kind) if number == 1 else ([], "")
    if len(run) > 1:
        yield run


def _number(paragraph: Paragraph) -> tuple[int, str]:
    """Return the number before the words, 0 for none, and how it is written."""
    match = None if paragraph.cells else _NUMBER.match(paragraph.text)
    if match is None:
        return 0, ""
    digits = match["number"].isdecimal()
    number = int(match["number"]) if digits else ord(match["number"]) - _FIRST_LETTER
    return number, f"{match['open']}{digits}{match['close']}"


def _item(paragraph: Paragraph) -> Paragraph:
    match = _NUMBER.match(paragraph.text)
    cut = match.end() if match else 0
    turns = tuple((max(0, offset - cut), page) for offset, page in paragraph.turns)
    return paragraph._replace(text=paragraph.text[cut:], turns=turns, item=True)
