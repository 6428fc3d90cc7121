"""The merged walk gives back both texts exactly, and keeps what is not marked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import Comparison, compare_texts
from tui_app.core.exports.merged_walk import Piece, merged_walk


def walked(comparison: Comparison) -> list[Piece]:
    return list(merged_walk(comparison))


def words(comparison: Comparison) -> list[tuple[str, str]]:
    """Return the walk as signs and words: = stays, - goes, + comes."""
    told = []
    for piece in walked(comparison):
        if piece.left:
            words = comparison.left.text[piece.left.start : piece.left.end]
            told.append(("=" if piece.right else "-", words))
        else:
            words = comparison.right.text[piece.right.start : piece.right.end]
            told.append(("+", words))
    return told


def assert_both_texts(comparison: Comparison) -> None:
    pieces = walked(comparison)
    for side, text in (
        ("left", comparison.left.text),
        ("right", comparison.right.text),
    ):
        spans = [getattr(piece, side) for piece in pieces]
        assert "".join(text[one.start : one.end] for one in spans if one) == text
    for piece in pieces:
        if piece.left and piece.right:
            assert (
                comparison.left.text[piece.left.start : piece.left.end]
                == comparison.right.text[piece.right.start : piece.right.end]
            )


def test_what_stays_goes_and_comes_is_told_word_by_word():
    comparison = compare_texts(
        "The mill stood by the river for five years.",
        "The mill stood by the river for seven years.",
    )
    assert words(comparison) == [
        ("=", "The mill stood by the river for "),
        ("-", "five"),
        ("+", "seven"),
        ("=", " years."),
    ]


def test_a_passage_that_only_one_has_stands_between_what_both_have():
    comparison = compare_texts(
        "The mill stood.\n\nNobody worked there.\n\nThe river ran.",
        "The mill stood.\n\nThe river ran.",
    )
    told = words(comparison)
    assert ("-", "Nobody worked there.") in told
    assert told[-1] == ("=", "The river ran.")


def test_a_moved_passage_goes_and_comes():
    sentences = [f"Sentence {word} stands on its own here." for word in "abcdefgh"]
    sentences[1] = "The owner of the old mill never came back to the valley."
    moved = [*sentences[:1], *sentences[2:], sentences[1]]
    comparison = compare_texts("\n\n".join(sentences), "\n\n".join(moved))
    assert any(row.moved for row in comparison.rows)
    assert_both_texts(comparison)
    gone = [piece for piece in walked(comparison) if piece.moved]
    assert {bool(piece.left) for piece in gone} == {True, False}


SENTENCES = st.sampled_from(
    [
        "The mill stood by the river for five years.",
        "The mill stood  by the river for seven years!",
        "“Nobody,” he said, “worked there.”",
        "Nobody worked there, he said.",
        "Cafe\u0301 au lait was served on Monday.",
        "Café au lait was served on Tuesday.",
        "A river ran through it: slowly.",
        "Yes.",
    ]
)
BREAKS = st.sampled_from([" ", "\n\n", "\n", "  ", "\n\n\t"])
TEXTS = st.lists(st.tuples(SENTENCES, BREAKS), min_size=0, max_size=7).map(
    lambda pairs: "".join(sentence + space for sentence, space in pairs)
)


@given(TEXTS, TEXTS, st.sampled_from(["sentence", "paragraph", "line"]))
@settings(max_examples=150)
def test_both_texts_come_back_to_the_last_character(left, right, unit):
    assert_both_texts(compare_texts(left, right, unit))


@pytest.mark.parametrize("pair", [("001", "004"), ("000", "001"), ("002", "003")])
def test_the_sample_articles_come_back_to_the_last_character(pair, request):
    seeds = request.config.rootpath / "seeds"
    texts = [next(seeds.glob(f"{name}*")).read_text("utf-8") for name in pair]
    assert_both_texts(compare_texts(*texts))


def test_what_is_said_anew_is_not_cut_at_white_space_that_both_have():
    comparison = compare_texts(
        "On Saturday the minister gave a briefing there.",
        "Reporters could ask questions to the minister there.",
    )
    assert words(comparison)[:4] == [
        ("-", "On Saturday"),
        ("+", "Reporters could ask questions to"),
        ("=", " the minister "),
        ("-", "gave a briefing "),
    ]


def test_words_that_answer_one_another_stand_apart_from_the_next():
    comparison = compare_texts(
        "The mill has five wooden wheels.", "The mill has seven iron wheels."
    )
    assert words(comparison) == [
        ("=", "The mill has "),
        ("-", "five"),
        ("+", "seven"),
        ("=", " "),
        ("-", "wooden"),
        ("+", "iron"),
        ("=", " wheels."),
    ]
