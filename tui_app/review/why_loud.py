"""Why a change is loud, in one sentence, from its kind and which side has the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui_app.core.kinds import Kind
from tui_app.core.text.punctuation import QUOTATION_MARKS


class _Reasons(NamedTuple):
    """What to say where both sides have words, and where one has."""

    both: str
    one: str


_REASONS: Mapping[Kind, _Reasons] = {
    Kind.NUMBER: _Reasons(
        "a number or quantity differs", "a number or quantity only the {side} gives"
    ),
    Kind.DATE: _Reasons(
        "a date or time differs", "a date or time only the {side} gives"
    ),
    Kind.NAME: _Reasons("another name stands here", "a name only the {side} has here"),
    Kind.QUOTE: _Reasons("quoted words changed", "quoted only on the {side}"),
    Kind.NEGATION: _Reasons(
        "one side says what the other denies", "only the {side} denies it"
    ),
    Kind.MODALITY: _Reasons(
        "how certain or how binding it is differs",
        "only the {side} says how certain or how binding it is",
    ),
}
_PASSAGE = "a passage only the {side} has"


def reason(kind: Kind, left: str, right: str) -> str:
    """Return why a fact of this kind is marked, ``""`` for what is no fact.

    ``left`` and ``right`` are its words, empty where a side has none.
    """
    found = _REASONS.get(kind)
    if found is None:
        return ""
    if left and right:
        return _about_both(found, kind, left, right)
    return found.one.format(side="left" if left else "right")


def reason_of_passage(left: str) -> str:
    """Return why a passage is marked that only the left or only the right has."""
    return _PASSAGE.format(side="left" if left else "right")


def _about_both(found: _Reasons, kind: Kind, left: str, right: str) -> str:
    """Tell quotation marks that went or came from words changed between them."""
    ours, theirs = (any(c in QUOTATION_MARKS for c in words) for words in (left, right))
    if kind is Kind.QUOTE and ours is not theirs:
        return found.one.format(side="left" if ours else "right")
    return found.both
