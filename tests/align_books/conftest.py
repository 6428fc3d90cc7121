"""Texts that the tests of the book engine share."""

from __future__ import annotations

import random

import pytest

from tui_app.core.model import Document, Unit


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


@pytest.fixture(name="story")
def _story():
    """Make a text of random words, some of them much commoner than others."""
    return story


@pytest.fixture(name="document")
def _document():
    """Make a document of which every line is a unit."""
    return document
