"""Links that straddle two others: dropped by chance, kept where clauses moved."""

from __future__ import annotations

from tui_app.core.align.articles.links import chance_straddles
from tui_app.core.align.articles.weighed_texts import weigh_texts

PLAIN = [f"alpha{n} beta{n} gamma{n} delta{n}" for n in range(9)]
IN_ORDER = [(n, n) for n in range(2, 11)]


def _lines(first, second):
    return [first, second, *PLAIN]


def test_a_straddle_is_dropped_where_links_stand_alone():
    pair = weigh_texts(
        _lines("king queen castle tower moat", "river valley bridge ferry"),
        _lines("king queen castle tower moat river", "river valley bridge ferry"),
    )
    links = {(0, 0), (1, 0), (1, 1), *IN_ORDER}
    assert chance_straddles(pair, links, set()) == {(1, 0)}
    assert chance_straddles(pair, links - {(1, 1)}, set()) == set()


def test_a_straddle_that_carries_half_of_both_units_stays():
    pair = weigh_texts(
        _lines("king queen castle tower moat", "river valley bridge ferry"),
        _lines("king queen", "castle tower moat river valley bridge ferry"),
    )
    links = {(0, 0), (0, 1), (1, 1), *IN_ORDER}
    assert chance_straddles(pair, links, set()) == set()


def test_what_stands_between_links_needs_no_words():
    pair = weigh_texts(_lines("king", "river"), _lines("king", "river"))
    links = {(0, 0), (0, 1), (1, 0), (1, 1), *IN_ORDER}
    assert chance_straddles(pair, links, {(0, 1)}) == {(1, 0)}


def test_no_unit_loses_its_last_link():
    pair = weigh_texts(["a b", "c d"], ["e f", "g h"])
    links = {(0, 0), (0, 1), (1, 0), (1, 1)}
    kept = links - chance_straddles(pair, links, set())
    assert {i for i, _ in kept} == {j for _, j in kept} == {0, 1}
