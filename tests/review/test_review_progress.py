"""How much of each chapter is reviewed, by the rows that are."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.review.review_progress import ReviewProgress, progress_of


def test_a_chapter_and_its_sections_are_told_each():
    book, chapter, empty = range(10), range(3, 7), range(4, 4)
    found = progress_of({0, 3, 6, 9}, [book, chapter, empty])
    assert found == [ReviewProgress(4, 10), ReviewProgress(2, 4), ReviewProgress(0, 0)]
    assert [one.to_go for one in found] == [6, 2, 0]


@given(
    st.frozensets(st.integers(0, 40)),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20))),
)
def test_of_any_stretch_what_is_reviewed_is_counted(reviewed, cuts):
    stretches = [range(start, start + length) for start, length in cuts]
    assert progress_of(reviewed, stretches) == [
        ReviewProgress(len(reviewed.intersection(rows)), len(rows))
        for rows in stretches
    ]
