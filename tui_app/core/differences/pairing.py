"""Which of the changed words in one place stands for which."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.differences.collation import Gap, How
from tui_app.core.differences.draft import Draft
from tui_app.core.differences.similarity import similarity
from tui_app.core.differences.words import Sort, Word

_MOST_CELLS = 2_500
_LENGTHS_APART = 2
_MOST_CONTENT = 3


def pair_replaced(draft: Draft, gaps: Sequence[Gap]) -> None:
    """Pair words that replace each other inside each gap, never crossing.

    Where the sides are too unlike in length or too long to tell, only words that
    look alike are paired: a wrong pair misleads, an unpaired word is only marked.
    """
    for gap in gaps:
        left = [i for i in range(*gap.left) if draft.of_left[i] < 0]
        right = [j for j in range(*gap.right) if draft.of_right[j] < 0]
        if not left or not right or len(left) * len(right) > _MOST_CELLS:
            continue
        strict = _is_strict(draft, left, right)
        for i, j in _best_pairs(draft, left, right, strict=strict):
            alike = similarity(draft.left[i], draft.right[j])
            draft.match(i, j, How.NEAR if 0 < alike < 1 else How.PAIRED)


def _is_strict(draft: Draft, left: Sequence[int], right: Sequence[int]) -> bool:
    if abs(len(left) - len(right)) > _LENGTHS_APART:
        return True
    contents = (
        sum(draft.left[i].content for i in left),
        sum(draft.right[j].content for j in right),
    )
    return min(contents) > _MOST_CONTENT


def _best_pairs(
    draft: Draft, left: Sequence[int], right: Sequence[int], *, strict: bool
) -> list[tuple[int, int]]:
    """Return the monotone pairing with the greatest sum of fits."""
    width = len(right)
    table = [[0.0] * (width + 1) for _ in range(len(left) + 1)]
    fits = [
        [_fit(draft, i, j, (a, b), (len(left), width), strict=strict)
         for b, j in enumerate(right)]
        for a, i in enumerate(left)
    ]  # fmt: skip
    for a in range(len(left) - 1, -1, -1):
        row, below = table[a], table[a + 1]
        for b in range(width - 1, -1, -1):
            row[b] = max(below[b], row[b + 1], below[b + 1] + fits[a][b])
    found = []
    a = b = 0
    while a < len(left) and b < width:
        if fits[a][b] > 0 and table[a][b] == table[a + 1][b + 1] + fits[a][b]:
            found.append((left[a], right[b]))
            a, b = a + 1, b + 1
        elif table[a][b] == table[a + 1][b]:
            a += 1
        else:
            b += 1
    return found


def _fit(
    draft: Draft,
    i: int,
    j: int,
    place: tuple[int, int],
    size: tuple[int, int],
    *,
    strict: bool,
) -> float:
    """Return how well the words fit each other, 0 or less where they must not."""
    one, other = draft.left[i], draft.right[j]
    alike = similarity(one, other)
    if strict:
        return alike
    fit = _class_fit(one, other)
    if fit <= 0:
        return alike
    fit += alike
    if one.text[:1].isupper() == other.text[:1].isupper():
        fit += 0.1
    if one.lower[-2:] == other.lower[-2:]:
        fit += 0.15
    apart = abs((place[0] + 0.5) / size[0] - (place[1] + 0.5) / size[1])
    return fit - 0.2 * apart


def _class_fit(one: Word, other: Word) -> float:
    if one.sort is not other.sort:
        return 0.2 if {one.sort, other.sort} == {Sort.WORD, Sort.NUMBER} else 0.0
    if one.sort is not Sort.WORD:
        return 0.6
    return 0.5 if one.function == other.function else 0.1
