"""Which cells a text takes, and where terminals may count them otherwise.

A combining mark, an emoji with a variation selector, a flag, a sign that East Asian
fonts draw wide (Unicode Standard Annex 11, "ambiguous"): each takes as many cells as
the terminal's own tables say, of whatever age they are.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes

_LAST_OF_EUROPE = "\u052f"
"""Up to here are the letters of which only the ambiguous ones are ever drawn wide."""

_FIRST_IDEOGRAPHIC = "\u3000"

_WIDEST = 2
"""Cells that any terminal gives to one code point at most."""


class Doubt(NamedTuple):
    """A cluster that a terminal may draw wider or narrower than it is counted.

    ``more`` is how many cells more it may take at most; ``less``: it may take fewer.
    """

    at: int
    more: int
    less: bool

    def moved(self, by: int) -> Doubt:
        """Return the same so many cells further on."""
        return self._replace(at=self.at + by)


class LetterCells(NamedTuple):
    """``cells`` holds a text's clusters, each wide one followed by an empty string."""

    cells: tuple[str, ...]
    doubts: tuple[Doubt, ...] = ()


def letter_cells(text: str) -> LetterCells:
    """Return the cells of a text, as rich counts them."""
    return LetterCells(tuple(text)) if text.isascii() else _letter_cells(text)


@lru_cache(8192)
def _letter_cells(text: str) -> LetterCells:
    cells = list[str]()
    doubts = list[Doubt]()
    spans, _ = split_graphemes(text)
    for start, end, width in spans:
        cluster = text[start:end]
        if not width:  # a mark with nothing before it in this text
            if cells:
                cells[-1] += cluster
            continue
        if not _is_agreed_on(cluster, width):
            more = max(0, _WIDEST * len(cluster) - width)
            doubts.append(Doubt(len(cells), more, less=width > 1))
        cells += [cluster] + [""] * (width - 1)
    return LetterCells(tuple(cells), tuple(doubts))


def _is_agreed_on(cluster: str, width: int) -> bool:
    """Tell whether every terminal gives the cluster ``width`` cells."""
    return len(cluster) == 1 and width == _agreed_width(cluster)


@lru_cache(8192)
def _agreed_width(letter: str) -> int | None:
    kind = unicodedata.east_asian_width(letter)
    if unicodedata.category(letter)[0] in "MC":
        return None
    if letter <= _LAST_OF_EUROPE:
        return 1 if kind in {"Na", "N"} else None
    ideographic = kind in {"W", "F"} and letter >= _FIRST_IDEOGRAPHIC
    return 2 if ideographic and unicodedata.category(letter) != "So" else None
