"""What one of two texts does throughout, said once in words."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.core.facts.pair_character import PairCharacter

MOST_WORDS = 4
"""Pairs of words named; a Bible has dozens, as *thou* and *you*."""


def habits_in_words(character: PairCharacter) -> str:
    """Return what no row tells, since it holds of a whole text; else nothing."""
    told = "; ".join(_habits(character))
    return f"Throughout: {told}" if told else ""


def _habits(character: PairCharacter) -> Iterator[str]:
    if character.left_unquoted:
        yield "no quotation marks on the left"
    if character.right_unquoted:
        yield "no quotation marks on the right"
    for one in character.habits[:MOST_WORDS]:
        yield f'"{one.left}" on the left, "{one.right}" on the right'
