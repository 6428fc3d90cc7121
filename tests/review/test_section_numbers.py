"""The numbers of a section are those of its rows."""

from tui_app.core.comparison import compare_texts
from tui_app.review.options import MarkOptions
from tui_app.review.section_numbers import Done, SectionCounter, counted_rows
from tui_app.review.section_words import NUMBER_CELLS, number_words

LEFT = """The harbour was closed for five years.

The mayor walked along the quay.

A bell rang from the tower of the church at noon.
"""
RIGHT = """The harbour was closed for seven years.

The mayor walked along the quay.
"""


NOTHING = Done()


def counter(counted=True, done=NOTHING):
    comparison = compare_texts(LEFT, RIGHT)
    rows = counted_rows(comparison, MarkOptions()) if counted else None
    return SectionCounter(comparison, rows, done)


def test_facts_what_is_alike_and_what_one_side_has():
    count = counter()
    whole = count.of(range(3))
    assert (whole.rows, whole.facts, whole.left_only, whole.right_only) == (3, 1, 1, 0)
    assert count.of(range(1, 2)).alike == 1
    assert 0 < count.of(range(1)).alike < 1
    assert count.of(range(2, 3)).alike == 0


def test_numbers_of_parts_add_up_to_those_of_the_whole():
    count = counter(done=Done((0, 2), frozenset({0, 1})))
    parts = [count.of(range(row, row + 1)) for row in range(3)]
    whole = count.of(range(3))
    for name in ("rows", "facts", "left_only", "moved", "notes", "reviewed"):
        assert sum(getattr(one, name) for one in parts) == getattr(whole, name)


def test_what_is_not_counted_yet_is_said_to_be_so():
    numbers = counter(counted=False).of(range(3))
    assert (numbers.facts, numbers.alike, numbers.left_only) == (None, None, 1)
    words = number_words(numbers)
    assert (words.alike, words.facts) == ("…", "…")
    assert len(words.line) == NUMBER_CELLS


def test_a_section_without_rows_has_no_numbers_to_tell():
    numbers = counter().of(range(1, 1))
    assert (numbers.alike, numbers.reviewed_share) == (None, 0)
    assert number_words(numbers).alike == ""


def test_between_languages_it_is_told_how_much_is_paired_before_anything_is_counted():
    comparison = compare_texts(
        LEFT, "Le port a été fermé pendant cinq ans.\n", across=True
    )
    count = SectionCounter(comparison, None, Done())
    numbers = count.of(range(len(comparison.rows)))
    assert numbers.alike is not None
    assert numbers.facts is None
