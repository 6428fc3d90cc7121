"""A reading goes on where the last one was left, and looks as it did."""

import pytest

from tui_app.core.translation import Translation
from tui_app.review.resuming import place_of, review_of
from tui_app.review.session import Session
from tui_app.settings.memory import Memory, Place, Sources
from tui_app.settings.preferences import Settings

LAST = Place(
    *("right", 20, "stacked", "line"),
    column_width=44,
    facts_only=True,
    folded=True,
    word_marks="passages",
    covered=True,
    reads="right",
)
KEPT = tuple(name for name in Place._fields if name != "offset")


@pytest.fixture
def session(linked):
    """Return the session of two texts of four lines that are aligned."""
    return Session(linked.left, linked.right, linked)


def test_what_is_left_is_what_is_found(session):
    begun = review_of(session._replace(place=LAST))
    assert begun.comparison.document("right").units[begun.row].start <= LAST.offset
    left = place_of(begun, "line")
    for name in KEPT:
        assert getattr(left, name) == getattr(LAST, name)


def test_the_place_is_found_again_in_every_row(session):
    for unit in session.right.units:
        begun = review_of(session._replace(place=Place("right", unit.start)))
        assert begun.here == ("right", unit.start)


def test_what_was_not_chosen_is_as_the_settings_say(session):
    settings = Settings(layout="merged", column_width=52, word_marks="facts")
    never_chosen = Place("left", 0, column_width=None)
    begun = review_of(session._replace(settings=settings, place=never_chosen))
    assert (begun.options.layout, begun.options.width) == ("merged", 52)
    assert begun.marks.words == "facts"


def test_a_first_reading_begins_at_the_beginning(session):
    begun = review_of(session)
    assert begun.here == ("left", 0)
    assert not begun.options.folded
    assert not begun.marks.facts_only


def test_a_layout_asked_for_one_run_holds_for_it_and_is_not_remembered(
    session, tmp_path
):
    pair = Sources("a.txt", "b.txt")
    memory = Memory(tmp_path / "state.json")
    for last, kept in ((None, None), (LAST, "stacked")):
        run = session._replace(place=last, pair=pair, memory=memory, layout="merged")
        begun = review_of(run)
        assert begun.options.layout == "merged"
        run.keep(place_of(begun, "line"))
        assert memory.read().place_of(pair).layout == kept
        run.keep(place_of(begun, "line")._replace(layout="side"))
        assert memory.read().place_of(pair).layout == "side"


def across(session, **named):
    return session._replace(translation=Translation(("de", "en")), **named)


@pytest.mark.parametrize(
    "asked",
    [
        {"layout": "merged"},
        {"place": LAST._replace(layout="merged")},
        {"settings": Settings(layout="merged")},
    ],
)
def test_two_languages_are_laid_out_by_the_width_instead_of_merged(session, asked):
    assert review_of(across(session, **asked)).options.layout == "auto"


def test_the_merged_layout_is_there_again_beside_a_text_of_ones_own_language(session):
    begun = review_of(across(session, place=LAST._replace(layout="merged")))
    back = session.begun_at(place_of(begun, "line"))
    assert review_of(back).options.layout == "merged"


@pytest.mark.parametrize("layout", ["auto", "side"])
def test_a_layout_chosen_beside_a_translation_stays(session, layout):
    begun = review_of(across(session, place=LAST._replace(layout="merged")))
    begun.options = begun.options.laid(layout)
    back = session.begun_at(place_of(begun, "line"))
    assert review_of(back).options.layout == layout


def test_a_merged_layout_asked_for_one_run_changes_nothing_remembered(
    session, tmp_path
):
    pair, memory = Sources("a.txt", "b.txt"), Memory(tmp_path / "state.json")
    run = across(session, place=LAST, pair=pair, memory=memory, layout="merged")
    run.keep(place_of(review_of(run), "line"))
    assert memory.read().place_of(pair).layout == LAST.layout


def test_the_text_that_was_read_is_read_again_also_where_it_has_nothing(session):
    place = Place("left", 0, layout="original", reads="right")
    begun = review_of(session._replace(place=place))
    assert begun.peeking.cover.reads == "right"
    assert place_of(begun, "line").reads == "right"


def test_before_the_rows_are_there_the_unit_wanted_is_remembered(session):
    waiting = review_of(session._replace(comparison=None))
    assert waiting.provisional
    assert place_of(waiting, "paragraph").unit == "paragraph"
    assert place_of(review_of(session), "paragraph").unit == "line"
