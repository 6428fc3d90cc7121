"""The numbers of the status line are what they are called, and add up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import Comparison, compare
from tui_app.core.likeness import likeness_by_words, row_likeness
from tui_app.core.model import Alignment, Bead
from tui_app.core.rows import build_rows
from tui_app.core.segmentation import segment
from tui_app.review import counts as counting
from tui_app.review.counts import Counts, likeness_before_counting
from tui_app.review.options import MarkOptions
from tui_app.review.row_counting.tallies import Tally, TallyColumns, tally


def test_a_certain_link_does_not_make_passages_alike(linked):
    assert row_likeness(linked, 1) == 1
    assert 0.9 < row_likeness(linked, 0) < 1
    assert 0.4 < row_likeness(linked, 2) < 0.9
    assert row_likeness(linked, 3) == 0


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), min_size=1, max_size=9)


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS)
def test_likeness_is_a_share(left, right):
    documents = [segment(" ".join(side), None, "line") for side in (left, right)]
    alignment = Alignment((Bead((0,), (0,), 0.5),), ())
    rows = build_rows(*documents, alignment)
    made = Comparison(*documents, alignment, rows)
    assert 0 <= row_likeness(made, 0) <= 1
    assert 0 <= likeness_by_words(made, 0) <= 1
    assert (likeness_by_words(made, 0) == 1) == (sorted(left) == sorted(right))


def test_facts_and_wordings_make_up_the_changes(linked):
    for row in (0, 2):
        found = tally(linked.differences(row), MarkOptions(), linked)
        assert found.facts + found.wordings == found.changes
        assert found.unlike > 0


def test_a_row_that_is_the_same_is_no_change_and_a_lone_one_is_one(linked, tallies):
    found = tallies(linked)
    assert found[1] == Tally()
    lone = [n for n, row in enumerate(linked.rows) if not (row.left and row.right)]
    assert [found[row].changes for row in lone] == [1, 1]
    assert all(found[row].facts == 0 for row in lone)


def test_counts_are_known_once_all_rows_are_counted(linked, tallies):
    counts = Counts()
    counts.begin(linked)
    first, *rest = tallies(linked)
    counts.add(1, TallyColumns.of(rest))
    assert counts.known is None
    counts.add(0, TallyColumns.of([first]))
    assert counts.up_to_date
    known = counts.known
    assert known.facts + known.wordings + known.one_sided == sum(
        one.changes for one in tallies(linked)
    )
    assert 0.4 < known.alike < 1


def test_the_counts_of_the_rows_before_stay_while_new_ones_are_made(linked, tallies):
    counts = Counts()
    counts.begin(linked)
    counts.add(0, TallyColumns.of(tallies(linked)))
    known = counts.known
    again = compare(linked.left, linked.right)
    counts.begin(again)
    assert counts.known is known
    assert not counts.up_to_date
    counts.add(0, TallyColumns.of(tallies(again)))
    assert counts.known is not known
    assert counts.up_to_date


def test_of_what_is_the_same_all_is_alike(linked, tallies):
    counts = Counts()
    same = compare(linked.left, linked.left)
    counts.begin(same)
    counts.add(0, TallyColumns.of(tallies(same)))
    assert counts.up_to_date
    assert counts.known.alike == 1


def test_likeness_is_estimated_only_where_counting_takes_long(linked, monkeypatch):
    assert likeness_before_counting(linked) is None
    monkeypatch.setattr(counting, "MANY_ROWS", 1)
    assert 0.4 < likeness_before_counting(linked) < 0.9
