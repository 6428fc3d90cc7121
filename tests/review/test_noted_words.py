"""Of many notes on words a passage is told those that stand on it, and no others."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.comparison import compare
from tui_app.core.model import SIDES, Span
from tui_app.core.segmentation import segment
from tui_app.review.cursor import Attention
from tui_app.review.noted_words import NotedWords
from tui_app.review.options import MarkOptions
from tui_app.review.row_looks import RowLooks
from tui_app.review.signs import UNICODE

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(
    lambda span: Span(span[0], sum(span))
)
WORDS = st.lists(st.tuples(st.sampled_from(SIDES), SPANS), max_size=20)


@given(words=WORDS, here=SPANS)
def test_those_that_touch_a_passage_are_found(words, here):
    noted = NotedWords(words)
    assert list(noted) == words
    assert noted == NotedWords(words)
    for side in SIDES:
        touching = [
            span
            for its_side, span in words
            if its_side == side and span.end >= here.start and span.start <= here.end
        ]
        assert noted.touching(side, *here) == sorted(touching)


def test_a_row_is_marked_by_the_notes_on_it_alone():
    text = " ".join(f"Witness {number} came." for number in range(500))
    document = segment(text, None, "sentence")
    comparison = compare(document, document)
    words = [
        (side, Span(unit.start, unit.start + 7))
        for side in SIDES
        for unit in document.units
    ]
    attention = Attention(words_noted=NotedWords(words))
    looks = RowLooks(comparison, MarkOptions(), UNICODE, 0.5, provisional=False)
    for row in (0, 250, 499):
        look = looks.row_look(row, attention, None)
        start = document.units[row].start
        for side in SIDES:
            marks = [mark for mark in look.marks(side) if mark.name == "noted"]
            assert [(mark.start, mark.end) for mark in marks] == [(start, start + 7)]
