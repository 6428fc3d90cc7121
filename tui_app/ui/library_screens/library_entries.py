"""What the library lists: what was opened before, and the pairs of a shelf."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tui_app.core.file_stamp import stamp_of
from tui_app.core.source_names import is_address
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.library.shelf import Shelf, ShelfPair, ShelfText
from tui_app.library.shelf_orders import (
    PairGroup,
    ShelfOrder,
    alone_in_order,
    groups_in_order,
)
from tui_app.library.typed_paths import from_home
from tui_app.review.looks import StyledText
from tui_app.review.signs import Signs
from tui_app.review.status import share
from tui_app.settings.drawn import Drawn
from tui_app.settings.memory import Recent, Sources
from tui_app.ui.screens.pair_names import entry_names, entry_room
from tui_app.ui.widgets.cells import Beside, cut, shared_room
from tui_app.ui.widgets.picklist import LaterLine, ListEntry, heading

GONE = "no longer there"

_DATED = 96
"""Cells of a line from which the dates of both texts stand in it."""

_DATE = 10
"""Cells of a date."""

_POINTER = 2
"""Cells before each line, which ``entry_room`` leaves free."""

_SHARE = 5
"""Cells of how much of a pair is shared."""


class Library(NamedTuple):
    """Files and folders that are opened together; the list's value for them."""

    paths: tuple[str, ...]


class LoneText(NamedTuple):
    """A text that is in no pair; the list's value for it."""

    path: str


Choice = Sources | Library | LoneText
"""What can be picked in a library."""


class Offer(NamedTuple):
    """What a library offers: opened before (``recent``, ``libraries``), and a shelf.

    ``shelf_name`` is what the shelf is called where it is one of several things.
    """

    recent: Sequence[Recent] = ()
    libraries: Sequence[tuple[str, ...]] = ()
    shelf: Shelf = Shelf()
    shelf_name: str = ""


def library_entries(
    offer: Offer, order: ShelfOrder, signs: Signs
) -> list[ListEntry[Choice]]:
    """Return the list: what was opened before, then the shelf by its groups."""
    entries: list[ListEntry[Choice]] = []
    sections = (
        ("Recent comparisons", [*_recent_entries(offer.recent, signs)]),
        ("Folders opened before", [*map(_library_entry, offer.libraries)]),
    )
    for name, found in sections:
        if found:
            entries += [heading(name), *found, _blank()]
    return [*entries, *_shelf_entries(offer, order, signs)]


def _blank() -> ListEntry[Choice]:
    return ListEntry((("", ""),))


# What was opened before --------------------------------------------------------


def _recent_entries(
    recents: Sequence[Recent], signs: Signs
) -> Iterator[ListEntry[Choice]]:
    """Yield a line for each, all with the same columns."""
    gone = frozenset(recent for recent in recents if not is_there(recent))
    tail = len(GONE) + 1 if gone else 0
    room = lru_cache(4)(partial(entry_room, tuple(recents), sign=signs.cut))
    for recent in recents:
        mark, beside = ("aside", 0) if recent in gone else ("", tail)

        def drawn(
            cells: int, recent: Recent = recent, mark: str = mark, beside: int = beside
        ) -> tuple[StyledText, ...]:
            return entry_names(recent, mark, room(cells - beside + _POINTER))

        yield ListEntry(
            (),
            None if recent in gone else recent.pair,
            GONE if recent in gone else "",
            later=LaterLine(drawn, partial(_recent_words, recent)),
        )


def _recent_words(recent: Recent) -> str:
    return f"{recent.left_title} {recent.right_title} {' '.join(recent.pair[:2])}"


def is_there(recent: Recent) -> bool:
    """Tell whether both sides can still be found; addresses are taken on trust."""
    return all(is_address(one) or stamp_of(one).is_there for one in recent.pair[:2])


def _library_entry(paths: tuple[str, ...]) -> ListEntry[Choice]:
    there = all(stamp_of(path).is_there for path in paths)
    pieces = ((library_name(paths), "" if there else "aside"),)
    value = Library(paths) if there else None
    return ListEntry(pieces, value, "" if there else GONE, unseen=" ".join(paths))


def library_name(paths: Sequence[str]) -> str:
    """Return what to call a library: its folder, or the first of its files."""
    first, *others = paths
    name = displayable_line(from_home(first))
    return f"{name} and {counted(len(others), 'other', 'others')}" if others else name


# The shelf ---------------------------------------------------------------------


class _WholeShelf(NamedTuple):
    """How often each title is there, and whether any text has a date."""

    titles: Counter[str]
    is_dated: bool


def _shelf_entries(
    offer: Offer, order: ShelfOrder, signs: Signs
) -> Iterator[ListEntry[Choice]]:
    shelf = offer.shelf
    groups = groups_in_order(shelf, order)
    whole = _WholeShelf(
        Counter(text.title for text in shelf.texts if text.title),
        any(text.date for text in shelf.texts),
    )
    if offer.shelf_name:
        yield heading(offer.shelf_name)
        for group in groups:
            yield from _pair_entries(shelf, group, whole, signs)
        return
    for are_two, together in groupby(groups, lambda group: len(group.texts) == 2):
        if are_two:
            yield heading("Pairs")
        for group in together:
            if not are_two:
                yield heading(_group_name(shelf, group))
            yield from _pair_entries(shelf, group, whole, signs)
    yield from _lone_entries(shelf, order)
    yield from map(_in_words, what_is_missing(shelf))


def _group_name(shelf: Shelf, group: PairGroup) -> str:
    title = shelf.texts[group.pairs[0].left].called
    return f"{counted(len(group.texts), 'text', 'texts')}: {title}"


def _lone_entries(shelf: Shelf, order: ShelfOrder) -> Iterator[ListEntry[Choice]]:
    """Yield the texts without a pair, once it is known that they have none."""
    alone = [] if shelf.progress else alone_in_order(shelf, order)
    if alone:
        yield heading("Texts that share no wording with another")
    for number in alone:
        text = shelf.texts[number]
        later = LaterLine(partial(_lone_line, text), partial(_words_of, text))
        yield ListEntry((), LoneText(text.path), later=later)


def _lone_line(text: ShelfText, room: int) -> tuple[StyledText, ...]:
    file = f"  {Path(text.path).name}" if text.title else ""
    if room < _DATED:
        return (text.called, ""), (file, "aside")
    title = set_cell_size(displayable_line(text.called), room - _DATE - 32)
    return (f"{day(text):<{_DATE}} ", "aside"), (title, ""), (file, "aside")


def _in_words(words: str) -> ListEntry[Choice]:
    return ListEntry(((words, "aside"),))


def what_is_missing(shelf: Shelf) -> Iterator[str]:
    """Yield in words why there is nothing, or not yet."""
    texts = counted(len(shelf.texts), "text", "texts")
    if shelf.progress is not None:
        if not shelf.pairs:
            yield "Reading; what belongs together is listed as it is found."
        return
    if not shelf.texts:
        yield "There is no text here that can be read."
    elif len(shelf.texts) == 1:
        yield "There is only one text here that can be read, so nothing beside it."
    elif not shelf.pairs:
        yield f"No two of these {texts} share wording."
    if shelf.left_out and not shelf.pairs:
        files = counted(len(shelf.left_out), "file was", "files were")
        yield f"{files} left out; the list of these says why."


def _pair_entries(
    shelf: Shelf, group: PairGroup, whole: _WholeShelf, signs: Signs
) -> Iterator[ListEntry[Choice]]:
    for pair in group.pairs:
        left, right = shelf.texts[pair.left], shelf.texts[pair.right]
        titles = whole.titles
        repeated = titles[left.title] > 1, titles[right.title] > 1
        line = _PairLine(pair, left, right, whole.is_dated, repeated)
        yield ListEntry(
            (),
            Sources(left.path, right.path),
            later=LaterLine(partial(_pair_line, line, signs), partial(_words, line)),
        )


class _PairLine(NamedTuple):
    pair: ShelfPair
    left: ShelfText
    right: ShelfText
    dated: bool
    repeated: tuple[bool, bool]


def day(text: ShelfText) -> str:
    """Return the date as it is shown; of a day without its year, month and day."""
    return text.date.removeprefix("--")


def _words(line: _PairLine) -> str:
    return f"{_words_of(line.left)} {_words_of(line.right)}"


def _words_of(text: ShelfText) -> str:
    return f"{text.title} {text.path} {text.date} {text.site}"


def _pair_line(line: _PairLine, signs: Signs, room: int) -> tuple[StyledText, ...]:
    """Return how much is shared, both names, the dates if they fit.

    Each name has a column, and what the other leaves of its own where it needs more.
    """
    pair, left, right, dated, _ = line
    dates = "".join(f"  {day(text):<{_DATE}}" for text in (left, right))
    dates = dates if dated and room >= _DATED else ""
    between = _BETWEEN[signs.drawn_with][pair.source]
    names = room - _SHARE - len(between) - len(dates)
    called = (
        displayable_line(_name(left, is_repeated=line.repeated[0])),
        displayable_line(_name(right, is_repeated=line.repeated[1])),
    )
    half = Beside((names + 1) // 2, names // 2)
    first, second = shared_room(half, Beside(*map(cell_len, called)))
    return (
        (f"{share(pair.score):>4} ", "aside"),
        (_column(called[0], first, signs), ""),
        (between, "aside"),
        (_column(called[1], second, signs), ""),
        (dates, "aside"),
    )


_BETWEEN = {
    Drawn.UNICODE: {"left": " → ", "right": " ← ", None: " | "},
    Drawn.ASCII: {"left": " -> ", "right": " <- ", None: " |  "},
    Drawn.PLAIN: {"left": ", source of ", "right": ", taken from ", None: ", "},
}
"""What stands between the names: from which side the other is likely to come."""


def _name(text: ShelfText, *, is_repeated: bool) -> str:
    """Return the title, with the file's name where others have the same title."""
    return f"{Path(text.path).name}: {text.title}" if is_repeated else text.called


def _column(words: str, cells: int, signs: Signs) -> str:
    shown = cut(words, max(0, cells), signs.cut)
    return set_cell_size(shown, max(0, cells))
