"""Texts in made-up languages: every word of one has its word in the other."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import pytest

from tui_app.core.model import Alignment, Document
from tui_app.core.segmentation import segment

_VOWELS = ("aeiou", "ыоеуи")
_CONSONANTS = ("bdfgklmnprst", "бвгдзклмнпрст")


class Pair(NamedTuple):
    """Two texts, line by line, and which lines answer each other."""

    left: Document
    right: Document
    beads: list[tuple[tuple[int, ...], tuple[int, ...]]]

    def share_found(self, alignment: Alignment) -> float:
        """Return how many of the beads with both sides were found."""
        found = {bead.sides for bead in alignment.beads}
        wanted = [bead for bead in self.beads if bead[0] and bead[1]]
        return sum(bead in found for bead in wanted) / len(wanted)


def _lines(texts: Sequence[str]) -> Document:
    """Return a document of one unit a line."""
    return segment("\n".join(texts) + "\n", None, "line")


def _sentences(count: int, seed: int, *, figures: float = 0.0) -> list[tuple[str, str]]:
    """Return sentences in one language with their translations, word by word.

    The languages share no letter; words are as frequent as Zipf's law has them, a
    translation leaves out some and puts others in. Some sentences have figures.
    """
    dice = random.Random(seed)  # noqa: S311 - a text, no secret
    words = [(_word(dice, 0), _word(dice, 1)) for _ in range(600)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    made = []
    for _ in range(count):
        size = dice.randint(4, 16)
        chosen = dice.choices(words, weights, k=size)
        ours = [word for word, _ in chosen]
        theirs = [word for _, word in chosen if dice.random() > 0.15]
        theirs += [word for _, word in dice.choices(words, weights, k=1)]
        if dice.random() < figures:
            figure = str(dice.randint(100, 9999))
            ours.append(figure)
            theirs.append(figure)
        made.append((" ".join(ours) + ".", " ".join(theirs) + "."))
    return made


def _word(dice: random.Random, language: int) -> str:
    syllables = dice.randint(1, 4)
    return "".join(
        dice.choice(_CONSONANTS[language]) + dice.choice(_VOWELS[language])
        for _ in range(syllables)
    )


def _translated(count: int, seed: int, *, dropped: float = 0.0) -> Pair:
    """Return a text and its translation; some sentences are joined, some left out."""
    made = _sentences(count, seed)
    dice = random.Random(seed + 1)  # noqa: S311 - a text, no secret
    left: list[str] = []
    right: list[str] = []
    beads: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    at = 0
    while at < len(made):
        joined = dice.random() < 0.1 and at + 1 < len(made)
        part = made[at : at + 1 + joined]
        at += len(part)
        if dice.random() < dropped:
            beads.append((tuple(range(len(left), len(left) + len(part))), ()))
            left += [ours for ours, _ in part]
            continue
        beads.append((tuple(range(len(left), len(left) + len(part))), (len(right),)))
        left += [ours for ours, _ in part]
        right.append(" ".join(theirs for _, theirs in part))
    return Pair(_lines(left), _lines(right), beads)


@pytest.fixture
def lines():
    """Make a document of one unit a line."""
    return _lines


@pytest.fixture
def sentences():
    """Make sentences in one language with their translations."""
    return _sentences


@pytest.fixture
def translated():
    """Make a text and its translation."""
    return _translated
