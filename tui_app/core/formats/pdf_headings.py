"""Which paragraphs of a PDF file are headings, by how large and how bold they are.

Only what is clear: letters larger than those of the text, or bold letters in a
paragraph of few words that ends no sentence. What the document calls its title, or the
largest on its first page, is the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.extract import Part
from tui_app.core.formats.pdf_paragraphs import Paragraph

_LARGER = 1.15  # times the size of the text
_TITLE_LARGER = 1.3
_LONGEST = 200  # letters
_LONGEST_BOLD = 100
_EARLY = 60  # paragraphs among which the title stands
_MOST_BOLD = 0.35  # of all paragraphs; where more are bold that says nothing
_LEVELS = 6
_LETTERS = re.compile(r"[^\W\d_]{2}")
_NO_END = (".", ",", ";", "?”", ".”")


class Heading(NamedTuple):
    """``part`` is ``Part.TITLE`` or ``Part.HEADING``; ``level`` counts from 1."""

    part: Part
    level: int = 0


def headings(
    text: Sequence[Paragraph], body: float, title: str = ""
) -> dict[int, Heading]:
    """Return the headings by the index of their paragraphs.

    ``body`` is the size of most letters, ``title`` what the document says it has.
    """
    larger = [index for index, one in enumerate(text) if _is_larger(one, body)]
    bold = [index for index, one in enumerate(text) if _is_bold(one, body)]
    if len(bold) > _MOST_BOLD * len(text):
        bold = []
    sizes = sorted({_step(text[index]) for index in larger}, reverse=True)
    levels = {size: min(_LEVELS, number) for number, size in enumerate(sizes, 1)}
    lowest = min(_LEVELS, len(sizes) + 1)
    found = {index: Heading(Part.HEADING, lowest) for index in bold}
    for index in larger:
        found[index] = Heading(Part.HEADING, levels[_step(text[index])])
    first = _title(text, larger, body, title)
    if first is not None:
        found[first] = Heading(Part.TITLE)
    return dict(sorted(found.items()))


def _step(paragraph: Paragraph) -> int:
    return round(paragraph.size)


def _may_be(paragraph: Paragraph, longest: int) -> bool:
    return (
        len(paragraph.text) <= longest
        and not paragraph.cells
        and not paragraph.item
        and bool(_LETTERS.search(paragraph.text))
    )


def _is_larger(paragraph: Paragraph, body: float) -> bool:
    return paragraph.size > _LARGER * body and _may_be(paragraph, _LONGEST)


def _is_bold(paragraph: Paragraph, body: float) -> bool:
    return (
        paragraph.bold
        and paragraph.size > 0.9 * body
        and _may_be(paragraph, _LONGEST_BOLD)
        and not paragraph.text.endswith(_NO_END)
    )


def _title(
    text: Sequence[Paragraph], larger: Sequence[int], body: float, title: str
) -> int | None:
    """Return the paragraph that is the title, if any is."""
    early = [index for index, one in enumerate(text[:_EARLY]) if not one.cells]
    for index in early:
        if title and _plain(text[index].text) == _plain(title):
            return index
    large = [
        index
        for index in early
        if index in larger
        and text[index].page == text[0].page
        and text[index].size > _TITLE_LARGER * body
    ]
    return max(large, key=lambda index: text[index].size, default=None)


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))
