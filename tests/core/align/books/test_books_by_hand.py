"""What was settled by hand stands, and the reader can cancel and see steps."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_app.core.align.books import book
from tui_app.core.align.books.book import align_book, align_book_in_steps, realign_book
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
    near = realign_book(left, right, before, after)
    assert set(pairs(near)) == set(pairs(align_book(left, right, after)))
    assert pairs(near) == sorted(pairs(near))
    assert realign_book(left, right, near, NONE) is before


@pytest.fixture
def retold(story, document):
    """Return a book and a version of it, aligned by themselves."""
    lines = story(700)
    told = [" ".join(line.split()[::2]) for line in lines[:300] + lines[310:]]
    left, right = document(lines), document(told)
    return left, right, align_book(left, right, NONE)


@st.composite
def settlings(draw):
    """One after the other what a reader settles, near each other or far apart."""
    at = draw(st.integers(5, 640))
    near = st.integers(at - 5, at + 40)
    units = st.one_of(near, st.integers(0, 680))
    steps, rights, apart = [], {}, set()
    for left in draw(st.lists(units, min_size=1, max_size=6, unique=True)):
        right = draw(st.one_of(st.integers(left - 3, left + 3), units))
        if draw(st.booleans()) and right not in rights.values():
            rights[left] = right
        elif rights.get(left) != right:
            apart.add((left, right))
        fixed = tuple(sorted(((i,), (j,)) for i, j in rights.items()))
        parted = frozenset(apart) - set(rights.items())
        steps.append(Constraints(fixed, parted))
    return steps


@settings(few, max_examples=12)
@given(settlings(), st.randoms())
def test_by_whatever_way_one_comes_to_what_is_settled_the_rows_are_the_same(
    retold, steps, random
):
    left, right, by_itself = retold
    at_once = [realign_book(left, right, by_itself, one) for one in steps]
    found = by_itself
    for number in [*range(len(steps)), *random.choices(range(len(steps)), k=3)]:
        found = realign_book(left, right, found, steps[number])
        assert found == at_once[number]
    assert realign_book(left, right, found, NONE) == by_itself


@settings(few, max_examples=6)
@given(settlings())
def test_what_is_settled_stands_and_the_rest_is_sound(retold, steps):
    left, right, by_itself = retold
    found = realign_book(left, right, by_itself, steps[-1])
    linked = set(pairs(found))
    assert pairs(found) == sorted(linked)
    assert steps[-1].parted.isdisjoint(linked)
    for lefts, rights in steps[-1].fixed:
        assert {p for p in linked if p[0] in lefts or p[1] in rights} == {
            (i, j) for i in lefts for j in rights
        }
    for side, whole in (("left", left), ("right", right)):
        units = [n for bead in found.beads for n in getattr(bead, side)]
        assert len(units) == len(set(units))
        assert all(0 <= n < len(whole.units) for n in units)


def mirrored(constraints):
    """Return the same with the sides changed."""
    return Constraints(
        tuple((right, left) for left, right in constraints.fixed),
        frozenset((j, i) for i, j in constraints.parted),
    )


@settings(few, max_examples=6)
@given(settlings())
def test_with_the_sides_changed_what_is_settled_does_the_same(retold, steps):
    left, right, by_itself = retold
    there = realign_book(left, right, by_itself, steps[-1])
    turned = mirrored(steps[-1])
    back = realign_book(right, left, by_itself.mirrored(), turned)
    assert back.mirrored().links == there.links
    assert set(back.mirrored().beads) == set(there.beads)


def test_aligned_again_is_only_what_is_about_the_last_link(retold, monkeypatch):
    left, right, found = retold
    asked = []
    aligned = book.align_units
    monkeypatch.setattr(
        book, "align_units", lambda *some: asked.append(some) or aligned(*some)
    )
    fixed: tuple = ()
    for unit in range(20, 680, 60):
        fixed = (*fixed, ((unit,), (unit + 1,)))
        asked.clear()
        found = realign_book(left, right, found, Constraints(fixed))
        assert 1 <= len(asked) <= 2


def test_units_as_long_as_books_are_aligned_as_a_whole_again(story, document):
    lines = [" ".join(story(200, seed=n)) for n in range(40)]
    left, right = document(lines), document(lines[:20] + lines[21:])
    before = align_book(left, right, NONE)
    after = Constraints(fixed=(((5,), (6,)),))
    anew = align_book(left, right, after)
    found = realign_book(left, right, before, after)
    assert found[:2] == anew[:2]
    assert realign_book(left, right, found, NONE) == before
    rough, last = align_book_in_steps(left, right, after)
    assert last[:2] == anew[:2]
    assert len(rough.beads) > 30
