"""The frame that the box and the list of notes share."""

from __future__ import annotations

from textual import on
from textual.screen import ModalScreen, ScreenResultType

from tui_app.ui.screens.pick import FLAT, NARROW
from tui_app.ui.widgets.hints import HintLine


class BoxedScreen(ModalScreen[ScreenResultType]):
    """A box with a title over the screen beneath; what it holds has the id ``box``."""

    DEFAULT_CSS = """
    BoxedScreen {
        & > #box {
            width: 100%; height: 100%; padding: 0 1;
            background: $surface; border: round $mark-fainter;
        }
        & #title { height: 1; color: $mark-title-text; text-style: bold; }
        & Query { height: 1; border: none; padding: 0; background: $panel; }
        & Query:focus { border: none; }
        &.-ascii > #box { border: ascii $mark-fainter; }
        &.-ascii TextArea { scrollbar-size-vertical: 0; }
        &.-small > #box { border: none; padding: 0; }
        &.-flat HintLine { display: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = NARROW
    VERTICAL_BREAKPOINTS = FLAT

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__()
        self._ascii = ascii_only
        self.set_class(ascii_only, "-ascii")

    @on(HintLine.Chosen)
    async def follow_hint(self, event: HintLine.Chosen) -> None:
        """Do what the hint says."""
        await self.run_action(event.action)
