"""Two reports of one event: little is in both, and what is stands out."""

from __future__ import annotations

import pytest

from tui_app.core.align import align
from tui_app.core.align.articles.candidates import Candidates, unit_candidates
from tui_app.core.align.articles.comparable_links import (
    are_comparable,
    comparable_links,
    most_expected,
)
from tui_app.core.align.articles.comparable_signs import link_signs
from tui_app.core.align.articles.costs import Coverage
from tui_app.core.align.articles.equal_atoms import equal_atoms
from tui_app.core.align.articles.weighed_texts import weigh_texts
from tui_app.core.align.settled import Settled
from tui_app.core.model import Constraints

HARBOUR_POST = [
    "Ferry with ninety people aboard runs aground off Sandholm",
    (
        "A ferry carrying ninety passengers ran aground on a sandbank off the island "
        "of Sandholm early on Sunday, the coast guard said."
    ),
    "Nobody was hurt, and all passengers were brought ashore by lifeboats before noon.",
    (
        "The Aurora, built in 1974, had left the mainland at six in thick fog and was "
        "due to return in the evening."
    ),
    (
        '"We heard a scraping noise and then everything stood still," said Ida Brandt, '
        "a teacher who was on her way home."
    ),
    "Tugs will try to pull the vessel free at high tide on Monday.",
    "The shipping line lost its licence for night crossings two years ago.",
    "Islanders have long asked for a bridge, which the government calls too dear.",
]
ISLAND_NEWS = [
    "Stuck in the sand: Sandholm wakes up to a stranded ship",
    (
        "Fishermen were the first to see it, a white hull leaning in the mist where no "
        "hull should be."
    ),
    (
        "The ferry Aurora had run onto a sandbank in fog with ninety passengers, all "
        "of whom reached the shore unharmed in lifeboats."
    ),
    "Hotels opened their breakfast rooms, and the school its gymnasium.",
    (
        'Ida Brandt, who teaches here, said: "We heard a scraping noise and then '
        'everything stood still."'
    ),
    "On Monday, when the tide is high, tugs are to pull the ship off the bank.",
    "The mayor thanked all who had made coffee.",
    "For the potato harvest festival next week no change of plans is expected.",
]


@pytest.fixture(name="signs")
def _signs():
    def signs(left, right):
        pair = weigh_texts(left, right)
        found = Candidates(pair, equal_atoms(pair)).under(Settled())
        rows = unit_candidates(pair, found)
        return link_signs(pair, (left, right), rows, ())

    return signs


def test_two_reports_of_one_event_are_linked_where_they_say_the_same(links):
    assert set(links(HARBOUR_POST, ISLAND_NEWS)) == {(1, 2), (4, 4), (5, 5)}


def test_what_is_parted_by_hand_stays_so(document):
    left, right = document(HARBOUR_POST), document(ISLAND_NEWS)
    parted = Constraints(parted=frozenset({(5, 5)}))
    assert (5, 5) not in {link.pair for link in align(left, right, parted).links}


def test_two_essays_on_one_subject_have_no_counterparts(links):
    left = [
        "Cars that drive themselves are coming sooner than people think.",
        "Most drivers believe that they are better than most drivers.",
        "My uncle fell asleep at the wheel and woke up in a field of beets.",
        "Who pays when a machine breaks the law is an open question.",
    ]
    right = [
        "Last winter I rode in a car without a steering wheel.",
        "It stopped for a plastic bag that the wind blew over the road.",
        "Cities will need fewer parking places, and that alone is worth it.",
        "What matters is whom the public will trust.",
    ]
    assert links(left, right) == []


def test_texts_are_comparable_where_most_of_both_is_alone():
    assert are_comparable(Coverage(0.4, 0.3, 0.9))
    assert not are_comparable(Coverage(0.4, 0.9, 0.9))


def test_a_pair_leads_by_its_distance_to_the_next_on_either_side(signs):
    known = signs(
        ["kelp moss fern salt", "kelp moss dune wind"],
        ["kelp moss fern wave", "fern salt foam rain"],
    )
    ahead = known[0, 0].dice - known[0, 1].dice
    behind = known[0, 0].dice - known[1, 0].dice
    leads = sorted((known[0, 0].trails, known[0, 0].leads))
    assert leads == pytest.approx(sorted((ahead, behind)))
    assert known[0, 1].trails == pytest.approx(max(-ahead, -0.15))


def test_words_in_a_row_weigh_more_than_the_same_words_apart(signs):
    left = ["alder birch cedar", "fir"]
    row = signs(left, ["alder birch cedar", "fir"])[0, 0]
    apart = signs(left, ["cedar birch alder", "fir"])[0, 0]
    assert row.dice == apart.dice
    assert row.run_leads == pytest.approx(3 * apart.run_leads)
    assert apart.run_leads > 0


def test_a_pair_is_the_likelier_the_more_it_leads(signs):
    known = signs(HARBOUR_POST, ISLAND_NEWS)
    plain = known[5, 5]
    led = {
        leads: comparable_links({(0, 0): plain._replace(leads=leads, trails=leads)}, {})
        for leads in (0.1, 0.2)
    }
    assert led[0.1][0, 0] < led[0.2][0, 0]


def test_as_many_pairs_are_taken_as_serve_best():
    sure = {(0, 0): 0.9, (1, 1): 0.8, (2, 2): 0.35}
    assert set(most_expected(sure)) == {(0, 0), (1, 1)}
    doubtful = {(n, n): 0.35 for n in range(5)}
    assert set(most_expected(doubtful)) == set(doubtful)


def test_a_pair_must_be_the_best_of_one_of_its_units():
    likely = {(0, 0): 0.9, (0, 1): 0.6, (1, 1): 0.7}
    assert set(most_expected(likely)) == {(0, 0), (1, 1)}


def test_of_equally_likely_pairs_each_unit_takes_one(signs):
    known = signs(HARBOUR_POST, ISLAND_NEWS)[5, 5]
    alike = {(i, j): known for i in range(3) for j in range(3)}
    assert set(comparable_links(alike, {0: 1, 1: 0, 2: 2})) == {(0, 1), (1, 0), (2, 2)}


def test_nothing_is_taken_that_is_far_likelier_wrong():
    assert most_expected({(0, 0): 0.2, (1, 1): 0.2}) == {}
