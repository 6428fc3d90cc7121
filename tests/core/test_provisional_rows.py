"""Before the alignment the texts stand beside each other, whole and in order."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.provisional_rows import provisional
from tui_app.core.segmentation import segment

LONG = " ".join(["It rained."] * 90)
PARAGRAPHS = st.lists(
    st.sampled_from(["A b. C d.", "One.", "Is it? Yes.", LONG]), max_size=9
)


def read(text: str):
    return segment(text, None, "sentence")


@given(PARAGRAPHS, PARAGRAPHS)
def test_before_the_alignment_every_unit_is_shown_once_and_in_order(left, right):
    made = provisional(read("\n\n".join(left)), read("\n\n".join(right)))
    for side, document in (("left", made.left), ("right", made.right)):
        units = [unit for row in made.rows for unit in getattr(row, side)]
        assert units == list(range(len(document.units)))


@given(PARAGRAPHS, PARAGRAPHS)
def test_a_row_before_the_alignment_is_the_same_asked_for_alone(left, right):
    made = provisional(read("\n\n".join(left)), read("\n\n".join(right)))
    assert [made.rows[number] for number in range(len(made.rows))] == list(made.rows)


def test_a_book_without_blank_lines_is_many_rows():
    lines = segment("\n".join(["It rained."] * 1000), None, "line")
    sizes = [len(row.left) for row in provisional(lines, lines).rows]
    assert sum(sizes) == 1000
    assert max(sizes) <= 50
