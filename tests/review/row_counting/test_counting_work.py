"""Every row is counted once, and what is known is not worked out again."""

import pytest

from tui_app.core.comparison import compare_again
from tui_app.core.counting import Counting
from tui_app.core.facts.across.pair_of_languages import PairOfLanguages
from tui_app.core.kinds import Kind
from tui_app.core.model import Constraints
from tui_app.review.options import MarkOptions
from tui_app.review.row_counting import counting_work
from tui_app.review.row_counting.counted_rows import RowsToCount
from tui_app.review.row_counting.counting_work import (
    CountedRow,
    KnownCounts,
    count_rows,
    digest,
    in_stretches,
    known_rows,
    marks_digest,
    pair_digest,
)
from tui_app.review.row_counting.tallies import Tally, tally


def known_of(comparison):
    rows = RowsToCount.of(comparison.rows)
    counted = in_stretches(count_rows(comparison, MarkOptions()), 60)
    marks = marks_digest(MarkOptions())
    return KnownCounts(rows, pair_digest(comparison, rows), marks, tuple(counted))


def test_rows_are_counted_from_the_first_in_sight_on_and_round_to_it(made):
    found = [one.row for one in count_rows(made, MarkOptions(), 20)]
    assert found == [*range(20, len(made.rows)), *range(20)]


def test_what_is_counted_of_a_row_is_what_the_reader_marks(made):
    for one in count_rows(made, MarkOptions()):
        if made.rows[one.row].left and made.rows[one.row].right:
            assert one.differences == made.differences(one.row)
            assert one.tally == tally(one.differences, MarkOptions(), made)
        else:
            assert one.differences == made.stated(one.row)
            assert one.tally[:2] == (1, 0)


def test_a_row_too_long_to_compare_is_counted_as_one_and_said_to_be_unknown(
    made, monkeypatch
):
    monkeypatch.setattr("tui_app.review.stops.COMPARED_AT_MOST", 10)
    first = next(iter(count_rows(made, MarkOptions())))
    assert first.differences is None
    assert (first.tally.changes, first.tally.too_long) == (1, 1)


def test_stretches_end_where_the_rows_begin_anew_and_where_they_are_many(monkeypatch):
    monkeypatch.setattr(counting_work, "ROWS_AT_ONCE", 3)
    rows = [CountedRow(row, Tally(row), ()) for row in (4, 5, 6, 7, 0, 1)]
    found = list(in_stretches(rows, 60))
    assert [(one.first, len(one.tallies)) for one in found] == [(4, 3), (7, 1), (0, 2)]
    assert list(found[0].tallies.changes) == [4, 5, 6]
    assert len(list(in_stretches(rows, -1))) == len(rows)


def test_known_counts_answer_for_the_same_rows_and_marks_only(made):
    known = known_of(made)
    rows, marks = known.rows, known.marks
    assert known.answers(rows, marks)
    assert not known.answers(RowsToCount.of(made.rows[1:]), marks)
    assert not known.answers(rows, marks_digest(MarkOptions(counting=Counting(case=0))))
    assert not known._replace(counted=known.counted[1:]).answers(rows, marks)


def test_after_a_link_by_hand_only_rows_that_changed_are_worked_out(made):
    parted = Constraints(parted=frozenset([(3, 3)]))
    again = compare_again(made, parted)
    rows = RowsToCount.of(again.rows)
    of_row = known_rows(again, rows, known_of(made))
    unknown = [
        number for number, row in enumerate(again.rows) if of_row(number) is None
    ]
    before = {(row.left, row.right) for row in made.rows}
    assert unknown == [
        number
        for number, row in enumerate(again.rows)
        if (row.left, row.right) not in before
    ]
    assert 0 < len(unknown) < 6
    fresh = list(count_rows(again, MarkOptions()))
    assert list(count_rows(again, MarkOptions(), 0, of_row)) == fresh


def test_nothing_is_known_of_rows_of_another_kind_of_pair(made):
    known = known_of(made)._replace(pair=b"retold")
    rows = RowsToCount.of(made.rows[1:])
    assert known_rows(made, rows, known)(0) is None


def test_marks_that_count_the_same_have_the_same_digest():
    usual = MarkOptions()
    assert marks_digest(usual) == marks_digest(MarkOptions(words="letters"))
    others = [
        usual._replace(kinds=frozenset([Kind.DATE])),
        usual._replace(counting=Counting(case=False)),
        usual._replace(counting=Counting(silenced=frozenset([("a", "b")]))),
        usual._replace(counting=Counting(silenced=frozenset([("ab", "")]))),
    ]
    assert len({marks_digest(usual), *map(marks_digest, others)}) == len(others) + 1


def test_what_has_no_plain_values_has_no_digest():
    with pytest.raises(TypeError):
        digest(PairOfLanguages(("en", "de")))
