"""A line of a list in words: said one after the other, nothing set in columns."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len

from tui_app.core.text.display import displayable_line
from tui_app.review.looks import StyledText
from tui_app.ui.widgets.cells import cut

_COLUMNS = re.compile(r"[,\s]*\s{2,}[,\s]*|\s+,\s*")


def plain_entry(pieces: Iterable[StyledText], tail: str, width: int, sign: str) -> str:
    """Return the line in at most ``width`` cells; ``sign`` stands for what is cut off.

    What stands in columns is parted by commas. The tail comes last, and whole where it
    leaves half of the line.
    """
    text = displayable_line("".join(text for text, _ in pieces)).strip(" ,")
    after = f", {displayable_line(tail)}" if tail else ""
    if cell_len(after) > width // 2:
        after = ""
    words = _COLUMNS.sub(", ", text)
    return cut(words, max(0, width - cell_len(after)), sign) + after
