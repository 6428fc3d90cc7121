"""Time the word differences beside other ways to compare words, in one run.

    python benchmarks/differences.py [LEFT RIGHT [--unit line]]

Every figure comes from this machine and this run; read the ratios, not the times.
Peers that are not installed are named and skipped. The peers only find changed
words; Diptych also names kinds, moves and facts. Of two files every row is worked out
once, in order, as `diptych diff --json` does.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz.distance import Indel

from tui_app.core.collation.collate import collate
from tui_app.core.comparison import compare_files
from tui_app.core.differences.row_differences import differences
from tui_app.core.model import Granularity, Relation
from tui_app.core.rows import passage

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ROUNDS = 5
LONG = 5_000
ROW = 60
Pair = tuple[str, str]


def main() -> None:
    """Print the tables, or what the rows of two files need."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument(
        "--unit", choices=["sentence", "paragraph", "line"], default="line"
    )
    options = parser.parse_args()
    if options.files:
        print_rows_of(*options.files, options.unit)
    else:
        print_tables()


def print_rows_of(left: Path, right: Path, unit: Granularity) -> None:
    """Print what a row needs, of all rows of two files, none seen before."""
    found = compare_files(left, right, unit)
    found.character  # noqa: B018  # read once for all rows
    collator = found.collator()
    gc.disable()
    start = time.process_time()
    for row in found.rows:
        collator.differences(row)
    total = time.process_time() - start
    gc.enable()
    print(f"{len(found.rows)} rows {1000 * total / len(found.rows):8.3f} ms a row")


def print_tables() -> None:
    """Print the tables."""
    rows = sample_rows()
    words = " ".join(text for pair in rows for text in pair).split()
    edited = [edited_pair(words, ROW, seed) for seed in range(50)]
    print_table("rows of the sample articles", rows)
    print_table(f"rows of {ROW} words a side, a tenth of them edited", edited)
    print_hard_rows(words)


def sample_rows() -> list[Pair]:
    """Return the changed rows of the two versions of the sample briefing."""
    left, right = (next(SEEDS.glob(f"{number}*.txt")) for number in ("001", "004"))
    found = compare_files(left, right)
    return [
        (passage(found.left, row.left), passage(found.right, row.right))
        for row in found.rows
        if row.relation is Relation.CHANGED
    ]


def edited_pair(words: Sequence[str], length: int, seed: int) -> Pair:
    """Return words in a row and the same with a tenth replaced, dropped, moved."""
    chance = random.Random(seed)  # noqa: S311  # a benchmark keeps no secret
    start = chance.randrange(max(1, len(words) - length))
    left = [*words[start:], *words[:start]]
    left = (left * (1 + length // len(left)))[:length]
    right = list(left)
    for _ in range(length // 30):
        right[chance.randrange(len(right))] = chance.choice(words)
        del right[chance.randrange(len(right))]
        right.insert(chance.randrange(len(right)), right.pop(chance.randrange(9)))
    return " ".join(left), " ".join(right)


def by_difflib(left: str, right: str) -> None:
    """Compare with the standard library."""
    difflib.SequenceMatcher(None, left.split(), right.split(), False).get_opcodes()


def by_rapidfuzz(left: str, right: str) -> None:
    """Compare with a longest common subsequence in C++."""
    Indel.opcodes(left.split(), right.split())


def by_diff_match_patch() -> Callable[[str, str], None] | None:
    """Return a comparison by diff-match-patch (of characters), if it is installed."""
    try:
        from diff_match_patch import diff_match_patch  # type: ignore[import-not-found]  # optional
    except ImportError:
        return None
    tool = diff_match_patch()

    def compare(left: str, right: str) -> None:
        found = tool.diff_main(left, right)
        tool.diff_cleanupSemantic(found)

    return compare


def wdiff_seconds(pairs: Sequence[Pair]) -> float | None:
    """Return what wdiff needs for all pairs as one file a side, if it is there."""
    if shutil.which("wdiff") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, side) for side in ("left", "right")]
        for file, texts in zip(files, zip(*pairs, strict=True), strict=True):
            file.write_text("\n".join(texts), encoding="utf-8")
        start = time.perf_counter()
        subprocess.run(["wdiff", *files], stdout=subprocess.DEVNULL, check=False)
        return time.perf_counter() - start


def seconds(compare: Callable[[str, str], object], pairs: Sequence[Pair]) -> float:
    """Return the least CPU time of some rounds over all pairs."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for left, right in pairs:
            compare(left, right)
        best = min(best, time.process_time() - start)
    return best


def print_table(title: str, pairs: Sequence[Pair]) -> None:
    """Print what each way needs for a row, and its ratio to difflib."""
    length = sum(len(text.split()) for pair in pairs for text in pair) / 2 / len(pairs)
    print(f"{title}: {len(pairs)} rows, {length:.0f} words a side on average")
    ways: dict[str, float | None] = {
        "difflib": seconds(by_difflib, pairs),
        "rapidfuzz": seconds(by_rapidfuzz, pairs),
        "diptych, words only": seconds(collate, pairs),
        "diptych": seconds(differences, pairs),
        "wdiff (one process)": wdiff_seconds(pairs),
    }
    peer = by_diff_match_patch()
    ways["diff-match-patch"] = seconds(peer, pairs) if peer else None
    base = ways["difflib"] or 1.0
    for name, total in ways.items():
        if total is None:
            print(f"  {name:22} NOT INSTALLED, skipped", file=sys.stderr)
        else:
            each = total / len(pairs) * 1000
            print(f"  {name:22} {each:8.3f} ms a row  {total / base:6.2f} x difflib")


def print_hard_rows(words: Sequence[str]) -> None:
    """Print what rows need that would take forever if all pairs were looked at."""
    chance = random.Random(1)  # noqa: S311  # a benchmark keeps no secret
    unrelated = [
        " ".join("".join(chance.sample("abcdefghij", 4)) for _ in range(LONG))
        for _ in range(2)
    ]
    shuffled = chance.sample([*words] * (1 + LONG // len(words)), LONG)
    hard = {
        f"{LONG} words, a tenth edited": edited_pair(words, LONG, 1),
        f"{LONG} words, unrelated": (unrelated[0], unrelated[1]),
        f"{LONG} words, shuffled": (
            " ".join(shuffled),
            " ".join(chance.sample(shuffled, LONG)),
        ),
        "100000 equal letters": ("a" * 100_000, "a" * 99_999),
        "100000 equal characters": ("x " + "的" * 100_000, "的" * 100_000 + " y"),
    }
    print("hard rows")
    for name, pair in hard.items():
        start = time.process_time()
        differences(*pair)
        print(f"  {name:28} {time.process_time() - start:8.2f} s")


if __name__ == "__main__":
    main()
