"""Keep what lies outside the facts equal on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.differences.collation import (
    EQUAL,
    Collation,
    Fact,
    Match,
    Stretch,
)


def closed(collation: Collation, facts: Sequence[Fact]) -> list[Fact]:
    """Return facts that cover both ends of every equal pair of words or none.

    A fact that covers one end grows over the other where that stands beside it;
    else the other end becomes a fact of the same kind, tied by its group.
    """
    if not facts:
        return []
    found = list(facts)
    group = max((one.group for one in facts if one.group is not None), default=-1)
    left, right = _holders(found)
    for match in collation.matches:
        if (match.left in left) == (match.right in right) or match.how is not EQUAL:
            continue
        number = left[match.left] if match.left in left else right[match.right]
        grown = _grown(found[number], match, missing_right=match.left in left)
        if grown is None:
            if found[number].group is None:
                group += 1
                found[number] = found[number]._replace(group=group)
            grown = _rest(found[number], match, missing_right=match.left in left)
            found.append(grown)
            number = len(found) - 1
        found[number] = grown
        left[match.left] = right[match.right] = number
    return found


def _holders(facts: Sequence[Fact]) -> tuple[dict[int, int], dict[int, int]]:
    """Return which fact covers a token, left and right."""
    return (
        {t: n for n, one in enumerate(facts) if one.left for t in range(*one.left)},
        {t: n for n, one in enumerate(facts) if one.right for t in range(*one.right)},
    )


def _grown(fact: Fact, match: Match, *, missing_right: bool) -> Fact | None:
    token = match.right if missing_right else match.left
    stretch = fact.right if missing_right else fact.left
    if stretch is None:
        return None
    if token == stretch.end:
        stretch = Stretch(stretch.start, token + 1)
    elif token == stretch.start - 1:
        stretch = Stretch(token, stretch.end)
    else:
        return None
    if missing_right:
        return fact._replace(right=stretch)
    return fact._replace(left=stretch)


def _rest(fact: Fact, match: Match, *, missing_right: bool) -> Fact:
    if missing_right:
        return Fact(fact.kind, None, Stretch(match.right, match.right + 1), fact.group)
    return Fact(fact.kind, Stretch(match.left, match.left + 1), None, fact.group)
