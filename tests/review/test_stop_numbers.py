"""Stops that are added up once are as many as those that are counted each time."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.review.stop_numbers import StopNumbers
from tui_app.review.stops import Stop

ROWS = st.lists(st.integers(0, 4), max_size=30)


@given(ROWS, st.lists(st.frozensets(st.integers(0, 29)), min_size=1, max_size=3))
def test_they_are_those_of_rows_that_are_seen(rows, ways_of_hiding):
    numbers = StopNumbers(rows)
    assert numbers.all() == sum(rows)
    for hidden in ways_of_hiding:
        seen = [number for row, number in enumerate(rows) if row not in hidden]
        assert numbers.all(hidden) == sum(seen)
        for row in range(len(rows)):
            later = [n for at, n in enumerate(rows) if at > row and at not in hidden]
            assert numbers.to_go(row, None, hidden) == rows[row] + sum(later)
            for passed in range(1, rows[row] + 1):
                stop = Stop(row, passed - 1)
                left = rows[row] - passed + sum(later)
                assert numbers.to_go(row, stop, hidden) == left


@given(ROWS, st.integers(0, 40), st.integers(0, 9))
def test_a_place_of_rows_before_leaves_never_less_than_nothing(rows, row, number):
    assert StopNumbers(rows).to_go(row, Stop(row, number)) >= 0


class Asked(list):
    """Numbers that tell how often one of them was read."""

    read = 0

    def __getitem__(self, at):
        self.read += 1
        return super().__getitem__(at)

    def __iter__(self):
        self.read += len(self)
        return super().__iter__()


def test_a_key_reads_no_rows_but_its_own():
    rows = Asked([1] * 5000)
    numbers = StopNumbers(rows)
    numbers.to_go(0, None)
    rows.read = 0
    for row in range(100):
        numbers.to_go(row, Stop(row, 0))
        numbers.all()
    assert rows.read <= 100
