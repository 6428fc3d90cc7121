"""Which words are one on one side and several on the other: *in line*, *inline*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui_app.core.collation.collation import EQUAL, Collation, Stretch
from tui_app.core.collation.word import Token

_SHORTEST = 4

_MOST_PARTS = 4


def joined_words(collation: Collation) -> list[tuple[Stretch, Stretch]]:
    """Return where spaces were lost or added between letters, left and right.

    In one place only: a word beside them answers the word beside it, or none is there.
    """
    how, ours, theirs = collation.how, collation.left, collation.right
    left = [i for i, one in enumerate(how) if one is not EQUAL]
    right = [
        j for j, i in enumerate(collation.of_right) if i < 0 or how[i] is not EQUAL
    ]
    if not (left and right):
        return []
    found = [
        *((parts, whole) for whole, parts in _parted(theirs, right, ours, left)),
        *_parted(ours, left, theirs, right),
    ]
    return [both for both in found if _in_place(collation, *both)]


def _parted(
    wholes: Sequence[Token],
    numbers: Sequence[int],
    tokens: Sequence[Token],
    firsts: Sequence[int],
) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield words of one side with the words of the other that spell them."""
    places = {wholes[number].word.lower: number for number in numbers}
    longest = max(map(len, places))
    for first in firsts:
        spelled = tokens[first].word.lower
        for end in range(first + 1, min(first + _MOST_PARTS, len(tokens))):
            spelled += tokens[end].word.lower
            if len(spelled) > longest:
                break
            whole = places.get(spelled)
            if whole is not None and _are_parts(tokens[first : end + 1], spelled):
                yield Stretch(whole, whole + 1), Stretch(first, end + 1)
                break


def _are_parts(parts: Sequence[Token], spelled: str) -> bool:
    """Tell words cut from marks in a row, and from figures, where a space counts."""
    figures = all(part.word.text[0].isdigit() for part in parts)
    lexical = parts[0].word.lexical and parts[-1].word.lexical
    return lexical and not figures and len(spelled) >= _SHORTEST


def _in_place(collation: Collation, left: Stretch, right: Stretch) -> bool:
    answers = [-1, *collation.of_left, len(collation.right)]
    before, after = answers[left.start], answers[left.end + 1]
    return before == right.start - 1 or after == right.end
