"""The stages of the article engine, each alone."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.align.articles.backbone import chain_of_beads
from tui_app.core.align.articles.bags import shared_weight
from tui_app.core.align.articles.beads import AtomBead, grow
from tui_app.core.align.articles.candidates import Candidates
from tui_app.core.align.articles.costs import joining_cost
from tui_app.core.align.articles.equal_atoms import equal_atoms
from tui_app.core.align.articles.gaps import AtomGap, gaps
from tui_app.core.align.articles.links import unit_links
from tui_app.core.align.articles.weighed_texts import weigh_texts
from tui_app.core.align.settled import Settled


def test_words_of_one_text_alone_count_in_the_mass_only():
    pair = weigh_texts(["king town"], ["king hill"])
    assert len(pair.left.bags[0] & pair.words) == 1
    assert pair.left.mass[0] > shared_weight(pair.left.bags[0], pair.right.bags[0])


def test_a_dateline_matches_its_equal_only():
    apart = weigh_texts(["May 28, 2022", "May 28, 2022"], ["May 28, 2022"], {0}, ())
    table = Candidates(apart, equal_atoms(apart)).under(Settled())
    assert table == [{}, {0: apart.left.mass[1]}]


def bead(l0, l1, r0, r1, weight=1):
    return AtomBead(l0, l1, r0, r1, weight, weight, weight)


rectangles = st.tuples(*[st.integers(0, 4)] * 4, st.integers(1, 9)).map(
    lambda v: (bead(v[0], v[0] + v[1] + 1, v[2], v[2] + v[3] + 1), v[4])
)


@settings(max_examples=60)
@given(st.lists(rectangles, max_size=7))
def test_the_backbone_is_the_heaviest_chain(found):
    def rises(chain):
        return all(a.l1 <= b.l0 and a.r1 <= b.r0 for (a, _), (b, _) in pairwise(chain))

    ordered = sorted(found, key=lambda item: item[0].l0)
    best = max(
        sum(value for _, value in chain)
        for size in range(len(ordered) + 1)
        for chain in combinations(ordered, size)
        if rises(chain)
    )
    values = [value for _, value in found]
    chain = chain_of_beads([item for item, _ in found], values)
    assert rises([(item, 0) for item in chain])
    weights = dict(zip(map(id, [item for item, _ in found]), values, strict=True))
    assert sum(weights[id(item)] for item in chain) == best


def test_a_bead_grows_over_what_its_other_side_says_too():
    left = ["The old king rode to the northern town.", "Rain fell upon the hills."]
    pair = weigh_texts(
        left, ["The old king rode to the northern town, rain fell upon the hills"]
    )
    stages = grow(pair, [(0, 0)], 0.7, Settled())
    assert [(stage.l0, stage.l1) for stage in stages] == [(0, 1), (0, 2)]
    assert len(grow(pair, [(0, 0)], 0.7, Settled(parted=frozenset({(1, 0)})))) == 1


def test_words_of_a_bead_are_spent_once():
    left = ["alpha beta gamma delta epsilon", "zeta eta theta iota kappa"]
    right = ["alpha beta gamma delta", "epsilon zeta eta theta iota kappa"]
    pair = weigh_texts(left, right)
    found = unit_links(pair, bead(0, 2, 0, 2))
    assert sorted(found) == [(0, 0), (0, 1), (1, 1)]
    same = weigh_texts(["alpha beta", "alpha beta"], ["alpha beta", "alpha beta"])
    assert sorted(unit_links(same, bead(0, 2, 0, 2))) == [(0, 0), (1, 1)]


def test_joining_costs_what_certain_neighbours_share_by_chance():
    lines = ["one two three four five", "six seven eight nine ten"] * 6
    alike = [f"{line} common words everywhere {n}" for n, line in enumerate(lines)]
    apart = [f"{line} {n}" for n, line in enumerate(lines)]
    costs = []
    for text in (alike, apart):
        pair = weigh_texts(text, text)
        chain = [bead(n, n + 1, n, n + 1, 1) for n in range(12)]
        chain = [AtomBead(p.l0, p.l1, p.r0, p.r1, 1, 2, 2) for p in chain]
        costs.append(joining_cost(pair, chain))
    assert costs[0] >= costs[1]


def test_gaps_are_closed_where_links_stand_on_both_ends():
    held = [True, False, True, False]
    found = gaps({(0, 0), (2, 2)}, {(0, 0), (2, 2)}, held, held)
    assert found == [AtomGap(1, 2, 1, 2, closed=True), AtomGap(3, 4, 3, 4, closed=True)]
    assert gaps({(0, 2)}, {(0, 2)}, [True, False], [False, False, True]) == []
