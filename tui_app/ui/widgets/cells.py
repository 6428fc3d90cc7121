"""Fitting words into cells: cut, given what others leave, or set behind a label."""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from tui_app.core.text.clusters import border, next_border


def cut(text: str, width: int, sign: str = "…") -> str:
    """Return ``text`` in at most ``width`` cells, cut at its end."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(sign)
    return _head(text, room) + sign if room >= 0 else _head(text, width)


def cut_start(text: str, width: int, sign: str = "…") -> str:
    """Return ``text`` in at most ``width`` cells, cut at its beginning."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(sign)
    return sign + _tail(text, room).lstrip() if room >= 0 else _tail(text, width)


def cut_middle(text: str, width: int, sign: str = "…") -> str:
    """Return ``text`` in at most ``width`` cells, cut in the middle.

    Names of files differ at their ends; the end keeps the larger half.
    """
    if cell_len(text) <= width:
        return text
    room = width - cell_len(sign)
    if room < 2:
        return _head(text, width)
    head = _head(text, room // 2)
    return (
        head.removesuffix(sign) + sign + _tail(text, room - cell_len(head)).lstrip(sign)
    )


class Beside(NamedTuple):
    """Cells for two names that stand beside each other."""

    left: int
    right: int


def shared_room(rooms: Beside, needed: Beside) -> Beside:
    """Return the rooms where one that is short leaves the other what it needs of it."""
    more_left = min(max(0, needed.left - rooms.left), rooms.right - needed.right)
    more_right = min(max(0, needed.right - rooms.right), rooms.left - needed.left)
    step = max(0, more_left) - max(0, more_right)
    return Beside(rooms.left + step, rooms.right - step)


def behind_label(line: Content, label: int, width: int) -> Content:
    """Return the line wrapped, all of it behind its label of so many cells.

    Where there is little room for that it is left as it is.
    """
    if len(line) <= label or width < 3 * label:
        return line
    head, words = line.divide([label])
    indent = Content("\n" + " " * label)
    return head + indent.join(part.rstrip() for part in words.wrap(width - label))


_HASH = re.compile(
    r"(?i)(?<![0-9a-z])(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{8,}(?![0-9a-z])"
)

_TOLD_OF_A_HASH = 4


def short_name(name: str, sign: str = "…") -> str:
    """Return the name of a file with what looks like a hash told by its beginning."""
    return _HASH.sub(lambda found: found[0][:_TOLD_OF_A_HASH] + sign, name)


def _head(text: str, width: int) -> str:
    if width <= 0:
        return ""
    begun = len(set_cell_size(text, width).rstrip())
    return text[: border(text, begun)].rstrip()


def _tail(text: str, width: int) -> str:
    start = max(0, len(text) - max(0, width))
    while start < len(text) and cell_len(text[start:]) > width:
        start += 1
    return text[next_border(text, start) :]
