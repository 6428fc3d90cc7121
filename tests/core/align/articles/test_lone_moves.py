"""A unit that moved alone must be long and surely the same to be shown so."""

from __future__ import annotations

import pytest

from tui_app.core.align.articles.lone_moves import without_lone_moves
from tui_app.core.model import Alignment, Bead, Link

LONG = "word " * 8


@pytest.fixture(name="kept")
def _kept(document):
    """Return the pairs that are left of beads given by (left, right, score)."""

    def kept(beads, lines=None):
        count = max(max(i, j) for i, j, _ in beads) + 1
        text = document(lines or [LONG.strip()] * count)
        alignment = Alignment(
            tuple(Bead((i,), (j,), score) for i, j, score in sorted(beads)),
            tuple(Link(i, j, score) for i, j, score in sorted(beads)),
        )
        found = without_lone_moves(alignment, text, text, standing_out=True)
        pairs = [(*bead.left, *bead.right) for bead in found.beads]
        assert pairs == [link.pair for link in found.links]
        return pairs

    return kept


IN_ORDER = [(n, n, 0.9) for n in range(20)]


REST = [(n, n, 0.9) for n in range(21, 40)]


def test_one_that_is_unsure_stays_alone(kept):
    assert (40, 20) in kept([*IN_ORDER, *REST, (40, 20, 0.75)])
    assert (40, 20) not in kept([*IN_ORDER, *REST, (40, 20, 0.65)])


def test_one_that_is_short_stays_alone(kept):
    lines = [LONG.strip()] * 41
    lines[20] = "He said nothing."
    beads = [*IN_ORDER, *REST, (40, 20, 0.99)]
    assert (40, 20) in kept(beads)
    assert (40, 20) not in kept(beads, lines)


def test_several_together_hold_each_other(kept):
    beads = [*IN_ORDER, *REST[1:]]
    assert {(40, 20), (41, 21)} <= set(kept([*beads, (40, 20, 0.6), (41, 21, 0.6)]))
    assert (40, 20) not in kept([*beads, (40, 20, 0.6)])


def test_what_is_linked_by_hand_stays(kept):
    beads = [*IN_ORDER, *REST, (40, 20, 1.0)]
    lines = [LONG.strip()] * 40 + ["So."]
    assert (40, 20) in kept(beads, lines)


def test_where_much_is_told_in_another_order_nothing_is_doubted(kept):
    beads = [*((n, n + 10, 0.6) for n in range(10)), (10, 0, 0.6), (12, 2, 0.6)]
    beads += [(14, 4, 0.6), (16, 6, 0.6)]
    assert len(kept(beads)) == len(beads)


def test_what_moved_is_held_by_a_further_link_beside_it(document):
    """What stands before it is in a row elsewhere, but is linked here too."""
    text = document([LONG.strip()] * 42)
    beads = tuple(Bead((i,), (j,), score) for i, j, score in [*IN_ORDER, *REST])
    links = tuple(Link(i, j, score) for i, j, score in [*IN_ORDER, *REST])
    moved = Bead((41,), (20,), 0.6)
    found = [
        without_lone_moves(
            Alignment((*beads, moved), (*links, *more, Link(41, 20, 0.6))),
            text,
            text,
            standing_out=True,
        )
        for more in ((), (Link(40, 19, 0.6),))
    ]
    assert [moved in one.beads for one in found] == [False, True]


def _pair(beads, left, right, *, standing_out):
    alignment = Alignment(
        tuple(Bead((i,), (j,), score) for i, j, score in sorted(beads)),
        tuple(Link(i, j, score) for i, j, score in sorted(beads)),
    )
    found = without_lone_moves(alignment, left, right, standing_out=standing_out)
    return {link.pair for link in found.links}


TOLD = [
    f"Verse {n} of the long poem sings of ship number {n} at sea." for n in range(20)
]


@pytest.mark.parametrize(
    ("ours", "theirs", "stays"),
    [
        # They share words that others near by have as well.
        (
            "He turned at once to the captain with his orders for the morning.",
            "At once they want her to choose a husband among the suitors there.",
            False,
        ),
        # They share what no other has.
        (
            "An owl carried the silver mirror off to its nest in the belfry.",
            "In the belfry, in an owl's nest, lay the mirror she had lost, of silver.",
            True,
        ),
    ],
)
def test_what_moved_alone_in_a_free_translation_must_stand_out(
    document, ours, theirs, stays
):
    rivals = ["They went at once to choose the captain for the morning watch."]
    left = document([*TOLD, "And so it ended.", ours])
    right = document([theirs, *TOLD, *rivals])
    beads = [*((n, n + 1, 0.9) for n in range(20)), (21, 0, 0.95)]
    assert ((21, 0) in _pair(beads, left, right, standing_out=True)) is stays
    assert (21, 0) in _pair(beads, left, right, standing_out=False)


def test_what_shares_most_of_its_words_stays_though_a_copy_is_near(document):
    refrain = "The mill turned in the wind, and nobody came home that night."
    left = document([*TOLD, "And so it ended.", refrain])
    right = document([refrain, *TOLD, refrain.replace("night", "evening")])
    beads = [*((n, n + 1, 0.9) for n in range(20)), (21, 0, 0.95)]
    assert (21, 0) in _pair(beads, left, right, standing_out=True)
