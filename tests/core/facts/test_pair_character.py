"""What kind of pair two documents are."""

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.facts.pair_character import EDITED, pair_character

LEFT = """
The {0} of the old town left its {1} before the sun came up and walked down to the
river, where the people shall feed it.
"""

RIGHT = """
Well before sunrise, one could see how the old town's {0} abandoned the {1}; down by the
water folk will give it something to eat.
"""

BEASTS = {
    "fox": "den",
    "goose": "barn",
    "stork": "roof",
    "goat": "stable",
    "hare": "field",
    "mule": "shed",
    "swan": "pond",
    "otter": "burrow",
}

REPORTS = [
    (LEFT.format(beast, home), RIGHT.format(beast, home))
    for beast, home in BEASTS.items()
]


def character(pairs):
    left, right = (" ".join(side) for side in zip(*pairs, strict=True))
    return pair_character(left, right, pairs)


def test_two_tellings_share_words_but_not_their_order():
    assert character(REPORTS).retelling


def test_an_edited_text_keeps_most_of_its_order():
    edited = [(left, left.replace("left its", "quit the")) for left, _ in REPORTS]
    assert not character(edited).retelling


def test_a_text_and_itself_are_no_retelling():
    assert character([(left, left) for left, _ in REPORTS]) == EDITED


def test_some_sentences_are_too_few_to_tell():
    assert character(REPORTS[:2]) == EDITED


def test_a_retelling_is_told_in_scripts_without_spaces():
    edited = [("老人每天早上都去河边喂那只白天鹅", "老人每天清早都去河边喂那只白天鹅")]
    retold = [
        (
            "老人每天早上都去河边喂那只白天鹅",
            "天鹅一身白，住在河上，有位大爷总来给它吃的",
        )
    ]
    assert not character(edited * 20).retelling
    assert character(retold * 20).retelling


def test_a_word_of_one_document_for_one_of_the_other_is_a_habit():
    habits = [(one.left, one.right) for one in character(REPORTS).habits]
    assert ("shall", "will") in habits


def test_a_word_that_both_documents_use_is_no_habit():
    mixed = [pair if n % 2 else pair[::-1] for n, pair in enumerate(REPORTS)]
    habits = [(one.left, one.right) for one in character(mixed).habits]
    assert ("shall", "will") not in habits


def test_figures_are_never_a_habit():
    pairs = [(f"{left} 40 came.", f"{right} 50 came.") for left, right in REPORTS]
    assert not any(one.left.isdigit() for one in character(pairs).habits)


@pytest.mark.parametrize("marks", ["“”", '""', "„“", "«»", "''", "‘’", "「」"])
def test_a_document_without_any_quotation_marks_is_told(marks):
    pairs = [
        (left, f"{right} He said: {marks[0]}Come here{marks[1]}.")
        for left, right in REPORTS
    ]
    found = character(pairs)
    assert (found.left_unquoted, found.right_unquoted) == (True, False)
    assert found.mirrored().right_unquoted


def test_apostrophes_are_no_quotation_marks():
    pairs = [
        (f"{left} It's the boys’ goat.", f'{right} He said: "Come".')
        for left, right in REPORTS
    ]
    assert character(pairs).left_unquoted


def test_two_documents_without_quotation_marks_have_no_habit_of_it():
    assert not character(REPORTS).unquoted


def test_exchanging_the_documents_mirrors_the_character():
    turned = [pair[::-1] for pair in REPORTS]
    assert character(turned) == character(REPORTS).mirrored()


def test_a_comparison_knows_the_character_of_its_documents():
    left, right = ("\n\n".join(side) for side in zip(*REPORTS, strict=True))
    assert compare_texts(left, right, "paragraph").character.retelling
    assert compare_texts(left, left, "paragraph").character == EDITED
