"""Whether a text was broken into lines by its writer or by a line width.

Where a program wrapped the lines, the first word of the next line would not have
fitted into the line before; that holds for nearly all line ends of such a text
and for few of a poem or a list.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from tui_app.core.segmentation.lines import Span

_NARROWEST = 12  # characters; Han text is wrapped at 20 to 40
_WIDEST = 140  # nobody wraps wider; longer lines are whole paragraphs
_FULL_SHARE = 0.7  # of the line ends within blocks
_SMALL_SHARE = 0.2  # of the lines after a full one begin in lower case
_SHORT_SHARE = 0.9  # of the width; a program that evens lines stays above it
_SAMPLE = 4000  # lines looked at


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The line width a text was wrapped at, in characters; 0 where it was not."""

    width: int

    def is_full(self, text: str, line: Span, following: Span) -> bool:
        """Tell whether the next line's first word had no room in ``line``."""
        return _needed(text, line, following) > self.width

    def is_short(self, text: str, line: Span) -> bool:
        """Tell whether ``line`` ends well before the width."""
        return _length(text, line) <= _SHORT_SHARE * self.width


def find_wrapping(text: str, blocks: Sequence[Sequence[Span]]) -> Wrapping:
    """Return how ``text``, whose lines stand together in ``blocks``, was wrapped."""
    pairs = _pairs(blocks)
    if len(pairs) < 2:
        return Wrapping(0)
    lengths = sorted(_length(text, line) for line, _ in pairs)
    width = lengths[(len(lengths) - 1) * 95 // 100]
    if not _NARROWEST <= width <= _WIDEST:
        return Wrapping(0)
    full = [pair for pair in pairs if _needed(text, *pair) > width]
    if len(full) < _FULL_SHARE * len(pairs) or not _runs_on(text, full):
        return Wrapping(0)
    return Wrapping(width)


def _pairs(blocks: Sequence[Sequence[Span]]) -> list[tuple[Span, Span]]:
    pairs: list[tuple[Span, Span]] = []
    for block in blocks:
        pairs.extend(itertools.pairwise(block))
        if len(pairs) > _SAMPLE:
            break
    return pairs


def _length(text: str, line: Span) -> int:
    """Return the length of the line with its indentation."""
    start, end = line
    return end - (text.rfind("\n", 0, start) + 1)


def _needed(text: str, line: Span, following: Span) -> int:
    start, end = following
    space = text.find(" ", start, end)
    first_word = (end if space < 0 else space) - start
    if text[start] >= "\u2e80":  # Han and kana break anywhere
        first_word = 1
    return _length(text, line) + 1 + first_word


def _runs_on(text: str, full: Sequence[tuple[Span, Span]]) -> bool:
    """Tell whether the lines run on into each other as prose does.

    The lines of a poem begin with capitals; those of wrapped prose seldom do.
    """
    initials = [text[following[0]] for _, following in full]
    cased = [letter for letter in initials if letter.lower() != letter.upper()]
    small = sum(letter.islower() for letter in cased)
    return small >= _SMALL_SHARE * len(cased)
