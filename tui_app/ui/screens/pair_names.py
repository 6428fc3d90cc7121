"""What a comparison that can be opened is called: by its titles and its files."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tui_app.settings.memory import Recent
from tui_app.ui.widgets.cells import cut as cut_end
from tui_app.ui.widgets.cells import cut_middle, short_name

ASIDE = 6
"""Cells between and beside the parts of an entry."""

BETWEEN = " | "

AND = " and "

BOTH = " (before and after)"


def pair_name(recent: Recent, width: int = 30) -> str:
    """Return what to call a comparison: the names of its files, shortened."""
    if recent.pair.is_one:
        return cut_middle(_last(recent.pair.left), 2 * width - len(BOTH)) + BOTH
    names = (_last(recent.pair.left), _last(recent.pair.right))
    short = (short_name(names[0]), short_name(names[1]))
    shown = names if short[0] == short[1] else short
    return AND.join(cut_middle(name, width) for name in shown)


def entry_names(recent: Recent, mark: str, width: int) -> tuple[tuple[str, str], ...]:
    """Return the titles, which get most of the room, and the names of the files."""
    files = pair_name(recent)
    titles = [recent.left_title, recent.right_title]
    own = (_last(recent.pair.left), _last(recent.pair.right))
    told = [title for title, file in zip(titles, own, strict=True) if title != file]
    told = [*dict.fromkeys(filter(None, told))]
    if not told:
        return ((files, mark),)
    third = max(width // 3, width - ASIDE - cell_len(BETWEEN.join(told)))
    if cell_len(files) > third:
        files = pair_name(recent, (third - len(AND)) // 2)
    room = max(8, width - ASIDE - cell_len(files))
    return ((_beside(told, room), mark), (f"  {files}", "aside"))


def _beside(titles: Sequence[str], room: int) -> str:
    """Return one title or two in ``room`` cells; a short one leaves the other more."""
    first, *more = titles
    if not more:
        return cut_end(first, room)
    room -= len(BETWEEN)
    half = max(room // 2, room - cell_len(more[0]))
    first = cut_end(first, half)
    return first + BETWEEN + cut_end(more[0], room - cell_len(first))


def _last(source: str) -> str:
    return source.rstrip("/").rsplit("/", 1)[-1] or source
