"""In plain rows each line is understood by itself, and the texts stay as they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.core.comparison import compare
from tui_app.core.layout.typesetting import TextMeasure
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.provisional_rows import provisional
from tui_app.core.segmentation import segment
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.plain_rows import PlainRows
from tui_app.review.plain_words import BRACKETS_TOLD, ROW_TOLD
from tui_app.review.review import Review
from tui_app.review.signs import PLAIN

LEFT = """The harbour was closed for five years after the flood.

Nobody asked why the lamps were lit.

Engineers said that the work must be finished before winter comes again.

A boat lay upside down on the quay.
"""
RIGHT = """The harbour was closed for seven years after the flood.

Nobody asked why the lamps were lit.

Engineers told us that the work must be finished before winter comes again.

Somebody wrote a letter to the newspaper about the price of bread.
"""


def reading(left=LEFT, right=RIGHT, words="words", make=compare, **options):
    made = make(*(segment(text, None, "sentence") for text in (left, right)))
    return Review(
        made,
        LayoutOptions(plain=True, **options),
        MarkOptions(words),
        provisional=make is provisional,
        signs=PLAIN,
    )


def told(review, row, width=200, view="stacked"):
    rows = PlainRows(review, Wrapper(cell_len), TextMeasure(width))
    return ["".join(p.text for p in own(line)) for line in rows.set_row(row, view)]


def own(line):
    text = line.left or line.right
    return text.pieces if text else ()


def test_a_row_says_what_it_is_then_the_left_then_the_right():
    assert told(reading(), 0) == [
        "Row 1, changed, fact differs: number.",
        "Left: The harbour was closed for [number: five] years after the flood.",
        "Right: The harbour was closed for [number: seven] years after the flood.",
    ]


def test_what_both_have_is_said_once():
    assert told(reading(), 1) == [
        "Row 2, the same on both sides.",
        "Both: Nobody asked why the lamps were lit.",
    ]


def test_what_one_side_has_is_said_to_be_so():
    rows = [told(reading(), row) for row in range(3, 5)]
    assert [
        "Row 4, only on the left.",
        "Left: A boat lay upside down on the quay.",
    ] in rows
    assert any(row[0].endswith("only on the right.") for row in rows)
    assert all(len(row) == 2 for row in rows)


def test_other_words_are_in_brackets_that_say_no_more():
    assert told(reading(), 2)[1].startswith("Left: Engineers [said] that the work")


def test_brackets_begin_with_words_not_with_what_ends_those_before():
    left = "The river rose again and the old town was under water for a week."
    right = left.replace(" for a week", ", as the mayor told the papers, for a month")
    lines = told(reading(left, right), 0)
    assert not any("[," in line or "[ " in line for line in lines)
    assert any("water, [" in line for line in lines)


@pytest.mark.parametrize("level", ["off", "facts", "passages", "words", "letters"])
def test_brackets_follow_the_level_of_marks(level):
    rows = [" ".join(told(reading(words=level), row)) for row in range(5)]
    assert ("[number: five]" in rows[0]) == (level != "off")
    assert ("[said]" in rows[2]) == (level in {"words", "letters"})


def test_merged_says_what_each_side_has_in_one_text():
    merged = "Merged: The harbour was closed for [left: five] [right: seven] years"
    lines = told(reading(layout="merged"), 0, view="merged")
    assert lines[1] == f"{merged} after the flood."


def test_what_is_covered_is_counted_and_not_said():
    review = reading(covered=True)
    rows = PlainRows(review, Wrapper(cell_len), TextMeasure(200), review.peeking.cover)
    lines = ["".join(p.text for p in own(line)) for line in rows.set_row(0, "stacked")]
    assert lines[2] == "Right: 10 words, covered."


def test_of_rows_that_are_not_aligned_nothing_else_is_said():
    lines = told(reading(make=provisional), 0)
    assert lines[0] == "Row 1, not aligned yet."
    assert not any("[" in line for line in lines)


def test_what_is_said_is_explained_on_lines_of_forty_cells():
    told = [f"{words}: {meaning}" for words, meaning in (*ROW_TOLD, *BRACKETS_TOLD)]
    assert all(len(line) <= 40 for line in told)


TEXTS = st.lists(
    st.sampled_from(
        [
            "The minister spoke for five hours on Friday.",
            "The minister spoke for seven hours on Monday, they say.",
            "人权高专，访问“中国”。",
            "[sic] A bracket ] stands here [number: 3].",
            "A\x1b[2J\u202e tab\there.",
        ]
    ),
    max_size=5,
).map("\n\n".join)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, st.integers(10, 120), st.sampled_from(["stacked", "merged"]))
def test_every_line_fits_and_every_character_of_both_texts_is_there(
    left, right, width, view
):
    review = reading(left, right, words="letters")
    rows = PlainRows(review, Wrapper(cell_len), TextMeasure(width))
    for number, row in enumerate(review.comparison.rows):
        lines = rows.set_row(number, view)
        assert all(
            cell_len("".join(piece.text for piece in own(line))) <= width
            for line in lines
        )
        sides = ("left",) if row.relation == "same" else ("left", "right")
        for side in sides if view == "stacked" else ():
            document = review.comparison.document(side)
            shown = {
                at
                for line in lines
                for piece in own(line)
                if piece.side == side
                for at in range(piece.start, piece.end)
            }
            wanted = {
                at
                for unit in row.units(side)
                for at in range(*document.units[unit][:2])
                if not document.text[at].isspace()
            }
            assert wanted <= shown
