"""The last gate lets nothing through that could steer the terminal."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from tui_app.core.text.display import displayable_line
from tui_app.ui.guard import Guard

BLACK = Color(0, 0, 0)


def test_nothing_printable_could_steer_a_terminal():
    # The gate looks no closer at printable text; it relies on this. Letters and marks
    # that show nothing are no matter of the gate.
    everything = map(chr, range(sys.maxunicode + 1))
    changed = [c for c in everything if c.isprintable() and displayable_line(c) != c]
    assert {unicodedata.category(c) for c in changed} <= {"Lo", "Mn"}


def passed_by(text):
    return text if text.isprintable() else displayable_line(text)


@given(st.lists(st.text()))
def test_text_leaves_the_gate_displayable_and_as_long_as_it_came(texts):
    guard = Guard()
    style = Style(bold=True)
    passed = guard.apply([Segment(text, style) for text in texts], BLACK)
    assert [s.text for s in passed] == [passed_by(text) for text in texts]
    assert all(segment.style == style for segment in passed)
    assert guard.hits == sum(text != passed_by(text) for text in texts)


def test_the_cursor_movements_of_textual_itself_pass():
    guard = Guard()
    control = Segment("\x1b[H", None, [(ControlType.HOME,)])
    assert guard.apply([control], BLACK) == [control]
    assert guard.hits == 0
