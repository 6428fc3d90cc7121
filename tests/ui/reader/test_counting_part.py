"""Rows are counted after they are painted; map and status line show what is known."""

import pytest

from tui_app.core.difference_columns import DifferenceColumns
from tui_app.review.counts import Counts
from tui_app.review.row_counting.counted_rows import CountedRows
from tui_app.review.row_counting.tallies import Tally, TallyColumns
from tui_app.review.status import left_parts, status_of
from tui_app.review.text_map import TextMap
from tui_app.ui.reader.counting_part import CountingPart

LEFT = "The harbour took in nine boats. The crews were tired."
RIGHT = "The harbour took in seven boats. The crews were tired."


class StandIn:
    """Stands for the background, the map and the status line at the same time."""

    def __init__(self):
        self.asked, self.maps, self.facts = [], [], []
        self.stopped = self.followed = 0

    def count(self, what, counted, estimated):
        self.asked.append(what)
        self.tell, self.estimate = counted, estimated

    def stop_counting(self):
        self.stopped += 1

    def take(self, text_map):
        self.maps.append(text_map)

    def mark_facts(self, rows):
        self.facts += rows

    def follow(self):
        self.followed += 1


def first_row(*counts):
    """Return these counts of the first row; the second is the same on both sides."""
    tallies = TallyColumns.of([Tally(*counts), Tally()])
    return CountedRows(0, tallies, DifferenceColumns.of([None, None]))


class Counting:
    def __init__(self, reader):
        self.review, self.around, self.counts = reader.review, StandIn(), Counts()
        self.later = []
        self.part = CountingPart(
            self.review, self.around, self.counts, *[self.around] * 2, self.later.append
        )

    def paint(self):
        self.later.pop()()


@pytest.fixture
def counting(parts):
    return lambda **how: Counting(parts(LEFT, RIGHT, **how))


def test_counting_waits_until_the_screen_is_painted(counting):
    made = counting()
    made.part.begin()
    assert not made.around.asked
    made.paint()
    assert made.around.asked == [
        (made.review.comparison, made.review.marks, made.review.row)
    ]


def test_what_is_counted_is_shown_at_once(counting):
    made = counting()
    made.part.begin()
    made.paint()
    made.around.tell(first_row(1, 1))
    assert made.counts.known.facts == 1
    assert made.around.facts == [0]
    made.around.estimate(0.5)
    assert made.counts.estimate == 0.5
    assert made.around.followed == 2


def test_counts_of_the_rows_before_are_out_of_date_when_others_come(counting):
    made = counting()
    made.part.begin()
    made.paint()
    made.around.tell(first_row(1, 1))
    assert made.counts.up_to_date
    coming = TextMap(made.review.comparison, provisional=False)
    made.part.coming(coming)
    assert not made.counts.up_to_date
    assert made.around.stopped == 1
    assert made.around.maps == [coming]


@pytest.mark.parametrize("aligned", [True, False])
def test_of_provisional_rows_nothing_is_counted(counting, aligned):
    made = counting(aligned=aligned)
    made.part.begin_anew()
    assert bool(made.later) is aligned
    assert len(made.around.maps) == 1


def test_after_a_silence_the_counts_of_before_are_estimates(counting):
    made = counting()
    made.part.begin()
    made.paint()
    made.around.tell(first_row(1, 1))
    made.part.begin_anew()
    assert not made.counts.up_to_date
    assert made.around.stopped == 1
    info = status_of(made.review, made.counts, "side")
    assert (info.facts, info.estimated, info.to_go) == (1, True, None)
    assert "~1 fact" in [part.text for part in left_parts(info)]
    made.paint()
    made.around.tell(first_row(0, 0))
    info = status_of(made.review, made.counts, "side")
    assert (info.facts, info.estimated, info.to_go) == (0, False, 0)
