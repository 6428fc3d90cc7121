"""The stages of the article engine, each alone."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.align.articles.backbone import chain_of_beads
from tui_app.core.align.articles.bags import BagItems, numbered, shared_weight
from tui_app.core.align.articles.beads import AtomBead, grow
from tui_app.core.align.articles.candidates import Candidates
from tui_app.core.align.articles.costs import joining_cost
from tui_app.core.align.articles.features import atoms, grams, stem, words
from tui_app.core.align.articles.gaps import AtomGap, gaps
from tui_app.core.align.articles.links import unit_links
from tui_app.core.align.articles.weighed_texts import weigh_texts
from tui_app.core.align.counterparts import main_counterparts
from tui_app.core.align.settled import Settled
from tui_app.core.model import Link

counts = st.dictionaries(st.integers(0, 6), st.integers(1, 3)).map(Counter)
WEIGHTS = [3, 5, 7, 11, 13, 17, 19]


class Bags:
    """Bags of a few features, made of how often each one is in them."""

    def __init__(self):
        self.items = BagItems(len(WEIGHTS))

    def bag(self, counted):
        return self.items.merged(
            [{numbered(WEIGHTS[k], k)} for k in counted.elements()] or [set()]
        )

    def weight(self, counted):
        return sum(WEIGHTS[k] for k in counted.elements())


def test_words_are_folded_and_scripts_without_spaces_fall_into_characters():
    assert words("Élan d'été, 29 Städte") == ["elan", "d", "ete", "29", "stadte"]
    assert words("人权") == ["人", "权", "人权"]
    assert words("اَلْحَقُّ") == ["الحق"]


def test_endings_fall_and_short_words_stay():
    assert stem("briefings") == stem("briefing") == stem("briefed")
    assert stem("was") == "was"
    assert grams("moved") == ["move", "oved"]
    assert grams("cat") == []


def test_atoms_end_at_sentences_semicolons_and_colons():
    text = (
        "He came to the old town at dawn; nobody saw him. It rained all day long: so."
    )
    assert atoms(text) == [
        "He came to the old town at dawn; ",
        "nobody saw him. It rained all day long: so.",
    ]
    assert atoms("他在黎明时分来到了这座古老的城市。没有人看见他走过那条街。") == [
        "他在黎明时分来到了这座古老的城市。",
        "没有人看见他走过那条街。",
    ]
    assert atoms("") == []


@given(st.text("ab .;:。", max_size=80))
def test_atoms_join_to_the_text(text):
    assert "".join(atoms(text)) == text


@given(counts, counts)
def test_overlap_counts_what_both_hold(left, right):
    made = Bags()
    one, other = made.bag(left), made.bag(right)
    assert (
        shared_weight(one, other)
        == shared_weight(other, one)
        == made.weight(left & right)
    )


@given(counts, counts, counts)
def test_what_is_taken_from_a_bag_leaves_the_rest(left, taken, other):
    made = Bags()
    rest = made.items.rest(made.bag(left), made.bag(taken))
    assert rest == made.bag(left - taken)
    assert shared_weight(rest, made.bag(other)) == made.weight((left - taken) & other)


@given(counts, counts, counts)
def test_gained_is_what_a_merged_bag_shares_more(own, added, other):
    made = Bags()
    bags = made.bag(own), made.bag(added), made.bag(other)
    both = made.items.merged(bags[:2])
    assert both == made.bag(own + added)
    difference = shared_weight(both, bags[2]) - shared_weight(bags[0], bags[2])
    assert made.items.gained(*bags) == difference


def test_words_of_one_text_alone_count_in_the_mass_only():
    pair = weigh_texts(["king town"], ["king hill"])
    assert len(pair.left.bags[0] & pair.words) == 1
    assert pair.left.mass[0] > shared_weight(pair.left.bags[0], pair.right.bags[0])


def test_a_dateline_matches_its_equal_only():
    apart = weigh_texts(["May 28, 2022", "May 28, 2022"], ["May 28, 2022"], {0}, ())
    table = Candidates(apart).under(Settled())
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


def links(*pairs):
    return [Link(i, j, 0.9) for i, j, _ in pairs], {(i, j): w for i, j, w in pairs}


def test_a_row_of_straddling_units_falls_apart_at_its_weakest_links():
    found = main_counterparts(*links((0, 0, 9), (1, 0, 8), (1, 1, 2), (2, 1, 9)))
    assert [(bead.left, bead.right) for bead in found] == [((0, 1), (0,)), ((2,), (1,))]


def test_a_repeated_passage_is_a_further_counterpart_only():
    found = main_counterparts(*links((0, 5, 8), (4, 4, 5), (5, 5, 9)))
    assert [(bead.left, bead.right) for bead in found] == [((4,), (4,)), ((5,), (5,))]
