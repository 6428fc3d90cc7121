"""Forms of a word: one custom of spelling, and what it may be a form of."""

import pytest

from tui_app.core.english.inflections import lemmas, spelling_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rise", "rising"),
        ("raise", "raised"),
        ("noise", "noises"),
        ("arise", "arising"),
        ("organise", "organizing"),
        ("promise", "promised"),
        ("fall", "falling"),
    ],
)
def test_forms_of_one_word_share_a_lemma(one, other):
    assert lemmas(one) & lemmas(other)


@pytest.mark.parametrize(
    ("british", "american"),
    [("politicise", "politicize"), ("organising", "organizing"), ("colour", "color")],
)
def test_two_customs_of_spelling_have_one_key(british, american):
    assert spelling_key(british) == spelling_key(american)


def test_a_short_verb_in_ise_keeps_its_s():
    assert spelling_key("rising") == "rising"
