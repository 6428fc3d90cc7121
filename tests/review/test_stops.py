"""One stops at what a reader sees as one change; marks and counts agree with it."""

from tui_app.core.comparison import Comparison
from tui_app.core.kinds import Kind
from tui_app.core.model import Alignment, Bead, Difference, Relation, Row, Span
from tui_app.core.segmentation import segment
from tui_app.review.counts import tally
from tui_app.review.options import MarkOptions
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


def test_the_two_ends_of_a_word_that_moved_are_one_stop():
    stops = Stops(made(*ORDER), MarkOptions())
    assert [len(group) for group in stops.of_row(0)] == [2, 1]
    assert stops.after(0, -1) == Stop(0, 0)
    assert stops.after(0, 1) is None
    assert stops.before(0, 1) == Stop(0, 0)
    assert stops.spans(Stop(0, 0)) == ((Span(0, 3),), (Span(8, 13),))


def test_facts_only_stops_at_facts_and_marks_facts():
    look = MarkOptions(facts_only=True)
    assert [group[0].kind for group in Stops(made(*ORDER), look).of_row(0)] == [
        Kind.NUMBER
    ]
    assert {mark.name for mark in row_marks(made(*ORDER), 0, "left", look)} == {
        "mark--fact-left"
    }


def test_a_change_is_counted_as_it_is_visited():
    found = tally(tuple(ORDER), MarkOptions(), made())
    assert (found.changes, found.facts) == (2, 1)


def test_word_marks_can_be_off():
    assert row_marks(made(*ORDER), 0, "left", MarkOptions(words="off")) == ()
