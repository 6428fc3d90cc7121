"""Related texts: how well and how soon they are found among thousands.

    python benchmarks/related.py           # 500 beside exact sets, then 5,000
    python benchmarks/related.py --articles 20000
    python benchmarks/related.py FOLDER    # how long a folder of yours takes

The articles are made (`made_articles.py`): a fifth have versions, some words of which
are others, and every one ends with an agency's footer. Quality is that of the ranking:
*found*, the share of true pairs that are told; *right*, the share of told pairs that
are true; *AP*, average precision. Beside it stand exact sets, every pair compared: of
words (Jaccard) and of runs of three words. They rank all pairs, so that their *right*
is that of as many pairs as are true.

Times of whole readings are wall-clock seconds and processor seconds of all processes;
memory is the peak of the program; each of its processes takes about 45 MB.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from made_articles import ArticleMaker, MadeArticle, write_articles

from tui_app.core.related.fingerprints import fingerprint
from tui_app.core.related.related_pairs import related_pairs

_FEW = 500
_REWORDED = (0.1, 0.25, 0.4)

Pair = tuple[int, int]

_READ = """\
import sys
from pathlib import Path
from tui_app.library.shelf_reading import read_shelf
for shelf in read_shelf([sys.argv[1]], Path(sys.argv[2])):
    pass
from resource import RUSAGE_SELF, getrusage
print(f"{getrusage(RUSAGE_SELF).ru_maxrss // 1024:5} MB", end="  ")
print(f"{len(shelf.texts)} texts, {len(shelf.left_out)} left out, ", end="")
print(f"{len(shelf.pairs)} pairs, {len(shelf.groups)} groups")
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    parser.add_argument("--articles", type=int, default=5000, metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        if options.folder:
            _time_folder(options.folder, Path(place) / "kept")
            return 0
        _compare()
        folder = Path(place) / "articles"
        write_articles(folder, options.articles)
        _time_folder(folder, Path(place) / "kept")
    return 0


# Quality ----------------------------------------------------------------------


def _compare() -> None:
    print(f"{_FEW} articles, ranked; seconds without the reading")
    for share in _REWORDED:
        articles = list(ArticleMaker().articles(_FEW, reworded=share))
        true = _true_pairs(articles)
        print(f"\n{len(true)} true pairs, {share:.0%} of a version's words are others")
        texts = [article.text for article in articles]
        for name, rank in (
            ("related texts", _told),
            ("sets of words", _ranked_by_words),
            ("sets of runs", _ranked_by_runs),
        ):
            begun = time.process_time()
            ranked = rank(texts)
            seconds = time.process_time() - begun
            told = ranked if rank is _told else ranked[: len(true)]
            hits = sum(pair in true for pair in told)
            print(
                f"  {name:14}  found {hits / len(true):5.1%}"
                f"  right {hits / max(1, len(told)):6.1%}"
                f"  AP {_average_precision(ranked, true):.3f}  {seconds:6.2f} s"
            )


def _told(texts: Sequence[str]) -> list[Pair]:
    found = related_pairs([fingerprint(text) for text in texts]).pairs
    return [(pair.left, pair.right) for pair in found]


def _ranked_by_words(texts: Sequence[str]) -> list[Pair]:
    return _ranked([frozenset(text.lower().split()) for text in texts])


def _ranked_by_runs(texts: Sequence[str]) -> list[Pair]:
    words = [text.lower().split() for text in texts]
    return _ranked(
        [frozenset(zip(one, one[1:], one[2:], strict=False)) for one in words]
    )


def _ranked(sets: Sequence[frozenset[object]]) -> list[Pair]:
    """Return all pairs, those first whose sets are most alike (Jaccard)."""

    def alike(pair: Pair) -> float:
        one, other = (sets[number] for number in pair)
        return len(one & other) / len(one | other)

    return sorted(combinations(range(len(sets)), 2), key=alike, reverse=True)


def _true_pairs(articles: Sequence[MadeArticle]) -> set[Pair]:
    return {
        (one, other)
        for one, other in combinations(range(len(articles)), 2)
        if articles[one].family is not None
        and articles[one].family == articles[other].family
    }


def _average_precision(ranked: Sequence[Pair], true: set[Pair]) -> float:
    total, hits = 0.0, 0
    for place, pair in enumerate(ranked, 1):
        if pair in true:
            hits += 1
            total += hits / place
    return total / len(true)


# Time and memory --------------------------------------------------------------


def _time_folder(folder: Path, kept: Path) -> None:
    print("\nreading a folder        wall      CPU   memory")
    for name in ("first opening", "second opening"):
        before = _used()
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", _READ, str(folder), str(kept)],
            check=True,
            capture_output=True,
            text=True,
        )
        wall, after = time.monotonic() - begun, _used()
        print(f"{name:16} {wall:9.1f} s {after - before:5.1f} s  {done.stdout.strip()}")


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
