"""Rows are found again from characters, units and what moved."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.comparison import Comparison, compare
from tui_app.core.model import Alignment, Bead, Span
from tui_app.core.provisional_rows import provisional
from tui_app.core.row_places import (
    RowPlaces,
    moved_direction,
    moved_directions,
    row_in_place,
)
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment

PARAGRAPHS = st.lists(st.sampled_from(["A b. C d.", "One.", "Is it? Yes."]), max_size=9)
SIDES = ("left", "right")


def read(paragraphs):
    return segment("\n\n".join(paragraphs), None, "sentence")


def reordered(order) -> Comparison:
    """Return passages beside the same ones in another order, -1 for a new one."""
    count = max(order) + 1
    left = read([f"Passage {n} stands on its own here." for n in range(count)])
    right = read(
        [
            f"Passage {n} stands on its own here." if n >= 0 else "Something is new."
            for n in order
        ]
    )
    beads = tuple(
        Bead((n,), (order.index(n),), 0.9) for n in range(count) if n in order
    )
    alignment = Alignment(beads, ())
    return Comparison(left, right, alignment, build_rows(left, right, alignment))


ORDERS = st.permutations(range(7)).flatmap(
    lambda order: st.lists(st.integers(0, 7), max_size=3).map(
        lambda places: [
            *(n for at, n in enumerate(order) for n in [-1] * places.count(at) + [n])
        ]
    )
)


@given(PARAGRAPHS, PARAGRAPHS)
def test_each_unit_is_found_in_its_row_also_before_the_alignment(left, right):
    documents = read(left), read(right)
    for comparison in (provisional(*documents), compare(*documents)):
        places = RowPlaces(comparison)
        for side, document in zip(SIDES, documents, strict=True):
            for number, row in enumerate(comparison.rows):
                found = {places.row_of_unit(side, unit) for unit in row.units(side)}
                assert found <= {number}
            assert places.row_of_unit(side, len(document.units)) is None
            assert places.row_of_unit(side, -1) is None


@given(PARAGRAPHS, PARAGRAPHS)
def test_rows_of_many_places_are_those_of_each(left, right):
    documents = read(left), read(right)
    for comparison in (provisional(*documents), compare(*documents)):
        places = RowPlaces(comparison)
        for side, document in zip(SIDES, documents, strict=True):
            offsets = range(len(document.text) + 1)
            each = [places.row_at(side, offset) for offset in offsets]
            assert list(places.rows_at(side, offsets)) == each


@given(PARAGRAPHS, PARAGRAPHS, st.integers(0, 60), st.integers(1, 20))
def test_the_rows_in_a_span_are_those_with_a_character_of_it(left, right, start, size):
    documents = read(left), read(right)
    for comparison in (provisional(*documents), compare(*documents)):
        places = RowPlaces(comparison)
        for side, document in zip(SIDES, documents, strict=True):
            span = Span(start, start + size)
            touched = {
                number
                for number, row in enumerate(comparison.rows)
                for unit in row.units(side)
                if document.units[unit].start < span.end
                and span.start < document.units[unit].end
            }
            assert places.rows_in(side, span) == touched


def test_an_empty_span_belongs_to_the_unit_that_ends_before_it():
    comparison = compare(read(["One.", "Two."]), read(["One."]))
    places = RowPlaces(comparison)
    assert places.units_in("left", Span(4, 4)) == range(1)
    assert places.units_in("left", Span(0, 0)) == range(1)
    assert places.units_in("left", Span(10, 10)) == range(1, 2)
    assert places.rows_in("left", Span(4, 4)) == {0}
    empty = RowPlaces(compare(read([]), read([])))
    assert empty.rows_in("left", Span(0, 0)) == set()


def test_a_row_begins_with_its_text_on_whichever_side_it_has_some():
    comparison = reordered([0, -1, 1])
    places = RowPlaces(comparison)
    lone = next(n for n, row in enumerate(comparison.rows) if not row.left)
    start = comparison.right.units[1].start
    assert places.offset_of(lone, "left") == ("right", start)
    assert places.offset_of(0, "left") == ("left", 0)


def test_the_counterpart_of_a_moved_row_stands_beside_it_on_the_right():
    comparison = reordered([1, 2, 0, 3])
    (moved,) = (n for n, row in enumerate(comparison.rows) if row.moved)
    found = RowPlaces(comparison).counterpart(moved)
    assert (found.row, found.passage, found.place) == (2, 2, "after")
    assert comparison.rows[found.row].right == (1,)


def test_a_passage_moved_to_the_very_top_stands_before_what_follows_there():
    comparison = reordered([3, 0, 1, 2])
    (moved,) = (n for n, row in enumerate(comparison.rows) if row.moved)
    found = RowPlaces(comparison).counterpart(moved)
    assert (found.row, found.passage, found.place) == (0, 0, "before")


@given(ORDERS)
def test_from_the_row_one_is_led_to_one_is_led_back_to_something_moved(order):
    comparison = reordered(order)
    places = RowPlaces(comparison)
    for number, row in enumerate(comparison.rows):
        found = places.counterpart(number)
        if row.moved:
            assert not comparison.rows[found.row].moved
            again = places.counterpart(found.row)
            if again is not None:
                assert comparison.rows[again.row].moved
        elif found is not None:
            assert comparison.rows[found.row].moved


@given(ORDERS)
def test_a_moved_row_points_to_where_its_text_stands_on_the_right(order):
    comparison = reordered(order)
    rows = comparison.rows
    told = list(moved_directions(rows))
    for number, row in enumerate(rows):
        if not row.moved:
            assert told[number] is None
            continue
        assert told[number] == moved_direction(rows, number)
        kept = [one.right[-1] for one in rows[:number] if one.right and not one.moved]
        up = bool(kept) and row.right[0] < kept[-1]
        assert told[number] == ("up" if up else "down")


def test_the_row_in_place_before_has_text_on_that_side_and_did_not_move():
    rows = reordered([1, -1, 2, 0, 3]).rows
    assert [row.moved for row in rows] == [True, False, False, False, False]
    assert row_in_place(rows, 1, "left") is None
    assert row_in_place(rows, 3, "left") == 1
    assert row_in_place(rows, 3, "right") == 2
