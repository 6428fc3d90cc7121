"""What a comparison that can be opened is called: by its titles and its files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tui_app.review.signs import UNICODE
from tui_app.settings.memory import Recent
from tui_app.ui.widgets.cells import cut as cut_end
from tui_app.ui.widgets.cells import cut_middle, short_name

ASIDE = 6
"""Cells between and beside the parts of an entry."""

BETWEEN = " | "

AND, AND_SHORT = " and ", ", "

_TWO_STUBS = 12
"""Cells for what two names of files begin with."""

BOTH = " (before and after)"


def pair_name(recent: Recent, width: int = 30, sign: str = UNICODE.cut) -> str:
    """Return what to call a comparison: the names of its files, shortened."""
    if recent.pair.is_one:
        return cut_middle(_last(recent.pair.left), 2 * width - len(BOTH), sign) + BOTH
    names = (_last(recent.pair.left), _last(recent.pair.right))
    short = (short_name(names[0], sign), short_name(names[1], sign))
    shown = names if short[0] == short[1] else short
    return AND.join(cut_middle(name, width, sign) for name in shown)


class EntryRoom(NamedTuple):
    """Cells that the entries of a list have in common, so that they line up.

    ``sign`` stands for what is cut off.
    """

    all: int
    files: int
    sign: str = UNICODE.cut


def entry_room(
    recents: Iterable[Recent], width: int, sign: str = UNICODE.cut
) -> EntryRoom:
    """Return the room for these comparisons; most of it is for their titles."""
    room = max(16, width - ASIDE)
    most = max(_TWO_STUBS, room // 5)
    files = (cell_len(_files(recent, most, sign)) for recent in recents)
    return EntryRoom(room, min(max(files, default=0), room // 2), sign)


def entry_names(
    recent: Recent, mark: str, room: EntryRoom
) -> tuple[tuple[str, str], ...]:
    """Return the titles, which get most of the room, and the names of the files."""
    titles = [recent.left_title, recent.right_title]
    own = (_last(recent.pair.left), _last(recent.pair.right))
    told = [title for title, file in zip(titles, own, strict=True) if title != file]
    told = [*dict.fromkeys(filter(None, told))]
    if not told:
        return ((pair_name(recent, sign=room.sign), mark),)
    files = _files(recent, room.files, room.sign)
    shown = _beside(told, room.all - room.files, room.sign)
    return ((shown, mark), (f"  {files}", "aside"))


def _files(recent: Recent, room: int, sign: str) -> str:
    """Return the names in the room, or else what each begins with."""
    files = pair_name(recent, sign=sign)
    if cell_len(files) <= room:
        return files
    names = (_last(recent.pair.left), _last(recent.pair.right))
    stems = [short_name(name.rpartition(".")[0] or name, sign) for name in names]
    each = (room - len(AND_SHORT)) // 2
    stubs = [cut_end(stem, each, sign) for stem in stems]
    if stubs[0] == stubs[1]:
        stubs = [cut_middle(name, each, sign) for name in names]
    return AND_SHORT.join(stubs)


def _beside(titles: Sequence[str], room: int, sign: str) -> str:
    """Return one title, or two in a column each, in exactly ``room`` cells."""
    first, *more = titles
    if not more:
        return set_cell_size(cut_end(first, room, sign), room)
    half = (room - len(BETWEEN)) // 2
    beside = set_cell_size(cut_end(first, half, sign), half) + BETWEEN
    rest = room - cell_len(beside)
    return beside + set_cell_size(cut_end(more[0], rest, sign), rest)


def _last(source: str) -> str:
    return source.rstrip("/").rsplit("/", 1)[-1] or source
