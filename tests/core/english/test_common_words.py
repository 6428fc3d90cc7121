"""Common words are told from names, whatever their form."""

import pytest

from tui_app.core.english.common_words import filter_of, is_common


@pytest.mark.parametrize(
    "word", ["harbour", "harbours", "walked", "otherwise", "the", "well-known"]
)
def test_words_and_their_forms_are_common(word):
    assert is_common(word)


@pytest.mark.parametrize("word", ["lindqvist", "osaka", "kowalczyk", "osaka-based"])
def test_names_are_not_common(word):
    assert not is_common(word)


def test_a_filter_is_the_same_for_words_in_any_order():
    words = ["apple", "pear", "plum"]
    assert filter_of(words) == filter_of(reversed([*words, "plum"]))
