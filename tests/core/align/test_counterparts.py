"""Beads grow from the strongest tie on, over units that stand side by side."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.align.counterparts import main_counterparts
from tui_app.core.model import Link

places = st.tuples(st.integers(0, 9), st.integers(0, 9))


def _beside(unit, units, linked):
    """Tell, step by step, whether the unit and others have no linked one between."""
    return any(
        linked.isdisjoint(range(min(unit, other) + 1, max(unit, other)))
        for other in units
    )


def _plainly(links, strength):
    """Return the units of the beads as the method says, looking at all ties again."""
    ranked = sorted(links, key=lambda link: (-strength[link.pair], link.pair))
    firsts = [{link.left: link for link in ranked[::-1]}.values()]
    firsts.append({link.right: link for link in ranked[::-1]}.values())
    ties = [link for link in ranked if any(link in found for found in firsts)]
    linked = {link.left for link in links}, {link.right for link in links}
    found = set()
    while ties:
        left, right = {ties[0].left}, {ties[0].right}
        before = 0
        while len(left) + len(right) > before:
            before = len(left) + len(right)
            for tie in ties:
                if (tie.left in left and _beside(tie.right, right, linked[1])) or (
                    tie.right in right and _beside(tie.left, left, linked[0])
                ):
                    left.add(tie.left)
                    right.add(tie.right)
        found.add((tuple(sorted(left)), tuple(sorted(right))))
        ties = [t for t in ties if t.left not in left and t.right not in right]
    return found


@settings(max_examples=150)
@given(st.dictionaries(places, st.integers(1, 5), max_size=25))
def test_beads_hold_what_their_ties_reach_side_by_side(strength):
    links = [Link(*pair, 0.9) for pair in strength]
    found = main_counterparts(links, strength)
    assert {bead.sides for bead in found} == _plainly(links, strength)


def test_a_unit_that_says_what_a_thousand_say_is_one_bead_with_them():
    strength = {(0, n): n % 37 for n in range(1000)}
    (bead,) = main_counterparts([Link(*pair, 0.9) for pair in strength], strength)
    assert bead.sides == ((0,), tuple(range(1000)))


def links(*pairs):
    return [Link(i, j, 0.9) for i, j, _ in pairs], {(i, j): w for i, j, w in pairs}


def test_a_row_of_straddling_units_falls_apart_at_its_weakest_links():
    found = main_counterparts(*links((0, 0, 9), (1, 0, 8), (1, 1, 2), (2, 1, 9)))
    assert [(bead.left, bead.right) for bead in found] == [((0, 1), (0,)), ((2,), (1,))]


def test_a_repeated_passage_is_a_further_counterpart_only():
    found = main_counterparts(*links((0, 5, 8), (4, 4, 5), (5, 5, 9)))
    assert [(bead.left, bead.right) for bead in found] == [((4,), (4,)), ((5,), (5,))]
