"""Which differences of a row are one change to a reader."""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.core.model import Difference


def changes_in(differences: Iterable[Difference]) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of differences that are one change, by the first of each.

    Both ends of words that moved are one, and both marks of a quotation: those of
    the same group. One without a group is a change of its own.
    """
    found: dict[tuple[str, int], list[int]] = {}
    for number, one in enumerate(differences):
        key = ("alone", number) if one.group is None else ("group", one.group)
        found.setdefault(key, []).append(number)
    return tuple(map(tuple, found.values()))
