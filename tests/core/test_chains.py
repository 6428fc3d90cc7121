"""The chains are right, not only quick."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.chains import chain_of_boxes, heaviest_chain, longest_rising

points = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 5)), max_size=9)


def _heaviest_by_trying_all(points: list[tuple[int, int]]) -> int:
    best = 0
    for mask in range(1 << len(points)):
        chosen = [p for at, p in enumerate(points) if mask >> at & 1]
        rising = all(a[0] < b[0] for a, b in itertools.pairwise(chosen))
        if rising:
            best = max(best, sum(weight for _, weight in chosen))
    return best


@given(points)
def test_the_chain_rises_and_no_other_is_heavier(points):
    chain = heaviest_chain([p for p, _ in points], [w for _, w in points])
    assert chain == sorted(chain)
    positions = [points[at][0] for at in chain]
    assert all(a < b for a, b in itertools.pairwise(positions))
    assert sum(points[at][1] for at in chain) == _heaviest_by_trying_all(points)


@given(st.lists(st.integers(0, 12), max_size=9))
def test_a_run_rises_and_no_other_is_longer(values):
    run = longest_rising(values)
    assert run == sorted(set(run))
    assert all(values[a] < values[b] for a, b in itertools.pairwise(run))
    assert len(run) == _heaviest_by_trying_all([(value, 1) for value in values])


ranges = st.tuples(st.integers(0, 8), st.integers(1, 4)).map(lambda r: (r[0], sum(r)))
boxes = st.lists(st.tuples(ranges, ranges, st.integers(1, 5)), max_size=8)


def _follow(chain):
    return all(
        a[side][1] <= b[side][0]
        for a, b in itertools.pairwise(chain)
        for side in (0, 1)
    )


@given(boxes)
def test_boxes_of_a_chain_follow_one_another_and_no_other_is_heavier(boxes):
    lefts, rights, weights = zip(*boxes, strict=True) if boxes else ((), (), ())
    chain = [boxes[number] for number in chain_of_boxes(lefts, rights, weights)]
    assert _follow(chain)
    heaviest = max(
        sum(box[2] for box in chosen)
        for mask in range(1 << len(boxes))
        for chosen in [sorted(b for at, b in enumerate(boxes) if mask >> at & 1)]
        if _follow(chosen)
    )
    assert sum(box[2] for box in chain) == heaviest


def test_a_chain_of_boxes_can_be_interrupted():
    def interrupted(numbers):
        raise InterruptedError(list(numbers))

    with pytest.raises(InterruptedError):
        chain_of_boxes([(0, 1)], [(0, 1)], [1], interrupted)


def test_nothing_makes_no_chain():
    assert heaviest_chain([], []) == []
    assert longest_rising([]) == []
    assert chain_of_boxes([], [], []) == []
