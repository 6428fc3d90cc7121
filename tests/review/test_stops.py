"""One stops at what a reader sees as one change; marks and counts agree with it."""

import pytest

from tui_app.core.comparison import Comparison
from tui_app.core.kinds import Kind
from tui_app.core.model import Alignment, Bead, Difference, Relation, Row, Span
from tui_app.core.segmentation import segment
from tui_app.review.options import MarkOptions
from tui_app.review.row_counting.tallies import tally
from tui_app.review.row_looks import row_marks
from tui_app.review.stops import Stop, Stops


def read(text: str):
    return segment(text, None, "sentence")


def made(*differences: Difference) -> Comparison:
    left, right = read("One two three."), read("One too three.")
    rows = (Row((0,), (0,), Relation.CHANGED, 0.8, moved=False),)
    alignment = Alignment((Bead((0,), (0,), 0.8),), ())
    return Comparison(left, right, alignment, rows, {0: differences})


ORDER = [
    Difference(Kind.ORDER, Span(0, 3), None, 7),
    Difference(Kind.NUMBER, Span(4, 7), Span(4, 7)),
    Difference(Kind.ORDER, None, Span(8, 13), 7),
]


def marks(options: MarkOptions, *differences: Difference) -> list[str]:
    return [
        mark.name for mark in row_marks(Stops(made(*differences), options), 0, "left")
    ]


def test_the_two_ends_of_a_word_that_moved_are_one_stop():
    stops = Stops(made(*ORDER), MarkOptions(words="letters"))
    assert [len(change.differences) for change in stops.of_row(0)] == [2, 1]
    assert stops.after(0, -1) == Stop(0, 0)
    assert stops.after(0, 1) is None
    assert stops.before(0, 1) == Stop(0, 0)
    assert stops.spans(Stop(0, 0)) == ((Span(0, 3),), (Span(8, 13),))


def test_facts_only_stops_at_facts_and_marks_facts():
    look = MarkOptions(facts_only=True)
    assert [
        change.differences[0].kind for change in Stops(made(*ORDER), look).of_row(0)
    ] == [Kind.NUMBER]
    assert marks(look, *ORDER) == ["fact-left"]
    assert marks(MarkOptions(words="off", facts_only=True), *ORDER) == ["fact-left"]


def test_a_change_is_counted_as_it_is_visited():
    found = tally(tuple(ORDER), MarkOptions(), made())
    assert (found.changes, found.facts, found.small) == (1, 1, 1)


def test_word_marks_can_be_off():
    assert marks(MarkOptions(words="off"), *ORDER) == []


STOP = Difference(Kind.PUNCTUATION, Span(13, 14), None)


def test_a_small_change_is_visited_where_it_is_all_that_differs():
    assert len(Stops(made(STOP), MarkOptions()).of_row(0)) == 1
    assert marks(MarkOptions(), STOP) == ["small-left"]


def test_beside_others_a_small_change_is_visited_with_the_letters_only():
    both = STOP, Difference(Kind.WORDING, Span(0, 3), Span(0, 3))
    usual, fine = MarkOptions(), MarkOptions(words="letters")
    assert len(Stops(made(*both), usual).of_row(0)) == 1
    assert marks(usual, *both) == ["word-left"]
    assert len(Stops(made(*both), fine).of_row(0)) == 2
    assert "small-left" in marks(fine, *both)


@pytest.mark.parametrize(
    ("level", "marked"),
    [
        ("off", []),
        ("facts", ["fact"]),
        ("passages", ["removed", "fact"]),
        ("words", ["removed", "word", "fact"]),
    ],
)
def test_each_level_marks_what_those_before_it_do(level, marked):
    left = read("Two boats sank, as the owners had long feared, and help came late.")
    right = read("Six boats sank, and aid came late.")
    rows = (Row((0,), (0,), Relation.CHANGED, 0.8, moved=False),)
    alignment = Alignment((Bead((0,), (0,), 0.8),), ())
    comparison = Comparison(left, right, alignment, rows)
    stops = Stops(comparison, MarkOptions(words=level))
    found = [mark.name for mark in row_marks(stops, 0, "left")]
    assert [name.removesuffix("-left") for name in found] == marked


def test_one_kind_of_row_can_be_all_that_is_stopped_at():
    left, right = read("One two three. Four five."), read("One too three. Six.")
    rows = (
        Row((0,), (0,), Relation.CHANGED, 0.8, moved=True),
        Row((1,), (), Relation.LEFT_ONLY, None, moved=False),
        Row((), (1,), Relation.RIGHT_ONLY, None, moved=False),
    )
    alignment = Alignment((Bead((0,), (0,), 0.8),), ())
    comparison = Comparison(left, right, alignment, rows, {0: (ORDER[1],)})
    found = {}
    for visits in ("all", "facts", "one-sided", "moved"):
        stops = Stops(comparison, MarkOptions(visits=visits))
        found[visits] = [row for row in range(3) if stops.of_row(row)]
    assert found == {
        "all": [0, 1, 2],
        "facts": [0],
        "one-sided": [1, 2],
        "moved": [0],
    }
    one_sided = Stops(comparison, MarkOptions(facts_only=True, visits="one-sided"))
    assert one_sided.after(0, -1) == Stop(1, 0)
    assert marks(MarkOptions(visits="moved"), *ORDER) == marks(MarkOptions(), *ORDER)
