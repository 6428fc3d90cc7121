"""The heaviest rising chain is right, not only quick."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.chains import heaviest_chain

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


def test_no_points_make_no_chain():
    assert heaviest_chain([], []) == []
