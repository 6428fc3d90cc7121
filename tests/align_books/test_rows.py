"""What rows and their JSON promise, whatever the alignment."""

from __future__ import annotations

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.comparison import Comparison
from tui_app.core.interchange import comparison_as_json, json_pieces
from tui_app.core.model import Alignment, Bead, Document, Link, Relation, Unit
from tui_app.core.rows import build_rows
from tui_app.core.whitespace import fold_space, same_but_for_space


def document(lines, source=None):
    units, at = [], 0
    for number, line in enumerate(lines):
        units.append(Unit(at, at + len(line), number))
        at += len(line) + 1
    return Document("\n".join(lines), source, "t", "line", tuple(units))


@st.composite
def alignments(draw):
    """Two documents and beads of runs of neighbours in any order."""
    sides = []
    for _ in range(2):
        sizes = draw(st.lists(st.integers(1, 3), max_size=8))
        starts = [sum(sizes[:number]) for number in range(len(sizes))]
        sides.append(
            [tuple(range(s, s + n)) for s, n in zip(starts, sizes, strict=True)]
        )
    left, right = sides
    order = draw(st.permutations(range(len(right))))
    chosen = draw(st.lists(st.booleans(), min_size=8, max_size=8))
    beads = tuple(
        Bead(left[a], right[b], 0.5 + a / 100)
        for a, b in zip(range(len(left)), order, strict=False)
        if chosen[a]
    )
    links = tuple(
        Link(i, j, bead.score) for bead in beads for i in bead.left for j in bead.right
    )
    documents = [
        document([f"unit {number % 3}" for number in range(sum(map(len, side)))])
        for side in sides
    ]
    return *documents, Alignment(beads, links)


@given(alignments())
def test_every_unit_is_in_exactly_one_row(case):
    left, right, alignment = case
    rows = build_rows(left, right, alignment)
    lefts = [number for row in rows for number in row.left]
    assert lefts == list(range(len(left.units)))
    rights = [number for row in rows for number in row.right]
    assert sorted(rights) == list(range(len(right.units)))


@given(alignments())
def test_rows_that_did_not_move_rise_on_the_right(case):
    rows = build_rows(*case)
    rights = [row.right[0] for row in rows if row.right and not row.moved]
    assert rights == sorted(rights)


@given(alignments())
def test_a_row_is_moved_only_where_the_order_breaks(case):
    beads = sorted(case[2].beads, key=lambda bead: bead.left)
    in_order = all(a.right < b.right for a, b in pairwise(beads))
    assert in_order == (not any(row.moved for row in build_rows(*case)))


@given(alignments())
def test_the_json_in_pieces_is_the_json_in_one(case):
    left, right, alignment = case
    comparison = Comparison(left, right, alignment, build_rows(*case))
    whole = json.dumps(comparison_as_json(comparison, None))
    assert "".join(json_pieces(comparison)) == whole


def test_the_right_unit_of_a_moved_row_does_not_carry_its_followers():
    left, right = document(["a", "b", "c"]), document(["c", "x", "a", "b"])
    beads = (Bead((0,), (2,), 1.0), Bead((1,), (3,), 1.0), Bead((2,), (0,), 1.0))
    rows = build_rows(left, right, Alignment(beads, ()))
    assert [(row.left, row.right) for row in rows] == [
        ((), (1,)),
        ((0,), (2,)),
        ((1,), (3,)),
        ((2,), (0,)),
    ]
    assert [row.moved for row in rows] == [False, False, False, True]


def test_paragraph_breaks_and_white_space_make_no_change():
    left = document(["one  two", "three"])
    right = document(["one two three"])
    rows = build_rows(left, right, Alignment((Bead((0, 1), (0,), 1.0),), ()))
    assert [row.relation for row in rows] == [Relation.SAME]


@given(
    st.text(alphabet="ab \n\u4e00\u4e8c\u00a0", max_size=60),
    st.text(alphabet="ab \n\u4e00\u4e8c\u00a0", max_size=60),
)
def test_the_quick_look_at_the_first_words_changes_no_verdict(one, other):
    assert same_but_for_space(one, other) == (fold_space(one) == fold_space(other))
    joined, spaced = one + other, f" {one} " + other
    assert same_but_for_space(joined, spaced) == (
        fold_space(joined) == fold_space(spaced)
    )
