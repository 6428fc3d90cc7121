"""Merged into one column, both texts can still be read in their own order."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.core.comparison import compare_texts
from tui_app.core.layout.typesetting import TextMeasure, Typesetter
from tui_app.core.layout.wrapping import Wrapper

FAIR = settings(max_examples=60, deadline=None)
WORDS = st.sampled_from(
    ["the", "cat", "of", "Müller", "said", "not", "5", "seven", "and", "went", "home"]
)
POINTS = st.sampled_from(["", "", "", "", ",", ".", ":", '"', ")", " (", "; "])
LINES = st.lists(st.tuples(WORDS, POINTS), min_size=1, max_size=12).map(
    lambda parts: " ".join(word + point for word, point in parts) + "."
)


def merged(left: str, right: str):
    """Return the texts of the pieces of all rows, each with its tone."""
    comparison = compare_texts(left, right, "line")
    setter = Typesetter(comparison, Wrapper(cell_len), TextMeasure(500))
    for number, row in enumerate(comparison.rows):
        if row.left and row.right:
            for line in setter.set_row(number, "merged"):
                for piece in line.left.pieces:
                    yield piece.tone, piece.text


def words(pieces, without: str) -> list[str]:
    text = "".join(" " * (tone == without) or text for tone, text in pieces)
    return re.findall(r"\w+", text)


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("The cat said Müller.", "The cat said Meier.", "The cat said Müller Meier."),
        ("They say (all).", "They say (none).", "They say (all none)."),
    ],
)
def test_what_came_stands_before_the_marks_that_close_the_sentence(left, right, shown):
    assert "".join(text for _, text in merged(left, right)) == shown


def test_words_that_came_or_went_together_are_one_piece():
    pieces = list(merged("He met old dear friends.", "He met some new strangers."))
    assert pieces[1] == ("removed", "old dear friends")
    assert ("added", "some new strangers") in pieces


@FAIR
@given(LINES, LINES)
def test_both_texts_keep_the_order_of_their_words(left, right):
    pieces = list(merged(left, right))
    if pieces:
        assert words(pieces, "added") == re.findall(r"\w+", left)
        assert words(pieces, "removed") == re.findall(r"\w+", right)


@FAIR
@given(LINES, st.data())
def test_a_word_exchanged_anywhere_stands_in_its_place(left, data):
    found = list(re.finditer(r"\w+", left))
    chosen = data.draw(st.sampled_from(found))
    right = left[: chosen.start()] + data.draw(WORDS) + left[chosen.end() :]
    pieces = list(merged(left, right))
    if pieces:
        assert words(pieces, "removed") == re.findall(r"\w+", right)
