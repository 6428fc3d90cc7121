"""Whether a text was broken into lines by its writer or by a line width.

Where a program wrapped the lines, each fits into the width and the first word of
the next would not have: a line end tells a range of widths. The width that fits
the most line ends is that of the text, if it fits nearly all at which a sentence
runs on; at those of a poem or a list no width does.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.segmentation.lines import Span

_NARROWEST = 30  # characters; shorter lines are a list or a poem
_NARROWEST_WIDE = 12  # of Han and kana, each as wide as two letters
_WIDE_SCRIPTS = "\u2e80"  # the first character of Han, kana and their kin
_WIDEST = 140  # nobody wraps wider; longer lines are whole paragraphs
_FITTING = 0.7  # of the line ends that tell something
_RUNNING_ON = 0.2  # of the line ends, in scripts that have capitals
_SHORT_SHARE = 0.9  # of the width; a program that evens lines stays above it
_SAMPLE = 4000  # line ends looked at

Break = tuple[Span, Span]  # a line and the next one


class Wrapping(NamedTuple):
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
    telling = _telling(text, _breaks(blocks))
    if not telling:
        return Wrapping(0)
    wide = sum(text[following[0]] >= _WIDE_SCRIPTS for _, following in telling)
    width, fitting = _best_width(
        [(_length(text, line), _needed(text, line, after)) for line, after in telling],
        _NARROWEST_WIDE if 2 * wide > len(telling) else _NARROWEST,
    )
    return Wrapping(width if fitting >= _FITTING * len(telling) else 0)


def _breaks(blocks: Sequence[Sequence[Span]]) -> list[Break]:
    breaks: list[Break] = []
    for block in blocks:
        breaks.extend(itertools.pairwise(block))
        if len(breaks) > _SAMPLE:
            break
    return breaks


def _telling(text: str, breaks: Sequence[Break]) -> Sequence[Break]:
    """Return the line ends at which a sentence runs on: a small letter follows.

    All of them in scripts without capitals, none where too few run on: the lines
    of a poem begin with capitals, those of wrapped prose seldom do.
    """
    initials = [text[following[0]] for _, following in breaks]
    cased = sum(letter.lower() != letter.upper() for letter in initials)
    if 2 * cased < len(breaks):
        return [one for one in breaks if text[one[1][0]].isalpha()]
    running = [one for one in breaks if text[one[1][0]].islower()]
    return running if len(running) >= _RUNNING_ON * cased else []


def _best_width(ranges: Sequence[Span], narrowest: int) -> Span:
    """Return the width that lies in the most ranges [least, end), and in how many."""
    changes = Counter[int]()
    for least, end in ranges:
        changes[least] += 1
        changes[end] -= 1
    fitting = most = best = 0
    for width in sorted(changes):
        fitting += changes[width]
        if fitting > most and narrowest <= width <= _WIDEST:
            most, best = fitting, width
    return best, most


def _length(text: str, line: Span) -> int:
    """Return the length of the line with its indentation."""
    start, end = line
    return end - (text.rfind("\n", 0, start) + 1)


def _needed(text: str, line: Span, following: Span) -> int:
    start, end = following
    space = text.find(" ", start, end)
    first_word = (end if space < 0 else space) - start
    if text[start] >= _WIDE_SCRIPTS:  # Han and kana break anywhere
        first_word = 1
    return _length(text, line) + 1 + first_word
