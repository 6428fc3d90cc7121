"""What is said of a reading: always of what is known, never of what is not yet."""

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.review.counts import Counts
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.review import Review
from tui_app.review.row_counting.tallies import TallyColumns
from tui_app.review.status import left_parts, status_of


@pytest.fixture
def review(linked):
    return Review(linked, LayoutOptions(), MarkOptions())


@pytest.fixture
def counted(linked, tallies):
    counts = Counts()
    counts.begin(linked)
    counts.add(0, TallyColumns.of(tallies(linked)))
    return counts


def step(review):
    """Be at the next difference, as ] does; tell whether there is one."""
    stop = review.next_stop(forward=True)
    if stop is not None:
        review.stand_at(stop, stop.row)
    return stop is not None


def test_to_go_falls_by_one_at_each_difference_and_ends_at_none(review, counted):
    info = status_of(review, counted, "side")
    assert info.to_go == info.facts + info.wordings + info.one_sided
    for left in range(info.to_go - 1, -1, -1):
        assert step(review)
        assert status_of(review, counted, "side").to_go == left
    assert not step(review)
    assert status_of(review, counted, "side").to_go == 0


def test_to_go_counts_only_facts_where_only_facts_are_visited(review, counted):
    review.mark(review.marks._replace(facts_only=True))
    info = status_of(review, counted, "side")
    assert info.to_go == info.facts
    assert info.wordings is info.one_sided is None
    step(review)
    assert status_of(review, counted, "side").to_go == info.facts - 1


def test_differences_of_hidden_rows_are_neither_visited_nor_counted(review, counted):
    review.take_notes((), frozenset({2}))
    review.unreviewed_only = True
    to_go = status_of(review, counted, "side").to_go
    for left in range(to_go - 1, -1, -1):
        assert step(review)
        assert review.row != 2
        assert status_of(review, counted, "side").to_go == left
    assert not step(review)


def test_counts_of_the_rows_before_are_said_but_not_what_is_to_go(
    review, counted, linked
):
    before = status_of(review, counted, "side")
    counted.begin(linked)
    now = status_of(review, counted, "side")
    assert now == before._replace(to_go=None, stops=None, estimated=True)


def test_before_anything_is_counted_likeness_is_estimated(review):
    counts = Counts()
    assert status_of(review, counts, "side").alike is None
    counts.estimate = 0.7
    info = status_of(review, counts, "side")
    assert (info.alike, info.estimated, info.facts) == (0.7, True, None)


def test_the_modes_say_how_the_pair_is_shown(review):
    review.lay(review.options._replace(free=True, folded=True))
    info = status_of(review, Counts(), "side", "hello")
    modes = [mode.text for mode in info.modes]
    assert modes == ["same rows folded", "scrolling apart", "by line"]
    assert info.message == "hello"
    assert (info.row, info.rows) == (1, len(review.comparison.rows))


@pytest.mark.parametrize(
    ("layout", "view", "told"),
    [("original", "original", "one text"), ("auto", "side", "side by side, covered")],
)
def test_what_is_covered_is_told_beside_the_layout(review, layout, view, told):
    review.lay(review.options._replace(layout=layout, covered=True))
    assert told in [mode.text for mode in status_of(review, Counts(), view).modes]


def test_how_many_rows_are_reviewed_stays_while_other_rows_are_looked_through(
    review, linked
):
    review.take_notes((), frozenset({1, 2}))
    review.take(linked)
    assert status_of(review, Counts(), "side").reviewed == 2
    review.take_notes((), frozenset())
    assert status_of(review, Counts(), "side").reviewed is None


def test_of_rows_too_long_to_compare_no_number_is_claimed(tallies):
    words = "".join(f"Word number {n} of the passage, " for n in range(2_000))
    comparison = compare_texts(f"{words}five.", f"{words}seven.", "paragraph")
    counts = Counts()
    counts.begin(comparison)
    counts.add(0, TallyColumns.of(tallies(comparison)))
    review = Review(comparison, LayoutOptions(), MarkOptions())
    said = [part.text for part in left_parts(status_of(review, counts, "side"))]
    assert "1 row too long to mark" in said
    assert "0+ facts" in said
    assert "0 facts" not in said


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        (MarkOptions(visits="one-sided"), ["stops: one-sided"]),
        (MarkOptions(visits="moved", facts_only=True), ["facts only", "stops: moved"]),
        (MarkOptions(), []),
    ],
)
def test_what_is_stopped_at_is_told_while_it_is_one_kind(review, marks, told):
    review.mark(marks)
    modes = [mode.text for mode in status_of(review, Counts(), "stacked").modes]
    assert modes == [*told, "stacked", "by line"]


def test_how_far_one_has_come_is_told_as_a_place_and_not_as_a_debt(review, counted):
    stops = status_of(review, counted, "side").stops
    assert f"{stops} changes" in said_in_full(review, counted)
    for number in range(1, stops + 1):
        step(review)
        assert f"change {number} of {stops}" in said_in_full(review, counted)


def test_where_facts_are_visited_their_number_is_told_once(review, counted):
    review.mark(review.marks._replace(facts_only=True))
    facts = status_of(review, counted, "side").facts
    step(review)
    said = said_in_full(review, counted)
    assert f"fact 1 of {facts}" in said
    assert not [part for part in said if "differ" in part]


def said_in_full(review, counted):
    """Return what the left of the line says where there is room."""
    parts = left_parts(status_of(review, counted, "side"))
    return [part.long or part.text for part in parts]
