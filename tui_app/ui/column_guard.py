"""Columns that stay in place in a terminal which turns right-to-left text round.

Such a terminal orders each line as one (Unicode Standard Annex 9): blanks and signs
between two Arabic words go along with them, and left and right column change places.
A blank that counts as a letter of a left-to-right script keeps them apart: the braille
pattern without dots, one cell wide and no control character.
"""

from __future__ import annotations

import re
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui_app.core.text.direction import FROM_RIGHT

FENCE: Final = "\u2800"

MARGIN_STYLE: Final = Style.from_meta({"margin": True})
"""The style, beside others, of the cells before a column: it and they are sent to
their own places, however wide the terminal draws what stands before them."""

_RIGHT_TO_LEFT = re.compile(f"[{FROM_RIGHT}]")
# What parts columns, and a word from what it became; nothing within a text.
_GAP = re.compile(r"\A {2,}| {2,}\Z|\A → \Z")


class ColumnGuard(LineFilter):
    """Fences the gaps of lines that hold right-to-left text, and of no others."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments, their last blank of each gap a fence where needed."""
        del background
        if not any(map(_turns, segments)):
            return segments
        return [
            segment if segment.control else segment._replace(text=_fenced(segment.text))
            for segment in segments
        ]


def _turns(segment: Segment) -> bool:
    text = segment.text
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def _fenced(text: str) -> str:
    return _GAP.sub(lambda gap: gap[0][:-1] + FENCE, text)


def is_margin(style: Style | None) -> bool:
    """Tell whether a style is that of a margin."""
    return style is not None and style._meta == MARGIN_STYLE._meta  # noqa: SLF001 - else it is unpickled
