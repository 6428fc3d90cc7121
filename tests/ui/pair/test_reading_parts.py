from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.comparison import Comparison, compare
from tui_app.core.kinds import Kind
from tui_app.core.model import Alignment, Bead, Difference, Relation, Row, Span
from tui_app.core.provisional_rows import provisional
from tui_app.core.row_places import RowPlaces
from tui_app.core.rows import build_rows
from tui_app.core.search import Query
from tui_app.core.segmentation import segment
from tui_app.review import hits as hits_of
from tui_app.review.alignments import worth_showing
from tui_app.review.counts import tally
from tui_app.review.hits import Hits
from tui_app.review.journey import Journey, Stay
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.outline import Outline
from tui_app.review.row_looks import row_marks
from tui_app.review.signs import Weight
from tui_app.review.stops import Stop, Stops

PARAGRAPHS = st.lists(st.sampled_from(["A b. C d.", "One.", "Is it? Yes."]), max_size=9)


def read(text: str):
    return segment(text, None, "sentence")


@given(PARAGRAPHS, PARAGRAPHS)
def test_before_the_alignment_every_unit_is_shown_once_and_in_order(left, right):
    made = provisional(read("\n\n".join(left)), read("\n\n".join(right)))
    for side, document in (("left", made.left), ("right", made.right)):
        units = [unit for row in made.rows for unit in getattr(row, side)]
        assert units == list(range(len(document.units)))


@given(PARAGRAPHS, PARAGRAPHS)
def test_a_row_before_the_alignment_is_the_same_asked_for_alone(left, right):
    made = provisional(read("\n\n".join(left)), read("\n\n".join(right)))
    assert [made.rows[number] for number in range(len(made.rows))] == list(made.rows)


def test_the_hit_one_is_at_stays_it_among_other_rows():
    documents = read("One day.\n\nA day."), read("Another day.\n\nOne day.")
    before, after = provisional(*documents), compare(*documents)
    hits = Hits(before, RowPlaces(before), Query("day"))
    again = Hits(after, RowPlaces(after), Query("day"))
    for number, hit in enumerate(hits.found):
        again.return_to(hit)
        assert again.at is not None
        assert (again.at.side, again.at.start) == (hit.side, hit.start), number
    again.return_to(None)
    assert again.at is None


def test_only_hits_that_are_left_out_make_the_count_inexact(monkeypatch):
    monkeypatch.setattr(hits_of, "MOST", 3)
    documents = read("A day, a day."), read("A day, a day.")
    comparison = compare(*documents)
    hits = Hits(comparison, RowPlaces(comparison), Query("day"))
    hits.current = 0
    assert hits.place == "1/4"
    hits = Hits(comparison, RowPlaces(comparison), Query("a"))
    hits.current = 0
    assert hits.place == "1/6+"


def test_a_journey_goes_back_and_forth_like_a_browser():
    journey, places = Journey(), [Stay("left", at) for at in range(4)]
    journey.leave(places[0])
    journey.leave(places[1])
    assert journey.back(places[2]) == places[1]
    assert journey.back(places[1]) == places[0]
    assert journey.back(places[0]) is None
    assert journey.forward(places[0]) == places[1]
    journey.leave(places[1])
    assert journey.forward(places[3]) is None


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


@given(st.integers(1, 60))
def test_the_map_shows_the_weightiest_of_the_rows_of_a_line(height):
    text = "\n\n".join(f"Line {n} is here." for n in range(40))
    comparison = compare(read(text), read(text.replace("Line 20 is", "Line 20 was")))
    outline = Outline(comparison, provisional=False)
    lines = outline.lines(height, (), ())
    assert len(lines) == height
    assert max(lines) >= Weight.CHANGED
    outline.mark_facts([3])
    assert max(outline.lines(height, (), ())) == Weight.FACT
    assert max(outline.lines(height, (5,), (7,))) == Weight.HIT


@given(st.floats(0, 1))
def test_a_place_on_the_map_and_a_row_agree(share):
    text = "\n\n".join(f"Line {n} is here." for n in range(40))
    document = read(text)
    outline = Outline(compare(document, document), provisional=False)
    row = outline.row_at(share)
    assert outline.share_of(row) <= share + 1e-9


def test_the_layout_stacks_below_the_width_the_reader_set():
    options = LayoutOptions(stack_below=100)
    assert (options.view(99), options.view(100)) == ("stacked", "side")
    assert LayoutOptions(layout="merged").view(300) == "merged"


def test_rows_are_worth_showing_where_those_about_the_eye_are_linked():
    document = read("\n\n".join(f"Passage {n}." for n in range(200)))
    linked = [n for n in range(200) if not 50 <= n < 80]
    alignment = Alignment(tuple(Bead((n,), (n,), 1.0) for n in linked), ())
    rows = build_rows(document, document, alignment)
    comparison = Comparison(document, document, alignment, rows)
    for side in ("left", "right"):
        at = [document.units[n].start for n in (60, 150)]
        assert not worth_showing(comparison, Stay(side, at[0]))
        assert worth_showing(comparison, Stay(side, at[1]))
