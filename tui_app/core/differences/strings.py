"""The differences of two strings."""

from __future__ import annotations

from tui_app.core.differences.facts import Evidence, evidence_of
from tui_app.core.differences.finding import find_differences
from tui_app.core.model import Difference


def differences(left: str, right: str) -> list[Difference]:
    """Return the differences of two strings that say the same.

    Offsets are code points into the strings; the order is that of the left. What
    lies outside the differences is equal word by word.
    """

    def evidence(exchanged: bool) -> Evidence:
        return evidence_of(right, left) if exchanged else evidence_of(left, right)

    return find_differences(left, right, evidence)
