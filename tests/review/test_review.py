"""A review owns the state of a reading, and says which rows a change touches."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Bead, Span
from tui_app.core.rows import build_rows
from tui_app.core.search import Query, QueryError
from tui_app.core.segmentation import segment
from tui_app.review.journey import Stay
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.review import Review
from tui_app.review.selection import Selection
from tui_app.review.stops import Stop

FAIR = settings(max_examples=60, deadline=None)
COUNT = 8
LEFT = [f"The man said {n} words. Then it rained." for n in range(COUNT)]
RIGHT = [line.replace("said", "told") if n % 2 else line for n, line in enumerate(LEFT)]
RIGHT[4] = RIGHT[4].replace("4 words", "5 words and left")


def compared(unit: str = "line", *, alone: tuple[int, ...] = ()) -> Comparison:
    """Return the passages side by side; those in ``alone`` have no counterpart."""
    documents = [segment("\n\n".join(text), None, unit) for text in (LEFT, RIGHT)]
    units = range(len(documents[0].units))
    beads = tuple(Bead((n,), (n,), 0.8) for n in units if n not in alone)
    alignment = Alignment(beads, ())
    return Comparison(*documents, alignment, build_rows(*documents, alignment))


def review(comparison: Comparison | None = None, **layout: object) -> Review:
    shown = comparison or compared(alone=(6,))
    return Review(shown, LayoutOptions(**layout), MarkOptions())


def note(*rows: int, left: Span | None = None, kind: str = "comment", body: str = ""):
    spans = () if left is None else (left,)
    said = SimpleNamespace(kind=kind, body=body)
    return SimpleNamespace(rows=rows, left=spans, right=(), note=said)


# -- what a change touches -----------------------------------------------------

ACTS = {
    "move": lambda one, n: one.move(n),
    "go": lambda one, n: one.go(n, ("left", "right")[n % 2], 3 * n),
    "go to a row": lambda one, n: one.go(n),
    "cross": lambda one, _: one.cross(),
    "gather": lambda one, _: one.gather(),
    "free": lambda one, _: one.lay(one.options._replace(free=not one.options.free)),
    "stand": lambda one, n: stand(one, forward=n % 2 == 0),
    "notes": lambda one, n: one.take_notes((note(n),), frozenset({n // 2})),
    "words": lambda one, n: one.take_notes((note(n, left=Span(0, 3)),), frozenset()),
    "select": lambda one, n: one.select(Selection("left", Span(n, n + 1), Span(n, 9))),
    "let go": lambda one, _: one.select(None),
    "find": lambda one, n: one.find(Query("man"), n) and None,
    "step": lambda one, n: one.step_hit((1, -1)[n % 2]),
    "step from": lambda one, n: one.step_hit(1, from_row=n),
}


def stand(one: Review, *, forward: bool):
    stop = one.next_stop(forward=forward)
    return frozenset() if stop is None else one.stand_at(stop, stop.row)


def stand_at_the_next(one: Review):
    return stand(one, forward=True)


@FAIR
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, COUNT - 1))))
def test_no_row_looks_different_that_is_not_said_to(acts):
    one = review()

    def looks():
        rows = range(len(one.comparison.rows))
        panes = ("left", "right") if one.options.free else (None,)
        return [[one.row_look(row, pane) for pane in panes] for row in rows]

    before = looks()
    for name, number in acts:
        touched = ACTS[name](one, number)
        after = looks()
        different = {n for n, look in enumerate(after) if look != before[n]}
        assert touched is None or different <= touched, name
        before = after


@pytest.mark.parametrize("leave", [lambda one: one.move(5), stand_at_the_next])
def test_a_difference_left_in_another_row_looks_different_there(leave):
    one = review(free=True)
    one.cross()
    one.move(4)
    one.cross()
    stand(one, forward=True)
    stop = one.attention.stop
    one.cross()
    one.lay(one.options._replace(free=False))
    assert stop.row in leave(one)


def test_a_change_that_changes_nothing_touches_nothing():
    one = review()
    assert one.select(None) == frozenset()
    assert one.gather() == frozenset()
    assert one.take_notes((), frozenset()) == frozenset()
    assert one.step_hit(1) == frozenset()


def test_a_row_that_is_reviewed_touches_no_other():
    one = review()
    assert one.take_notes((), frozenset({3})) == {3}
    assert one.take_notes((note(1),), frozenset({3})) == {1}


# -- where the reader is -------------------------------------------------------


def test_one_is_where_a_jump_led_until_one_goes_to_another_row():
    one = review()
    unit = one.comparison.left.units[3]
    one.go(3, "left", unit.start + 4)
    assert one.here == Stay("left", unit.start + 4)
    one.move(3)
    assert one.here == Stay("left", unit.start + 4)
    one.move(4)
    assert one.here == Stay("left", one.comparison.left.units[4].start)


def test_on_an_empty_side_one_is_at_the_text_of_the_other():
    one = review()
    (row,) = (n for n, row in enumerate(one.comparison.rows) if not row.right)
    one.go(row, "right")
    assert one.here == Stay("left", one.comparison.left.units[6].start)


def test_without_any_text_one_is_at_the_beginning():
    empty = segment("", None, "line")
    one = review(Comparison(empty, empty, Alignment((), ()), ()))
    assert (one.row, one.here) == (0, Stay("left", 0))
    assert one.next_stop(forward=True) is None
    assert one.looked_at() is None


def test_a_reading_begins_where_the_last_one_ended():
    one, at = review(), Stay("right", len("\n\n".join(RIGHT[:5])) + 5)
    one.begin_at(at)
    assert (one.cursor.left, one.cursor.right, one.cursor.side) == (5, 5, "right")
    assert one.here == at


def test_what_is_looked_at_is_the_hit_or_else_the_difference():
    one = review()
    assert one.looked_at() is None
    stand(one, forward=True)
    assert one.looked_at() == Stay("left", len(LEFT[0]) + 2 + LEFT[1].index("said"))
    hit = one.find(Query("rained"), one.row).at
    assert one.looked_at() == Stay(hit.side, hit.start)


def test_locked_sides_go_together_until_one_is_left_behind():
    one = review()
    one.move(2)
    assert (one.cursor.left, one.cursor.right) == (2, 2)
    one.cross()
    one.move(4)
    assert (one.cursor.left, one.cursor.right) == (2, 4)
    one.gather()
    assert (one.cursor.left, one.cursor.right) == (4, 4)
    one.move(5)
    assert (one.cursor.left, one.cursor.right) == (5, 5)


def test_free_sides_go_alone_and_meet_when_they_are_locked():
    one = review(free=True)
    one.move(3)
    one.cross()
    one.move(5)
    assert (one.cursor.left, one.cursor.right) == (3, 5)
    one.lay(one.options._replace(free=False))
    assert (one.cursor.left, one.cursor.right) == (5, 5)


# -- other rows ----------------------------------------------------------------


def test_other_rows_are_taken_at_the_passage_one_was_at():
    one = review(compared())
    one.move(5)
    one.take(compared("sentence"))
    assert one.row == 10
    one.take(compared())
    assert one.row == 5


def test_finer_rows_are_taken_at_what_was_seen_of_a_row():
    one = review(compared())
    one.move(5)
    unit = compared("sentence").left.units[11]
    one.take(compared("sentence"), seen=Stay("left", unit.start))
    assert one.row == 11


def test_each_free_side_stays_at_its_own_passage():
    one = review(compared(), free=True)
    one.move(2)
    one.cross()
    one.move(6)
    one.take(compared("sentence"))
    assert (one.cursor.left, one.cursor.right) == (4, 12)


def test_a_side_left_behind_is_gathered_among_other_rows():
    one = review(compared())
    one.move(2)
    one.cross()
    one.move(6)
    one.take(compared("sentence"))
    assert (one.cursor.left, one.cursor.right) == (12, 12)


def test_row_numbers_of_notes_are_not_those_of_other_rows():
    one = review(compared())
    one.take_notes((note(7),), frozenset({7}))
    one.show_unreviewed_only(only=True)
    assert one.hidden == {7}
    one.take(compared("sentence"))
    assert one.attention.noted == frozenset()
    assert one.hidden == frozenset()
    one.move(7)
    assert one.notes_here() == ()
    assert one.take_notes((note(14),), frozenset({14})) == {14}


def test_the_hit_one_is_at_is_found_again_among_other_rows():
    one = review(compared())
    one.find(Query("told"), 3)
    at = one.attention.hits.at
    one.take(compared("sentence"))
    again = one.attention.hits.at
    assert (again.side, again.start) == (at.side, at.start)
    assert again.row == 6


def test_before_the_alignment_nothing_is_said_of_the_rows():
    one = Review(compared(), LayoutOptions(), MarkOptions(), provisional=True)
    look = one.row_look(1, None)
    assert (look.left, look.right, look.signs) == ((), (), ())
    one.take(compared())
    assert one.row_look(1, None).signs
    assert not one.provisional


# -- differences ---------------------------------------------------------------


def test_differences_of_hidden_rows_are_passed_by():
    one = review(compared())
    rows = [stop.row for stop in visited(one)]
    assert rows == [1, 3, 4, 4, 5, 7]
    one.take_notes((), frozenset({3, 4}))
    one.show_unreviewed_only(only=True)
    one.move(0)
    assert [stop.row for stop in visited(one)] == [1, 5, 7]
    assert [stop.row for stop in visited(one, forward=False)] == [5, 1]


def visited(one: Review, *, forward: bool = True) -> list[Stop]:
    stops = []
    while (stop := one.next_stop(forward=forward)) is not None:
        stops.append(stop)
        one.stand_at(stop, stop.row)
    return stops


ONE_SIDED = (
    ("It rained.", "It rained hard all day."),
    ("She left.", "She stayed."),
    ("He ate some warm bread.", "He ate bread."),
    ("Nobody came.", ""),
)


def reading_of_one_sided_changes(**layout: object) -> Review:
    """Return a review at changes with words on the right, both, left, left."""
    left, right = (
        segment("\n\n".join(filter(None, texts)), None, "line")
        for texts in zip(*ONE_SIDED, strict=True)
    )
    alignment = Alignment(tuple(Bead((n,), (n,), 0.8) for n in range(3)), ())
    rows = build_rows(left, right, alignment)
    return review(Comparison(left, right, alignment, rows), **layout)


def sides_stood_on(one: Review) -> list[str]:
    return [one.cursor.side for _ in iter(lambda: stand_at_the_next(one), frozenset())]


@pytest.mark.parametrize("free", [False, True])
def test_one_stands_on_a_side_that_has_words_of_the_difference(free):
    one = reading_of_one_sided_changes(free=free)
    assert sides_stood_on(one) == ["right", "left", "left", "left"]


def test_the_side_that_was_chosen_is_gone_back_to():
    one = reading_of_one_sided_changes()
    one.cross()
    one.gather()
    assert sides_stood_on(one) == ["right", "right", "left", "left"]
    assert not one.cursor.apart


def test_who_has_left_a_side_behind_stays_on_the_other():
    one = reading_of_one_sided_changes()
    one.cross()
    one.cross()
    assert sides_stood_on(one) == ["left"] * 4


def test_one_is_at_no_difference_once_one_has_gone_to_another_row():
    one = review()
    stand(one, forward=True)
    assert one.attention.stop is not None
    one.move(one.row)
    assert one.attention.stop is not None
    one.move(one.row + 1)
    assert one.attention.stop is None


def test_other_word_marks_do_not_lose_the_difference_but_other_kinds_do():
    one = review()
    stand(one, forward=True)
    stop = one.attention.stop
    one.mark(one.marks._replace(words="off"))
    assert one.attention.stop == stop
    one.mark(one.marks._replace(facts_only=True))
    assert one.attention.stop is None


def test_facts_only_visits_facts_only():
    one = review(compared())
    one.mark(one.marks._replace(facts_only=True))
    assert [stop.row for stop in visited(one)] == [4]


def test_a_difference_of_a_list_is_the_stop_it_is_part_of():
    one = review(compared())
    first, *_, last = one.comparison.differences(4)
    assert one.stop_with(4, first) == Stop(4, 0)
    assert one.stop_with(4, last) == Stop(4, 1)
    assert one.stop_with(3, first) is None


# -- notes, searching, selecting -----------------------------------------------


def test_words_of_a_note_are_marked_but_not_whole_passages():
    one = review(compared())
    unit = Span(*one.comparison.left.units[2][:2])
    words = Span(unit.start, unit.start + 7)
    one.take_notes((note(2, left=words), note(2, left=unit)), frozenset())
    assert [*one.attention.words_noted] == [("left", words)]
    one.take_notes((note(2, left=unit, kind="highlight"),), frozenset())
    assert [*one.attention.words_noted] == [("left", unit)]


def test_the_notes_of_the_row_are_told():
    one = review(compared())
    one.take_notes((note(2, body="a"), note(1, 2, body="b"), note(3)), frozenset())
    one.move(2)
    assert one.notes_here() == ("a", "b")


def test_a_search_begins_at_a_row_and_goes_round():
    one = review(compared())
    hits = one.find(Query("rained"), 7)
    assert (hits.at.row, hits.at.side) == (7, "left")
    for row in (7, 0, 0, 1):
        one.step_hit(1)
        assert hits.at.row == row
    one.step_hit(-1, from_row=5)
    assert hits.at.row == 5


def test_searching_for_nothing_is_no_search():
    one = review()
    stand(one, forward=True)
    assert one.find(Query("")).found == []
    assert (one.attention.hits, one.attention.stop) == (None, None)


def test_a_broken_expression_ends_the_search_before():
    one = review()
    one.find(Query("rained"))
    with pytest.raises(QueryError):
        one.find(Query("(", regex=True))
    assert one.attention.hits is None


def test_at_most_one_stretch_of_each_side_is_selected():
    one = review()
    ours = Selection("left", Span(0, 3), Span(4, 7))
    theirs = Selection("right", Span(0, 3), Span(0, 3))
    one.select(ours)
    one.keep_selection()
    assert one.selected == (ours,)
    one.select(theirs)
    assert one.selected == (ours, theirs)
    again = Selection("left", Span(4, 7), Span(4, 7))
    one.select(again)
    assert one.selected == (again,)
    one.select(None)
    assert one.selected == ()
