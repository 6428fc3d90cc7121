"""The start screen: recent comparisons and the sample articles; Enter opens one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui_app.review.samples import SamplePair
from tui_app.settings.memory import NOT_FILES, Recent
from tui_app.ui.widgets.cells import cut_middle
from tui_app.ui.widgets.hints import Hint, HintLine
from tui_app.ui.widgets.picklist import ListEntry, PickList, heading

FLAT = [(0, "-flat"), (10, "-tall")]


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
    VERTICAL_BREAKPOINTS = FLAT

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
        self._entries = start_entries(recent, samples)
        self._hints = hints
        self._ascii = ascii_only

    def compose(self) -> ComposeResult:
        """Build the screen."""
        yield Static(Content("Diptych"), id="name")
        yield Static(
            Content("Two versions of a text beside each other: diptych LEFT RIGHT"),
            id="about",
        )
        yield PickList(self._entries, ascii_only=self._ascii)
        yield HintLine([*self._hints[:2], Hint("Enter", "open"), *self._hints[2:]])

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        if isinstance(event.value, Recent):
            self.post_message(self.Open(event.value))


def start_entries(
    recent: Sequence[Recent], samples: Sequence[SamplePair]
) -> list[ListEntry[Recent]]:
    """Return what the list shows; what is gone can be seen but not picked."""
    entries: list[ListEntry[Recent]] = []
    if recent:
        entries.append(heading("Recent comparisons"))
        entries.extend(_recent(item) for item in recent)
        entries.append(ListEntry((("", ""),)))
    if samples:
        entries.append(heading("Sample articles"))
        entries.extend(_sample(pair) for pair in samples)
    return entries


def _recent(recent: Recent) -> ListEntry[Recent]:
    if is_there(recent):
        return ListEntry((*_names(recent, ""),), recent)
    return ListEntry((*_names(recent, "aside"), ("  no longer there", "aside")))


def _sample(pair: SamplePair) -> ListEntry[Recent]:
    return ListEntry(_names(pair.recent, ""), pair.recent, f"{pair.shared:.0%} shared")


def _names(recent: Recent, mark: str) -> tuple[tuple[str, str], ...]:
    title = recent.left_title or recent.right_title
    return ((pair_name(recent), mark), (f"  {title}" if title else "", "aside"))


def is_there(recent: Recent) -> bool:
    """Tell whether both sides can still be found; addresses are taken on trust."""
    return all(
        source.startswith(NOT_FILES) or Path(source).exists()
        for source in (recent.pair.left, recent.pair.right)
    )


def pair_name(recent: Recent, width: int = 30) -> str:
    """Return what to call a comparison: the names of its files, shortened."""
    names = (_last(recent.pair.left), _last(recent.pair.right))
    return " and ".join(cut_middle(name, width) for name in names)


def _last(source: str) -> str:
    return source.rstrip("/").rsplit("/", 1)[-1] or source
