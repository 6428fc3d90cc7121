"""A row taken apart loses no passage; put together again it is the row."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.model import Document, Relation, Row, Unit
from tui_app.core.rows import joined_rows, split


def _document(lengths: list[int]) -> Document:
    units, at = [], 0
    for number, length in enumerate(lengths):
        units.append(Unit(at, at + length, number))
        at += length + 1
    return Document("x" * at, None, "", "sentence", tuple(units))


lengths = st.lists(st.integers(1, 50), min_size=1, max_size=5)


def _row(left: list[int], right: list[int]) -> Row:
    units = tuple(range(len(left))), tuple(range(len(right)))
    return Row(*units, Relation.CHANGED, 0.9, moved=False)


@given(lengths, lengths, st.sampled_from(["left", "right"]), st.integers(0, 300))
def test_a_split_row_joined_again_is_the_row(left, right, side, offset):
    row = _row(left, right)
    parts = split(row, _document(left), _document(right), side, offset)
    if parts is None:
        assert len(left if side == "left" else right) == 1
        return
    rows = [Row(*part, Relation.CHANGED, 1.0, moved=False) for part in parts]
    assert joined_rows(rows) == (row.left, row.right)
    assert all(any(part) for part in parts)


def test_the_row_is_cut_where_the_eye_is_and_the_other_side_as_far_on():
    left, right = [10, 10, 20], [20, 20]
    row = _row(left, right)
    parts = split(row, _document(left), _document(right), "left", 22)
    assert parts == (((0, 1), (0,)), ((2,), (1,)))


def test_a_lone_passage_opposite_goes_with_the_larger_part():
    row = _row([30, 5], [30])
    parts = split(row, _document([30, 5]), _document([30]), "left", 0)
    assert parts == (((0,), (0,)), ((1,), ()))
