"""How the cost of aligning grows, as ratios to ``git diff --word-diff`` in one run.

    python benchmarks/scale.py                   # two made texts, 30,000 lines each
    python benchmarks/scale.py LEFT RIGHT        # two files of your own, line by line
    python benchmarks/scale.py --lines 60000 --runs 5

Times are wall-clock seconds from the start of a process to its last byte, the
best of the runs, git and Diptych by turns, so that what else the machine does
falls on both. Memory is the peak of the process. The last line halves both texts:
twice the text should take about twice the time.

The made texts are a story of a seeded vocabulary and the same story retold: a
third of the words replaced, lines dropped, added and cut otherwise, blocks moved.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SEED = 1611
ALIGN = (sys.executable, "-m", "tui_app", "align", "--unit", "line", "--json")
GIT = ("git", "diff", "--no-index", "--word-diff")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds from start to last byte, and the peak of memory in megabytes."""

    seconds: float
    megabytes: float


def main() -> int:
    """Measure and print."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        pair = (
            tuple(options.files)
            if options.files
            else _written(Path(folder), "made", made_texts(options.lines))
        )
        halves = _written(Path(folder), "half", [_half(path) for path in pair])
        _report(pair, halves, options.runs)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--lines", type=int, default=30_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    if len(options.files) not in {0, 2}:
        parser.error("give two files or none")
    return options


def _report(pair: Sequence[Path], halves: Sequence[Path], runs: int) -> None:
    git, whole, half = [], [], []
    for _ in range(runs):
        git.append(cost(GIT, pair))
        whole.append(cost(ALIGN, pair))
        half.append(cost(ALIGN, halves))
    for name, costs in (
        ("git diff --word-diff", git),
        ("diptych align --json", whole),
        ("  half of the text", half),
    ):
        best = _best(costs)
        ratio = best.seconds / _best(git).seconds
        print(
            f"{name:22} {best.seconds:6.2f} s  {ratio:5.2f} of git"
            f"  {best.megabytes:5.0f} MB"
        )
    growth = _best(whole).seconds / _best(half).seconds
    print(f"twice the text takes {growth:.2f} times the time")


def _best(costs: Sequence[Cost]) -> Cost:
    return Cost(
        min(cost.seconds for cost in costs), max(cost.megabytes for cost in costs)
    )


def cost(command: Sequence[str], files: Sequence[Path]) -> Cost:
    """Run ``command`` on both files, read all it prints, and return what it took."""
    start = time.perf_counter()
    with subprocess.Popen(
        [*command, *map(str, files)], stdout=subprocess.PIPE
    ) as process:
        if process.stdout is not None:
            while process.stdout.read(1 << 20):
                pass
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return Cost(time.perf_counter() - start, usage.ru_maxrss / 1024)


def made_texts(lines: int) -> list[str]:
    """Return a story of so many lines, and the story retold."""
    dice = random.Random(SEED)  # noqa: S311  # a text, not a secret
    words, weights = _vocabulary(dice, 12_000)
    story = [
        " ".join(dice.choices(words, weights, k=dice.randint(10, 40)))
        for _ in range(lines)
    ]
    retold = list(_retold(story, words, dice))
    for _ in range(max(1, lines // 500)):
        start, target = dice.randrange(len(retold)), dice.randrange(len(retold))
        block = retold[start : start + 20]
        del retold[start : start + 20]
        retold[target:target] = block
    return ["\n".join(story) + "\n", "\n".join(retold) + "\n"]


def _vocabulary(dice: random.Random, size: int) -> tuple[list[str], list[float]]:
    """Return words and how often they are said, after Zipf."""
    syllables = [a + b for a in "bcdfghklmnprstvw" for b in "aeiou"]
    words = [
        "".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(size)
    ]
    return words, [1 / (rank + 2.7) for rank in range(size)]


def _retold(
    story: Sequence[str], words: Sequence[str], dice: random.Random
) -> Iterator[str]:
    for line in story:
        chance = dice.random()
        said = [
            dice.choice(words) if dice.random() < 1 / 3 else word
            for word in line.split()
        ]
        if chance < 0.03:
            continue
        if chance < 0.13:
            yield " ".join(said[: len(said) // 2])
            said = said[len(said) // 2 :]
        elif chance > 0.97:
            yield " ".join(dice.choices(words, k=15))
        yield " ".join(said)


def _half(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(lines[: len(lines) // 2])


def _written(folder: Path, name: str, texts: Sequence[str]) -> tuple[Path, ...]:
    paths = tuple(
        folder / f"{name}-{side}.txt"
        for side, _ in zip(("left", "right"), texts, strict=True)
    )
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


if __name__ == "__main__":
    sys.exit(main())
