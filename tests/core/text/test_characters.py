"""What is told of letters by hand is what regular expressions tell of them."""

import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.text.characters import (
    SPACES,
    UNSPACED_SET,
    begins_with_word,
    in_word,
    is_letter,
    is_unspaced,
    last_word,
    small,
    without_accents,
)

EVERY = "".join(map(chr, range(0x20000)))
PLAIN = "abcdefghijklmnopqrstuvwxyzàáäçéûабвдежийклмнопрстфчшыья"


def test_the_white_space_is_all_there_is():
    assert list(SPACES) == re.findall(r"\s", EVERY)


def test_word_characters_and_letters_are_those_of_patterns():
    assert list(filter(in_word, EVERY)) == re.findall(r"\w", EVERY)
    assert list(filter(is_letter, EVERY)) == re.findall(r"[^\W\d_]", EVERY)
    assert not in_word("")
    assert not is_letter("")


def test_small_letters_are_those_that_compare_without_case():
    assert len(small(EVERY)) == len(EVERY)
    alike = defaultdict(list)
    for sign, plain in zip(EVERY, small(EVERY), strict=True):
        alike[plain].append(sign)
    for letter in PLAIN:
        assert alike[letter] == re.findall(letter, EVERY, re.IGNORECASE), letter


@given(st.text("ab_é'.- 1", max_size=9))
def test_the_last_word_is_what_a_pattern_finds(passage):
    assert last_word(passage, len(passage)) == re.search(r"\w*\Z", passage)[0]


@pytest.mark.parametrize(
    ("passage", "expected"),
    [("home", True), ("home again", True), ("home: x", True), ("homework", False)],
)
def test_a_passage_begins_with_a_whole_word(passage, expected):
    assert begins_with_word(passage, ("share", "home")) is expected


@given(st.text("homeA _1", max_size=7))
def test_a_word_ends_where_a_pattern_says_it_does(passage):
    expected = re.match(r"(?:home|ho|a)\b", passage) is not None
    assert begins_with_word(passage, ("home", "ho", "a")) is expected


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Karviná", "Karvina"), ("ﬁn", "fin"), ("naïve café", "naive cafe")],
)
def test_letters_are_the_same_without_their_accents(text, bare):
    assert without_accents(text) == bare


def test_letters_that_differ_in_typography_only_may_be_kept():
    assert without_accents("ﬁancé", "NFD") == "ﬁance"


@pytest.mark.parametrize("character", "中あァกཀ〇")
def test_a_script_without_spaces_is_known_by_any_of_its_characters(character):
    assert is_unspaced(character)
    assert re.fullmatch(f"[{UNSPACED_SET}]", character)


@pytest.mark.parametrize("character", "aяא한。’")
def test_other_scripts_and_signs_are_none_of_them(character):
    assert not is_unspaced(character)
    assert re.fullmatch(f"[{UNSPACED_SET}]", character) is None
