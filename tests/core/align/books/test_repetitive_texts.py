"""Tables, logs and litanies: the same few words again and again, and no rare one."""

from __future__ import annotations

import random

import pytest

from tui_app.core.align.books import matching
from tui_app.core.align.books.book import align_book
from tui_app.core.model import Constraints

THINGS = ["river", "stone", "bread", "horse", "paper", "glass", "green", "night"]

KINDS = {
    "a litany": lambda dice: f"have mercy, {dice.choice(THINGS)} of old",
    "a log": lambda dice: (
        f"the {dice.choice(THINGS)} answered the {dice.choice(THINGS)} in time"
    ),
    "a table": lambda dice: ",".join(str(dice.randint(0, 9)) for _ in range(6)),
    "pairs of words": lambda dice: f"{dice.choice(THINGS)} {dice.choice(THINGS)}",
}


def edited(line, lines, dice):
    """Return the lines with one in ten made anew."""
    return [line(dice) if dice.random() < 0.1 else one for one in lines]


@pytest.mark.parametrize("kind", KINDS)
def test_their_lines_find_each_other(kind, document):
    dice = random.Random(3)  # noqa: S311 - made-up texts, no secrets
    line = KINDS[kind]
    left = [line(dice) for _ in range(3000)]
    right = edited(line, left, dice)
    found = align_book(document(left), document(right), Constraints())
    linked = {(one.left, one.right) for one in found.links}
    same = {(n, n) for n in range(3000) if left[n] == right[n]}
    assert len(same & linked) > 0.97 * len(same)


def words_looked_at(lines, document, monkeypatch):
    """Return how many words and runs are sorted while so many lines are aligned."""
    looked = 0
    usual = matching.equally_often

    def counting(left, right, most):
        nonlocal looked
        looked += len(left.key) + len(right.key)
        return usual(left, right, most)

    dice = random.Random(5)  # noqa: S311 - made-up texts, no secrets
    line = KINDS["a log"]
    left = [line(dice) for _ in range(lines)]
    right = edited(line, left, dice)
    with monkeypatch.context() as patched:
        patched.setattr(matching, "equally_often", counting)
        align_book(document(left), document(right), Constraints())
    return looked


def test_twice_the_lines_are_about_twice_the_work(document, monkeypatch):
    once = words_looked_at(1500, document, monkeypatch)
    assert words_looked_at(3000, document, monkeypatch) < 2.5 * once
