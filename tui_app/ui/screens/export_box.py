"""The box that asks in which form what of the pair is to be written where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple, get_args

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.core.exports.forms import FORMS, Form
from tui_app.core.exports.report import EVERYTHING_OUT, Choice
from tui_app.core.model import Document
from tui_app.settings.drawn import Drawn
from tui_app.ui.widgets.boxes import BoxedScreen, QueryInput
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.one_of import OneOf
from tui_app.ui.widgets.place_line import PlaceLine

Taken = Literal["all", "facts", "with notes", "unreviewed"]
"""What of the pair goes out."""

_TITLE_CHARACTERS = 32
"""Characters of each title in the name of a file."""


def choice_of(taken: Taken) -> Choice:
    """Return the choice of rows that goes out."""
    choices: dict[Taken, Choice] = {
        "all": EVERYTHING_OUT,
        "facts": EVERYTHING_OUT.facts(),
        "with notes": EVERYTHING_OUT._replace(noted_only=True),
        "unreviewed": EVERYTHING_OUT._replace(unreviewed_only=True),
    }
    return choices[taken]


class Wanted(NamedTuple):
    """What is to be written; ``replace`` where the user has said so to a file there."""

    form: Form
    taken: Taken
    place: Path
    replace: bool


def default_stem(left: Document, right: Document) -> str:
    """Return the name of a file made of both titles, without an ending."""
    names = [_short(one.called) for one in (left, right)]
    return "~".join(dict.fromkeys(filter(None, names))) or "comparison"


def _short(title: str) -> str:
    plain = unicodedata.normalize("NFC", title).casefold()
    words = re.findall(r"\w+", plain)
    name = ""
    for word in words:
        if name and len(name) + 1 + len(word) > _TITLE_CHARACTERS:
            break
        name = f"{name}-{word}" if name else word[:_TITLE_CHARACTERS]
    return name


class ExportScreen(BoxedScreen[Wanted | None]):
    """The box; dismissed with what is wanted, or ``None``.

    ``refuse`` raises ``UserError`` for a file that must not be replaced at all.
    """

    DEFAULT_CSS = """
    ExportScreen {
        align: center top;
        & > #box { max-height: 14; height: auto; }
        & > #box > * { max-width: 84; }
        & .asked { color: $mark-title-text; height: 1; }
        & #about { color: $mark-faint; height: 1; }
        &.-flat #title, &.-flat #about, &.-flat .asked { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "cancel", show=False),
        Binding("ctrl+q", "app.quit", show=False),
        Binding("enter", "export", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        stem: str,
        refuse: Callable[[Path], None],
        *,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._stem = stem
        self._refuse = refuse
        self._ending = FORMS[0].endings[0]

    def inside(self) -> Iterable[Widget]:
        """Yield what is asked."""
        yield Static(Content("Export"), id="title")
        yield Static(Content("form"), classes="asked")
        yield OneOf([form.name for form in FORMS], id="form")
        yield Static(id="about")
        yield Static(Content("what to take"), classes="asked")
        yield OneOf(get_args(Taken), id="taken")
        yield Static(Content("file"), classes="asked")
        yield PlaceLine(self._stem + self._ending, self._refuse)

    def hints(self) -> Sequence[Hint]:
        """Return what can be done here."""
        return (
            Hint("Enter", "write it", "export"),
            Hint("Tab", "next"),
            Hint("Esc", "close", "cancel"),
        )

    def on_mount(self) -> None:
        """Tell what the first form is for."""
        self.query_one("#form", OneOf).focus()
        self._tell_form()

    @property
    def form(self) -> Form:
        """Return the form chosen."""
        return FORMS[self.query_one("#form", OneOf).chosen]

    @on(OneOf.Changed)
    def _tell_form(self) -> None:
        """Say what the form is for; the name of the file takes its ending."""
        self.query_one("#about", Static).update(Content(self.form.about))
        line, ending = self.query_one(QueryInput), self.form.endings[0]
        if line.value.endswith(self._ending):
            line.value = line.value.removesuffix(self._ending) + ending
            line.cursor_position = len(line.value)
            self._ending = ending

    @on(Input.Submitted)
    def action_export(self) -> None:
        """Write it, unless the place is no good; a file that is there is asked for."""
        place = self.query_one(PlaceLine).chosen()
        if place is None:
            return
        taken: Taken = get_args(Taken)[self.query_one("#taken", OneOf).chosen]
        self.dismiss(Wanted(self.form, taken, *place))

    def action_cancel(self) -> None:
        """Close with nothing."""
        self.dismiss(None)
