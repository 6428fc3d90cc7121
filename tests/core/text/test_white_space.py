"""Layout makes no difference between two passages, words do."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.text.characters import fold_layout, fold_space, same_but_for_space

texts = st.text(alphabet="ab \n\u4e00\u4e8c\u00a0", max_size=60)
marked = st.text(alphabet="ae1 .,-(\u0301\u0302\u00e9\u212b\u4e00\uac01", max_size=40)


@given(marked, marked)
def test_the_quick_look_at_the_first_words_changes_no_verdict(one, other):
    assert same_but_for_space(one, other) == (fold_layout(one) == fold_layout(other))
    joined, spaced = one + other, f" {one} " + other
    assert same_but_for_space(joined, spaced) == (
        fold_layout(joined) == fold_layout(spaced)
    )


@given(marked)
def test_canonical_equivalents_are_the_same(text):
    for form in ("NFC", "NFD"):
        assert same_but_for_space(text, unicodedata.normalize(form, text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Combien ? Trois !", "Combien? Trois!"),
        ("They came ( late ) .", "They came (late)."),
        ("Naïve résumé", "Nai\u0308ve re\u0301sume\u0301"),
        ("a well- kept hall", "a well-kept hall"),
        ("20 % of it", "20% of it"),
    ],
)
def test_space_beside_marks_and_the_form_of_accents_are_layout(one, other):
    assert same_but_for_space(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("See part 1. 5 remain.", "See part 1.5 remain."),
        ("from 10 -5 of it", "from 10-5 of it"),
        ("a way out", "away out"),
    ],
)
def test_a_space_that_parts_words_or_figures_is_none(one, other):
    assert not same_but_for_space(one, other)


@given(texts)
def test_no_space_is_left_beside_scripts_without_spaces(text):
    folded = fold_space(text)
    assert "".join(folded.split()) == "".join(text.split())
    for at, sign in enumerate(folded):
        if sign == " ":
            assert folded[at - 1] in "ab"
            assert folded[at + 1] in "ab"
