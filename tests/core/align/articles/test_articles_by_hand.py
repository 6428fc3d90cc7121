"""What the reader settled by hand stands, and the rest is aligned around it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_app.core.align import align
from tui_app.core.model import Bead, Constraints

few = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def test_a_fixed_bead_stands_and_its_neighbours_keep_their_links(story, links):
    text = story(12)
    constraints = Constraints(fixed=(((4, 5), (9,)),))
    found = links(text, [*text], constraints)
    assert {(4, 9), (5, 9)} <= set(found)
    others = [n for n in range(12) if n not in (4, 5, 9)]
    assert set(found) == {(4, 9), (5, 9), *((n, n) for n in others)}


def test_units_of_a_fixed_bead_need_not_stand_side_by_side(story, document):
    text = document(story(10))
    found = align(text, text, Constraints(fixed=(((1, 7), (3,)),)))
    assert Bead((1, 7), (3,), 1.0) in found.beads


@pytest.mark.parametrize("side", [0, 1])
def test_no_counterpart_is_honoured_on_either_side(side, story, links):
    text = story(10)
    fixed = ((3,), ()) if side == 0 else ((), (3,))
    found = links(text, [*text], Constraints(fixed=(fixed,)))
    assert found == [(n, n) for n in range(10) if n != 3]


def test_a_parted_pair_is_not_linked_and_not_in_one_bead(story, document):
    text = document(story(10))
    found = align(text, text, Constraints(parted=frozenset({(4, 4)})))
    assert (4, 4) not in {(link.left, link.right) for link in found.links}
    assert not any(4 in bead.left and 4 in bead.right for bead in found.beads)
    assert {(n, n) for n in range(10) if n != 4} <= {
        (link.left, link.right) for link in found.links
    }


@few
@given(
    st.integers(1, 99),
    st.sets(st.integers(0, 11), max_size=3),
    st.sets(st.integers(0, 11), max_size=3),
    st.frozensets(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=6),
)
def test_constraints_are_honoured_exactly(story, document, seed, left, right, parted):
    texts = document(story(12, seed)), document(story(12, seed)[::-1])
    parted -= {(i, j) for i in left for j in right}
    fixed = (tuple(sorted(left)), tuple(sorted(right)))
    found = align(*texts, Constraints((fixed,), parted))
    links = {(link.left, link.right) for link in found.links}
    touching = {(i, j) for i, j in links if i in left or j in right}
    assert touching == {(i, j) for i in left for j in right}
    assert not links & parted
    for bead in found.beads:
        assert not {(i, j) for i in bead.left for j in bead.right} & parted


@few
@given(st.integers(1, 99))
def test_what_was_found_fixed_by_hand_changes_nothing_else(story, document, seed):
    text = story(14, seed)
    texts = document(text), document(text[:5] + text[8:] + text[5:8])
    before = align(*texts, Constraints())
    bead = before.beads[seed % len(before.beads)]
    after = align(*texts, Constraints(fixed=((bead.left, bead.right),)))
    assert {(link.left, link.right) for link in after.links} == {
        (link.left, link.right) for link in before.links
    }


changes = st.lists(
    st.one_of(
        st.tuples(st.just("fixed"), st.integers(0, 15), st.integers(0, 15)),
        st.tuples(st.just("parted"), st.integers(0, 15), st.integers(0, 15)),
        st.tuples(st.just("lone"), st.integers(0, 15), st.just(0)),
    ),
    min_size=1,
    max_size=5,
)


def _constraints(changes):
    fixed, parted = {}, set()
    for kind, i, j in changes:
        if kind == "parted":
            parted.add((i, j))
        elif i not in fixed and (kind == "lone" or ((j,) not in fixed.values())):
            fixed[i] = () if kind == "lone" else (j,)
    return Constraints(
        tuple(((i,), right) for i, right in fixed.items()),
        frozenset((i, j) for i, j in parted if fixed.get(i) != (j,)),
    )


@settings(few, max_examples=15)
@given(st.integers(1, 99), changes)
def test_links_by_hand_give_what_a_first_alignment_would(
    story, document, seed, changes
):
    text = [" ".join(story(2, seed + n)) for n in range(16)]
    halves = [half for unit in text[4:] for half in (unit[:50], unit[50:])]
    left, right = document(text), document([*halves, *text[:4]])
    one_by_one = [
        align(left, right, _constraints(changes[:count]))
        for count in range(len(changes) + 1)
    ]
    for count, found in enumerate(one_by_one):
        align(document(story(4, 4)), document(story(4, 5)), Constraints())  # forgets
        assert found == align(left, right, _constraints(changes[:count]))


def test_what_was_settled_before_leaves_no_trace(story, links):
    left = story(30)
    right = [*left[12:18], *left[:12], *left[18:]]
    fixed = Constraints(fixed=(((3,), (0,)),), parted=frozenset({(20, 20)}))
    fresh = links(left, right)
    settled = links(left, right, fixed)
    links(story(9, 4), story(9, 5))
    assert (links(left, right, fixed), links(left, right)) == (settled, fresh)
    assert settled != fresh
