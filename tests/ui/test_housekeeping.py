"""Garbage is looked for in a pause, not while a key waits."""

import gc
import sys
import threading
import time
import weakref

import pytest

from tui_app.ui import housekeeping
from tui_app.ui.housekeeping import collect_again, collect_in_pause, put_off_collecting


class Circle:
    """What only a collection can free."""

    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def collecting():
    before = gc.get_threshold()
    gc.unfreeze()
    gc.collect()
    put_off_collecting()
    collect_again()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def come_and_stay(count):
    """Return so many things that Python has to look at, young by now."""
    return [[number] for number in range(count)]


def test_no_key_waits_for_what_is_old_to_be_looked_through():
    full = gc.get_stats()[-1]["collections"]
    stays = come_and_stay(200_000)
    assert gc.get_stats()[-1]["collections"] == full
    assert len(stays) == 200_000


def test_a_pause_frees_what_came_since():
    circle = Circle()
    gone = weakref.ref(circle)
    gc.collect(1)  # it is old now
    del circle
    stays = come_and_stay(200_000)
    assert gone() is not None
    collect_in_pause()
    assert gone() is None
    assert len(stays) == 200_000


def test_a_pause_after_little_does_nothing():
    full = gc.get_stats()[-1]["collections"]
    collect_in_pause()
    assert gc.get_stats()[-1]["collections"] == full


def test_so_much_that_a_key_would_wait_is_not_looked_through(monkeypatch):
    monkeypatch.setattr(housekeeping, "_MOST", 100_000)
    circle = Circle()
    gone = weakref.ref(circle)
    stays = come_and_stay(200_000)
    gc.collect(1)  # they are old now
    del circle
    young = Circle()
    young_gone = weakref.ref(young)
    del young
    full = gc.get_stats()[-1]["collections"]
    more = come_and_stay(200_000)
    collect_in_pause()
    assert gc.get_stats()[-1]["collections"] == full
    assert young_gone() is None
    assert gone() is not None
    assert len(stays) == len(more)
    assert not gc.get_objects(2)  # the next look is a quick one


@pytest.mark.parametrize("most", [0, 250_000])
def test_no_pause_takes_hold_of_what_other_threads_are_making(monkeypatch, most):
    monkeypatch.setattr(housekeeping, "_MANY", 0)
    monkeypatch.setattr(housekeeping, "_MOST", most)
    at_once = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    made, over = [], threading.Event()

    def make():
        while not over.is_set():
            made.append(tuple(number for number in range(200))[-1])

    other = threading.Thread(target=make, daemon=True)
    other.start()
    try:
        end = time.monotonic() + 0.7
        while time.monotonic() < end:
            collect_in_pause()
            gc.unfreeze()
        assert other.is_alive(), "it ended with an error of Python's own"
    finally:
        over.set()
        other.join()
        sys.setswitchinterval(at_once)
    assert set(made) == {199}
