"""Which changed word stands for which, within a gap between matches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tui_app.core.collation.collation import NEAR, PAIRED, CollationDraft, WordGap
from tui_app.core.collation.sequence import WordPair, common_sequence
from tui_app.core.collation.word import MARK_WEIGHT, WORD, Word, similarity

_LENGTHS_APART = 2


_MOST_CONTENT = 3


_MOST_CELLS = 2_500


_FAR = 0.2


_CERTAIN = 0.7

"""The fit of words of one sort, case and ending, or of such that look alike."""


def pair_replaced(draft: CollationDraft, gaps: Sequence[WordGap]) -> bool:
    """Pair words that replace each other inside each gap, never crossing.

    Where the sides are too unlike in length or too long to tell, only words that
    look alike are paired: a wrong pair misleads, an unpaired word is only marked.
    Returns whether forms of one word were found, which part the gap they stood in.
    """
    parted = False
    of_left, of_right = draft.of_left, draft.of_right
    for (start, end), (other, behind) in gaps:
        if start == end or other == behind:
            continue
        left = [i for i in range(start, end) if of_left[i] < 0]
        right = [j for j in range(other, behind) if of_right[j] < 0]
        if left and right:
            for i, j in _pairs(draft, left, right):
                alike = similarity(draft.left[i], draft.right[j])
                near = 0 < alike < 1
                draft.match(i, j, NEAR if near else PAIRED)
                parted = parted or near
    return parted


def _pairs(
    draft: CollationDraft, left: Sequence[int], right: Sequence[int]
) -> list[WordPair]:
    ours = [draft.left[i] for i in left]
    theirs = [draft.right[j] for j in right]
    if len(ours) == len(theirs) == 1:
        one, other = ours[0], theirs[0]
        words = min(one.weight, other.weight) > MARK_WEIGHT
        return [(left[0], right[0])] if words or fit(one, other) else []
    if _is_guesswork(ours, theirs):
        found = common_sequence(ours, theirs, fee=0)
        found = _with_ends(ours, theirs, found)
    else:
        found = _best_pairs([[fit(one, other) for other in theirs] for one in ours])
    return [(left[a], right[b]) for a, b in found]


def _is_guesswork(left: Sequence[Word], right: Sequence[Word]) -> bool:
    if abs(len(left) - len(right)) > _LENGTHS_APART:
        return True
    contents = [sum(word.content for word in side) for side in (left, right)]
    return min(contents) > _MOST_CONTENT or len(left) * len(right) > _MOST_CELLS


def _with_ends(
    left: Sequence[Word], right: Sequence[Word], found: list[WordPair]
) -> list[WordPair]:
    """Add the first and the last words if they are free and fit very well."""
    for i, j in ((0, 0), (len(left) - 1, len(right) - 1)):
        free = all(i != a and j != b for a, b in found)
        if free and fit(left[i], right[j]) >= _CERTAIN:
            found = sorted([*found, (i, j)])
    return found


def _best_pairs(fits: list[list[float]]) -> list[WordPair]:
    """Return the monotone pairing with the greatest sum of fits, near the diagonal."""
    height, width = len(fits), len(fits[0])
    for a, row in enumerate(fits):
        for b, value in enumerate(row):
            if value:
                apart = abs((a + 0.5) / height - (b + 0.5) / width)
                row[b] = max(0.0, value - _FAR * apart)
    table = [[0.0] * (width + 1) for _ in range(height + 1)]
    for a in range(height - 1, -1, -1):
        for b in range(width - 1, -1, -1):
            table[a][b] = max(
                table[a + 1][b], table[a][b + 1], table[a + 1][b + 1] + fits[a][b]
            )
    found = []
    a = b = 0
    while a < height and b < width:
        if fits[a][b] and table[a][b] == table[a + 1][b + 1] + fits[a][b]:
            found.append((a, b))
            a, b = a + 1, b + 1
        elif table[a][b] == table[a + 1][b]:
            a += 1
        else:
            b += 1
    return found


_SAME_SORT = 0.5


_PRONOUN_FOR_NAME = 0.1


_SAME_INITIAL_CASE = 0.1


_SAME_ENDING = 0.15


_ENDING = 2


@lru_cache(maxsize=1 << 11)
def fit(left: Word, right: Word) -> float:
    """Return how well the words may stand for each other, 0 for not at all.

    Words of content stand for words of content, those of grammar for such as can
    be the same part of speech, marks for marks; a pronoun for a name at need.
    """
    alike = similarity(left, right)
    base = _sort_fit(left, right)
    if not base:
        return alike
    if left.text[:1].isupper() == right.text[:1].isupper():
        base += _SAME_INITIAL_CASE
    if left.lower[-_ENDING:] == right.lower[-_ENDING:]:
        base += _SAME_ENDING
    return base + alike


def _sort_fit(left: Word, right: Word) -> float:
    if left.sort is not right.sort:
        return _PRONOUN_FOR_NAME if left.lexical and right.lexical else 0.0
    if left.sort is not WORD or left.function == right.function:
        parts_meet = not left.function or left.grammar & right.grammar
        return _SAME_SORT if parts_meet else 0.0
    grammar, content = (left, right) if left.function else (right, left)
    name = content.text[:1].isupper()
    return _PRONOUN_FOR_NAME if name and "pronoun" in grammar.grammar else 0.0
