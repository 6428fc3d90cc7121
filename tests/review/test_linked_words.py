"""Words that answer each other are marked on the cursor's row, one of them chosen."""

from tui_app.core.align.translations.translation_lexicon import WordLink
from tui_app.core.comparison import compare_texts
from tui_app.core.model import Span
from tui_app.review.linked_words import LinkedWords
from tui_app.review.selection import Selection

TEXT = "One two three.\n\nFour five six.\n"


def crossed(left, _right):
    """Link the first word with the second and the second with the first."""
    first = Span(0, left.index(" "))
    second = Span(first.end + 1, left.index(" ", first.end + 1))
    yield WordLink(first, second, 0.9)
    yield WordLink(second, first, 0.8)


def linked(links_of=crossed):
    return LinkedWords(compare_texts(TEXT, TEXT), links_of)


def shown(marks):
    return [(TEXT[mark.start : mark.end], mark.name) for mark in marks]


def test_all_linked_words_are_marked_faintly():
    made = linked()
    assert shown(made.faint_marks(1, "left")) == [
        ("Four", "answered-left"),
        ("five", "answered-left"),
    ]
    assert shown(made.chosen_marks(1, "left", ())) == []


def test_a_step_chooses_the_next_in_the_order_of_its_side_round_the_end():
    made = linked()
    for word, by in (("One", 1), ("two", 1), ("One", 1), ("two", -1)):
        made.step(0, "left", by)
        assert shown(made.chosen_marks(0, "left", ())) == [(word, "answered")]
    made = linked()
    made.step(0, "right", -1)
    assert shown(made.chosen_marks(0, "right", ())) == [("two", "answered")]
    assert shown(made.chosen_marks(0, "left", ())) == [("One", "answered")]


def test_on_another_row_nothing_is_chosen_yet():
    made = linked()
    made.step(0, "left", 1)
    assert not list(made.chosen_marks(1, "left", ()))
    assert not list(made.chosen_marks(0, "left", ()))


def test_selected_words_are_chosen_before_those_stepped_to():
    made = linked()
    made.step(0, "left", 1)
    selection = Selection("right", Span(0, 3), Span(0, 3))
    assert shown(made.chosen_marks(0, "left", [selection])) == [("two", "answered")]


def test_where_no_words_are_linked_there_is_nothing_to_step_to():
    made = linked(lambda *_: ())
    assert made.step(0, "left", 1) is None
    assert not list(made.faint_marks(0, "left"))
