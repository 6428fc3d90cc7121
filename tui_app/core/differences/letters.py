"""Which letters differ in two words nearly alike."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from tui_app.core.collation.cutting import cuts
from tui_app.core.model import Span

LEAST_SHARED = 0.5

_JOINERS = frozenset("\u200d\u200c\u034f")

Spans = tuple[Span, ...]

_Change = tuple[int, int, int, int]

"""Letters of the left, start and end, that stand for those of the right."""


@lru_cache(maxsize=4096)
def changed_letters(left: str, right: str) -> tuple[Spans, Spans]:
    """Return the letters to mark in ``left`` and in ``right``, as offsets into them.

    Both are what a difference covers: words, compared one by one where there are
    equally many. Words that share less than ``LEAST_SHARED`` of their letters have
    none to mark: letters in common by chance say nothing. A letter is never parted
    from the marks that sit on it.
    """
    ours, theirs = list(cuts(left)), list(cuts(right))
    if len(ours) != len(theirs):
        return (), ()
    found = [
        _in_words(left[slice(*one)], one[0], right[slice(*other)], other[0])
        for one, other in zip(ours, theirs, strict=True)
    ]
    return (
        tuple(span for spans, _ in found for span in spans),
        tuple(span for _, spans in found for span in spans),
    )


def _in_words(
    left: str, left_start: int, right: str, right_start: int
) -> tuple[Spans, Spans]:
    if left == right:
        return (), ()
    ours, theirs = _letters(left), _letters(right)
    changes = _changes(ours, theirs)
    longest = max(len(ours), len(theirs))
    changed = max(
        sum(end - start for start, end, _, _ in changes),
        sum(end - start for _, _, start, end in changes),
    )
    if changed > (1 - LEAST_SHARED) * longest:
        return (), ()
    return (
        _spans(ours, left_start, [(start, end) for start, end, _, _ in changes]),
        _spans(theirs, right_start, [(start, end) for _, _, start, end in changes]),
    )


def _letters(text: str) -> list[str]:
    """Cut ``text`` into letters with their marks."""
    if text.isascii():
        return list(text)
    starts = [n for n, character in enumerate(text) if not n or not _sits(character)]
    ends = [*starts[1:], len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _sits(character: str) -> bool:
    """Tell whether a character belongs to the letter before it."""
    if unicodedata.combining(character) or character in _JOINERS:
        return True
    return unicodedata.category(character)[0] == "M"


def _changes(left: list[str], right: list[str]) -> list[_Change]:
    """Return the changed stretches of both, joined over a single equal letter."""
    found: list[_Change] = []
    for step in Levenshtein.opcodes(left, right):
        if step.tag == "equal":
            continue
        start, other = step.src_start, step.dest_start
        if found and start - found[-1][1] <= 1:
            start, _, other, _ = found.pop()
        found.append((start, step.src_end, other, step.dest_end))
    return found


def _spans(letters: list[str], start: int, stretches: list[tuple[int, int]]) -> Spans:
    offsets = [start]
    for letter in letters:
        offsets.append(offsets[-1] + len(letter))
    return tuple(Span(offsets[a], offsets[b]) for a, b in stretches if b > a)
