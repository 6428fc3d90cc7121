"""Cells of a table that no spreadsheet takes for a formula, and how they are read back.

A cell that begins with ``=``, ``+``, ``-`` or ``@`` (also the full-width ones, and
after white space), with a tab or the end of a line, gets an apostrophe in front. So
does such a beginning after a semicolon, a tab or an end of line within: where a comma
is the decimal point, these part cells too. One apostrophe goes where it came when the
cell is read back; nothing else is changed.
"""

from __future__ import annotations

import re

_SIGNS = "=+\\-@＝＋－＠"

# Each stretch of white space and apostrophes is looked at once, however long it is.
_STRETCH = re.compile(rf"[\s'\u200b\ufeff]++[{_SIGNS}]?|[{_SIGNS}]")

_PARTED = re.compile(r"([\t\r\n])")

_PARTED_AND_GUARDED = re.compile(r"([\t\r\n])'")

_ODD_BEGINNING = re.compile(r"'*[\t\r\n]")


def inert(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it, or a part, for a formula."""
    return _STRETCH.sub(_guard, cell)


def as_it_was(cell: str) -> str:
    """Return what was made inert."""
    return _STRETCH.sub(_release, cell)


def _guard(found: re.Match[str]) -> str:
    stretch = found[0]
    if _is_formula(stretch):
        guarded = _PARTED.sub(r"\1'", stretch)
        return f"'{guarded}" if _begins_cell(found) else guarded
    odd = found.start() == 0 and _ODD_BEGINNING.match(stretch)
    return f"'{stretch}" if odd else stretch


def _release(found: re.Match[str]) -> str:
    stretch = found[0]
    if _is_formula(stretch):
        released = _PARTED_AND_GUARDED.sub(r"\1", stretch)
        return released.removeprefix("'") if _begins_cell(found) else released
    odd = found.start() == 0 and _ODD_BEGINNING.match(stretch)
    return stretch.removeprefix("'") if odd else stretch


def _is_formula(stretch: str) -> bool:
    return stretch[-1] in "=+-@＝＋－＠"


def _begins_cell(found: re.Match[str]) -> bool:
    return found.start() == 0 or found.string[found.start() - 1] == ";"
