"""Sentences as readers see them, in the scripts the program is used with."""

from pathlib import Path

import pytest

from tui_app.core.segmentation import segment

LINES = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()[1:]


def sentences(text):
    document = segment(text, None, "sentence")
    return [document.unit_text(number) for number in range(len(document.units))]


@pytest.mark.parametrize("line", LINES)
def test_sentences_are_cut_as_people_cut_them(line):
    assert sentences(line.replace("|", "")) == [one.strip() for one in line.split("|")]


def test_a_heading_is_a_sentence_of_its_own():
    text = "A heading without a stop\n\nThe text begins. It goes on.\n\nAnother one"
    assert sentences(text) == [
        "A heading without a stop",
        "The text begins.",
        "It goes on.",
        "Another one",
    ]


def test_a_text_without_capitals_is_still_cut():
    text = "we came. we saw. we won. they left. nobody came back. it was over."
    assert len(sentences(text)) == 6
