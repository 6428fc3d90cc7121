"""How a text is written: what tells the ends of its sentences from other stops."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui_app.core.segmentation.language import guess_language
from tui_app.core.segmentation.letters import is_plain_small

_UNSPACED = frozenset({"zh", "ja"})
_SAMPLE = 20_000  # characters in which the use of capitals is counted
_START = re.compile(r"[.!?]\s+([^\W\d_])")


class Writing(NamedTuple):
    """How a text is written: its language, guessed, and its use of capitals."""

    language: str
    capitals: bool

    @property
    def unspaced(self) -> bool:
        """Tell whether words are written without spaces between."""
        return self.language in _UNSPACED


def find_writing(text: str) -> Writing:
    """Return how ``text`` is written."""
    starts = _START.findall(text, 0, _SAMPLE)
    small = sum(map(is_plain_small, starts))
    large = sum(map(_is_plain_large, starts))
    return Writing(guess_language(text), small <= large)


def _is_plain_large(letter: str) -> bool:
    return "A" <= letter <= "Z" or "А" <= letter <= "Я"
