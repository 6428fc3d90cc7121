"""A concordance has every passage with a word once, each beside its counterpart."""

import pytest

from tui_app.core import concordance as module
from tui_app.core.comparison import compare_texts
from tui_app.core.concordance import Occurrence, Sought, concordance
from tui_app.core.model import Span
from tui_app.core.row_places import RowPlaces

LEFT = """The keeper lit a lamp before the storm came.

Two lamps hung in the hall, and one lamp in the kitchen.

The river was calm that morning.
"""
RIGHT = """The keeper lit a candle before the storm came.

Two lamps hung in the hall.

The river was calm that morning.

A lamp was never seen there again by anybody.
"""


@pytest.fixture
def made():
    return compare_texts(LEFT, RIGHT)


def look_up(made, words, **how):
    return concordance(made, RowPlaces(made), Sought(words, **how))


def in_words(made, one):
    return tuple(
        span and made.document(side).text[span.start : span.end]
        for side in ("left", "right")
        for span in [one.span(side)]
    )


def test_each_passage_is_there_once_in_the_order_of_the_rows(made):
    found = look_up(made, "lamp")
    assert [in_words(made, one) for one in found.occurrences] == [
        ("lamp", None),
        ("lamps", "lamps"),
        ("lamp", None),
        (None, "lamp"),
    ]
    rows = [one.row for one in found.occurrences]
    assert rows == sorted(rows)
    assert [one.side for one in found.occurrences] == ["left"] * 3 + ["right"]


def test_the_forms_are_counted_side_by_side(made):
    found = look_up(made, "lamps")
    assert found.forms == ({"lamp": 2, "lamps": 1}, {"lamps": 1, "lamp": 1})
    assert found.inflected
    assert not found.cut_short
    exact = look_up(made, "lamps", exact=True)
    assert exact.forms == ({"lamps": 1}, {"lamps": 1})
    assert not exact.inflected


def test_a_side_may_be_left_out(made):
    found = look_up(made, "lamp", sides=("right",))
    assert [in_words(made, one) for one in found.occurrences] == [
        (None, "lamps"),
        (None, "lamp"),
    ]


def test_words_beside_each_other_are_one_occurrence_whichever_side_has_more():
    few, many = "A lamp hung there.", "By the lamp a man sat, and a lamp hung there."
    last = Span(many.rindex("lamp"), many.rindex("lamp") + 4)
    first = Span(many.index("lamp"), many.index("lamp") + 4)
    for texts, side in ((few, many), "right"), ((many, few), "left"):
        made = compare_texts(*texts)
        assert len(made.rows) == 1
        found = look_up(made, "lamp").occurrences
        assert [one.span(side) for one in found] == [first, last]
        assert sum(bool(one.left and one.right) for one in found) == 1


def test_where_one_side_is_cut_short_the_other_ends_there_too(monkeypatch):
    monkeypatch.setattr(module, "MOST", 3)
    left = "\n\n".join(f"The lamp of house {n} burned by day." for n in range(9))
    right = left.replace("lamp of house 1 ", "light of house 1 ")
    made = compare_texts(left, right)
    found = look_up(made, "lamp")
    assert found.cut_short
    assert all(one.left for one in found.occurrences)
    assert {one.row for one in found.occurrences} == {0, 1, 2}


def test_each_side_has_the_forms_of_its_own_language():
    left = "The lamps were lit by the old keeper, and he went home in the evening."
    right = "Die Lampen waren hell, und der Wärter ging am Abend nach Hause zu ihr."
    made = compare_texts(left, right, languages=("en", "de"))
    assert look_up(made, "lamp").forms == ({"lamps": 1}, {})
    assert look_up(made, "Lampen").forms == ({}, {"lampen": 1})
    assert look_up(made, "Lampe*").forms == ({}, {"lampen": 1})


def test_of_nothing_there_is_nothing(made):
    for words in ("", "  ", "unheard"):
        assert look_up(made, words).occurrences == ()
    assert look_up(compare_texts("", ""), "lamp").occurrences == ()


def test_an_occurrence_is_of_the_side_that_holds_it():
    here = Span(0, 4)
    assert Occurrence(0, None, here).side == "right"
    assert Occurrence(0, here, here).side == "left"
