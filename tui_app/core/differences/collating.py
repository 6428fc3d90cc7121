"""From two passages to their collation: the stages of word alignment in order."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.differences.cleanup import without_chance_matches
from tui_app.core.differences.collation import Collation, Match
from tui_app.core.differences.draft import Draft
from tui_app.core.differences.moves import match_moved
from tui_app.core.differences.pairing import pair_replaced
from tui_app.core.differences.sequence import common_sequence
from tui_app.core.differences.tokens import tokens


def collate(left: str, right: str) -> Collation:
    """Lay two passages that say the same beside each other, word by word."""
    left_tokens, right_tokens = tokens(left), tokens(right)
    draft = Draft(
        [token.word for token in left_tokens], [token.word for token in right_tokens]
    )
    pairs = without_chance_matches(
        common_sequence(draft.left, draft.right), draft.left, draft.right
    )
    draft.match_in_sequence(pairs)
    match_moved(draft)
    gaps = draft.gaps(pairs)
    if pair_replaced(draft, gaps):
        gaps = draft.gaps(draft.pairs_in_sequence())
    matches = draft.matches()
    return Collation(
        left,
        right,
        left_tokens,
        right_tokens,
        matches,
        gaps,
        _by_token(matches, [match.left for match in matches], len(left_tokens)),
        _by_token(matches, [match.right for match in matches], len(right_tokens)),
    )


def _by_token(
    matches: Sequence[Match], numbers: Sequence[int], count: int
) -> tuple[Match | None, ...]:
    found: list[Match | None] = [None] * count
    for number, match in zip(numbers, matches, strict=True):
        found[number] = match
    return tuple(found)
