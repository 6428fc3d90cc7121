"""A foreign name in two spellings is one name, another name is not."""

import pytest

from tui_app.core.english.transliteration import plain, respelled, transliterated


@pytest.mark.parametrize(
    ("one", "other"), [("qadhafi", "gaddafi"), ("kyiv", "kiev"), ("qadir", "qadeer")]
)
def test_spellings_of_one_name_are_known_as_such(one, other):
    assert transliterated(one, other)
    assert transliterated(other, one)


def test_the_sure_test_takes_no_people_for_the_country():
    assert respelled("qadhafi", "gaddafi")
    assert not respelled("israel", "israeli")
    assert not respelled("bosnia", "bosnian")


@pytest.mark.parametrize(("one", "other"), [("berlin", "london"), ("omar", "omega")])
def test_another_name_is_another(one, other):
    assert not transliterated(one, other)
    assert not respelled(one, other)


def test_case_accents_and_stops_make_no_other_name():
    assert plain("Karviná") == plain("KARVINA")
    assert plain("U.S.") == "us"
