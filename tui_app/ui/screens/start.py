"""The start screen: recent comparisons and the sample articles; Enter opens one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui_app.core.source_names import is_address
from tui_app.review.samples import SamplePair
from tui_app.settings.memory import Recent
from tui_app.ui.screens.pair_names import EntryRoom, entry_names, entry_room
from tui_app.ui.widgets.hints import Hint, HintLine
from tui_app.ui.widgets.picklist import ListEntry, PickList, heading

GONE = "no longer there"

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
        tail = "" if all(map(is_there, recent)) else GONE
        room = entry_room(recent, width - len(tail))
        entries.extend(_recent(item, room) for item in recent)
        entries.append(ListEntry((("", ""),)))
    if samples:
        entries.append(heading("Sample articles"))
        pairs = [pair.recent for pair in samples]
        room = entry_room(pairs, width - max(len(_shared(pair)) for pair in samples))
        entries.extend(_sample(pair, room) for pair in samples)
    return entries


def _recent(recent: Recent, room: EntryRoom) -> ListEntry[Recent]:
    if is_there(recent):
        return ListEntry(entry_names(recent, "", room), recent)
    return ListEntry(entry_names(recent, "aside", room), tail=GONE)


def _sample(pair: SamplePair, room: EntryRoom) -> ListEntry[Recent]:
    return ListEntry(entry_names(pair.recent, "", room), pair.recent, _shared(pair))


def _shared(pair: SamplePair) -> str:
    return f"{pair.shared:.0%} shared"


def is_there(recent: Recent) -> bool:
    """Tell whether both sides can still be found; addresses are taken on trust."""
    return all(
        is_address(source) or Path(source).exists()
        for source in (recent.pair.left, recent.pair.right)
    )
