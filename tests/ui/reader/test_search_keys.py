"""A search shows its hits, is gone through and left; tested without an app."""

import pytest

from tui_app.core.search import Query

LEFT = "\n\n".join(f"Passage {n} speaks of rivers. A Bridge stands." for n in range(30))
RIGHT = LEFT.replace("rivers", "streams")


@pytest.fixture
def searching(parts):
    """Return a function that begins to search, and types one letter after the other."""

    def make(words, left=LEFT, right=RIGHT, before=()):
        made = parts(left, right)
        made.do(*before)
        made.search.begin()
        for end in range(1, len(words) + 1):
            made.told = made.search.look_for(Query(words[:end]))
        return made

    return make


def hits(made):
    return made.review.attention.hits


def test_hits_show_while_typing_with_their_count(searching):
    made = searching("streams")
    assert len(hits(made).found) == 30
    assert {hit.side for hit in hits(made).found} == {"right"}
    assert made.told == "1/30"
    shown = made.review.row_look(0, None)
    names = {mark.name for mark in shown.right}
    assert names & {"hit", "hit-current"}
    assert made.review.cursor.side == "right"


def test_n_goes_on_and_round_and_esc_returns(searching):
    made = searching("passage", before=["row-down"] * 3)
    made.search.settle()
    made.do("next-hit", "next-hit", "previous-hit")
    assert hits(made).current is not None
    assert made.row != 3
    made.do("leave")
    assert hits(made) is None
    assert made.row == 3


def test_given_up_it_is_back_where_it_began(searching):
    made = searching("passage 29", before=["row-down"])
    assert made.row == 58
    made.search.give_up()
    assert (made.row, hits(made)) == (1, None)


def test_a_search_that_led_away_can_be_gone_back_from(searching):
    made = searching("passage 29")
    made.search.settle()
    made.do("place-back")
    assert made.row == 0
    assert hits(made) is not None


def test_n_without_a_search_goes_to_the_next_difference(parts):
    made = parts(LEFT, RIGHT)
    made.do("next-hit")
    assert made.review.attention.stop is not None


def test_a_broken_expression_and_no_hit_are_said_not_raised(searching):
    made = searching("nowhere")
    assert made.told == "not found"
    assert hits(made).found == []
    made.do("next-hit")
    assert made.rung == 1
    assert made.search.look_for(Query("(a", regex=True)).startswith("no expression: ")
    assert hits(made) is None


def test_without_words_there_is_no_search(searching):
    made = searching("rivers")
    assert made.search.look_for(Query("")) == ""
    assert hits(made) is None


def test_the_next_hit_is_looked_for_from_where_one_went_meanwhile(searching):
    made = searching("rivers")
    made.search.settle()
    made.jumps.go(30)
    made.do("next-hit")
    assert made.row == 30
    made.do("next-hit")
    assert made.row == 32
    made.do("row-down", "previous-hit")
    assert made.row == 32
    made.do("last-row", "next-hit")
    assert made.row == 0
    made.do("previous-hit")
    assert made.row == 58


def test_hits_within_a_fold_are_gone_through_one_after_the_other(searching):
    made = searching("rivers", LEFT, LEFT, before=["fold-same"])
    made.search.settle()
    for number in range(2, 5):
        made.do("next-hit")
        assert hits(made).place == f"{number}/60"


def test_esc_lets_go_of_the_selection_first_then_of_the_search(searching):
    made = searching("rivers")
    made.do("select", "leave")
    assert not made.review.selected
    assert hits(made) is not None
    made.do("leave")
    assert hits(made) is None
