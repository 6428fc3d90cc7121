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
from tui_app.core.differences.words import FUNCTION_WEIGHT, Sort

_CHANGE = 2 * FUNCTION_WEIGHT
"""What a change must weigh to take in the word beside it: two words of grammar."""


def islands(collation: Collation, untouched: Sequence[Match]) -> Iterator[Match]:
    """Yield the words alone among changes; ``untouched`` by their left token.

    There is a change of some weight before the word and after it, and on the left
    and on the right: a word among mere additions is no part of them.
    """
    for (before, here), (_, after) in pairwise(pairwise(untouched)):
        if _adjoin(before, here) or _adjoin(here, after):
            continue
        word = collation.left[here.left].word
        if word.sort is Sort.WORD and word.content:
            changes = (
                _weight(collation.left, before.left, here.left),
                _weight(collation.right, before.right, here.right),
                _weight(collation.left, here.left, after.left),
                _weight(collation.right, here.right, after.right),
            )
            if _is_among(*changes):
                yield here


def _adjoin(one: Match, other: Match) -> bool:
    return other.left - one.left == 1 == other.right - one.right


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
