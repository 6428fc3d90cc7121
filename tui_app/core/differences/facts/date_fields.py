"""A field of a date read from a passage, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.differences.facts.when import Field


class Found(NamedTuple):
    """A field read at atoms ``start`` to ``end``."""

    field: Field
    value: object
    start: int
    end: int


def word_at(words: Sequence[str], at: int) -> str:
    """Return the word at ``at``, empty beyond the passage."""
    return words[at] if 0 <= at < len(words) else ""


_CENTURIES = frozenset(map(str, range(10, 21)))


def is_year(word: str) -> bool:
    """Tell four figures that may be a year: 1000 to 2099."""
    return len(word) == len("1987") and word[:2] in _CENTURIES and word.isdecimal()


def decade_of(word: str) -> int | None:
    """Return the first year of *1990s* or *90s*."""
    figure = word[:-1]
    if not (word.endswith("0s") and figure.isdecimal()):
        return None
    short = len(figure) == len("90")
    return int(figure) if short or is_year(figure) else None
