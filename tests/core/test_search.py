"""Words are found however they are written, and where the text has them."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui_app.core.search import Query, QueryError, find

FAIR = settings(max_examples=80, deadline=None)


def hits(text: str, words: str, **how) -> list[str]:
    return [text[span.start : span.end] for span in find(text, Query(words, **how))]


def test_small_letters_find_capitals_and_capitals_only_themselves():
    text = "China and china"
    assert hits(text, "china") == ["China", "china"]
    assert hits(text, "China") == ["China"]
    assert hits(text, "China", case=False) == ["China", "china"]


def test_plain_words_are_no_pattern():
    assert hits("a [1] b (x.y) axy", "[1]") == ["[1]"]
    assert hits("a [1] b (x.y) axy", "x.y") == ["x.y"]


def test_a_space_finds_any_white_space():
    assert hits("human\n  rights", "human rights") == ["human\n  rights"]


def test_straight_signs_find_curly_ones():
    assert hits("the “century’s” lie", '"century\'s"') == ["“century’s”"]
    assert hits("counter‑terrorism", "counter-terrorism") == ["counter‑terrorism"]


def test_whole_words_do_not_end_within_a_word():
    assert hits("right rights bright", "right", whole_words=True) == ["right"]
    assert hits("see (a) b", "(a)", whole_words=True) == ["(a)"]


def test_whole_words_have_the_vowel_signs_that_are_no_letters():
    assert hits("हिन्दी हिन्द", "हिन्द", whole_words=True) == ["हिन्द"]
    assert hits("हिन्दी की", "हिन्दी", whole_words=True) == ["हिन्दी"]
    assert hits("بسم بِسْمِ", "بسم", whole_words=True) == ["بسم"]
    assert hits("cafe\u0301 e\u0301b b", "b", whole_words=True) == ["b"]


def test_a_regular_expression_is_one_when_asked():
    assert hits("17 years, 5 times", r"\d+ \w+", regex=True) == ["17 years", "5 times"]


def test_an_expression_that_is_none_says_why():
    with pytest.raises(QueryError):
        Query("(", regex=True).pattern()


def test_an_empty_query_and_empty_matches_find_nothing():
    assert hits("abc", "") == hits("abc", "  ") == hits("abc", "x*", regex=True) == []


@FAIR
@given(st.text(max_size=60), st.text(min_size=1, max_size=5))
def test_what_is_there_is_found(text, words):
    # What is set on the last letter makes another letter of it.
    whole = rf"{re.escape(words)}(?![\u0300-\u036f\u0591-\u065f\u20d0-\u20ff])"
    if words.strip() == words and re.search(whole, text):
        assert hits(text, words)


@FAIR
@given(st.text(max_size=20), st.text(max_size=40))
@example("[[a]", "[")  # a set that Python warns of
def test_no_query_crashes(words, text):
    for regex in (False, True):
        try:
            list(find(text, Query(words, regex=regex, whole_words=True)))
        except QueryError:
            assert regex


FORMS = ["NFC", "NFD"]
WORDS = ["étude", "Ångström", "ế", "ạ̈", "한국어", "Ελλάδα", "ᾧ", "д̆", "が"]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("asked", FORMS)
@pytest.mark.parametrize("written", FORMS)
@pytest.mark.parametrize("around", ["plain ", "e\u0301 mixed é "])
def test_canonical_equivalents_are_the_same(words, asked, written, around):
    there = unicodedata.normalize(written, words)
    text = f"{around}{there}, twice {there}."
    assert hits(text, unicodedata.normalize(asked, words)) == [there, there]
    assert hits(text, unicodedata.normalize(asked, words), whole_words=True) == [
        there,
        there,
    ]


def test_marks_are_found_in_any_order_and_half_composed():
    ways = ["e\u0302\u0323", "e\u0323\u0302", "ê\u0323", "ẹ\u0302", "ệ"]
    text = " ".join(ways)
    for way in ways:
        assert hits(text, way) == ways


def test_single_characters_that_are_the_same_are_found():
    assert hits("5 \u212b, 6 Å, 7 A\u030a", "Å") == ["\u212b", "Å", "A\u030a"]
    assert hits("\ufa47 e\u0301", "漢") == ["\ufa47"]


def test_a_letter_is_not_the_one_with_an_accent_however_that_is_written():
    assert hits("cafe café cafe\u0301", "cafe") == ["cafe"]
    assert hits("café cafe\u0301", "café") == ["café", "cafe\u0301"]


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("office", "oﬃce"),
        ("office", "o\ufb00ice"),
        ("office", "of\ufb01ce"),
        ("oﬃce", "office"),
        ("flood first", "ﬂood ﬁrst"),
        ("bijou", "bĳou"),
        ("Tokyo 2020", "Ｔｏｋｙｏ　２０２０"),
        ("２０２０", "2020"),
    ],
)
@pytest.mark.parametrize("accents", [True, False])
def test_ligatures_and_wide_forms_are_the_letters_they_stand_for(words, there, accents):
    assert hits(f"The {there} is here.", words, accents=accents) == [there]


def test_accents_are_ignored_by_choice():
    text = "resume résumé re\u0301sume\u0301 RÉSUMÉ resumes"
    assert hits(text, "resume") == ["resume", "resume"]
    everywhere = [*text.split()[:4], "resume"]
    assert hits(text, "resume", accents=False) == everywhere
    assert hits(text, "résumé", accents=False) == everywhere
    assert hits(text, "résumé", accents=False, whole_words=True) == everywhere[:4]
    assert hits("naïve", "naive", accents=False) == ["naïve"]
    assert hits("naive", "naïve", accents=False) == ["naive"]
    assert hits("שָׁלוֹם", "שלום", accents=False) == ["שָׁלוֹם"]


def test_signs_keep_their_likes_in_every_way_of_writing():
    text = "e\u0301: the “century’s” counter‑terrorism"
    for accents in (True, False):
        assert hits(text, '"century\'s"', accents=accents) == ["“century’s”"]
        assert hits(text, "counter-terror", accents=accents) == ["counter‑terror"]


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("strasse", "Straße"),
        ("STRASSE", "Straße"),
        ("straße", "STRASSE"),
        ("OFFICE", "oﬃce"),
        ("1⁄2", "½"),
        ("5 km", "5 ㎞"),
        ("x2", "x²"),
        ("wait...", "wait…"),
        ("لا", "ﻻ"),
        ("السلام", "اﻟﺴﻼم"),
        ("デ", "ﾃﾞ"),
        ("ﾃﾞｰﾀ", "データ"),
        ("กำ", "กํา"),
        ("fffi", "fﬃ"),
    ],
)
@pytest.mark.parametrize("accents", [True, False])
def test_what_is_compatible_with_plain_letters_is_found_by_them(words, there, accents):
    found = hits(f"é: {there}, {there}.", words, accents=accents, case=False)
    assert found == [there, there]


def test_capitals_that_count_are_none_of_two_small_letters():
    assert hits("Straße STRASSE", "strasse", case=True) == []
    assert hits("oﬃce", "OFFICE", case=True) == []


def test_what_is_not_seen_between_letters_is_no_matter():
    text = "co\xadop می\u200cخواهم 👩\u200d❤\ufe0f\u200d👨 שלום\u200f a\u2060b"
    assert hits(text, "coop") == ["co\xadop"]
    assert hits(text, "میخواهم") == hits(text, "می\u200cخواهم") == ["می\u200cخواهم"]
    assert hits(text, "👩❤👨") == ["👩\u200d❤\ufe0f\u200d👨"]
    assert hits("coop", "co\xadop") == ["coop"]
    assert hits("a\u200bb \u200b", "\u200b") == ["\u200b", "\u200b"]


def test_strokes_are_accents():
    for words, there in (("Lodz", "Łódź"), ("Soren", "Søren"), ("Dinh", "Đình")):
        assert hits(f"{there} {words}", words, accents=False) == [there, words]
        assert hits(f"{there} {words}", there, accents=False) == [there, words]
        assert hits(f"{there} {words}", words) == [words]


def test_letters_without_a_dot_and_with_one_are_i_unless_capitals_count():
    text = "ISTANBUL İstanbul istanbul ıstanbul"
    assert hits(text, "istanbul", case=False) == text.split()
    assert hits(text, "istanbul", case=True) == ["istanbul"]
    assert hits(text, "ıstanbul", case=True) == ["ıstanbul"]


# Letters that are written in many ways, and what stands between them.
MANY_WAYS = st.lists(
    st.sampled_from(
        [
            *"aåÅ\u212be\u030aéèeo\u0301\u0323fiﬁﬀﬃsßſS½12²漢\ufa47デ가 .…",
            "ﾃﾞ",
            "\u1100\u1161",
        ]
    )
).map("".join)


def folded(text: str, *, case: bool, accents: bool) -> str:
    """Return what counts of a text, worked out on the whole of it."""
    apart = unicodedata.normalize("NFKD", text)
    if not case:
        apart = unicodedata.normalize("NFKD", apart.casefold())
    if not accents:
        apart = re.sub("[\u0300-\u036f\u3099]", "", apart)
    return " ".join(unicodedata.normalize("NFKD", apart).split())


@settings(max_examples=150, deadline=None)
@given(MANY_WAYS, MANY_WAYS, st.booleans(), st.booleans())
@example("fﬃ", "fffi", True, True)
def test_a_hit_says_what_was_asked_for(text, words, case, accents):
    how = {"case": case, "accents": accents}
    for hit in hits(text, words.strip(), **how):
        assert folded(hit, **how) == folded(words.strip(), **how)


@settings(max_examples=150, deadline=None)
@given(MANY_WAYS, MANY_WAYS, MANY_WAYS, st.sampled_from(FORMS), st.booleans())
def test_what_is_written_otherwise_is_found(before, words, after, form, accents):
    on_nothing = re.search("(?:^| )[\u0301\u0323\u030a]", words.strip())
    if words.strip() and not on_nothing:
        there = unicodedata.normalize(form, words.strip())
        text = f"{before} {there} {after}"
        assert hits(text, words.strip(), case=True, accents=accents)
