"""What is said of a section on one line, on the screen and on paper."""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.contents.sections import Section
from tui_app.core.model import Side
from tui_app.review.section_numbers import SectionNumbers
from tui_app.review.status import share

_INDENT = "  "
_DEEPEST = 4  # levels that are set in; deeper ones would have no room for words
BEFORE_ALL = "(before the first heading)"
_CELLS = (6, 7, 11, 7, 10)


class NumberWords(NamedTuple):
    """The numbers of a section as words; what is none is empty."""

    alike: str
    facts: str
    one_sided: str
    notes: str
    reviewed: str

    @property
    def line(self) -> str:
        """Return them in columns, ``NUMBER_CELLS`` wide."""
        cells = zip(self, _CELLS, strict=True)
        return "".join(f"{word:>{width}}" for word, width in cells)

    def told(self, heads: NumberWords) -> str:
        """Return each with what it counts, as it is heard."""
        pairs = zip(self, heads, strict=True)
        return ", ".join(f"{word} {head}" for word, head in pairs if word)

    @property
    def short_line(self) -> str:
        """Return the most important in columns, ``FEW_CELLS`` wide."""
        alike, facts, _, _, reviewed = _CELLS
        return f"{self.alike:>{alike}}{self.facts:>{facts}}{self.reviewed:>{reviewed}}"


HEADS = NumberWords("alike", "facts", "one-sided", "notes", "reviewed")
"""What stands above the columns."""

HEADS_ACROSS = HEADS._replace(alike="paired")
"""The same for a text and its translation."""

NUMBER_CELLS = sum(_CELLS)
FEW_CELLS = _CELLS[0] + _CELLS[1] + _CELLS[4]


def number_words(numbers: SectionNumbers, not_known: str = "…") -> NumberWords:
    """Return the numbers as words; ``not_known`` stands for what is not counted yet."""
    return NumberWords(
        not_known if numbers.alike is None and numbers.rows else _share(numbers.alike),
        not_known if numbers.facts is None else _number(numbers.facts),
        _number(numbers.one_sided),
        _number(numbers.notes),
        _share(numbers.reviewed_share) if numbers.reviewed else "",
    )


def _number(number: int) -> str:
    return str(number) if number else ""


def _share(part: float | None) -> str:
    return "" if part is None else share(part)


def heading_words(section: Section, side: Side, no_words: str) -> str:
    """Return the heading of a side, set in by its level."""
    heading = section.left if side == "left" else section.right
    if heading is not None:
        return _INDENT * min(heading.level - 1, _DEEPEST) + heading.words
    if section.place is None:
        return BEFORE_ALL if side == "left" else ""
    return _INDENT * min(section.level - 1, _DEEPEST) + no_words
