"""What the table of one text against several says, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from tui_app.core.text.plurals import counted
from tui_app.core.witness_table import Holds, WitnessCell, WitnessNumbers
from tui_app.review.looks import StyledText
from tui_app.review.signs import (
    CERTAIN,
    FACT,
    LEFT_ONLY,
    LIKELY,
    MOVED_DOWN,
    MOVED_UP,
    NO_SIGN,
    RIGHT_ONLY,
    SAME,
    WEAK,
    Sign,
    Signs,
    link_sign,
)
from tui_app.review.status import share

FULL_CELLS = 10
"""Cells of a column that tells all: sign, arrow, share alike, number of facts."""

FEW_CELLS = 3
"""Cells of one that tells signs only."""

GAP = 1
"""Cells between two columns."""

LEAST_TEXT = 24
"""Cells with which a passage is worth having beside the columns."""

_WORDS = {
    Holds.THERE: "there",
    Holds.CHANGED: "changed",
    Holds.MISSING: "missing",
}


class TableColumns(NamedTuple):
    """How many columns stand beside the passages, and whether they tell all."""

    many: int
    full: bool

    @property
    def width(self) -> int:
        """Return the cells of one column."""
        return FULL_CELLS if self.full else FEW_CELLS

    @property
    def cells(self) -> int:
        """Return the cells of all, with the gaps before them."""
        return self.many * (self.width + GAP)

    def shown_with(self, chosen: int, count: int) -> range:
        """Return which of so many columns are shown for the chosen one to be seen."""
        first = min(max(0, chosen - self.many // 2), max(0, count - self.many))
        return range(first, min(first + self.many, count))


def table_columns(room: int, count: int) -> TableColumns:
    """Return the columns for so many texts in a line of so many cells.

    At least one is shown; where not all have room, only so many signs as fit.
    """
    for full in (True, False):
        columns = TableColumns(count, full)
        if room - columns.cells >= LEAST_TEXT:
            return columns
    fitting = max(1, (room - LEAST_TEXT) // (FEW_CELLS + GAP))
    return TableColumns(min(count, fitting), full=False)


def cell_pieces(
    cell: WitnessCell | None, sign: Signs, weak_below: float, *, full: bool
) -> tuple[StyledText, ...]:
    """Return the cell of a column; ``None`` stands for what is not known yet.

    Links with a score below ``weak_below`` are weak.
    """
    if cell is not None and sign.plain:
        return ((_cell_told(cell), "text"),)
    if cell is None:
        return ((f"{sign.cut:<{FULL_CELLS if full else FEW_CELLS}}", "aside"),)
    held = sign.cell(_held_sign(cell, weak_below))
    moved = sign.cell(_moved_sign(cell))
    if not full:
        return held, moved, sign.cell(FACT if cell.facts else NO_SIGN)
    tells = cell.holds is Holds.CHANGED and cell.alike is not None
    alike = share(cell.alike) if tells and cell.alike is not None else ""
    facts = f"{FACT.ascii}{min(len(cell.facts), 99)}" if cell.facts else ""
    return held, moved, (f" {alike:>4}", "text"), (f"{facts:<3}", FACT.look)


def _cell_told(cell: WitnessCell) -> str:
    """Return the cell in words that are heard, one after the other."""
    words = [_WORDS[cell.holds]]
    if cell.holds is Holds.CHANGED and cell.alike is not None:
        words.append(f"{share(cell.alike)} alike")
    words += ["moved"] if cell.moved else []
    words += [counted(len(cell.facts), "fact", "facts")] if cell.facts else []
    return " ".join(words)


def lone_pieces(is_there: bool, sign: Signs, *, full: bool) -> tuple[StyledText, ...]:
    """Return the cell of a column for a passage that the left lacks."""
    width = FULL_CELLS if full else FEW_CELLS
    if not is_there:
        return ((" " * width, ""),)
    return sign.cell(RIGHT_ONLY), (" " * (width - 1), "")


def _held_sign(cell: WitnessCell, weak_below: float) -> Sign:
    if cell.score is None:
        return LEFT_ONLY
    if cell.holds is Holds.THERE:
        return SAME
    return link_sign(cell.score, weak_below)


def _moved_sign(cell: WitnessCell) -> Sign:
    if cell.moved is None:
        return NO_SIGN
    return MOVED_UP if cell.moved == "up" else MOVED_DOWN


def cell_words(cell: WitnessCell) -> str:
    """Return the cell in words, as a filter finds it."""
    words = [_WORDS[cell.holds]]
    words += ["moved"] if cell.moved else []
    words += ["facts"] if cell.facts else []
    return " ".join(words)


def short_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the files, the whole path where two have the same."""
    short = [PurePath(name).name or name for name in names]
    return tuple(
        one if short.count(one) == 1 else name
        for one, name in zip(short, names, strict=True)
    )


_SIGNS = (
    ((SAME,), "there"),
    ((CERTAIN, LIKELY, WEAK), "changed, % alike"),
    ((LEFT_ONLY,), "missing"),
    ((MOVED_UP, MOVED_DOWN), "moved"),
    ((FACT,), "facts differ"),
)


def signs_in_words(sign: Signs) -> str:
    """Return what the signs of the table stand for."""
    return sign.between.join(
        f"{' '.join(dict.fromkeys(sign.cell(one)[0] for one in signs))} {words}"
        for signs, words in _SIGNS
    )


def numbers_in_words(numbers: WitnessNumbers) -> str:
    """Return how many passages are what in a text, as part of a sentence."""
    facts = numbers.with_facts and f" ({numbers.with_facts} with facts that differ)"
    parts = [
        f"{numbers.there} there",
        f"{numbers.changed} changed{facts or ''}",
        f"{numbers.missing} missing",
    ]
    parts += [f"{numbers.moved} moved"] if numbers.moved else []
    parts += [f"{counted(numbers.lone, 'passage', 'passages')} only there"]
    return ", ".join(parts)
