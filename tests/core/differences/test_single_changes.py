"""Differences of one group are one change."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.differences.single_changes import changes_in
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Span

GROUPS = st.lists(st.none() | st.integers(0, 4))


def differences(groups):
    return [
        Difference(Kind.WORDING, Span(at, at + 1), None, group)
        for at, group in enumerate(groups)
    ]


def test_both_ends_of_what_moved_are_one_change_where_the_first_stands():
    found = changes_in(differences([None, 3, None, 3, 0]))
    assert found == ((0,), (1, 3), (2,), (4,))


@given(GROUPS)
def test_every_difference_is_in_one_change(groups):
    found = changes_in(differences(groups))
    assert sorted(number for change in found for number in change) == [
        *range(len(groups))
    ]
    assert [*found] == sorted(found)
    for change in found:
        assert len({groups[number] for number in change}) == 1
        assert len(change) == 1 or groups[change[0]] is not None
