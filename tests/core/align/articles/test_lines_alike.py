"""Tables, tariffs, results, refrains: each line is like the others but for a word."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.align.articles.article import align_articles
from tui_app.core.align.articles.candidates import Candidates
from tui_app.core.align.articles.equal_atoms import equal_atoms
from tui_app.core.align.articles.weighed_texts import weigh_texts
from tui_app.core.align.settled import Settled
from tui_app.core.comparison import compare_texts
from tui_app.core.model import Constraints
from tui_app.core.segmentation import segment

TEAMS = ["Ajax", "Brann", "Celtic", "Dinamo", "Elche", "Fulham", "Gent", "Hertha"]
THINGS = ["apples", "bread", "eggs", "fish", "milk", "pears", "rice", "salt", "tea"]
MONTHS = ["January", "March", "April", "June", "July", "September", "October"]
NAMES = [a + b + c for a in ("Ma", "Te", "Lo") for b in "rlsn" for c in ("ik", "ova")]

KINDS = {
    "a tariff": lambda d: f"The charge for this is {d.randint(1, 300)} euros a month.",
    "un tarif": lambda d: f"Le tarif du service est de {d.randint(1, 300)} euros.",
    "费用": lambda d: f"这项服务的价格是每月{d.randint(1, 300)}元。",
    "days": lambda d: (
        f"On {d.randint(1, 28)} {d.choice(MONTHS)} {d.randint(1990, 2020)} "
        "the court heard the case."
    ),
    "names": lambda d: (
        f"{d.choice(NAMES)} {d.choice(NAMES)} finished the race in good time."
    ),
    "results": lambda d: (
        f"{d.choice(TEAMS)} {d.randint(0, 4)} {d.choice(TEAMS)} {d.randint(0, 4)}"
    ),
    "a table": lambda d: ",".join(str(d.randint(0, 9)) for _ in range(6)),
    "a litany": lambda d: f"Have mercy on us, {d.choice(THINGS)} of old.",
    "answers": lambda d: d.choice(["Yes.", "No.", "I do not know."]),
}


class Edited:
    """Lines, what was made of them, and which of them each one was."""

    def __init__(self, kind, lines, seed, *, moved=False):
        self._dice = random.Random(seed)  # noqa: S311 - made-up texts, no secrets
        self._line = KINDS[kind]
        self.left = [self._new() for _ in range(lines)]
        made = [edit for number in range(lines) for edit in self._edits(number)]
        if moved:
            half, block = lines // 2, lines // 10
            made = [*made[block:half], *made[:block], *made[half:]]
        self.right = [text for _, text in made]
        self.came_from = {at: number for at, (number, _) in enumerate(made)}

    def _new(self):
        return self._line(self._dice)

    def _edits(self, number):
        """Yield what becomes of a line: one in ten is changed, few go or come."""
        chance = self._dice.random()
        if chance < 0.03:
            yield -1, self._new()
        if chance < 0.97:
            changed = 0.05 < chance < 0.15
            yield number, self._new() if changed else self.left[number]

    def part_linked(self):
        """Return how many lines that stayed meet what they were, or its equal.

        And how many of the pairs are such.
        """
        found = compare_texts("\n".join(self.left), "\n".join(self.right), "line")
        pairs = {
            (i, j)
            for bead in found.alignment.beads
            for i in bead.left
            for j in bead.right
        }
        right = {
            j
            for i, j in pairs
            if self.came_from[j] == i or self.left[i] == self.right[j]
        }
        stayed = [j for j, number in self.came_from.items() if number >= 0]
        return len(right.intersection(stayed)) / len(stayed), len(right) / max(
            1, len(pairs)
        )


@pytest.mark.parametrize("kind", KINDS)
def test_edited_lines_find_each_other(kind):
    linked, precise = Edited(kind, 450, seed=7).part_linked()
    assert linked > 0.91
    assert precise > 0.98


@pytest.mark.parametrize("kind", ["a table", "results"])
def test_a_block_that_moved_is_found_though_none_of_its_words_is_rare(kind):
    linked, precise = Edited(kind, 450, seed=7, moved=True).part_linked()
    assert linked >= 0.9
    assert precise > 0.95


@pytest.mark.parametrize("lines", [200, 450])
def test_lines_to_each_of_which_something_was_added_find_each_other(lines):
    edited = Edited("results", lines, seed=3)
    edited.right = [f"{line} ({9000 + at})" for at, line in enumerate(edited.right)]
    linked, _ = edited.part_linked()
    assert linked >= 0.95


def articles(left, right):
    """Return the alignment of two lists of lines."""
    sides = (segment("\n".join(lines), None, "line") for lines in (left, right))
    return align_articles(*sides, Constraints())


FEW = st.sampled_from(["It rained.", "The wind rose and fell.", "He slept."])


@settings(max_examples=60)
@given(st.data())
def test_what_is_left_of_a_text_finds_itself_in_order(data):
    left = data.draw(st.lists(FEW, min_size=2, max_size=90))
    gone = data.draw(st.sets(st.integers(0, len(left) - 1), max_size=len(left) // 4))
    right = [line for number, line in enumerate(left) if number not in gone]
    found = articles(left, right)
    pairs = [(*bead.left, *bead.right) for bead in found.beads]
    assert pairs == sorted(pairs, key=lambda pair: pair[1])
    assert [left[i] for i, _ in pairs] == right


@settings(max_examples=30)
@given(st.integers(2, 450), st.integers(2, 450))
def test_of_lines_all_the_same_as_many_are_linked_as_there_are(ours, theirs):
    line = "The same line is said again and again."
    found = articles([line] * ours, [line] * theirs)
    assert len(found.beads) == min(ours, theirs)


def test_twice_the_lines_have_twice_the_candidates():
    def candidates(lines):
        edited = Edited("a litany", lines, seed=5)
        pair = weigh_texts(edited.left, edited.right)
        table = Candidates(pair, equal_atoms(pair)).under(Settled())
        return sum(map(len, table))

    assert candidates(400) < 2.5 * candidates(200)


def equal_units(left, right):
    pair = weigh_texts(left, right)
    return equal_atoms(pair).by_units(pair).of_left


def test_equal_passages_answer_each_other_in_order_and_then_where_they_moved():
    left = ["rain", "snow", "rain", "hail", "wind"]
    right = ["wind", "rain", "rain", "hail"]
    assert equal_units(left, right) == {0: 1, 2: 2, 3: 3, 4: 0}


def test_a_word_that_the_other_text_has_not_makes_no_passage_another():
    left = ["2019 rain fell", "2019 snow fell", "2019 rain fell"]
    right = ["2020 snow fell", "2020 rain fell"]
    assert equal_units(left, right) == {1: 0, 2: 1}


FRAME = "The fine for {} is {} crowns."


def rows(left, right):
    found = compare_texts("\n".join(left), "\n".join(right), "line").rows
    return [(row.left, row.right) for row in found]


def test_lines_of_one_frame_meet_between_others_though_all_else_is_new():
    left = [FRAME.format(thing, 20 + at) for at, thing in enumerate(THINGS)]
    right = list(left)
    right[4:6] = [FRAME.format("smoke", 77), FRAME.format("noise", 78)]
    assert rows(left, right) == [((n,), (n,)) for n in range(len(left))]


def test_a_line_of_another_frame_stays_alone():
    left = [FRAME.format(thing, 20 + at) for at, thing in enumerate(THINGS)]
    right = list(left)
    right[4] = "Nobody shall be punished twice on one day."
    assert ((4,), (4,)) not in rows(left, right)


def test_where_more_stand_on_one_side_none_is_guessed():
    left = [FRAME.format(thing, 20 + at) for at, thing in enumerate(THINGS)]
    right = [*left[:4], FRAME.format("smoke", 77), FRAME.format("noise", 78), *left[5:]]
    assert ((4,), ()) in rows(left, right)
