"""The line above a library: what it is, how much of it there is, how it is sorted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.library.shelf import Shelf
from tui_app.library.shelf_orders import ShelfOrder
from tui_app.review.signs import Signs
from tui_app.ui.widgets.cells import cut_start


class LibraryTitle(Widget):
    """One line: the name, then as much of what is told as there is room for."""

    DEFAULT_CSS = """
    LibraryTitle {
        height: 1; width: 100%; padding: 0 2; color: $mark-title-text;
        text-style: bold;
    }
    """

    def __init__(self, name: str, signs: Signs) -> None:
        super().__init__()
        self._called = displayable_line(name)
        self._signs = signs
        self._told: Sequence[str] = ()

    def tell(self, told: Sequence[str]) -> None:
        """Show this beside the name, the most important first."""
        self._told = told
        self.refresh()

    def render(self) -> Content:
        """Return the line."""
        line = ""
        for words in self._told:
            longer = f"{line}{self._signs.between if line else ''}{words}"
            if cell_len(longer) + min(cell_len(self._called), 16) > self.size.width - 3:
                break
            line = longer
        room = self.size.width - (cell_len(line) + 3 if line else 0)
        name = cut_start(self._called, room, self._signs.cut)
        return Content(f"{name}   {line}" if line else name)


def told_of(shelf: Shelf, order: ShelfOrder) -> Iterator[str]:
    """Yield what is told of a shelf, the most important first."""
    if shelf.progress is not None:
        done, total = shelf.progress
        yield f"reading: {done} of {total} files" if total else "reading"
    pairs = counted(len(shelf.pairs), "pair", "pairs")
    groups = counted(len(shelf.groups), "group", "groups")
    yield f"{pairs} in {groups}" if shelf.groups else pairs
    if shelf.left_out:
        yield f"{len(shelf.left_out)} left out"
    yield counted(len(shelf.texts), "text", "texts")
    if len(shelf.pairs) > 1:
        yield f"by {order}"
