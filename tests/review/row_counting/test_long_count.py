"""Many rows are counted once each, by whoever is there to count them."""

from itertools import islice

import pytest

from tui_app.core.comparison import compare_again
from tui_app.core.counting import Counting
from tui_app.core.model import Constraints
from tui_app.review.options import MarkOptions
from tui_app.review.pair_key import NotToldError
from tui_app.review.row_counting import long_count
from tui_app.review.row_counting.counting_child import ChildEndedError, CountingChild
from tui_app.review.row_counting.counting_work import count_rows, in_stretches
from tui_app.review.row_counting.long_count import LongCount

OTHERS = MarkOptions(counting=Counting(case=False, punctuation=False))


def in_order(stretches):
    """Return the tallies and differences row by row; each row comes once."""
    found = {}
    for first, tallies, differences in stretches:
        columns = [tallies.numbers[n :: len(tallies)] for n in range(len(tallies))]
        for row, one in enumerate(zip(columns, differences, strict=True), first):
            assert row not in found
            found[row] = [list(one[0]), one[1]]
    assert sorted(found) == list(range(len(found)))
    return [found[row] for row in sorted(found)]


def counted_here(comparison, marks=MarkOptions()):  # noqa: B008 - never changed
    return in_order(in_stretches(count_rows(comparison, marks), 60))


@pytest.fixture
def count(made, tmp_path):
    """Return a function that begins a count."""

    def begin(comparison=made, marks=MarkOptions(), latest=None, first=9):  # noqa: B008
        place = comparison, marks, first, latest
        return LongCount(*place, lambda: tmp_path / "counts", lambda rows: rows)

    return begin


@pytest.fixture
def no_process(monkeypatch):
    """Let no process be started; what is counted all the same is counted here."""
    monkeypatch.setattr("sys.executable", "")


@pytest.fixture
def no_count(monkeypatch):
    """Let nothing be counted at all."""

    def never(*_):
        raise AssertionError("nothing was to be counted")

    monkeypatch.setattr(CountingChild, "count", never)
    monkeypatch.setattr(long_count, "count_rows", never)


def test_a_process_counts_what_would_be_counted_here(count, made):
    first = count()
    assert not first.knows_all()
    stretches = list(first)
    assert stretches[0].first == 9
    assert in_order(stretches) == counted_here(made)


@pytest.mark.usefixtures("no_process")
def test_where_there_is_no_process_the_rows_are_counted_here(count, made):
    first = count()
    assert not first.knows_all()
    assert in_order(first) == counted_here(made)


def test_the_second_opening_knows_all(count, request, made):
    first = count()
    first.knows_all()
    list(first)
    request.getfixturevalue("no_count")
    second = count()
    assert second.knows_all()
    assert in_order(second) == counted_here(made)


def test_what_other_marks_ask_for_is_counted_from_what_is_known(
    count, made, monkeypatch
):
    first = count()
    first.knows_all()
    list(first)
    second = count(marks=OTHERS, latest=first)
    assert not second.knows_all()
    jobs = []
    counting = CountingChild.count

    def listened(self, job):
        jobs.append(job)
        return counting(self, job)

    monkeypatch.setattr(CountingChild, "count", listened)
    assert in_order(second) == counted_here(made, OTHERS)
    assert jobs[0].known.size == len(made.rows)


@pytest.mark.usefixtures("no_process")
def test_a_count_given_up_leaves_what_it_has_to_the_next(count, made):
    first = count()
    first.knows_all()
    once = next(iter(first))
    second = count(marks=OTHERS, latest=first)
    second.knows_all()
    assert second._known.size == len(once.tallies)
    third = count(latest=second)  # which counted nothing
    third.knows_all()
    assert third._known.size == len(once.tallies)
    assert in_order(third) == counted_here(made)


@pytest.mark.usefixtures("no_process")
def test_a_link_by_hand_is_counted_with_what_is_known_of_the_other_rows(count, made):
    first = count()
    first.knows_all()
    list(first)
    parted = Constraints(parted=frozenset([(3, 3)]))
    again = compare_again(made, parted)
    second = count(again, latest=first)
    assert not second.knows_all()
    assert second._known.size == len(made.rows)
    assert in_order(second) == counted_here(again)


class Mortal(CountingChild):
    """Tells of some rows, and is killed."""

    def count(self, job):
        rows = count_rows(job.comparison(), job.marks, job.first)
        yield from in_stretches(islice(rows, min(20, job.how_many)), 60)
        raise ChildEndedError


def test_what_killed_processes_left_is_counted_here(count, made):
    first = count()
    first._child = Mortal()
    first.knows_all()
    assert in_order(first) == counted_here(made)
    assert not count().knows_all()  # what was not counted in one go is not kept


def test_a_count_that_is_over_starts_nothing(count):
    first = count()
    first.end()
    first.knows_all()
    assert list(first) == []


def test_where_it_cannot_be_told_what_counts_nothing_is_kept(count, made, monkeypatch):
    def untold(*_):
        raise NotToldError

    monkeypatch.setattr(long_count, "pair_key", untold)
    first = count()
    assert not first.knows_all()
    assert in_order(first) == counted_here(made)
    assert not count(latest=first).knows_all()
