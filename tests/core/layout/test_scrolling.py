"""However a window moves, it shows what the counted lines would."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.layout.scrolling import START, LinePlace, Scroller

FAIR = settings(max_examples=100, deadline=None)
HEIGHTS = st.lists(st.integers(1, 6), min_size=1, max_size=30)


def flat(heights: list[int]) -> list[LinePlace]:
    return [
        LinePlace(item, line)
        for item, tall in enumerate(heights)
        for line in range(tall)
    ]


def scroller(heights: list[int]) -> Scroller:
    return Scroller(len(heights), heights.__getitem__)


@FAIR
@given(HEIGHTS, st.data())
def test_a_step_moves_by_lines_and_stays_within_the_text(heights, data):
    places = flat(heights)
    at = data.draw(st.integers(0, len(places) - 1))
    by = data.draw(st.integers(-100, 100))
    expected = places[max(0, min(at + by, len(places) - 1))]
    assert scroller(heights).step(places[at], by) == expected


@FAIR
@given(HEIGHTS, st.integers(1, 40), st.data())
def test_the_window_shows_the_lines_in_order(heights, window, data):
    places = flat(heights)
    at = data.draw(st.integers(0, len(places) - 1))
    assert list(scroller(heights).lines(places[at], window)) == places[at : at + window]


@FAIR
@given(HEIGHTS, st.integers(1, 40), st.integers(-5, 60), st.integers(-5, 60))
def test_no_window_stands_past_the_end(heights, window, item, line):
    places = flat(heights)
    held = scroller(heights).held(LinePlace(item, line), window)
    assert places.index(held) <= max(0, len(places) - window)


@FAIR
@given(HEIGHTS, st.data())
def test_the_distance_is_the_lines_between(heights, data):
    places = flat(heights)
    top = data.draw(st.integers(0, len(places) - 1))
    at = data.draw(st.integers(0, len(places) - 1))
    found = scroller(heights).distance(places[top], places[at], 20)
    assert found == (at - top if 0 <= at - top <= 20 else None)


def test_nothing_to_show_is_no_trouble():
    empty = scroller([])
    assert empty.step(START, 5) == empty.held(LinePlace(3, 2), 10) == START
    assert list(empty.lines(START, 10)) == []


def test_only_what_is_near_is_measured():
    measured = set()

    def height(item: int) -> int:
        measured.add(item)
        return 3

    long = Scroller(1_000_000, height)
    list(long.lines(long.held(long.step(LinePlace(500_000, 0), 40), 50), 50))
    assert len(measured) < 60
