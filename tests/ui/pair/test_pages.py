"""Of what was made the latest is kept, and nothing else."""

import gc
import weakref

from hypothesis import given
from hypothesis import strategies as st

from tui_app.ui.pair.pages import Latest


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(1, 5))
def test_the_first_of_too_many_goes(keys, most):
    kept = Latest(most)
    for number, key in enumerate(keys):
        kept[key] = number
        assert kept[key] == number
        assert len(kept) <= most
    expected: dict[int, int] = {}
    for number, key in enumerate(keys):
        if key not in expected and len(expected) == most:
            expected.pop(next(iter(expected)))
        expected[key] = number
    assert kept == expected


class Thing:
    """Something that can be watched."""


def test_what_has_gone_is_free_without_a_search_for_garbage():
    gc.disable()
    try:
        kept = Latest(2)
        watched = []
        for number in range(3):
            kept[number] = thing = Thing()
            watched.append(weakref.ref(thing))
            del thing
        assert [one() is None for one in watched] == [True, False, False]
        kept.clear()
        assert all(one() is None for one in watched)
    finally:
        gc.enable()
