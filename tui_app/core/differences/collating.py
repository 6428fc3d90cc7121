"""From two passages to their collation: the stages of word alignment in order."""

from __future__ import annotations

from tui_app.core.differences.cleanup import without_chance_matches
from tui_app.core.differences.collation import Collation
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
    return Collation(
        left,
        right,
        left_tokens,
        right_tokens,
        draft.matches(),
        gaps,
        draft.of_left,
        draft.of_right,
        draft.how,
    )
