"""Figures read at sight are read as all others."""

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.collation.collate import collate
from tui_app.core.english.word_lists import word_list
from tui_app.core.facts.dates import dates as dates_module
from tui_app.core.facts.dates.dates import dates
from tui_app.core.facts.numbers import quantities as quantities_module
from tui_app.core.facts.numbers.quantities import quantities
from tui_app.core.facts.passage import passages_of

FIGURES = word_list(
    "0 1 5 7 12 40 45 100 000 476 1066 1987 2001 1,500 2.5 3/4 1/2 19th 90s"
)
BESIDE = word_list("""
    the a an of by to up over than about at least or and in out so one three half
    minus $ € % per cent kg km² m k bn hours square degrees ° C + - – ½ thousand
    million dozen age people men am p.m. o'clock until BC AD Bc century more cars , .
    """)
MONTHS = ["May", "June", "march"]


def passages(words):
    """Return texts of these words, spaces between most of them."""
    piece = st.tuples(st.sampled_from(words), st.sampled_from([" ", " ", " ", "-", ""]))
    return st.lists(piece, max_size=9).map(
        lambda pieces: "".join(word + space for word, space in pieces).strip()
    )


@given(passages(FIGURES + BESIDE))
@settings(deadline=None, max_examples=400)
def test_a_number_read_at_sight_is_the_number_that_all_questions_tell(text):
    passage, _ = passages_of(collate(text, ""))
    at_sight = quantities(passage, ())
    with patch.object(quantities_module, "bare_figure", lambda *_: None):
        assert at_sight == quantities(passage, ())


@given(passages(FIGURES * 2 + BESIDE + MONTHS))
@settings(deadline=None, max_examples=400)
def test_figures_that_are_no_date_at_sight_are_none(text):
    passage, _ = passages_of(collate(text, ""))
    at_sight = dates(passage)
    with patch.object(dates_module, "is_bare", lambda *_: False):
        assert at_sight == dates(passage)


def test_most_figures_of_a_table_are_read_at_sight():
    asked = []
    passage, _ = passages_of(collate("12 cars, 5 4 7 km\t1500 hats", ""))
    with patch.object(quantities_module, "_quantity_at", lambda *a: asked.append(a[2])):
        found = quantities(passage, ())
    assert [one.value.amount for one in found] == [12.0, 5.0, 4.0, 1500.0]
    assert [passage.atoms[at] for at in asked] == ["7"]
