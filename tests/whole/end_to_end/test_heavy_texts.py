"""A text that nobody would write is painted, and ``q`` answers, as with any other."""

import pytest

from .ended_program import ended

MARKS = ["\u0591", "\u0e31", "\u3164", "\u0301", "\ufe0f"]


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: f"U+{ord(mark):04X}")
def test_a_word_heaped_with_marks_is_painted_and_left(open_terminal, mark):
    heaped = mark * 200_000
    opened = open_terminal(f"a{heaped} end\n", f"b{heaped} end\n")
    opened.expect_exact("Help")
    opened.send("q")
    assert ended(opened) == 0


def test_a_word_of_joiners_is_painted_and_left(open_terminal):
    opened = open_terminal("a" + "\u200db" * 200_000, "b" + "\u200da" * 200_000)
    opened.expect_exact("Help")
    opened.send("q")
    assert ended(opened) == 0
