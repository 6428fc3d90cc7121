"""The start screen: recent comparisons and the sample articles; Enter opens one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui_app.review.samples import SamplePair
from tui_app.settings.memory import NOT_FILES, Recent
from tui_app.ui.widgets.cells import cut as cut_end
from tui_app.ui.widgets.cells import cut_middle, short_name
from tui_app.ui.widgets.hints import Hint, HintLine
from tui_app.ui.widgets.picklist import ListEntry, PickList, heading

ASIDE = 6
"""Cells between and beside the parts of an entry."""

BETWEEN = " | "

AND = " and "

FLAT_START = [(0, "-flat"), (10, "-tall")]


class StartScreen(Screen[None]):
    """The screen; it posts :class:`Open` for the comparison picked."""

    DEFAULT_CSS = """
    StartScreen {
        & > #name { height: 1; padding: 0 2; color: $mark-title-text; }
        & > #about { height: auto; padding: 0 2; margin-bottom: 1; }
        & > #name { text-style: bold; }
        & > #about { color: $mark-faint; }
        & > PickList { height: 1fr; }
        &.-flat > #about, &.-flat > #name { display: none; }
    }
    """
    VERTICAL_BREAKPOINTS = FLAT_START

    class Open(Message):
        """The user wants to read this comparison."""

        def __init__(self, recent: Recent) -> None:
            super().__init__()
            self.recent = recent

    def __init__(
        self,
        recent: Sequence[Recent],
        samples: Sequence[SamplePair],
        hints: Sequence[Hint] = (),
        *,
        ascii_only: bool = False,
    ) -> None:
        super().__init__()
        self._recent = recent
        self._samples = samples
        self._hints = hints
        self._ascii = ascii_only

    def compose(self) -> ComposeResult:
        """Build the screen."""
        yield Static(Content("Diptych"), id="name")
        yield Static(
            Content("Two versions of a text beside each other: diptych LEFT RIGHT"),
            id="about",
        )
        width = self.app.size.width
        entries = start_entries(self._recent, self._samples, width)
        yield PickList(entries, ascii_only=self._ascii)
        yield HintLine([*self._hints[:2], Hint("Enter", "open"), *self._hints[2:]])

    def on_resize(self, event: Resize) -> None:
        """Show as much of the titles as there is room for by now."""
        picks = cast("PickList[Recent]", self.query_one(PickList))
        here = picks.current
        width = event.size.width
        picks.show(start_entries(self._recent, self._samples, width))
        if here is not None:
            picks.place_on(here)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        if isinstance(event.value, Recent):
            self.post_message(self.Open(event.value))


def start_entries(
    recent: Sequence[Recent], samples: Sequence[SamplePair], width: int = 80
) -> list[ListEntry[Recent]]:
    """Return what the list shows; what is gone can be seen but not picked."""
    entries: list[ListEntry[Recent]] = []
    if recent:
        entries.append(heading("Recent comparisons"))
        entries.extend(_recent(item, width) for item in recent)
        entries.append(ListEntry((("", ""),)))
    if samples:
        entries.append(heading("Sample articles"))
        entries.extend(_sample(pair, width) for pair in samples)
    return entries


def _recent(recent: Recent, width: int) -> ListEntry[Recent]:
    if is_there(recent):
        return ListEntry(_names(recent, "", width), recent)
    tail = "no longer there"
    return ListEntry(_names(recent, "aside", width - len(tail)), tail=tail)


def _sample(pair: SamplePair, width: int) -> ListEntry[Recent]:
    tail = f"{pair.shared:.0%} shared"
    return ListEntry(_names(pair.recent, "", width - len(tail)), pair.recent, tail)


def _names(recent: Recent, mark: str, width: int) -> tuple[tuple[str, str], ...]:
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


def is_there(recent: Recent) -> bool:
    """Tell whether both sides can still be found; addresses are taken on trust."""
    return all(
        source.startswith(NOT_FILES) or Path(source).exists()
        for source in (recent.pair.left, recent.pair.right)
    )


def pair_name(recent: Recent, width: int = 30) -> str:
    """Return what to call a comparison: the names of its files, shortened."""
    names = (_last(recent.pair.left), _last(recent.pair.right))
    short = (short_name(names[0]), short_name(names[1]))
    shown = names if short[0] == short[1] else short
    return AND.join(cut_middle(name, width) for name in shown)


def _last(source: str) -> str:
    return source.rstrip("/").rsplit("/", 1)[-1] or source
