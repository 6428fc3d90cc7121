"""Why a change is loud, in one sentence, from its kind and which side has the words.

The sentences of a kind of fact stand in its row of ``core/kinds``.
"""

from __future__ import annotations

from tui_app.core.kinds import KINDS, Kind
from tui_app.core.text.punctuation import QUOTATION_MARKS

_PASSAGE = "a passage only the {side} has"

QUOTED_ANEW = "quoted in other words"
"""What is told of a quotation told anew, which is no fact."""


def reason(kind: Kind, left: str, right: str) -> str:
    """Return why a fact of this kind is marked, ``""`` for what is no fact.

    ``left`` and ``right`` are its words, empty where a side has none.
    """
    reasons = KINDS[kind].reasons
    if reasons is None:
        return ""
    side = _side_alone(kind, left, right)
    return reasons.alone.format(side=side) if side else reasons.both


def reason_of_passage(left: str) -> str:
    """Return why a passage is marked that only the left or only the right has."""
    return _PASSAGE.format(side="left" if left else "right")


def _side_alone(kind: Kind, left: str, right: str) -> str:
    """Return which side alone has it, ``""`` for both.

    Quotation marks that went or came are told from words changed between them.
    """
    ours, theirs = bool(left), bool(right)
    if kind is Kind.QUOTE and left and right:
        ours, theirs = _is_quoted(left), _is_quoted(right)
    if ours is theirs:
        return ""
    return "left" if ours else "right"


def _is_quoted(words: str) -> bool:
    return any(character in QUOTATION_MARKS for character in words)
