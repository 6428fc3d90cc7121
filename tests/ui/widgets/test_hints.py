"""The footer keeps what matters most at every width."""

import pytest

from tui_app.settings.keymap import resolve
from tui_app.ui.widgets.hints import fitting, hints_for


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
@pytest.mark.parametrize("first_time", [True, False])
def test_the_footer_keeps_help_and_quit(width, first_time):
    shown = fitting(hints_for(resolve({}), first_time=first_time), width)
    assert [hint.action for hint in shown][:2] == ["help", "quit"]


def test_the_footer_shows_seven_at_most():
    assert len(fitting(hints_for(resolve({})), 500)) <= 7


def test_the_footer_shows_the_keys_of_the_user():
    hints = hints_for(resolve({"help": ("f1",), "quit": ("ctrl+x",)}))
    assert [hint.key for hint in hints[:2]] == ["f1", "ctrl+x"]
