"""What the user prefers: the entries of ``config.toml`` with their defaults."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui_app.core.counting import Counting
from tui_app.core.model import ALL_KINDS, Granularity, Kind
from tui_app.settings.keymap import UNCHANGED, Keymap

Layout = Literal["auto", "side", "stacked", "merged"]
WordMarks = Literal["off", "words", "letters"]


class Settings(NamedTuple):
    """The preferences of one user; every field is an entry of ``config.toml``.

    What each means stands in ``options.OPTIONS``. Widths are in cells, spacing
    in lines; ``column_width`` 0 means as wide as the terminal allows,
    ``stack_below`` 0 never. ``keymap`` holds the keys in force.
    """

    theme: str = "diptych-dark"
    mouse: bool = True
    ascii: bool = False

    layout: Layout = "auto"
    unit: Granularity = "sentence"
    word_marks: WordMarks = "letters"
    column_width: int = 0
    margin: int = 1
    line_spacing: int = 0
    stack_below: int = 90
    weak_links: float = 0.4

    show: frozenset[Kind] = ALL_KINDS
    case: bool = True
    punctuation: bool = True
    typographic_quotes: bool = True
    accents: bool = True

    keymap: Keymap = UNCHANGED

    @property
    def counting(self) -> Counting:
        """Return which small differences count."""
        return Counting(
            self.case, self.punctuation, self.typographic_quotes, self.accents
        )
