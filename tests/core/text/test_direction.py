"""The first letter of a paragraph tells which way it is read."""

import pytest

from tui_app.core.segmentation import segment
from tui_app.core.text.direction import is_from_right, paragraph_is_from_right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("שלום NATO", True),
        ("NATO שלום", False),
        ("«قال» 12", True),
        ("1948: פרק", True),
        ("\u200f(12) abc", True),
        ("\u200eשלום", False),
        ("中文", False),
        ("ܫܠܡܐ", True),
        ("12, 1948 (!)", None),
        ("", None),
    ],
)
def test_the_first_letter_that_has_a_direction_tells(text, expected):
    assert is_from_right(text) is expected


def test_each_sentence_is_read_as_its_paragraph_and_figures_as_the_document():
    text = "ארגון הוקם. NATO went on.\n\nThe end. הסוף.\n\n12, 1948.\n"
    document = segment(text, None, "sentence")
    told = [paragraph_is_from_right(document, unit.start) for unit in document.units]
    sentences = [document.unit_text(number) for number in range(len(document.units))]
    expected = {"ארגון הוקם.": True, "NATO went on.": True}
    expected |= {"The end.": False, "הסוף.": False, "12, 1948.": True}
    assert dict(zip(sentences, told, strict=True)) == expected
