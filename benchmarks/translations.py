"""Measure the alignment across languages beside plain lengths: quality and time.

    python benchmarks/translations.py [SENTENCES]

The texts are made here, in two made-up languages without a letter in common: words as
frequent as Zipf's law has them, a seeded dice joins sentences, leaves out words,
sentences and chapters and moves one chapter, so the right beads are known. Lengths
alone (Gale and Church 1993) are run beside it, on the same texts. Strict F1 counts
beads that are right as they stand. Times are of this machine in this run: read the
ratios. The last line halves the texts: twice the text should take twice the time.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tui_app.core.align.progress import Ticker
from tui_app.core.align.translations.known_words import known_pairs
from tui_app.core.align.translations.numbered_texts import numbered
from tui_app.core.align.translations.translation_alignment import align_translation
from tui_app.core.align.translations.translation_rounds import NumberedPair, rounds
from tui_app.core.model import Document
from tui_app.core.segmentation import segment
from tui_app.core.translation import Translation

SEED = 1993
CHAPTER = 120
VOWELS = ("aeiou", "ыоеуи")
CONSONANTS = ("bdfgklmnprst", "бвгдзклмнпрст")
Bead = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Case:
    """Two texts, a sentence a line, and which lines belong together."""

    name: str
    left: Document
    right: Document
    beads: frozenset[Bead]


def main() -> None:
    """Print one table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    print(f"{'':24}{'F1 lengths':>12}{'F1':>8}{'time, ratio to lengths':>24}")
    for case in cases(count):
        report(case)
    whole, half = (next(cases(size)) for size in (count, count // 2))
    ratio = timed(aligned, whole)[1] / timed(aligned, half)[1]
    print(f"twice the text takes {ratio:.1f} times the time")


def report(case: Case) -> None:
    """Print how one case went."""
    plain, plain_time = timed(by_lengths, case)
    found, found_time = timed(aligned, case)
    print(
        f"{case.name:24}{f1(case, plain):12.3f}{f1(case, found):8.3f}"
        f"{found_time / plain_time:24.1f}"
    )


def timed(align: Callable[[Case], set[Bead]], case: Case) -> tuple[set[Bead], float]:
    """Return what was found and the processor's seconds."""
    start = time.process_time()
    return align(case), time.process_time() - start


def aligned(case: Case) -> set[Bead]:
    """Return the beads of the aligner."""
    across = Translation(("", ""))
    found = align_translation(case.left, case.right, across)
    return {bead.sides for bead in found.beads}


def by_lengths(case: Case) -> set[Bead]:
    """Return the beads that lengths alone give."""
    ticker = Ticker(None, 0)
    left, right = (
        numbered(side, range(len(side.units)), ticker)
        for side in (case.left, case.right)
    )
    known = known_pairs(left, right, ())
    nothing = type(known)(*(column[:0] for column in known))
    first = next(rounds(NumberedPair(left, right, nothing), ticker))
    return {
        (tuple(range(l0, l1)), tuple(range(r0, r1)))
        for l0, l1, r0, r1 in first.path.beads.tolist()
        if l0 < l1 and r0 < r1
    }


def f1(case: Case, found: set[Bead]) -> float:
    """Return the strict F1 of the beads with both sides."""
    return 2 * len(found & case.beads) / max(1, len(found) + len(case.beads))


def cases(count: int) -> Iterator[Case]:
    """Yield texts that are ever harder."""
    dice = random.Random(SEED)  # noqa: S311 - a text, no secret
    made = list(sentences(dice, count))
    every = list(range(count))
    yield joined("sentence by sentence", made, every, dice, 0.0, 0.0)
    yield joined("joined, dropped", made, every, dice, 0.1, 0.02)
    kept = [number for number in every if number // CHAPTER % 5 != 2]
    yield joined("a fifth missing", made, kept, dice, 0.1, 0.02)
    middle = count // 2
    part = every[CHAPTER : 2 * CHAPTER]
    rest = [number for number in every if number not in set(part)]
    moved = [*rest[:middle], *part, *rest[middle:]]
    yield joined("a chapter moved", made, moved, dice, 0.0, 0.0)


def joined(
    name: str,
    made: Sequence[tuple[str, str]],
    order: Sequence[int],
    dice: random.Random,
    joins: float,
    drops: float,
) -> Case:
    """Return a case: the right in this order, some sentences joined or dropped."""
    right: list[str] = []
    beads: set[Bead] = set()
    at = 0
    while at < len(order):
        end = at + 1
        if end < len(order) and order[end] == order[at] + 1 and dice.random() < joins:
            end += 1
        part, at = order[at:end], end
        if dice.random() >= drops:
            beads.add((tuple(part), (len(right),)))
            right.append(" ".join(made[number][1] for number in part))
    left = "\n".join(ours for ours, _ in made) + "\n"
    return Case(
        name,
        segment(left, None, "line"),
        segment("\n".join(right) + "\n", None, "line"),
        frozenset(beads),
    )


def sentences(dice: random.Random, count: int) -> Iterator[tuple[str, str]]:
    """Yield sentences with their translations; one of eight has a figure."""
    words = [(word(dice, 0), word(dice, 1)) for _ in range(8000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    for _ in range(count):
        chosen = dice.choices(words, weights, k=dice.randint(4, 20))
        ours = [one for one, _ in chosen]
        theirs = [other for _, other in chosen if dice.random() > 0.2]
        theirs += [other for _, other in dice.choices(words, weights, k=2)]
        if dice.random() < 1 / 8:
            figure = str(dice.randint(10, 9999))
            ours.append(figure)
            theirs.append(figure)
        yield " ".join(ours) + ".", " ".join(theirs) + "."


def word(dice: random.Random, language: int) -> str:
    """Return a made-up word."""
    return "".join(
        dice.choice(CONSONANTS[language]) + dice.choice(VOWELS[language])
        for _ in range(dice.randint(1, 4))
    )


if __name__ == "__main__":
    main()
