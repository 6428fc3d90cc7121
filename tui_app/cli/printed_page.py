"""A page as wide as the terminal: two columns of wrapped, painted text.

rich tells how wide the page is and what colours it has; its tables measure every
cell before the first is printed, which a book would not forgive.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style

from tui_app.cli.shared_options import Colour
from tui_app.cli.work_told import tell_no_more_beside_output
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.text.clusters import next_border
from tui_app.core.text.display import displayable_line
from tui_app.review.looks import ANSI_MARKS, LOOKS
from tui_app.review.signs import ASCII, UNICODE, Signs
from tui_app.settings.drawn import shows_signs

_COLOURS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.WINDOWS,
}

_NARROWEST_PAGE = 20
_WIDEST_PAGE = 1000  # whatever is claimed, nobody reads more across

_NARROWEST_COLUMN = 16

_BETWEEN = 2  # cells between the columns


@dataclass(frozen=True, slots=True)
class PaintedSpan:
    """A stretch of a text to be painted; ``look`` is a name in ``LOOKS``."""

    start: int
    end: int
    look: str


@dataclass(frozen=True, slots=True)
class Painted:
    """A text that is safe to show, and its marks in order.

    ``from_right``: it is set from the right edge of its column.
    """

    text: str
    marks: Sequence[PaintedSpan] = field(default=())
    from_right: bool = False


class PrintedPage:
    """Where lines of a table go; ``gutter`` cells stay free left of the columns.

    ``colour`` is when it is painted; each painted piece ends its own colours, so that
    a pager can begin anywhere.
    """

    def __init__(self, gutter: int, colour: Colour = "auto") -> None:
        asked = None if colour == "auto" else colour == "always"
        # What rich decides covers NO_COLOR, TERM=dumb, FORCE_COLOR and pipes; but set
        # to nothing FORCE_COLOR forces nothing, as with NO_COLOR.
        forced = asked
        if asked is None and os.environ.get("FORCE_COLOR") == "":
            forced = sys.stdout.isatty()
        console = Console(highlight=False, force_terminal=forced)
        self._colours = _COLOURS.get(console.color_system or "")
        if asked is False:
            self._colours = None
        elif asked and self._colours is None:
            self._colours = ColorSystem.STANDARD
        self._styles = ansi_styles(no_color=console.no_color)
        self._wrapper = Wrapper(cell_len)
        self.width = min(max(console.width, _NARROWEST_PAGE), _WIDEST_PAGE)
        self.column = (self.width - gutter - _BETWEEN) // 2
        self.is_stacked = self.column < _NARROWEST_COLUMN
        if self.is_stacked:
            self.column = self.width - gutter

    def paint(self, text: str, look: str) -> str:
        """Return ``text`` with the codes of a look, none on a plain page."""
        if self._colours is None or not text:
            return text
        return self._styles[look].render(text, color_system=self._colours)

    def write(self, lines: Iterable[str]) -> None:
        """Write lines to standard output."""
        tell_no_more_beside_output()
        for line in lines:
            sys.stdout.write(line.rstrip())
            sys.stdout.write("\n")

    def beside(self, gutter: Sequence[str], left: Painted, right: Painted) -> list[str]:
        """Return the lines of one row; ``gutter`` has one text or two of equal cells.

        The second stands before all lines but the first. Where the page is too
        narrow for two columns the right text stands below the left.
        """
        first, rest = gutter[0], gutter[-1]
        ours, theirs = self._set(left), self._set(right)
        if self.is_stacked:
            lines = [line for line, _ in ours + theirs]
        else:
            blank = ("", 0)
            gap = " " * _BETWEEN
            lines = [
                line + " " * (self.column - cells) + gap + other
                for (line, cells), (other, _) in zip_longest(
                    ours, theirs, fillvalue=blank
                )
            ]
        return [(rest if number else first) + line for number, line in enumerate(lines)]

    def wrapped(self, text: str, indent: int) -> list[str]:
        """Return ``text`` as lines over the whole page, ``indent`` cells from the left.

        Line ends in ``text`` are kept.
        """
        width = self.width - indent
        return [
            " " * indent + text[start:end].rstrip()
            for text in map(displayable_line, text.split("\n"))
            for start, end in self._line_bounds(text, width)
        ]

    def cut(self, text: str, cells: int, sign: str) -> str:
        """Return ``text`` in one line of at most ``cells``, ``sign`` where cut."""
        shown = displayable_line(" ".join(text.split()))
        if self._wrapper.cells(shown) <= cells:
            return shown
        return shown[: self._wrapper.offset_at(shown, cells - cell_len(sign))] + sign

    def cut_start(self, text: str, cells: int, sign: str) -> str:
        """Return ``text`` as ``cut`` does, cut at its beginning."""
        shown = displayable_line(" ".join(text.split()))
        if self._wrapper.cells(shown) <= cells:
            return shown
        room = max(0, cells - cell_len(sign))
        start = len(shown) - room
        while self._wrapper.cells(shown[start:]) > room:
            start += 1
        return sign + shown[next_border(shown, start) :]

    def _set(self, painted: Painted) -> list[tuple[str, int]]:
        """Return the lines of a column and the cells each takes."""
        if not painted.text:
            return []
        lines = (
            self._line(painted, start, end)
            for start, end in self._line_bounds(painted.text, self.column)
        )
        if painted.from_right:
            return [
                (" " * max(0, self.column - cells) + line, self.column)
                for line, cells in lines
            ]
        return list(lines)

    def _line_bounds(self, text: str, width: int) -> Iterable[tuple[int, int]]:
        return pairwise((*self._wrapper.starts(text, width), len(text)))

    def _line(self, painted: Painted, start: int, end: int) -> tuple[str, int]:
        text = painted.text
        while end > start and text[end - 1] == " ":
            end -= 1
        pieces: list[str] = []
        position = start
        for mark in painted.marks:
            first, last = max(mark.start, position), min(mark.end, end)
            if first < last:
                pieces.append(text[position:first])
                pieces.append(self.paint(text[first:last], mark.look))
                position = last
        pieces.append(text[position:end])
        return "".join(pieces), self._wrapper.cells(text[start:end])


def ansi_styles(*, no_color: bool) -> dict[str, Style]:
    """Return the style of every look in the terminal's own colours, or without."""
    styles = {}
    for name, look in LOOKS.items():
        color, ground = (
            None if no_color else _ansi_colour(one)
            for one in (look.colour, look.ground)
        )
        attributes = look.attributes(no_color=no_color, ansi=True)
        styles[name] = Style(color=color, bgcolor=ground, **attributes)  # type: ignore[arg-type]  # by name
    return styles


def _ansi_colour(variable: str) -> str | None:
    """Return rich's name for a theme's variable; ``None`` leaves the colour alone."""
    colour = ANSI_MARKS.get(variable.removeprefix("mark-"), "ansi_default")
    return None if colour == "ansi_default" else colour.removeprefix("ansi_")


def signs_on_paper(*, ascii_only: bool) -> Signs:
    """Return the characters to draw with on standard output, by what it can show."""
    return ASCII if ascii_only or not shows_signs(sys.stdout) else UNICODE
