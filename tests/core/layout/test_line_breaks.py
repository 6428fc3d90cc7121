"""Lines may end where Unicode says, in the surroundings it names."""

import itertools
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui_app.core.layout import line_breaks
from tui_app.core.layout.line_breaks import (
    classes_of,
    is_within_word,
    may_break,
)

# The whole test of Unicode 17 (Unicode License v3), its comments left out.
CASES = Path(__file__).with_name("LineBreakTest-17.0.0.txt.gz")


def breaks(text: str) -> list[int]:
    classes = classes_of(text)
    return [at for at in range(1, len(text)) if may_break(classes, at)]


def pieces(text: str) -> list[str]:
    return [text[a:b] for a, b in itertools.pairwise([0, *breaks(text), len(text)])]


def test_every_case_of_unicode_is_met(unicode_cases):
    met = 0
    for text, expected in unicode_cases(CASES):
        assert breaks(text) == expected, ascii(text)
        met += bool(text)
    assert met == 19_338


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("« Oui ! » dit-il ; non ?", "« Oui ! »_dit-_il ;_non ?"),
        ("für 5 000 € — l’un/l’autre", "für_5_000_€_—_l’un/_l’autre"),
        ("注［一］と（二）。「終」", "注_［一］_と_（二）。_「終」"),
        ("שלום, (עולם) 1,5", "שלום,_(עולם)_1,5"),
        ("و(هي) ١٬٥٪ تقريبًا", "و(هي)_١٬٥٪_تقريبًا"),
        ("हाँ। नहीं", "हाँ।_नहीं"),
        ("བཀྲ་ཤིས།", "བཀྲ་_ཤིས།"),
        ("a\u00a0b c\u2060—d e\u200bf", "a\u00a0b_c\u2060—_d_e\u200b_f"),
        ("🇫🇷🇩🇪 👍🏽👨‍👩‍👧", "🇫🇷_🇩🇪_👍🏽_👨‍👩‍👧"),
    ],
)
def test_lines_end_where_the_class_of_a_sign_lets_them(text, parted):
    assert "_".join(piece.strip(" ") for piece in pieces(text)) == parted


@given(
    st.text(st.sampled_from("a1 .,-/(«»“「」。中\u0301\u200d🇫ก\u200b—€"), max_size=30)
)
@example("1" + "." * 40 + "€")
@example("a" + "\u0301" * 40 + "—")
@example("🇫" * 41)
@example("«" + " " * 40 + "a")
def test_the_surroundings_looked_at_are_enough(text):
    classes = classes_of(text)
    for at in range(1, len(text)):
        with_all = line_breaks._ruled.__wrapped__(
            f"^{classes[:at]}", f"{classes[at:]}~"
        )
        assert may_break(classes, at) == with_all, at


def test_hyphens_and_strokes_are_within_words_dashes_between_them():
    text = "a-b/c—d 中e"
    classes = classes_of(text)
    within = [at for at in breaks(text) if is_within_word(classes, at)]
    assert within == [2, 4]
    assert breaks(text) == [2, 4, 5, 6, 8, 9]
    brackets = "［a］［b］"
    assert breaks(brackets) == [3]
    assert not is_within_word(classes_of(brackets), 3)


def test_within_a_word_no_script_is_parted_by_the_rules():
    for text in ("ไทย", "ខ្មែរ", "हिन्दी"):
        assert not breaks(text)
