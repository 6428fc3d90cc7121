"""What was settled by hand stands, and the reader can cancel and see steps."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_app.core.align.books.book import align_book, align_book_in_steps
from tui_app.core.align.books.realigning import realign_book
from tui_app.core.model import Constraints

NONE = Constraints()


def pairs(found):
    return [(link.left, link.right) for link in found.links]


def test_a_fixed_pair_stands_and_its_units_have_no_other(story, document):
    text = document(story(700))
    fixed = Constraints(fixed=(((100,), (300,)),))
    found = align_book(text, text, fixed)
    assert [p for p in pairs(found) if p[0] == 100 or p[1] == 300] == [(100, 300)]
    rest = {(n, n) for n in range(700) if n not in {100, 300}}
    assert rest <= set(pairs(found))


def test_a_fixed_bead_stands_whole(story, document):
    text = document(story(700))
    found = align_book(text, text, Constraints(fixed=(((100, 101), (103, 104)),)))
    assert ((100, 101), (103, 104)) in {(b.left, b.right) for b in found.beads}


def test_a_unit_without_counterpart_stays_alone(story, document):
    text = document(story(700))
    lonely = Constraints(fixed=(((100,), ()), ((), (200,))))
    found = align_book(text, text, lonely)
    assert not [p for p in pairs(found) if p[0] == 100 or p[1] == 200]


def test_parted_units_are_not_linked(document):
    lines = ["the same line again"] * 700
    parted = Constraints(parted=frozenset({(0, 0), (699, 699)}))
    found = align_book(document(lines), document(lines), parted)
    assert parted.parted.isdisjoint(pairs(found))


LINE = st.text(alphabet="abc ", min_size=1, max_size=12)


@st.composite
def cases(draw):
    """Two small texts of few words, and settled units, each in one place only."""
    sides = [draw(st.lists(LINE, max_size=12)) for _ in range(2)]
    numbers = [draw(st.permutations(range(len(side)))) for side in sides]
    cuts = [draw(st.integers(0, len(side))) for side in sides]
    fixed = tuple(
        ((i,), (j,))
        for i, j in zip(numbers[0][: cuts[0]], numbers[1][: cuts[1]], strict=False)
    )
    lonely = tuple(((i,), ()) for i in numbers[0][cuts[0] :][:1])
    parted = draw(
        st.frozensets(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=6)
    )
    apart = parted - {(left[0], right[0]) for left, right in fixed}
    return sides, Constraints(fixed + lonely, apart)


few = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # it only makes
)


@few
@given(cases())
def test_whatever_the_texts_an_alignment_is_sound(document, case):
    (one, other), constraints = case
    left, right = document(one), document(other)
    found = align_book(left, right, constraints)
    assert pairs(found) == sorted(set(pairs(found)))
    assert all(0 <= link.score <= 1 for link in found.links)
    for side, whole in (("left", left), ("right", right)):
        units = [n for bead in found.beads for n in getattr(bead, side)]
        assert len(units) == len(set(units))
        assert all(0 <= n < len(whole.units) for n in units)
    linked = set(pairs(found))
    assert constraints.parted.isdisjoint(linked)
    for lefts, rights in constraints.fixed:
        touching = {p for p in linked if p[0] in lefts or p[1] in rights}
        assert touching == {(i, j) for i in lefts for j in rights}


@few
@given(cases())
def test_whatever_the_texts_swapping_mirrors(document, case):
    (one, other), constraints = case
    mirrored = Constraints(
        tuple((right, left) for left, right in constraints.fixed),
        frozenset((j, i) for i, j in constraints.parted),
    )
    there = align_book(document(one), document(other), constraints)
    back = align_book(document(other), document(one), mirrored)
    if one != other:
        assert pairs(there) == sorted((j, i) for i, j in pairs(back))
        assert {(bead.left, bead.right) for bead in there.beads} == {
            (bead.right, bead.left) for bead in back.beads
        }


class StoppedError(Exception):
    """Raised by a reader who does not want to wait."""


def test_what_the_report_raises_ends_the_work(story, document):
    text = document(story(700))
    for last in range(0, 16, 4):
        seen = []

        def report(progress, last=last, seen=seen):
            seen.append(progress)
            if len(seen) > last:
                raise StoppedError

        with pytest.raises(StoppedError):
            align_book(text, document(story(700, seed=4)), NONE, report)
        assert len(seen) == last + 1


def test_progress_never_falls_back(story, document):
    text = document(story(700))
    seen = []
    align_book(text, text, NONE, seen.append)
    done = [progress.done for progress in seen]
    assert done == sorted(done)
    assert all(progress.done <= progress.total for progress in seen)


def test_steps_come_nearer_and_end_with_the_whole(story, document):
    lines = story(700)
    left, right = document(lines), document(lines[:350] + lines[380:])
    whole = align_book(left, right, NONE)
    first, rough, last = align_book_in_steps(left, right, NONE, None, 500)
    assert last == whole
    true = set(pairs(whole))
    assert {link.left for link in first.links} <= set(range(430, 570))
    assert len(set(pairs(first)) & true) > 60
    assert len(set(pairs(rough)) & true) > 0.8 * len(true)


@pytest.mark.parametrize(
    "after",
    [
        Constraints(fixed=(((400,), (402,)),)),
        Constraints(fixed=(((400,), (100,)),)),
        Constraints(fixed=(((400, 401), (400,)),)),
        Constraints(fixed=(((400,), ()),)),
        Constraints(fixed=(((), (400,)),)),
    ],
)
def test_settling_by_hand_changes_what_aligning_it_all_would(story, document, after):
    lines = story(800)
    left, right = document(lines), document(lines)
    before = align_book(left, right, NONE)
    near = realign_book(left, right, before, NONE, after)
    assert set(pairs(near)) == set(pairs(align_book(left, right, after)))
    assert pairs(near) == sorted(pairs(near))
    again = realign_book(left, right, near, after, NONE)
    assert pairs(again) == pairs(before)


def test_units_as_long_as_books_are_aligned_as_a_whole_again(story, document):
    lines = [" ".join(story(200, seed=n)) for n in range(40)]
    left, right = document(lines), document(lines[:20] + lines[21:])
    before = align_book(left, right, NONE)
    after = Constraints(fixed=(((5,), (6,)),))
    assert realign_book(left, right, before, NONE, after) == align_book(
        left, right, after
    )
    rough, last = align_book_in_steps(left, right, after)
    assert last == align_book(left, right, after)
    assert len(rough.beads) > 30
