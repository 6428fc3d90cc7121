"""The entries of ``config.toml``: table, name, what they do, what they may hold."""

from __future__ import annotations

from typing import NamedTuple, get_args

from tui_app.core.model import Granularity, Kind
from tui_app.core.names import KINDS
from tui_app.settings.model import Layout, WordMarks
from tui_app.settings.rules import Choice, Fraction, Name, Rule, Switch, Whole, Words


class Option(NamedTuple):
    """One entry; ``field`` is its name in :class:`~tui_app.settings.Settings`."""

    table: str
    field: str
    rule: Rule
    help: str

    @property
    def name(self) -> str:
        """Return its name in the file."""
        return self.field.replace("_", "-")

    @property
    def entry(self) -> str:
        """Return its name with its table: ``reading.layout``."""
        return f"{self.table}.{self.name}" if self.table else self.name


_SHOWN = ", ".join(
    f'"{kind}" is shown as {name}' for kind, name in KINDS.items() if name != kind
)

OPTIONS: tuple[Option, ...] = (
    Option(
        "",
        "theme",
        Name("the name of a theme; T in the reader lists them"),
        "colours; diptych-dark and diptych-light are made for long reading",
    ),
    Option("", "mouse", Switch(), "wheel, clicks and selecting with the mouse"),
    Option("", "ascii", Switch(), "signs in plain ASCII only"),
    Option(
        "reading",
        "layout",
        Choice(get_args(Layout)),
        "side by side, stacked, merged in one column, or by the width",
    ),
    Option(
        "reading",
        "unit",
        Choice(get_args(Granularity)),
        "what a row holds when --unit is not given",
    ),
    Option(
        "reading",
        "word_marks",
        Choice(get_args(WordMarks)),
        "mark the words that differ; letters marks the letters of words nearly equal",
    ),
    Option(
        "reading",
        "column_width",
        Whole(20, 200, zero="as wide as the terminal allows"),
        "cells of one column of text",
    ),
    Option("reading", "margin", Whole(0, 20), "cells left free beside the text"),
    Option("reading", "line_spacing", Whole(0, 3), "empty lines between two rows"),
    Option(
        "reading",
        "stack_below",
        Whole(40, 400, zero="never"),
        "with layout auto, stack when the terminal has fewer columns",
    ),
    Option(
        "reading",
        "weak_links",
        Fraction(),
        "links less certain than this are marked as weak",
    ),
    Option(
        "differences",
        "show",
        Words(tuple(str(kind) for kind in Kind)),
        f"kinds of differences that are marked; {_SHOWN}",
    ),
    Option("differences", "case", Switch(), "capitals count as a difference"),
    Option("differences", "punctuation", Switch(), "punctuation counts"),
    Option(
        "differences",
        "typographic_quotes",
        Switch(),
        "curly against straight quotation marks count",
    ),
    Option("differences", "accents", Switch(), "accents count"),
)
