"""In every view each word is shown once, and both sides of a row start together."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.core.comparison import compare_texts
from tui_app.core.layout.typesetting import TextMeasure, Typesetter
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.model import SIDES, Relation
from tui_app.core.text.direction import paragraph_is_from_right

FAIR = settings(max_examples=40, deadline=None)
SENTENCES = st.sampled_from(
    [
        "The vice minister briefed the press on Saturday.",
        "The vice minister spoke to the press on Sunday.",
        "She visited Kashgar and Urumqi.",
        "人权高专访问了广州和新疆，并举行了会谈。",
        "Naïve e\u0301tudes 👩‍👩‍👧 stand in שלום a line.",
        "First.",
        "כל בני האדם נולדו בני חורין ושווים בערכם (UNESCO, 1948).",
        "No one objected to the five proposals made by the other side in May.",
    ]
)
VIEWS = ["side", "stacked", "merged", "original"]
TEXTS = st.lists(
    st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), max_size=4
).map("\n\n".join)


def setter(left: str, right: str, width: int, unit: str = "sentence") -> Typesetter:
    comparison = compare_texts(left, right, unit)
    return Typesetter(comparison, Wrapper(cell_len), TextMeasure(width))


@FAIR
@given(TEXTS, TEXTS, st.integers(4, 70), st.sampled_from(["sentence", "paragraph"]))
def test_both_sides_of_a_row_start_on_one_line(left, right, width, unit):
    made = setter(left, right, width, unit)
    for number, row in enumerate(made.comparison.rows):
        lines = made.set_row(number, "side")
        first = next(line for line in lines if line.first)
        for side, numbers, document in (
            ("left", row.left, made.comparison.left),
            ("right", row.right, made.comparison.right),
        ):
            if numbers:
                start = document.units[numbers[0]].start
                assert first.side(side).covers(side, start)


@FAIR
@given(TEXTS, TEXTS, st.integers(4, 70), st.sampled_from(VIEWS))
def test_no_line_is_longer_than_its_column(left, right, width, view):
    made = setter(left, right, width)
    for number in range(len(made.comparison.rows)):
        for line in made.set_row(number, view):
            for text in (line.left, line.right):
                if text:
                    cells = sum(cell_len(piece.text) for piece in text.pieces)
                    assert cells + text.indent <= width


@FAIR
@given(TEXTS, TEXTS, st.integers(8, 70), st.sampled_from(["side", "stacked"]))
def test_every_word_of_both_texts_is_shown_once(left, right, width, view):
    made = setter(left, right, width)
    seen = {"left": [], "right": []}
    for number, row in enumerate(made.comparison.rows):
        for line in made.set_row(number, view):
            for text in (line.left, line.right):
                for piece in text.pieces if text else ():
                    seen[piece.side] += range(piece.start, piece.end)
        if view == "stacked" and row.relation is Relation.SAME:
            for unit in row.right:
                held = made.comparison.right.units[unit]
                seen["right"] += range(held.start, held.end)
    for side, text in (("left", left), ("right", right)):
        letters = [at for at, sign in enumerate(text) if not sign.isspace()]
        shown = sorted(at for at in seen[side] if not text[at].isspace())
        assert shown == letters


@FAIR
@given(TEXTS, TEXTS, st.integers(8, 70))
def test_merged_shows_all_of_the_left_and_what_is_new_on_the_right(left, right, width):
    made = setter(left, right, width)
    for number, row in enumerate(made.comparison.rows):
        if row.relation is not Relation.CHANGED:
            continue
        lines = made.set_row(number, "merged")
        pieces = [piece for line in lines if line.left for piece in line.left.pieces]
        letters = "".join(
            piece.text for piece in pieces if piece.side == "left"
        ).replace(" ", "")
        units = [made.comparison.left.unit_text(unit) for unit in row.left]
        assert letters == "".join(units).replace(" ", "")
        shown = {
            at
            for piece in pieces
            if piece.side == "right"
            for at in range(piece.start, piece.end)
        }
        for one in made.comparison.differences(number):
            for at in range(one.right.start, one.right.end) if one.right else ():
                assert at in shown or right[at].isspace()


def test_a_paragraph_begins_with_an_indent_on_its_own_side_only():
    made = setter("One stands. Two stands.", "One stands.\n\nTwo stands.", 40)
    second = next(line for line in made.set_row(1, "side") if line.first)
    assert (second.left.indent, second.right.indent) == (0, 2)


def test_a_blank_line_stands_only_where_a_paragraph_begins():
    made = setter("One stands. Two stands.\n\nThree is here.", "", 40)
    assert [len(made.set_row(row, "side")) for row in range(3)] == [1, 1, 2]


def ways(comparison, row):
    """Return of each side that the row has whether it is read from the right."""
    for side in SIDES:
        document = comparison.document(side)
        for unit in row.units(side):
            yield paragraph_is_from_right(document, document.units[unit].start)


HEBREW = "כל בני האדם נולדו בני חורין ושווים בערכם (UNESCO, 1948)."


@FAIR
@given(TEXTS, TEXTS, st.integers(30, 70), st.sampled_from([*VIEWS, "left", "right"]))
@example(HEBREW, "The vice minister briefed the press on Saturday.", 30, "merged")
def test_what_is_read_from_the_right_ends_at_the_right_edge(left, right, width, view):
    made = setter(left, right, width)
    for number, row in enumerate(made.comparison.rows):
        if view == "merged" and len(set(ways(made.comparison, row))) > 1:
            continue  # one text cannot go both ways
        for line in made.set_row(number, view):
            for text in filter(None, (line.left, line.right)):
                piece = text.pieces[0]
                document = made.comparison.document(piece.side)
                if not paragraph_is_from_right(document, piece.start):
                    assert text.indent <= 2
                elif view != "merged":
                    cells = text.indent + cell_len(piece.text)
                    assert cells in {width, width - 2}  # that of a first line


def test_right_and_left_stand_each_at_their_own_edge():
    made = setter("שלום לכל בני האדם", "Peace to all people", 30)
    lines = [
        line
        for row in range(len(made.comparison.rows))
        for line in made.set_row(row, "side")
    ]
    hebrew = next(line.left for line in lines if line.left)
    english = next(line.right for line in lines if line.right)
    assert hebrew.indent == 30 - len("שלום לכל בני האדם")
    assert english.indent == 0


def test_a_paragraph_read_from_the_right_begins_with_an_indent_there():
    made = setter("שלום.\n\nכל בני האדם נולדו. בני חורין ושווים.", "", 40)
    ends = []
    for row in range(3):
        (line,) = [line.left for line in made.set_row(row, "side") if line.left]
        ends.append(line.indent + cell_len(line.pieces[0].text))
    assert ends == [38, 38, 40]


def test_merged_words_that_are_read_from_the_right_stand_there():
    left, right = "כל בני האדם נולדו בני חורין", "כל בני האדם נולדו שווים"
    made = setter(left, right, 40)
    (line,) = [line.left for line in made.set_row(0, "merged") if line.left]
    assert line.indent + sum(cell_len(piece.text) for piece in line.pieces) == 40
