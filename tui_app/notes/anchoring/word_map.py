"""Which word of an older text is which word of the newer one.

Runs of words that occur once in both texts are found first (the idea of patience
diff and of suffix-based anchors in bioinformatics); the heaviest chain of them in
reading order is the backbone; what stands off it has moved. Only between
neighbouring runs is a longest common subsequence taken, so that a common word is
never paired across the text.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui_app.core.chains import heaviest_chain
from tui_app.core.model import Span
from tui_app.notes.anchoring.quote_words import QuoteWords

GRAM = 4
"""Words in a run that must be the only ones of their kind."""

SHORTEST_MOVE = 8
"""Words that must stand together elsewhere to count as moved."""

IN_PLACE = 0.6
"""Share of a passage that, paired where it always stood, makes it not moved."""

_LARGEST_GAP = 1 << 24
"""Pairs of words beyond which a gap is not filled: such a gap is another text."""

_FAR_APART = 60
"""Words between two runs of one moved passage."""


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words: ``length`` from ``old`` on are those from ``new`` on."""

    old: int
    new: int
    length: int


class WordMap:
    """The map. ``target[i]`` is the new number of the old word ``i``, or -1.

    ``source`` is the map back. ``sure[i]`` is 1 where the word belongs to a run
    that occurs once in both texts.
    """

    def __init__(self, old: QuoteWords, new: QuoteWords) -> None:
        self.old = old
        self.new = new
        self.target = array("i", [-1]) * len(old.words)
        self.source = array("i", [-1]) * len(new.words)
        self.sure = bytearray(len(old.words))
        self._fill()

    def _fill(self) -> None:
        backbone, rest = _chain(list(_unique_runs(self.old.words, self.new.words)))
        for run in backbone:
            self._set(run, sure=True)
        ends = [Run(0, 0, 0), *backbone, Run(len(self.target), len(self.source), 0)]
        for before, after in pairwise(ends):
            self._join(before, after)
        while rest:
            moved, rest = _chain(rest)
            for passage in _passages(moved):
                self._move(passage)

    def _set(self, run: Run, *, sure: bool) -> None:
        for step in range(run.length):
            old, new = run.old + step, run.new + step
            if self.target[old] < 0 and self.source[new] < 0:
                self.target[old], self.source[new] = new, old
                self.sure[old] = sure

    def _move(self, passage: Sequence[Run]) -> None:
        """Take a passage for moved, unless it still stands in its place.

        Where it does, what is found elsewhere is a copy.
        """
        if sum(run.length for run in passage) < SHORTEST_MOVE:
            return
        first, last = passage[0], passage[-1]
        old = range(first.old, last.old + last.length)
        new = range(first.new, last.new + last.length)
        if _share(self.target, old) >= IN_PLACE or _share(self.source, new) >= IN_PLACE:
            return
        self._clear(old, self.target, self.source)
        self._clear(new, self.source, self.target)
        for run in passage:
            self._set(run, sure=True)
        for before, after in pairwise(passage):
            self._join(before, after)

    def _clear(self, words: range, there: array[int], back: array[int]) -> None:
        for word in words:
            if there[word] >= 0:
                back[there[word]] = -1
                there[word] = -1

    def _join(self, before: Run, after: Run) -> None:
        """Pair what is equal between two runs and not paired yet."""
        old = range(before.old + before.length, after.old)
        new = range(before.new + before.length, after.new)
        if 0 < len(old) * len(new) <= _LARGEST_GAP:
            for run in _common(self.old.words, old, self.new.words, new):
                self._set(run, sure=False)


def _share(mapped: array[int], words: range) -> float:
    return sum(mapped[word] >= 0 for word in words) / max(1, len(words))


def _passages(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Cut a chain of runs where they are far apart."""
    passage: list[Run] = []
    for run in runs:
        if passage and _far(passage[-1], run):
            yield passage
            passage = []
        passage.append(run)
    if passage:
        yield passage


def _far(before: Run, after: Run) -> bool:
    return (
        after.old - before.old - before.length > _FAR_APART
        or after.new - before.new - before.length > _FAR_APART
    )


def _unique_runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """Yield the longest runs made of grams that occur once in each text."""
    theirs = _unique_grams(new)
    pairs = sorted(
        (at, theirs[gram]) for gram, at in _unique_grams(old).items() if gram in theirs
    )
    start = last = None
    for pair in pairs:
        if last is None or (pair[0] - last[0], pair[1] - last[1]) != (1, 1):
            if start and last:
                yield Run(*start, last[0] - start[0] + GRAM)
            start = pair
        last = pair
    if start and last:
        yield Run(*start, last[0] - start[0] + GRAM)


def _unique_grams(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    for at, gram in enumerate(zip(*(words[k:] for k in range(GRAM)), strict=False)):
        found[gram] = -1 if gram in found else at
    return {gram: at for gram, at in found.items() if at >= 0}


def _chain(runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """Return the heaviest chain in both texts, and what is off it."""
    kept = set(heaviest_chain([run.new for run in runs], [run.length for run in runs]))
    chain = [run for at, run in enumerate(runs) if at in kept]
    return chain, [run for at, run in enumerate(runs) if at not in kept]


def _common(
    old_words: Sequence[str], old: range, new_words: Sequence[str], new: range
) -> Iterator[Run]:
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes(
        old_words[old.start : old.stop], new_words[new.start : new.stop]
    )
    for block in blocks:
        if block.tag == "equal":
            yield Run(
                old.start + block.src_start,
                new.start + block.dest_start,
                block.src_end - block.src_start,
            )


MARGIN = 2_000
"""Equal characters kept on both sides of what differs, so that words can pair up."""

CLEAR = 64
"""Equal characters around a span that make its place certain."""


@dataclass(frozen=True, slots=True)
class EqualEnds:
    """How many characters are equal at the beginning and at the end."""

    head: int
    tail: int
    old: int
    new: int

    @classmethod
    def of(cls, old: str, new: str) -> EqualEnds:
        """Compare two texts from both ends."""
        most = min(len(old), len(new))
        head = _equal(most, lambda n: old[:n] == new[:n])
        tail = _equal(most - head, lambda n: old[len(old) - n :] == new[len(new) - n :])
        return cls(head, tail, len(old), len(new))

    def unmoved(self, span: Span) -> Span | None:
        """Return the place of a span that lies well within what is equal."""
        if span.end + CLEAR <= self.head:
            return span
        if span.start - CLEAR >= self.old - self.tail:
            shift = self.new - self.old
            return Span(span.start + shift, span.end + shift)
        return None

    @property
    def middle(self) -> tuple[Span, Span]:
        """The stretches of both texts that differ, with a margin."""
        start = max(0, self.head - MARGIN)
        rest = max(0, self.tail - MARGIN)
        return Span(start, self.old - rest), Span(start, self.new - rest)


def _equal(most: int, same: Callable[[int], bool]) -> int:
    """Return the largest number up to ``most`` for which ``same`` holds."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low
