"""One table of looks: reader and command line paint alike."""

import pytest
from rich.style import Style

from tui_app.cli.printed_page import ansi_styles
from tui_app.core.kinds import FACTS, Kind
from tui_app.review.looks import (
    ANSI_MARKS,
    DARK_MARKS,
    LEGEND,
    LIGHT_MARKS,
    LOOKS,
    look_of,
)
from tui_app.ui.styles import mark_styles
from tui_app.ui.theme import THEMES, mark_variables

SIDES = ("left", "right")
GROUND_AND_TEXT = ("foreground", "background")


def test_every_kind_has_a_look_on_both_sides():
    for kind in Kind:
        assert all(look_of(kind, side) in LOOKS for side in SIDES)


def test_facts_look_like_no_other_kind():
    for side in SIDES:
        loud = {look_of(kind, side) for kind in FACTS}
        assert loud == {f"fact-{side}"}
        assert not loud & {look_of(kind, side) for kind in set(Kind) - FACTS}


def test_the_legend_shows_how_every_kind_looks():
    shown = {look for pieces, _ in LEGEND for _, look in pieces}
    assert {look_of(kind, side) for kind in Kind for side in SIDES} <= shown


def test_the_palettes_have_the_same_colours():
    assert DARK_MARKS.keys() == LIGHT_MARKS.keys() == ANSI_MARKS.keys()
    named = {
        colour
        for look in LOOKS.values()
        for colour in (look.colour, look.ground)
        if colour.startswith("mark-")
    }
    assert named <= {f"mark-{name}" for name in DARK_MARKS}


@pytest.mark.parametrize("no_color", [False, True])
def test_the_command_line_paints_as_the_reader_does_in_the_terminals_colours(no_color):
    theme = next(theme for theme in THEMES if theme.ansi)
    variables = mark_variables(theme) | dict.fromkeys(GROUND_AND_TEXT, "ansi_default")
    in_the_reader = mark_styles(variables, no_color, ansi=True)
    for name, style in ansi_styles(no_color=no_color).items():
        theirs = in_the_reader[name]
        if no_color:  # Textual takes the colours away itself
            theirs = theirs.without_color
        assert appearance(style) == appearance(theirs)


def appearance(style: Style) -> tuple[object, ...]:
    colours = tuple(
        None if colour is None or colour.is_default else colour.number
        for colour in (style.color, style.bgcolor)
    )
    flags = ("bold", "dim", "italic", "underline", "strike", "reverse", "overline")
    return (*colours, *(bool(getattr(style, flag)) for flag in flags))


def test_nothing_on_the_command_line_is_red_or_green():
    used = {
        style.color.name
        for style in ansi_styles(no_color=False).values()
        if style.color
    }
    assert used
    assert not any("red" in name or "green" in name for name in used)
