"""Texts that the tests of the article engine share."""

from __future__ import annotations

import random

import pytest

from tui_app.core.align import align
from tui_app.core.model import Constraints, Document, Role, Unit


def make_document(lines, roles=()):
    """Make a document of which every line is a unit."""
    units, at = [], 0
    for number, line in enumerate(lines):
        role = roles[number] if number < len(roles) else Role.BODY
        units.append(Unit(at, at + len(line), number, role))
        at += len(line) + 1
    return Document("\n".join(lines), None, "", "line", tuple(units))


def make_story(count, seed=1, vocabulary=900):
    """Make ``count`` sentences of random words, some of them much commoner."""
    dice = random.Random(seed)  # noqa: S311  # a text, not a secret
    syllables = [a + b for a in "bdfglmnprst" for b in ("a", "e", "i", "o", "u", "an")]
    words = ["".join(dice.choices(syllables, k=3)) for _ in range(vocabulary)]
    weights = [1 / (rank + 3) for rank in range(vocabulary)]
    return [
        " ".join(dice.choices(words, weights, k=dice.randint(7, 18))) + "."
        for _ in range(count)
    ]


NONE = Constraints()


def links_of(left, right, constraints=NONE):
    """Return the links between two lists of lines or two documents."""
    left, right = (
        side if isinstance(side, Document) else make_document(side)
        for side in (left, right)
    )
    found = align(left, right, constraints)
    return [(link.left, link.right) for link in found.links]


@pytest.fixture(name="document")
def _document():
    return make_document


@pytest.fixture(name="story")
def _story():
    return make_story


@pytest.fixture(name="links")
def _links():
    return links_of
