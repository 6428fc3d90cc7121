"""What a reader never wants to see cut is one token."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.collation.cutting import cuts
from tui_app.core.collation.tokens import Tokens
from tui_app.core.collation.word import Sort


def texts(passage):
    found = Tokens(passage)
    places = zip(found.starts, found.ends, strict=True)
    return [passage[start:end] for start, end in places]


@pytest.mark.parametrize(
    "whole",
    [
        "U.S.", "a.m.", "US$", "1,000.50", "10:30", "2022-05-28", "17th", "1990s",
        "-5", ".25", "1'250'000", "1‑3/4", "v4.2.1",
        "20-mile-long", "COVID-19", "well-known", "O’Brien", "l'homme", "...",
        "<br/>", "<li@a.org>",
        "…", "—", "--", "``", "''", "Ms.", "mp3", "cafe\u0301", "नमस्ते",
        "👩\u200d👩\u200d👧",
        "👍🏽", "🇨🇳", "1\ufe0f\u20e3", "x\u00ady",
    ],
)  # fmt: skip
def test_a_number_an_address_or_a_word_with_hyphens_stays_whole(whole):
    assert texts(f"so {whole} Li") == ["so", whole, "Li"]


@pytest.mark.parametrize(
    ("passage", "parts"),
    [
        ("Bachelet's", ["Bachelet", "'s"]),
        ("Bachelet’s", ["Bachelet", "’s"]),
        ("didn't", ["did", "n't"]),
        ("they'll", ["they", "'ll"]),
        ("the parties' view", ["the", "parties", "'", "view"]),
        ("said.", ["said", "."]),
        ("(OHCHR)", ["(", "OHCHR", ")"]),
        ("“No”", ["“", "No", "”"]),
        ("5%", ["5", "%"]),
        ("(.25", ["(", ".25"]),
        ("end.5", ["end", ".", "5"]),
        ("rose.¹²", ["rose", ".", "¹²"]),
        ("quickly³", ["quickly", "³"]),
        ("$5", ["$", "5"]),
        ("中国 访问", ["中", "国", "访", "问"]),
        ("ที่นี่", ["ที่", "นี่"]),
        ("カナ", ["カ", "ナ"]),
        ("🇨🇳🇩🇪", ["🇨🇳", "🇩🇪"]),
        ("see https://a.org/b?c=1.", ["see", "https://a.org/b?c=1", "."]),
    ],
)
def test_clitics_marks_and_unspaced_characters_come_apart(passage, parts):
    assert texts(passage) == parts


def test_offsets_are_code_points_of_the_passage():
    passage = "café 👩‍👩‍👧, naïve\n中"
    assert texts(passage) == [word.text for word in Tokens(passage).words]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("visit", Sort.WORD),
        ("20-mile-long", Sort.WORD),
        ("1,000", Sort.NUMBER),
        ("17th", Sort.NUMBER),
        ("”", Sort.QUOTATION_MARK),
        (",", Sort.MARK),
        ("👍🏽", Sort.MARK),
    ],
)
def test_tokens_know_their_sort(text, sort):
    assert Tokens(text).words[0].sort is sort


def test_content_outweighs_grammar_and_grammar_outweighs_marks():
    visit, the, comma, number = Tokens("visit the , 29").words
    assert number.weight > visit.weight > the.weight > comma.weight


def test_a_long_run_of_anything_is_cut_in_linear_time():
    for piece in ("a", "a.", "1,", "-", "a'", "'s", "👩\u200d", "\u0301", "的"):
        assert Tokens(piece * 20_000)


WRITTEN = [
    *"“”\"«»()[],;:?!.-'’`$<>/vs",
    "Mr",
    "US",
    "go",
    "st",
    "n't",
    "5",
    "000",
    "é中½",
]


@given(st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=6).map("".join))
@settings(deadline=None, max_examples=1000)
def test_words_and_figures_between_marks_are_cut_at_sight_as_by_all_rules(written):
    assert texts(written) == [written[start:end] for start, end in cuts(written)]
