"""A word is found in all its forms where they are known, and nothing else is."""

import re
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.english.inflections import lemmas
from tui_app.core.english.lexicon import (
    FUNCTION_WORDS,
    IRREGULAR,
    NUMBER_WORDS,
    SPELLINGS,
)
from tui_app.core.word_forms import find_forms, has_forms

TEXT = """
    lamp carry try hop hope stop travel colour color realise realize anaesthetic
    anesthetic foetus fetus metre meter catalogue catalog sky use rate fox watch
    enrol enroll programme gray plough cafe café naïve
"""
STEMS = TEXT.split()
ENDINGS = ("", "s", "es", "ed", "d", "ing", "ping", "ling", "led", "est", "ies", "ied")
MADE = [stem + ending for stem in STEMS for ending in ENDINGS]
MADE += [stem[:-1] + ending for stem in STEMS for ending in ENDINGS]
WORDS = sorted({*MADE, *chain(*IRREGULAR.items(), *SPELLINGS.items())})
WORDS = [word for word in WORDS if word.isalpha()]


def found(text, words, language="en", **how):
    return [text[start:end] for start, end in find_forms(text, words, language, **how)]


@given(st.sampled_from(WORDS), st.lists(st.sampled_from(WORDS), max_size=30))
def test_in_english_exactly_the_words_with_a_lemma_in_common_are_found(sought, words):
    wanted = [
        word
        for word in words
        if lemmas(word) & lemmas(sought)
        and (word in FUNCTION_WORDS) == (sought in FUNCTION_WORDS)
    ]
    assert found(" ".join(words), sought) == wanted


def test_no_form_of_any_known_word_is_missed():
    for word in WORDS:
        text = " ".join(other for other in WORDS if lemmas(other) & lemmas(word))
        expected = [
            other
            for other in text.split()
            if (other in FUNCTION_WORDS) == (word in FUNCTION_WORDS)
        ]
        assert found(text, word) == expected


@pytest.mark.parametrize(
    ("sought", "text", "forms"),
    [
        ("go", "He went; she goes, they have Gone. A goat.", ["went", "goes", "Gone"]),
        ("LAMPS", "Lamp, lamps, lamppost, lamp-post", ["Lamp", "lamps", "lamp"]),
        ("colour", "Colors of a coloured color", ["Colors", "coloured", "color"]),
        ("sky", "the skies and a sky", ["skies", "sky"]),
        ("the", "the thing is there", ["the"]),
        ("seven", "7 of seven, 17", ["7", "seven"]),
        ("keeper", "The keeper's lamp, keepers’", ["keeper", "keepers"]),
        ("foetus", "a fetus, foetuses", ["fetus", "foetuses"]),
    ],
)
def test_forms_spellings_and_numbers_of_english(sought, text, forms):
    assert found(text, sought) == forms


@pytest.mark.parametrize(
    ("sought", "text", "phrases"),
    [
        ("set foot", "sets foot, set\nfeet, set the foot", ["sets foot", "set\nfeet"]),
        ("lamp post", "a lamp-post. Lamp posts", ["lamp-post", "Lamp posts"]),
        ("don't go", "they don’t go; don t.", ["don’t go"]),
        ("U.S. law", "the U.S. laws, us law", ["U.S. laws"]),
    ],
)
def test_of_a_phrase_each_word_may_stand_in_another_form(sought, text, phrases):
    assert found(text, sought) == phrases


@pytest.mark.parametrize(
    ("sought", "text", "words"),
    [
        ("haus", "Haus, Häuser, Hausboot, HAUS", ["Haus", "HAUS"]),
        ("haus*", "Haus, Hausboot, Häuser", ["Haus", "Hausboot"]),
        ("Straße", "die Straße und strasse", ["Straße"]),
        ("λόγος", "ΛΌΓΟΣ λόγος λόγοσ λόγου", ["ΛΌΓΟΣ", "λόγος", "λόγοσ"]),
        ("café", "un cafe\u0301 au CAFÉ, cafés", ["cafe\u0301", "CAFÉ"]),
        ("राम", "राम रामायण राम।", ["राम", "राम"]),
        ("alte Stadt", "die alte\nStadt, alte Städte", ["alte\nStadt"]),
    ],
)
def test_in_other_languages_a_word_is_found_as_it_is_written(sought, text, words):
    assert found(text, sought, "de") == words
    assert not has_forms(sought, "de")


@pytest.mark.parametrize(
    ("sought", "text", "count"),
    [
        ("灯塔", "那座灯塔很老。灯塔看守人，灯。", 2),
        ("カメラ", "カメラマンのカメラ", 2),
        ("ภาษา", "ภาษาไทยเป็นภาษา", 2),
        ("灯*", "灯塔", 1),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh", ""])
def test_without_spaces_a_word_is_wherever_its_characters_are(
    sought, text, count, language
):
    assert len(found(text, sought, language)) == count


def test_a_word_between_characters_without_spaces_is_a_word():
    assert found("用Python写的", "python", "zh") == ["Python"]


def test_exactly_asked_for_english_has_no_other_forms_either():
    text = "Lamp and lamps"
    assert found(text, "lamp", exact=True) == ["Lamp"]
    assert found(text, "lamp*") == ["Lamp", "lamps"]


@pytest.mark.parametrize("nothing", ["", " ", "*", "…", "(", "''"])
def test_what_is_no_word_is_found_nowhere(nothing):
    assert found("a (b) … *''", nothing) == []


@given(
    st.text(st.sampled_from("lamp İΣςs éß灯\u0301-'. "), max_size=40),
    st.text(st.sampled_from("lamp İΣςs éß灯\u0301*'. "), max_size=6),
    st.sampled_from(["en", "de"]),
)
def test_spans_are_in_order_within_the_text_and_never_empty(text, words, language):
    spans = list(find_forms(text, words, language))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_numbers_in_words_are_known_by_their_figures():
    for words, figures in NUMBER_WORDS.items():
        if re.fullmatch(r"\w+", words):
            assert found(f"x {words} y", figures) == [words]
