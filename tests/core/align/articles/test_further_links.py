"""Units left over that stand out for each other, and those that do not."""

from __future__ import annotations

import pytest

from tui_app.core.align.articles.candidates import Candidates, unit_candidates
from tui_app.core.align.articles.costs import Coverage
from tui_app.core.align.articles.further_links import outstanding_links
from tui_app.core.align.articles.probability import LinkEvidence, probability
from tui_app.core.align.articles.weighed_texts import weigh_texts
from tui_app.core.align.settled import Settled

FORMULA = "verily therefore saying"
LINKED = [f"{FORMULA} alpha{n} beta{n} gamma{n} delta{n}" for n in range(20)]


def _words(stem, count):
    return " ".join(f"{stem}{letter}" for letter in "abcdefghijklmnopqrst"[:count])


@pytest.fixture(name="found")
def _found():
    def find(left, right):
        pair = weigh_texts([left, *LINKED], [*LINKED, right])
        rows = unit_candidates(pair, Candidates(pair).under(Settled()))
        return outstanding_links(pair, rows, {(n + 1, n) for n in range(20)})

    return find


def test_a_retelling_elsewhere_stands_out(found):
    told = f"{FORMULA} {_words('kelp', 12)} {_words('moss', 12)}"
    retold = f"{FORMULA} {_words('moss', 12)} {_words('fern', 12)}"
    assert found(told, retold) == [(0, 20)]


def test_a_formula_that_all_share_does_not(found):
    assert found(f"{FORMULA} {_words('kelp', 4)}", f"{FORMULA} fern moss") == []


def test_standing_out_makes_a_link_likelier():
    known = LinkEvidence(90, 0.3, 0.4, 0.6, 0, 0, Coverage(0.4, 0.4, 0.6))
    outstanding = LinkEvidence(90, 0.3, 0.4, 0.6, 0, 0, known.pair, stands_out=True)
    assert probability(known) < probability(outstanding) < 0.9
