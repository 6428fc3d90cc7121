"""Units are exact stretches of the text and leave no word out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.segmentation import segment

GRANULARITIES = ["sentence", "paragraph", "line"]
PIECES = st.sampled_from(
    [
        *("Word", "word", "Ms.", "No. 5", "U.S.", "ok.", "? ", "...", ". .", "中文。"),
        *(
            "“",
            "”",
            "(",
            ")",
            '"',
            "«",
            "»",
            "「",
            "」",
            " ",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
        ),
        *("\t", "\xa0", "• item", "1.", "Да.", "هل؟", "है।", "𝔘", "👨\u200d👩\u200d👧"),
        *("\u2028", "\x1b", "\ud800", "--", ", x", "«Hi.» "),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=80))


@pytest.mark.parametrize("granularity", GRANULARITIES)
@given(text=TEXTS)
@settings(max_examples=150)
def test_units_cover_the_text_in_order_without_outer_space(granularity, text):
    document = segment(text, None, granularity)
    position = 0
    for number, unit in enumerate(document.units):
        assert not text[position : unit.start].strip()
        assert unit.start < unit.end
        assert document.unit_text(number) == document.unit_text(number).strip()
        position = unit.end
    assert not text[position:].strip()


@pytest.mark.parametrize("granularity", GRANULARITIES)
@given(text=TEXTS)
@settings(max_examples=100)
def test_paragraph_numbers_never_fall_and_leave_none_out(granularity, text):
    numbers = [unit.paragraph for unit in segment(text, None, granularity).units]
    assert sorted(set(numbers)) == list(range(len(set(numbers))))
    assert numbers == sorted(numbers)


@given(text=TEXTS)
@settings(max_examples=100)
def test_a_sentence_never_crosses_a_paragraph(text):
    sentences = segment(text, None, "sentence").units
    for number, paragraph in enumerate(segment(text, None, "paragraph").units):
        within = [unit for unit in sentences if unit.paragraph == number]
        assert (within[0].start, within[-1].end) == (paragraph.start, paragraph.end)
