"""The footer: one line of keys, help and quit first, as many as there is room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from tui_app.settings.drawn import Drawn
from tui_app.settings.keymap import Keymap

SHORT = {
    "help": "Help",
    "quit": "Quit",
    "next-difference": "Next",
    "search": "Search",
    "note": "Note",
    "facts-only": "Facts",
    "palette": "All",
}
"""What the footer calls the actions it shows, in the order of their importance."""

SEARCHING = {
    "next-hit": "Next hit",
    "previous-hit": "Hit before",
    "leave": "Leave search",
}
"""What it calls those that come first while there are hits."""

SELECTING = {"note": "Note on it", "copy": "Copy", "leave": "Leave it"}
"""What it calls those that come first while words are selected."""

PEEKING = {"peek": "Peek"}
"""What it calls the one that comes first while a text is covered."""

RELOADING = {"reload": "Load again"}
"""What it calls the one that comes first while a text has changed."""

OTHERS = {"next-text": "Next text", "previous-text": "Text before"}
"""What it calls those that come first while the left stands beside several texts."""

BETWEEN = "  "

NO_HINTS_BELOW = 10
"""Lines of a screen from which on it has room for a line of hints."""


class Hint(NamedTuple):
    """A key and what it does.

    ``action`` is the id that a click runs, ``long`` a label to prefer where there
    is room for it and the hint after it.
    """

    key: str
    label: str
    action: str = ""
    long: str = ""

    @property
    def width(self) -> int:
        """Return the cells it takes."""
        return cell_len(self.key) + 1 + cell_len(self.label)


FIRST_TIME = "Help: all the keys"


def hints_for(
    keymap: Keymap, *, first_time: bool = False, drawn_with: Drawn = Drawn.UNICODE
) -> list[Hint]:
    """Return the hints of the reader, with the keys in force.

    ``first_time`` says more about the help, until it was opened once.
    """
    hints = named_hints(SHORT, keymap, drawn_with=drawn_with)
    if first_time and hints:
        hints[0] = hints[0]._replace(long=FIRST_TIME)
    return hints


IN_LIBRARY = {
    "library-filter": "Filter",
    "library-sort": "Sort",
    "library-open": "Files",
    "library-preview": "Preview",
    "library-left-out": "Left out",
}
"""What the footer of a library calls the actions it shows."""

BACK = "Back"


def library_hints(
    hints: Sequence[Hint],
    keymap: Keymap,
    *,
    goes_back: bool,
    drawn_with: Drawn = Drawn.UNICODE,
) -> list[Hint]:
    """Return the hints of a library: of ``hints`` help and quit, then its own.

    ``goes_back`` tells that there is a library to go back to.
    """
    own = named_hints(IN_LIBRARY, keymap, drawn_with=drawn_with)
    if goes_back:
        own[:0] = named_hints({"library-back": BACK}, keymap, drawn_with=drawn_with)
    shown = [hint for hint in hints if hint.action in {"help", "quit"}]
    return [*shown, Hint("Enter", "Open"), *own]


def with_way_back(
    hints: Sequence[Hint], keymap: Keymap, *, drawn_with: Drawn = Drawn.UNICODE
) -> list[Hint]:
    """Return the hints of a reader that was opened from a library."""
    back = named_hints({"leave": "Library"}, keymap, drawn_with=drawn_with)
    first = [hint for hint in hints if hint.action in {"help", "quit"}]
    return [*first, *back, *(hint for hint in hints if hint not in first)]


def named_hints(
    names: Mapping[str, str], keymap: Keymap, *, drawn_with: Drawn = Drawn.UNICODE
) -> list[Hint]:
    """Return the hints of the actions in ``names`` that have a key."""
    return [
        Hint(keymap.first(name, drawn_with=drawn_with), label, name)
        for name, label in names.items()
        if keymap.of(name)
    ]


def fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """Return the first hints that fit into ``width`` cells."""
    full = [hint._replace(label=hint.long or hint.label) for hint in hints]
    kept = _first(full, width)
    return kept if len(kept) >= min(2, len(hints)) else _first(hints, width)


def _first(hints: Sequence[Hint], width: int) -> list[Hint]:
    kept: list[Hint] = []
    used = 0
    for hint in hints:
        used += hint.width + (len(BETWEEN) if kept else 0)
        if used > width:
            break
        kept.append(hint)
    return kept


class HintLine(Widget):
    """The footer; a click on a hint posts :class:`Chosen`."""

    DEFAULT_CSS = """
    HintLine { height: 1; width: 100%; padding: 0 1; color: $mark-faint; }
    HintLine:nocolor { color: $foreground; }
    """

    @dataclass
    class Chosen(Message):
        """The user clicked on the hint of the action ``action``."""

        action: str

    def __init__(self, hints: Sequence[Hint] = ()) -> None:
        super().__init__()
        self._hints = list(hints)
        self._leading: list[Hint] = []

    def shorten(self) -> None:
        """Say of the same keys no more than what they do, from now on."""
        self._hints = [hint._replace(long="") for hint in self._hints]
        self.refresh()

    def lead_with(self, hints: Sequence[Hint]) -> None:
        """Show these before all others for now."""
        if self._leading != list(hints):
            self._leading = list(hints)
            self.refresh()

    @property
    def _shown(self) -> list[Hint]:
        told = {hint.action for hint in self._leading} - {""}
        others = (hint for hint in self._hints if hint.action not in told)
        return fitting([*self._leading, *others], self.size.width)

    def render(self) -> Content:
        """Return the line."""
        parts: list[Content | tuple[str, str]] = []
        for hint in self._shown:
            if parts:
                parts.append(Content(BETWEEN))
            parts.append((hint.key, "bold"))
            parts.append(Content(f" {hint.label}"))
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """Tell which hint was clicked."""
        start = self.styles.padding.left
        for hint in self._shown:
            if hint.action and start <= event.x < start + hint.width:
                self.post_message(self.Chosen(hint.action))
            start += hint.width + len(BETWEEN)
