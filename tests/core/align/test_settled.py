"""What is settled by hand forbids what would undo it, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.align.settled import settled_by
from tui_app.core.model import Constraints

units = st.sets(st.integers(0, 5), max_size=2).map(tuple)
constraints = st.builds(
    Constraints,
    st.lists(st.tuples(units, units), max_size=3).map(tuple),
    st.frozensets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=4),
)


def test_nothing_settled_forbids_nothing():
    settled = settled_by(Constraints())
    assert settled.forbids_nothing
    assert settled.allow([1, 2], [3])


def test_units_of_a_bead_by_hand_are_in_no_other():
    settled = settled_by(Constraints(fixed=(((1, 2), (3,)), ((5,), ()))))
    assert [bead.sides for bead in settled.fixed] == [((1, 2), (3,))]
    assert [link.pair for link in settled.links()] == [(1, 3), (2, 3)]
    assert not settled.allow([2], [4])
    assert not settled.allow([0], [3])
    assert not settled.allow([5], [0])
    assert settled.allow([0, 4], [4])


def test_a_parted_pair_is_in_no_bead_whatever_stands_there_too():
    settled = settled_by(Constraints(parted=frozenset({(1, 2)})))
    assert not settled.allow([0, 1], [2, 3])
    assert settled.allow([1], [3])


@given(constraints)
def test_mirrored_twice_it_is_the_same(constraints):
    settled = settled_by(constraints)
    assert settled.mirrored().mirrored() == settled


@given(constraints, units, units)
def test_what_is_allowed_is_allowed_with_the_sides_changed(constraints, left, right):
    settled = settled_by(constraints)
    assert settled.mirrored().allow(right, left) == settled.allow(left, right)
