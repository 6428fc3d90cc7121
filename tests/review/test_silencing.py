"""What can be silenced is what a reader would call a pair of words, or a kind."""

from tui_app.core.comparison import compare_texts
from tui_app.core.counting import Counting
from tui_app.core.kinds import Kind
from tui_app.review.details import lone_changes
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.review import Review
from tui_app.review.silencing import offers_here


def offers(left, right, **marks):
    made = compare_texts(left, right)
    return offers_here(Review(made, LayoutOptions(), MarkOptions(**marks)))


LEFT = "The mayor of Peking must open the new harbour of the northern town in May."
RIGHT = (
    "The mayor of Beijing should open a new harbour of the northern town in late May."
)


def test_pairs_of_words_come_first_then_what_one_side_has():
    found = offers(LEFT, RIGHT).words
    assert ("must", "should") in found
    assert found.index(("must", "should")) < found.index(("", "late"))


def test_a_word_of_grammar_that_one_side_has_is_offered_only_where_it_is_all():
    left = "The old mayor walked along the quay to the boats of the harbour."
    right = "The mayor walked along quay to the boats of the harbour."
    assert offers(left, right).words == (("old", ""),)
    assert offers(left, left.replace("the quay", "quay")).words == (("the", ""),)


def test_words_that_only_moved_and_lone_commas_are_offered_as_kinds():
    left = "After the flood, the harbour of the northern town was closed at noon."
    right = "The harbour of the northern town was closed at noon after the flood."
    found = offers(left, right)
    assert all(one != other for one, other in found.words)
    assert ("", ",") not in found.words
    assert (",", "") not in found.words
    assert Kind.ORDER in found.kinds


def test_where_only_facts_are_marked_only_facts_are_offered():
    found = offers(LEFT, RIGHT, facts_only=True)
    assert ("must", "should") in found.words
    assert ("", "late") not in found.words
    assert set(found.kinds) <= {Kind.MODALITY, Kind.NAME}


def test_of_a_row_that_only_one_side_has_the_facts_are_offered():
    found = offers("The weir was built in 1911.", "Nobody asked why lamps were lit.")
    assert found.words == (("1911", ""),)
    assert found.kinds == (Kind.DATE,)


def test_what_is_silenced_leaves_the_facts_that_only_one_side_has():
    made = compare_texts("The weir was built in 1911.", "Nobody asked why.")
    (fact,) = lone_changes(made, 0)
    for silence in (("", "1911"), fact.kind):
        assert not [*lone_changes(made, 0, Counting(silenced=frozenset({silence})))]
