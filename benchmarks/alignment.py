"""Measure the alignment beside other tools: quality and time, in one run.

    python benchmarks/alignment.py

The texts are made here: sentences of the sample articles, put into paragraphs anew
on each side by a seeded dice, some dropped, some blocks moved, a sixth of the words
changed; so the right links are known. Peers that are not installed are named and
skipped; on Debian:  apt install git wdiff dwdiff vim php-cli php-wikidiff2

Tools that show lines side by side are taken at their rows; tools that compare words
link two units where the words they match are at least 30 % of the shorter unit.
Times are of whole processes on this machine in this run: read the ratios.
"""

from __future__ import annotations

import difflib
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from tui_app.core.comparison import compare_files

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ARTICLES = ("000", "001", "002", "003")
ROUNDS = 3
VOTE = 0.3
ENDS = ("\x02", "\x03", "\x04", "\x05")
Links = set[tuple[int, int]]


@dataclass(frozen=True)
class Case:
    """Two texts, one unit a line, and which lines belong together."""

    name: str
    left: list[str]
    right: list[str]
    links: Links
    moved: Links


@dataclass(frozen=True)
class Files:
    """The two texts on disk."""

    left: Path
    right: Path


def main() -> None:
    """Print one table a text."""
    sentences = sample_sentences()
    cases = [
        make_case("edited only", sentences, Dice(1), groups=1, drops=0, moves=0),
        make_case(
            "regrouped, dropped", sentences, Dice(2), groups=3, drops=0.08, moves=0
        ),
        make_case("and moved", sentences, Dice(3), groups=3, drops=0.08, moves=4),
    ]
    peers = [(name, run) for name, run, needed in PEERS if installed(name, needed)]
    for case in cases:
        print(f"\n{case.name}: {len(case.left)} and {len(case.right)} units")
        print(f"{'':26}{'F1':>6}{'moved':>7}{'time':>9}{'ratio':>7}")
        measure(case, peers)


Dice = random.Random


def sample_sentences() -> list[str]:
    """Return the sentences of four of the sample articles, each once."""
    found: dict[str, None] = {}
    for number in ARTICLES:
        path = next(SEEDS.glob(f"{number}*.txt"))
        document = compare_files(path, path).left
        for unit in range(len(document.units)):
            text = " ".join(document.unit_text(unit).split())
            if len(text.split()) > 4:
                found[text] = None
    return list(found)


def make_case(
    name: str,
    sentences: Sequence[str],
    dice: Dice,
    groups: int,
    drops: float,
    moves: int,
) -> Case:
    """Return the sentences as two texts whose links are known."""
    numbers = list(range(len(sentences)))
    order = [number for number in numbers if dice.random() >= drops]
    kept = [number for number in numbers if dice.random() >= drops]
    moved = move_blocks(order, dice, moves)
    words = [word for sentence in sentences for word in sentence.split()]
    left, right = grouped(kept, dice, groups), grouped(order, dice, groups)
    links = {
        (i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if set(one) & set(other)
    }
    crossing = {(i, j) for i, j in links if set(left[i]) & set(right[j]) & moved}
    return Case(
        name,
        [" ".join(sentences[number] for number in group) for group in left],
        [
            " ".join(edited(sentences[number], words, dice) for number in group)
            for group in right
        ],
        links,
        crossing,
    )


def move_blocks(order: list[int], dice: Dice, count: int) -> set[int]:
    """Move some blocks of a few sentences elsewhere; return which they are."""
    moved: set[int] = set()
    for _ in range(count):
        start, size = dice.randrange(len(order) - 6), dice.randint(2, 5)
        block = order[start : start + size]
        del order[start : start + size]
        target = dice.randrange(len(order))
        order[target:target] = block
        moved.update(block)
    return moved


def grouped(numbers: Sequence[int], dice: Dice, most: int) -> list[list[int]]:
    """Return the numbers in groups of one to ``most`` neighbours."""
    groups: list[list[int]] = []
    at = 0
    while at < len(numbers):
        size = dice.randint(1, most)
        groups.append(list(numbers[at : at + size]))
        at += size
    return groups


def edited(sentence: str, words: Sequence[str], dice: Dice) -> str:
    """Return the sentence with a sixth of its words replaced, dropped or doubled."""
    done: list[str] = []
    for word in sentence.split():
        fate = dice.random()
        if fate < 0.08:
            done.append(dice.choice(words))
        elif fate < 0.13:
            done += [word, dice.choice(words)]
        elif fate > 0.03:
            done.append(word)
    return " ".join(done) or sentence


def measure(
    case: Case, peers: Sequence[tuple[str, Callable[[Files, Case], Links]]]
) -> None:
    """Print quality and time of every tool; ratios refer to the first one."""
    with tempfile.TemporaryDirectory() as folder:
        files = Files(Path(folder, "left.txt"), Path(folder, "right.txt"))
        files.left.write_text("\n".join(case.left) + "\n", encoding="utf-8")
        files.right.write_text("\n".join(case.right) + "\n", encoding="utf-8")
        base = 0.0
        for name, run in peers:
            seconds, links = min(
                (timed(run, files, case) for _ in range(ROUNDS)),
                key=lambda item: item[0],
            )
            base = base or seconds
            found = len(links & case.moved) / max(1, len(case.moved))
            moved = f"{found:7.2f}" if case.moved else "      -"
            print(
                f"{name:26}{f1(links, case.links):6.3f}{moved}"
                f"{seconds:8.2f}s{seconds / base:7.1f}"
            )


def timed(
    run: Callable[[Files, Case], Links], files: Files, case: Case
) -> tuple[float, Links]:
    """Return how long a tool took and what it linked."""
    start = time.perf_counter()
    links = run(files, case)
    return time.perf_counter() - start, links


def f1(found: Links, right: Links) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * len(found & right) / max(1, len(found) + len(right))


def output(*command: str) -> str:
    """Return what a command prints; differences found are no failure."""
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def diptych(files: Files, case: Case) -> Links:
    """Align as the command line does."""
    del case
    found = output(
        sys.executable, "-m", "tui_app", "align", "--unit", "line", "--json",
        str(files.left), str(files.right),
    )  # fmt: skip
    return {(link["left"], link["right"]) for link in json.loads(found)["links"]}


def by_ndiff(files: Files, case: Case) -> Links:
    """Pair the lines that difflib's ndiff calls equal or close."""
    del files
    links: Links = set()
    left = right = 0
    waiting = False
    for line in difflib.ndiff(case.left, case.right):
        if line.startswith("  "):
            links.add((left, right))
        if waiting and line.startswith("+ "):
            links.add((left - 1, right))
        if not line.startswith("? "):
            waiting = line.startswith("- ")
        left += line[:2] in {"  ", "- "}
        right += line[:2] in {"  ", "+ "}
    return links


def by_git(files: Files, case: Case) -> Links:
    """Vote with the words that git's word diff calls common."""
    found = output(
        "git", "diff", "--no-index", "--word-diff=porcelain", "-U100000",
        str(files.left), str(files.right),
    )  # fmt: skip
    body = found.partition("@@\n")[2]
    pieces = ((line[:1], line[1:]) for line in body.splitlines() if line[:1] in " -+")
    return voted(pieces, case)


def by_wdiff(tool: str) -> Callable[[Files, Case], Links]:
    """Vote with the words that wdiff or dwdiff calls common."""

    def run(files: Files, case: Case) -> Links:
        marks = zip(("-w", "-x", "-y", "-z"), ENDS, strict=True)
        options = [part for mark in marks for part in mark]
        found = output(tool, *options, str(files.left), str(files.right))
        return voted(marked(found), case)

    return run


def marked(text: str) -> Iterator[tuple[str, str]]:
    """Yield the common, deleted and added pieces of marked text."""
    kinds = {ENDS[0]: "-", ENDS[1]: " ", ENDS[2]: "+", ENDS[3]: " "}
    kind = " "
    for piece in re.split(f"([{''.join(ENDS)}])", text):
        if piece in kinds:
            kind = kinds[piece]
        else:
            yield kind, piece


def voted(pieces: Iterable[tuple[str, str]], case: Case) -> Links:
    """Return the units that share enough common words."""
    owners = [owners_of(case.left), owners_of(case.right)]
    at = [0, 0]
    votes: Counter[tuple[int, int]] = Counter()
    for kind, piece in pieces:
        count = len(piece.split())
        if kind == " ":
            for step in range(count):
                i, j = at[0] + step, at[1] + step
                if i < len(owners[0]) and j < len(owners[1]):
                    votes[owners[0][i], owners[1][j]] += 1
        at[0] += count if kind != "+" else 0
        at[1] += count if kind != "-" else 0
    sizes = [Counter(side) for side in owners]
    return {
        (i, j)
        for (i, j), n in votes.items()
        if n >= VOTE * min(sizes[0][i], sizes[1][j])
    }


def owners_of(lines: Sequence[str]) -> list[int]:
    """Return for every word the number of its line."""
    return [number for number, line in enumerate(lines) for _ in line.split()]


def by_wikidiff(files: Files, case: Case) -> Links:
    """Pair the lines that wikidiff2 shows in one row of its table."""
    del case
    code = (
        f"echo wikidiff2_do_diff(file_get_contents('{files.left}'),"
        f"file_get_contents('{files.right}'),1000000);"
    )
    links: Links = set()
    left = right = 0
    for row in re.findall(r"<tr>.*?</tr>", output("php", "-r", code), re.DOTALL):
        context = row.count("diff-context")
        on_left = bool(context) or "diff-deletedline" in row
        on_right = bool(context) or "diff-addedline" in row
        if on_left and on_right:
            links.add((left, right))
        left += on_left
        right += on_right
    return links


def by_vim(files: Files, case: Case) -> Links:
    """Pair the lines that vim's diff mode shows at one height."""
    save = (
        "windo call writefile(map(range(1,line('$')),'diff_filler(v:val)'),"
        "expand('%:p').'.f')"
    )
    output("vim", "-Nu", "NONE", "-n", "-es", "-d", "-c", save, "-c", "qa!",
           str(files.left), str(files.right))  # fmt: skip
    heights = []
    for path, lines in ((files.left, case.left), (files.right, case.right)):
        fillers = map(int, path.with_suffix(".txt.f").read_text().split())
        tops = accumulate(filler + 1 for filler in fillers)
        heights.append(
            {top: number for number, top in zip(range(len(lines)), tops, strict=False)}
        )
    return {
        (number, heights[1][top])
        for top, number in heights[0].items()
        if top in heights[1]
    }


def installed(name: str, needed: str) -> bool:
    """Tell whether a peer can run, and say so when it cannot."""
    there = not needed or shutil.which(needed) is not None
    if there and needed == "php":
        there = "yes" in output(
            "php", "-r", "echo function_exists('wikidiff2_do_diff')?'yes':'no';"
        )
    if not there:
        print(f"SKIPPED, not installed: {name} ({needed})")
    return there


PEERS: list[tuple[str, Callable[[Files, Case], Links], str]] = [
    ("git diff --word-diff", by_git, "git"),
    ("diptych align", diptych, ""),
    ("difflib.ndiff", by_ndiff, ""),
    ("wdiff", by_wdiff("wdiff"), "wdiff"),
    ("dwdiff", by_wdiff("dwdiff"), "dwdiff"),
    ("php-wikidiff2", by_wikidiff, "php"),
    ("vim -d", by_vim, "vim"),
]


if __name__ == "__main__":
    main()
