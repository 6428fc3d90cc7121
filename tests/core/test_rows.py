"""Rows show each unit once, in an order a reader can follow."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.model import Alignment, Bead, Document, Relation, Row, Unit
from tui_app.core.rows import build_rows


def _document(texts: list[str]) -> Document:
    units, at = [], 0
    for number, text in enumerate(texts):
        units.append(Unit(at, at + len(text), number))
        at += len(text) + 1
    return Document("\n".join(texts), None, "", "line", tuple(units))


def _rows(left: list[str], right: list[str], *beads: tuple[tuple, tuple]):
    alignment = Alignment(tuple(Bead(a, b, 0.9) for a, b in beads), ())
    return build_rows(_document(left), _document(right), alignment)


@st.composite
def alignments(draw):
    """Draw two texts and beads that use every unit at most once."""
    sizes = draw(st.integers(0, 8)), draw(st.integers(0, 8))
    labels = [
        draw(st.lists(st.integers(0, 5), min_size=size, max_size=size))
        for size in sizes
    ]
    beads = []
    for label in range(1, 6):
        sides = tuple(
            tuple(at for at, found in enumerate(side) if found == label)
            for side in labels
        )
        if all(sides):
            beads.append(sides)
    return sizes, beads


@given(alignments())
def test_every_unit_is_in_exactly_one_row(drawn):
    (left, right), beads = drawn
    rows = _rows(["a"] * left, ["b"] * right, *beads)
    assert sorted(number for row in rows for number in row.left) == list(range(left))
    assert sorted(number for row in rows for number in row.right) == list(range(right))


@given(alignments())
def test_rows_follow_the_left_text_and_lone_right_units_the_right_one(drawn):
    (left, right), beads = drawn
    rows = _rows(["a"] * left, ["b"] * right, *beads)
    firsts = [row.left[0] for row in rows if row.left]
    assert firsts == sorted(firsts)
    lone = [row.right[0] for row in rows if not row.left]
    assert lone == sorted(lone)


@given(alignments())
def test_rows_that_did_not_move_rise_in_both_texts(drawn):
    (left, right), beads = drawn
    rows = _rows(["a"] * left, ["b"] * right, *beads)
    kept = [row for row in rows if row.left and row.right and not row.moved]
    assert [row.right[0] for row in kept] == sorted(row.right[0] for row in kept)


@given(alignments())
def test_a_row_is_moved_only_where_the_order_breaks(drawn):
    (left, right), beads = drawn
    rows = _rows(["a"] * left, ["b"] * right, *beads)
    in_order = all(a[1] < b[1] for a, b in pairwise(sorted(beads)))
    assert in_order == (not any(row.moved for row in rows))


def test_the_right_unit_of_a_moved_row_does_not_carry_its_followers():
    beads = ((0,), (2,)), ((1,), (3,)), ((2,), (0,))
    rows = _rows(["a", "b", "c"], ["c", "x", "a", "b"], *beads)
    assert [(row.left, row.right) for row in rows] == [
        ((), (1,)),
        ((0,), (2,)),
        ((1,), (3,)),
        ((2,), (0,)),
    ]
    assert [row.moved for row in rows] == [False, False, False, True]


def test_a_lone_right_unit_stands_after_the_row_of_the_unit_before_it():
    rows = _rows(["a", "b"], ["a", "new", "b"], ((0,), (0,)), ((1,), (2,)))
    assert [(row.left, row.right) for row in rows] == [
        ((0,), (0,)),
        ((), (1,)),
        ((1,), (2,)),
    ]


def test_what_went_stands_before_what_came():
    rows = _rows(["a", "old", "b"], ["a", "new", "b"], ((0,), (0,)), ((2,), (2,)))
    assert [(row.left, row.right) for row in rows] == [
        ((0,), (0,)),
        ((1,), ()),
        ((), (1,)),
        ((2,), (2,)),
    ]


def test_the_lighter_passage_counts_as_moved():
    rows = _rows(
        ["a", "b", "c"], ["c", "a", "b"], ((0,), (1,)), ((1,), (2,)), ((2,), (0,))
    )
    assert [row.moved for row in rows] == [False, False, True]


def test_white_space_and_paragraph_breaks_make_no_change():
    rows = _rows(["one  two"], ["one", "two"], ((0,), (0, 1)))
    assert rows[0].relation is Relation.SAME


def test_a_line_end_in_a_script_without_spaces_makes_no_change():
    rows = _rows(["部长在周六"], ["部长在", "周六"], ((0,), (0, 1)))
    assert rows[0].relation is Relation.SAME


def test_one_letter_makes_a_change():
    assert _rows(["one"], ["One"], ((0,), (0,)))[0].relation is Relation.CHANGED


def test_rows_made_again_are_those_made_afresh():
    left, right = _document(["a", "b", "c"]), _document(["a", "b", "x"])
    first = Alignment((Bead((0,), (0,), 0.9), Bead((1,), (2,), 0.6)), ())
    then = Alignment((Bead((0,), (0,), 0.8), Bead((1,), (1,), 0.9)), ())
    before = build_rows(left, right, first)
    assert build_rows(left, right, then, before) == build_rows(left, right, then)


def test_what_rows_before_say_of_a_passage_is_not_found_again():
    text = _document(["a"])
    alignment = Alignment((Bead((0,), (0,), 0.9),), ())
    known = [Row((0,), (0,), Relation.CHANGED, 0.1, moved=False)]
    (row,) = build_rows(text, text, alignment, known)
    assert (row.relation, row.score) == (Relation.CHANGED, 0.9)
