"""Work beside the screen hands over calls; what is given up is heard of no more."""

import os
import sys
import threading
import time

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.model import Progress
from tui_app.review import counts
from tui_app.review.options import MarkOptions
from tui_app.ui.reader.background import Background, Listener, Pupil, WhatToCount

LEFT = "\n\n".join(f"Passage {n} says that the number is {n}." for n in range(30))
RIGHT = LEFT.replace("says", "tells us")
PATIENCE = 20


class Screen:
    """Stands for the screen: calls what is handed over when its turn comes."""

    def __init__(self):
        self.calls = []
        self.handed = threading.Condition()
        self.told, self.taken, self.failed = [], [], []
        self.listener = Listener(
            self.told.append, self.taken.append, self.failed.append
        )

    def hand_over(self, call):
        with self.handed:
            self.calls.append(call)
            self.handed.notify()

    def wait_for(self, condition):
        with self.handed:
            assert self.handed.wait_for(condition, PATIENCE)

    def turn(self):
        """Make the calls that have been handed over."""
        calls, self.calls = self.calls, []
        for call in calls:
            call()

    def turn_until(self, condition):
        while not condition():
            self.wait_for(lambda: self.calls)
            self.turn()


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def made():
    return compare_texts(LEFT, RIGHT)


def test_better_and_better_rows_are_handed_over_the_last_as_complete(screen, made):
    better = compare_texts(LEFT, RIGHT)
    Background(screen.hand_over).align(lambda _: [made, better], screen.listener)
    screen.turn_until(lambda: len(screen.taken) == 3)
    assert [one.comparison for one in screen.taken] == [made, better, better]
    assert [one.complete for one in screen.taken] == [False, False, True]
    assert screen.taken[2].text_map is screen.taken[1].text_map
    assert screen.taken[2].text_map.comparison is better


def test_what_a_lesson_made_is_handed_over_or_why_it_made_nothing(screen):
    pupil = Pupil(screen.told.append, screen.taken.append, screen.failed.append)
    background = Background(screen.hand_over)
    background.learn(lambda report: report(Progress(1, 2)) or "words", pupil)
    screen.turn_until(lambda: screen.taken)
    assert (screen.told, screen.taken) == ([Progress(1, 2)], ["words"])

    def lesson(_report):
        raise ValueError("no good")

    background.learn(lesson, pupil)
    screen.turn_until(lambda: screen.failed)
    assert screen.failed == ["ValueError: no good"]


def test_a_lesson_is_given_up_for_the_next_and_when_the_screen_ends(screen):
    begun, go_on, ended = (threading.Event() for _ in range(3))
    pupil = Pupil(screen.told.append, screen.taken.append, screen.failed.append)

    def lesson(report):
        begun.set()
        go_on.wait(PATIENCE)
        try:
            report(Progress(1, 2))
        finally:
            ended.set()

    background = Background(screen.hand_over)
    background.learn(lesson, pupil)
    assert begun.wait(PATIENCE)
    background.stop()
    go_on.set()
    assert ended.wait(PATIENCE)
    screen.turn()
    assert (screen.told, screen.taken, screen.failed) == ([], [], [])


def test_progress_is_told_and_a_failure_too(screen):
    def job(report):
        report(Progress(1, 2))
        raise ValueError("no good")

    Background(screen.hand_over).align(job, screen.listener)
    screen.turn_until(lambda: screen.failed)
    assert screen.told == [Progress(1, 2)]
    assert screen.failed == ["ValueError: no good"]


def test_rows_on_their_way_when_another_job_begins_are_heard_of_no_more(screen, made):
    background = Background(screen.hand_over)
    background.align(lambda _: [made], screen.listener)
    screen.wait_for(lambda: len(screen.calls) == 2)
    other = compare_texts(LEFT, LEFT)
    background.align(lambda _: [other], screen.listener)
    screen.turn_until(lambda: len(screen.taken) == 2)
    assert {one.comparison for one in screen.taken} == {other}


def test_a_job_that_is_given_up_ends_at_its_next_report(screen):
    ended, begun = threading.Event(), threading.Event()

    def endless(report):
        begun.set()
        try:
            while True:
                report(Progress(0, 0))
        finally:
            ended.set()

    background = Background(screen.hand_over)
    background.align(endless, screen.listener)
    assert begun.wait(PATIENCE)
    background.stop()
    assert ended.wait(PATIENCE)
    screen.turn()
    assert not screen.failed


def counted(found):
    return sorted(
        first + row for first, tallies, _ in found for row in range(len(tallies))
    )


def test_rows_are_counted_bit_by_bit_each_once(screen, made):
    found = []
    background = Background(screen.hand_over)
    background.count(WhatToCount(made, MarkOptions(), 7), found.append, found.append)
    rows = list(range(len(made.rows)))
    screen.turn_until(lambda: len(counted(found)) >= len(rows))
    assert found[0].first == 7
    assert counted(found) == rows


def test_few_rows_are_counted_while_keys_are_pressed(screen, made, monkeypatch):
    monkeypatch.setattr("tui_app.ui.reader.background._QUIET", float("inf"))
    found = []
    background = Background(screen.hand_over)
    background.touch()
    background.count(WhatToCount(made, MarkOptions()), found.append, found.append)
    screen.turn_until(lambda: found)
    assert counted(found) == list(range(len(made.rows)))


def test_of_many_rows_an_estimate_comes_first(screen, made, monkeypatch):
    monkeypatch.setattr(counts, "MANY_ROWS", 1)
    monkeypatch.setattr("tui_app.ui.reader.background.MANY_ROWS", 1)
    monkeypatch.setattr(sys, "executable", "")  # so that they are counted here
    estimates, found = [], []
    background = Background(screen.hand_over)
    background.touch()  # so that counting waits
    background.count(WhatToCount(made, MarkOptions()), found.append, estimates.append)
    screen.turn_until(lambda: estimates)
    assert not found
    assert 0.4 < estimates[0] < 1
    background.stop()


def test_many_rows_are_counted_by_another_process(screen, made, monkeypatch):
    monkeypatch.setattr("tui_app.ui.reader.background.MANY_ROWS", 1)
    found, rows = [], list(range(len(made.rows)))
    background = Background(screen.hand_over)
    what = WhatToCount(made, MarkOptions())
    background.count(what, found.append, lambda _: None)
    screen.turn_until(lambda: len(counted(found)) >= len(rows))
    assert counted(found) == rows
    background.stop()


def has_children():
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


def test_a_process_that_is_given_up_is_gone(screen, made, monkeypatch):
    monkeypatch.setattr("tui_app.ui.reader.background.MANY_ROWS", 1)
    background = Background(screen.hand_over)
    what = WhatToCount(made, MarkOptions())
    background.count(what, lambda _: None, lambda _: None)
    background.stop_counting()
    end = time.monotonic() + PATIENCE
    while has_children() and time.monotonic() < end:
        time.sleep(0.02)
    assert not has_children()


def test_a_count_that_is_given_up_is_heard_of_no_more(screen, made):
    found = []
    background = Background(screen.hand_over)
    background.count(WhatToCount(made, MarkOptions()), found.append, found.append)
    screen.wait_for(lambda: screen.calls)
    background.stop_counting()
    screen.turn()
    assert not found
