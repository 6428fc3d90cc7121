"""A list that is one of several: their kinds stand above it, Tab goes to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui_app.review.listed_rows import KindNumber, ListKind
from tui_app.review.signs import signs
from tui_app.settings.drawn import Drawn
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.kind_line import KindLine, OtherKind
from tui_app.ui.widgets.one_of import OneOf
from tui_app.ui.widgets.picklist import Value


class ListedScreen(PickScreen[Value | OtherKind], Generic[Value]):
    """The list; dismissed with what is picked, another kind, or ``None``.

    Without ``numbers`` there is no line of kinds.
    """

    DEFAULT_CSS = """
    ListedScreen {
        & > #box { max-height: 100%; }
        & > #box > * { max-width: 160; }
        &.-flat #kinds { display: none; }
    }
    """
    HINTS = (
        Hint("Enter", "go there"),
        Hint("Esc", "close"),
        Hint("Tab", "other list", "kind(1)"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "kind(1)", show=False),
        Binding("shift+tab", "kind(-1)", show=False),
    ]

    def __init__(
        self,
        kind: ListKind,
        numbers: Sequence[KindNumber] = (),
        *,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._kind = kind
        self._numbers = numbers

    def above_filter(self) -> Iterable[Widget]:
        """Return the line of kinds."""
        if self._numbers:
            yield KindLine(self._numbers, self._kind, signs(self._drawn_with).cut)

    def action_kind(self, step: int) -> None:
        """Open the list of the next kind, or of the one before."""
        if self._numbers:
            self.dismiss(self.query_one(KindLine).beside(step))

    @on(OneOf.Changed)
    def _other_chosen(self, event: OneOf.Changed) -> None:
        event.stop()
        self.dismiss(self.query_one(KindLine).other)
