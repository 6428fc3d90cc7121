"""The fewest letters to delete, insert and replace that turn one word into another.

Levenshtein's distance with the steps that lead there. Words are short: a table costs
less than to import a library for it on the way to the first screen. Of ways equally
short it is the one that the library takes for words too long for a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

_LONGEST: Final = 64


class Change(NamedTuple):
    """Letters ``start`` to ``end`` of the left for those of the right; one may be none.

    Letters beside each other may come as several changes.
    """

    left_start: int
    left_end: int
    right_start: int
    right_end: int


def edits(left: Sequence[str], right: Sequence[str]) -> list[Change]:
    """Return the changes that turn ``left`` into ``right``, in order."""
    if max(len(left), len(right)) > _LONGEST:
        return _edits_of_long(left, right)
    start = _shared(left, right)
    end = _shared(left[start:][::-1], right[start:][::-1])
    ours, theirs = left[start : len(left) - end], right[start : len(right) - end]
    return [
        Change(i + start, k + start, j + start, m + start)
        for i, k, j, m in _steps(ours, theirs)
    ]


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many letters are the same at the beginning."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def _edits_of_long(left: Sequence[str], right: Sequence[str]) -> list[Change]:
    from rapidfuzz.distance import Levenshtein

    return [
        Change(step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in Levenshtein.opcodes(left, right)
        if step.tag != "equal"
    ]


def _steps(left: Sequence[str], right: Sequence[str]) -> list[Change]:
    table = _distances(left, right)
    steps: list[Change] = []
    i, j = len(left), len(right)
    while i or j:
        if not j or (i and table[i][j] > table[i - 1][j]):
            i -= 1
            steps.append(Change(i, i + 1, j, j))
        elif not i or table[i][j - 1] < table[i - 1][j - 1]:
            j -= 1
            steps.append(Change(i, i, j, j + 1))
        else:
            i, j = i - 1, j - 1
            if left[i] != right[j]:
                steps.append(Change(i, i + 1, j, j + 1))
    return steps[::-1]


def _distances(left: Sequence[str], right: Sequence[str]) -> list[list[int]]:
    """Return the distance of every beginning of one to every beginning of the other."""
    table = [list(range(len(right) + 1))]
    for i, letter in enumerate(left, 1):
        above, row = table[-1], [i]
        for j, other in enumerate(right):
            kept = above[j] + (letter != other)
            row.append(min(kept, above[j + 1] + 1, row[j] + 1))
        table.append(row)
    return table
