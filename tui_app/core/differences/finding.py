"""From two passages to their differences: all stages in order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from tui_app.core.differences.assembling import assemble, laid_out
from tui_app.core.differences.collating import collate
from tui_app.core.differences.facts import Evidence, find_facts
from tui_app.core.model import Difference

LONGEST: Final = 60_000
"""Characters of both sides compared at once: about half a second, a second at worst."""


def find_differences(
    left: str, right: str, evidence: Callable[[bool], Evidence]
) -> list[Difference]:
    """Return the differences of two passages, in the order of the left.

    ``evidence`` is asked with whether the sides are exchanged: two passages are
    always compared the same way round, whatever side they stand on, so that
    exchanging the sides mirrors the result and changes nothing else. What is too
    long to be compared at once is compared piece by piece.
    """
    if left == right:
        return []
    if len(left) + len(right) > LONGEST:
        from tui_app.core.differences.long_passages import find_piecewise

        once = cache(evidence)
        return find_piecewise(left, right, lambda a, b: _find(a, b, once), LONGEST)
    return _find(left, right, evidence)


def _find(
    left: str, right: str, evidence: Callable[[bool], Evidence]
) -> list[Difference]:
    exchanged = (len(left), left) > (len(right), right)
    if exchanged:
        left, right = right, left
    collation = collate(left, right)
    facts = find_facts(collation, evidence(exchanged))
    return laid_out(collation, assemble(collation, facts), exchanged=exchanged)
