"""What the book engine promises for any two texts."""

from __future__ import annotations

import random

from tui_app.core.align.anchors import align_book
from tui_app.core.model import Alignment, Constraints, Document, Unit

NONE = Constraints()


def document(lines):
    units, at = [], 0
    for number, line in enumerate(lines):
        units.append(Unit(at, at + len(line), number))
        at += len(line) + 1
    return Document("\n".join(lines), None, "", "line", tuple(units))


def story(count, seed=1, vocabulary=3000):
    dice = random.Random(seed)  # noqa: S311  # a text, not a secret
    syllables = [a + b for a in "bdfglmnprst" for b in ("a", "e", "i", "o", "u", "an")]
    words = ["".join(dice.choices(syllables, k=3)) for _ in range(vocabulary)]
    weights = [1 / (rank + 3) for rank in range(vocabulary)]
    return [
        " ".join(dice.choices(words, weights, k=dice.randint(6, 20)))
        for _ in range(count)
    ]


def pairs(found: Alignment):
    return [(link.left, link.right) for link in found.links]


def test_identical_texts_give_the_identity():
    text = document(story(800))
    found = align_book(text, text, NONE)
    assert pairs(found) == [(number, number) for number in range(800)]


def test_a_text_against_nothing_gives_nothing():
    assert align_book(document(story(600)), document([]), NONE) == Alignment((), ())


def test_dropping_a_passage_unlinks_just_it():
    lines = story(800)
    found = align_book(document(lines), document(lines[:300] + lines[340:]), NONE)
    kept = [number for number in range(800) if not 300 <= number < 340]
    assert pairs(found) == [(left, right) for right, left in enumerate(kept)]


def test_a_moved_passage_keeps_its_links():
    lines = story(800)
    order = [*range(100), *range(160, 500), *range(100, 160), *range(500, 800)]
    found = align_book(document(lines), document([lines[n] for n in order]), NONE)
    assert pairs(found) == sorted((left, right) for right, left in enumerate(order))


def test_swapping_the_texts_mirrors_the_links():
    lines = story(700)
    left = document(lines)
    right = document(lines[50:400] + story(60, seed=2) + lines[380:700])
    there, back = align_book(left, right, NONE), align_book(right, left, NONE)
    assert pairs(there) == sorted((j, i) for i, j in pairs(back))
