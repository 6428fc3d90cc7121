"""The pieces of a row give both sides exactly, and no marked word stays."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import Comparison, compare_texts
from tui_app.core.differences.row_pieces import extent, row_pieces

WORDS = st.sampled_from(
    ["the", "mill", "of", "Müller", "Mu\u0308ller", "not", "5", "seven", "ran", "“no”"]
)
BLANKS = st.sampled_from([" ", " ", " ", ", ", "  ", "\n", " — ", "-"])
SIDES = st.lists(st.tuples(WORDS, BLANKS), min_size=1, max_size=14).map(
    lambda parts: "".join(word + blank for word, blank in parts).strip() + "."
)


def pieces(comparison: Comparison, number: int = 0):
    row = comparison.rows[number]
    known = comparison.differences(number)
    return list(row_pieces(comparison.left, comparison.right, row, known))


def told(left: str, right: str) -> list[tuple[str, ...]]:
    """Return what stays as one text, what differs as two."""
    return [
        (left[slice(*one.left)],)
        if one.stays
        else (left[slice(*one.left)], right[slice(*one.right)])
        for one in pieces(compare_texts(left, right))
    ]


@given(SIDES, SIDES)
@settings(max_examples=100)
def test_joined_they_are_both_sides_and_what_stays_is_the_same(left, right):
    comparison = compare_texts(left, right, "paragraph")
    for number, row in enumerate(comparison.rows):
        if not (row.left and row.right):
            continue
        at, end = extent(comparison.left, row.left)
        there, its_end = extent(comparison.right, row.right)
        for one in pieces(comparison, number):
            assert (one.left.start, one.right.start) == (at, there)
            (at, there) = one.left.end, one.right.end
            if one.stays:
                assert left[slice(*one.left)] == right[slice(*one.right)]
        assert (at, there) == (end, its_end)


@given(SIDES, SIDES)
@settings(max_examples=100)
def test_no_marked_word_stays_and_what_is_not_marked_says_the_same(left, right):
    comparison = compare_texts(left, right, "paragraph")
    for number, row in enumerate(comparison.rows):
        if not (row.left and row.right):
            continue
        for one in pieces(comparison, number):
            for difference in comparison.differences(number):
                for side in ("left", "right"):
                    mark, span = difference.span(side), getattr(one, side)
                    meets = mark and mark.start < span.end and span.start < mark.end
                    assert not (meets and not one.marked)


def test_words_that_both_have_stay_also_where_the_blanks_around_could_not():
    left = "During their video meeting on Wednesday, President Xi welcomed her here."
    right = "President Xi Jinping met via video link with her on May 25."
    assert any("President Xi" in one[0] for one in told(left, right) if len(one) == 1)


def test_a_blank_stays_between_words_that_answer_one_another_and_not_else():
    assert told("The mill has five old wheels.", "The mill has six new wheels.") == [
        ("The mill has ",),
        ("five", "six"),
        (" ",),
        ("old", "new"),
        (" wheels.",),
    ]


def test_white_space_and_two_ways_to_write_a_letter_differ_without_a_mark():
    comparison = compare_texts("A Mu\u0308ller ran\nhome.", "A Müller ran home today.")
    unmarked = [
        (one.left.end - one.left.start, one.right.end - one.right.start)
        for one in pieces(comparison)
        if not one.stays and not one.marked
    ]
    assert unmarked == [(7, 6), (1, 1)]
