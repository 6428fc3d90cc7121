"""Words of content that stand alone between two changes.

*A period of time, certain* and *some time, some*: a reader takes the whole for one
change, the equal word inside for a part of it. Two such words together, or a
number, are something to hold on to, and stay unmarked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui_app.core.differences.collation import Collation, Match
from tui_app.core.differences.tokens import Token
from tui_app.core.differences.words import FUNCTION_WEIGHT, WORD

_CHANGE = 2 * FUNCTION_WEIGHT
"""What a change must weigh to take in the word beside it: two words of grammar."""


def islands(collation: Collation, untouched: Sequence[Match]) -> Iterator[Match]:
    """Yield the words alone among changes; ``untouched`` by their left token.

    There is a change of some weight before the word and after it, and on the left
    and on the right: a word among mere additions is no part of them.
    """
    for at in _alone(untouched):
        before, here, after = untouched[at - 1 : at + 2]
        word = collation.left[here.left].word
        if word.sort is WORD and word.content:
            changes = (
                _weight(collation.left, before.left, here.left),
                _weight(collation.right, before.right, here.right),
                _weight(collation.left, here.left, after.left),
                _weight(collation.right, here.right, after.right),
            )
            if _is_among(*changes):
                yield here


def _alone(untouched: Sequence[Match]) -> list[int]:
    """Return which of the words have no untouched neighbour, the ends left out."""
    behind_change = [
        at
        for at, ((i, j, _), (k, m, _)) in enumerate(pairwise(untouched), 1)
        if k - i != 1 or m - j != 1
    ]
    return [at for at, after in pairwise(behind_change) if after == at + 1]


def _weight(tokens: Sequence[Token], before: int, after: int) -> float:
    return sum(token.weight for token in tokens[before + 1 : after])


def _is_among(
    left_before: float, right_before: float, left_after: float, right_after: float
) -> bool:
    least = min(
        left_before + right_before,
        left_after + right_after,
        left_before + left_after,
        right_before + right_after,
    )
    return least >= _CHANGE
