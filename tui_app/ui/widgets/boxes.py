"""Boxes over the screen: one with a title, one with a list to pick from as well."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from math import inf
from time import perf_counter
from typing import Any, ClassVar, Generic, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key, Paste, Resize
from textual.geometry import Offset
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.core.text.display import displayable_line
from tui_app.settings.drawn import Drawn
from tui_app.ui.beside import MadeBeside
from tui_app.ui.widgets.hints import NO_HINTS_BELOW, Hint, HintLine
from tui_app.ui.widgets.one_of import OneOf
from tui_app.ui.widgets.picklist import ListEntry, PickList, Value

LONGEST_LINE = 4_000
"""Characters of a paste taken into a line; with more each key takes a moment."""

SLICE = 0.008
"""Seconds of work at a stretch while a list is open."""

PAUSE = 0.004
"""Seconds left to everything else: a key takes many turns of the event loop."""

TELL_EVERY = 0.3
"""Seconds between two reports of such work; each paints the screen."""

_WIDTHS = [(0, "-small"), (50, "-wide")]
_HEIGHTS = [(0, "-flat"), (12, "-tall")]


class QueryInput(Input):
    """A line to type into; what is pasted cannot steer the terminal."""

    def validate_value(self, value: str) -> str:
        """Keep only what can be shown."""
        return displayable_line(value)

    def _on_paste(self, event: Paste) -> None:
        # Textual's own handler follows; it would take the first of the lines only.
        event.text = " ".join(event.text[:LONGEST_LINE].split())

    def on_key(self, event: Key) -> None:
        """Leave alt and a letter to whom it is bound; a terminal sends the letter."""
        if event.key.startswith("alt+"):
            event.prevent_default()


class BoxedScreen(ModalScreen[ScreenResultType]):
    """A box with a title over the screen beneath.

    What holds all of it has the id ``box``. That is as wide as the screen, so that no
    slivers of texts stand beside it; what is in it is no wider than reads well. Its
    hints stand at the foot of the screen, in the place of those of the screen beneath,
    whose keys do nothing meanwhile.
    """

    DEFAULT_CSS = """
    BoxedScreen {
        background: transparent;
        & > #box {
            width: 100%; height: 100%; padding: 0 1; align-horizontal: center;
            background: $surface; border: round $mark-fainter;
        }
        & #title { height: 1; color: $mark-title-text; text-style: bold; }
        & QueryInput {
            height: 1; border: none; padding: 0; background: $panel;
            &:focus { border: none; }
        }
        &.-ascii > #box { border: ascii $mark-fainter; }
        &.-ascii TextArea { scrollbar-size-vertical: 0; }
        &.-small > #box { border: none; padding: 0; }
        & > HintLine { dock: bottom; background: $background; }
        &.-bare > HintLine { display: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    def __init__(self, *, drawn_with: Drawn = Drawn.UNICODE) -> None:
        super().__init__()
        self._drawn_with = drawn_with
        # What one listens to is not to change meanwhile.
        self._tell_every = inf if drawn_with is Drawn.PLAIN else TELL_EVERY
        self.set_class(bool(drawn_with), "-ascii")

    def compose(self) -> ComposeResult:
        """Build the box, and the line of hints below it."""
        with Vertical(id="box"):
            yield from self.inside()
        yield HintLine(self.hints())

    def inside(self) -> Iterable[Widget]:
        """Yield what the box holds."""
        return ()

    def hints(self) -> Sequence[Hint]:
        """Return what can be done here."""
        return ()

    @property
    def is_open(self) -> bool:
        """Tell whether all of it is there, and it is not being taken apart."""
        ends = self.app._exit  # noqa: SLF001 - there is no other way to know
        return self.is_mounted and self in self.app.screen_stack and not ends

    def on_mount(self) -> None:
        """Let the terminal's cursor be where the keys go, once that has a place."""
        self.when_painted(self.stand)

    @on(Resize)
    def _fit_hints(self, event: Resize) -> None:
        self.set_class(event.size.height < NO_HINTS_BELOW, "-bare")

    def stand(self) -> None:
        """Put the terminal's cursor on what is chosen, or where one types."""
        typed = self.focused
        if typed is not None:
            typed.refresh()  # the cursor is written last of a paint, and only then
        # TextArea has one, too, but takes long to import.
        offset: Offset | None = getattr(typed, "cursor_screen_offset", None)
        if offset is not None:
            self.app.cursor_position = offset
        elif isinstance(typed, OneOf | PickList):
            typed.stand()

    def when_painted(self, call: Callable[[], object]) -> None:
        """Call this once it is known how much room there is, if it is open then."""
        self.call_after_refresh(lambda: call() if self.is_open else None)

    @work(exclusive=True, group="steps")
    async def work_through(
        self, steps: Iterable[MadeBeside[Any] | None], tell: Callable[[], None]
    ) -> None:
        """Take the steps bit by bit, instead of those taken until now.

        A step that is made beside the screen is waited for. ``tell`` is called at times
        and at the end, as long as the screen is open.
        """
        began = told = perf_counter()
        for step in steps:
            if step is not None:
                await step.wait()
            now = perf_counter()
            if now - began > SLICE:
                if now - told > self._tell_every and self.is_open:
                    tell()
                    told = now
                await asyncio.sleep(PAUSE)
                began = perf_counter()
        if self.is_open:
            tell()

    @on(HintLine.Chosen)
    async def follow_hint(self, event: HintLine.Chosen) -> None:
        """Do what the hint says."""
        await self.run_action(event.action)


class PickScreen(BoxedScreen[Value | None], Generic[Value]):
    """A line to filter by, and a list; dismissed with the value picked, or ``None``."""

    DEFAULT_CSS = """
    PickScreen {
        align: center top;
        & > #box { max-height: 40; }
        & > #box > * { max-width: 110; }
        & #title { width: 100%; }
        & QueryInput { padding: 0 1; }
        & PickList { height: 1fr; }
        &.-flat #title { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "cancel", show=False),
        Binding("ctrl+q", "app.quit", show=False),
        Binding("down,ctrl+n", "list('move(1)')", show=False),
        Binding("up,ctrl+p", "list('move(-1)')", show=False),
        Binding("pagedown", "list('page(1)')", show=False),
        Binding("pageup", "list('page(-1)')", show=False),
    ]

    HEADING = ""
    PLACEHOLDER = "type to filter"
    HINTS: ClassVar[tuple[Hint, ...]] = (Hint("Enter", "choose"), Hint("Esc", "close"))

    def __init__(
        self,
        entries: Iterable[ListEntry[Value]] = (),
        *,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._entries = list(entries)

    def inside(self) -> Iterable[Widget]:
        """Yield the line to filter by and the list, with what stands between."""
        yield Static(Content(self.HEADING), id="title")
        yield from self.above_filter()
        query = QueryInput(
            placeholder=self.PLACEHOLDER, select_on_focus=False, id="filter"
        )
        query.cursor_blink = False
        yield query
        yield from self.below_filter()
        picks: PickList[Value] = PickList(self._entries, drawn_with=self._drawn_with)
        picks.can_focus = False
        yield picks

    def stand(self) -> None:
        """Put the terminal's cursor on what is chosen until something is typed."""
        if self.query_one("#filter", Input).value:
            super().stand()
        else:
            self.picks.stand()

    def hints(self) -> Sequence[Hint]:
        """Return what can be done here."""
        return self.HINTS

    def above_filter(self) -> Iterable[Widget]:
        """Return what stands above the line to filter by."""
        return ()

    def below_filter(self) -> Iterable[Widget]:
        """Return what stands between the line to filter by and the list."""
        return ()

    @property
    def picks(self) -> PickList[Value]:
        """Return the list."""
        return cast("PickList[Value]", self.query_one(PickList))

    def typed(self, text: str) -> None:
        """Filter as the user types."""
        self.picks.filter(text)

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.typed(event.value)

    @on(Input.Submitted, "#filter")
    def _take_current(self, event: Input.Submitted) -> None:
        event.stop()
        self.submitted(event.value)

    def submitted(self, text: str) -> None:
        """Take what is under the cursor of the list, whatever was typed."""
        del text
        self.picks.action_pick()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.picked(cast("Value", event.value))

    def picked(self, value: Value) -> None:
        """Close with what was picked."""
        self.dismiss(value)

    def action_cancel(self) -> None:
        """Close with nothing."""
        self.dismiss(None)

    async def action_list(self, action: str) -> None:
        """Let the list do an action while the keys go to the line above it."""
        await self.picks.run_action(action)
