"""Fit the weights by which comparable texts are aligned to pairs that people linked.

    python benchmarks/comparable_weights.py FOLDER [--weight COLLECTION=NUMBER]…

FOLDER holds `COLLECTION/…/gold.json`, one file a pair of texts, with `left` and
`right` (the units in order), `links` ([[i, j], …]: they say the same) and, where there
are any, `partial_links` (the same in part), `unsure_left` and `unsure_right` (units
nobody could judge).

Pairs of which less than half of both texts is found by the beads are taken as they
are; of the others a seeded dice keeps three of ten linked units with their counterparts
and the rest on one side only, so that parallel texts serve, too. A pair of units counts
by the weight of its collection (one if none is given). Printed are, of every
collection, precision, recall and F1 with weights that the pair of texts had no part in;
then the weights themselves.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tui_app.core.align.articles.article import are_articles, comparable_signs
from tui_app.core.align.articles.comparable_links import most_expected
from tui_app.core.align.articles.comparable_signs import LinkSigns
from tui_app.core.segmentation.segment import segment

Link = tuple[int, int]
Vector = np.ndarray[Any, np.dtype[np.float64]]

# The part of linked units that keep their counterparts, where too many have one.
KEPT = 0.3
FEWEST_LINKS = 3
# What large weights cost; of signs that are alike one would else win by chance.
RIDGE = 1.0
ROUNDS = 50


@dataclass(frozen=True)
class Judged:
    """Two texts and what people said of their units."""

    collection: str
    left: list[str]
    right: list[str]
    links: frozenset[Link]
    partial: frozenset[Link]


@dataclass(frozen=True)
class Signs:
    """The signs of all pairs of units of two texts, a row each, and which are links."""

    collection: str
    pairs: list[Link]
    table: Vector
    right: Vector
    links: frozenset[Link]
    unsure: frozenset[Link]


def main() -> None:
    """Print what the weights reach, and the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weight", action="append", default=[], metavar="C=N")
    options = parser.parse_args()
    weights = {
        name: float(number)
        for name, number in (given.split("=") for given in options.weight)
    }
    found = [signs for case in cases(options.folder) for signs in comparable(case)]
    print_left_out(found, weights)
    print_weights(*fitted(found, weights))


def cases(folder: Path) -> Iterator[Judged]:
    """Yield the judged pairs of texts in the folder."""
    for path in sorted(folder.rglob("gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        collection = path.relative_to(folder).parts[0]
        blank = {
            side: {n for n, unit in enumerate(gold[side]) if not unit.strip()}
            for side in ("left", "right")
        }
        links = [tuple(link) for link in gold["links"]]
        partial = [
            tuple(link)
            for name in ("partial_links", "suspect_missing")
            for link in gold.get(name, ())
        ]
        unsure = [
            (i, j)
            for i in range(len(gold["left"]))
            for j in range(len(gold["right"]))
            if i in gold.get("unsure_left", ()) or j in gold.get("unsure_right", ())
        ]
        whole = Judged(
            collection,
            [" ".join(unit.split()) for unit in gold["left"]],
            [" ".join(unit.split()) for unit in gold["right"]],
            frozenset(links),
            frozenset([*partial, *unsure]) - frozenset(links),
        )
        yield without(whole, blank["left"], blank["right"])


def without(case: Judged, lefts: set[int], rights: set[int]) -> Judged:
    """Return the case without these units."""
    kept = (
        [n for n in range(len(case.left)) if n not in lefts],
        [n for n in range(len(case.right)) if n not in rights],
    )
    places = tuple({old: new for new, old in enumerate(side)} for side in kept)

    def moved(links: Iterable[Link]) -> frozenset[Link]:
        return frozenset(
            (places[0][i], places[1][j])
            for i, j in links
            if i in places[0] and j in places[1]
        )

    return Judged(
        case.collection,
        [case.left[n] for n in kept[0]],
        [case.right[n] for n in kept[1]],
        moved(case.links),
        moved(case.partial),
    )


def comparable(case: Judged) -> Iterator[Signs]:
    """Yield the signs of the case, or of half of its units, if it is comparable."""
    if found := signs_of(case):
        yield found
        return
    seed = f"{case.collection} {len(case.left)} {len(case.right)}"
    dice = random.Random(seed)  # noqa: S311  # a draw of texts, no secret
    lots = [dice.random() for _ in case.left]
    owners = {j: i for i, j in sorted(case.links)}
    lefts = {i for i, lot in enumerate(lots) if lot > (1 + KEPT) / 2}
    rights = {j for j, i in owners.items() if KEPT < lots[i] <= (1 + KEPT) / 2}
    thin = without(case, lefts, rights)
    if len(thin.links) >= FEWEST_LINKS and (found := signs_of(thin)):
        yield found


def signs_of(case: Judged) -> Signs | None:
    """Return the signs of all pairs of units, nothing if the case is no such pair."""
    left, right = (
        segment("\n\n".join(side), None, "line") for side in (case.left, case.right)
    )
    if not are_articles(left, right):
        return None
    known = comparable_signs(left, right)
    if not known:
        return None
    pairs = sorted(known)
    good = case.links | case.partial
    return Signs(
        case.collection,
        pairs,
        np.array([known[pair] for pair in pairs]),
        np.array([float(pair in good) for pair in pairs]),
        case.links,
        case.partial,
    )


def fitted(cases_: Sequence[Signs], weights: dict[str, float]) -> tuple[float, Vector]:
    """Return bias and weights of a logistic regression, found by Newton's method."""
    table = np.concatenate([case.table for case in cases_])
    right = np.concatenate([case.right for case in cases_])
    counts = np.concatenate(
        [np.full(len(case.right), weights.get(case.collection, 1.0)) for case in cases_]
    )
    mean = np.average(table, axis=0, weights=counts)
    spread = np.sqrt(np.average((table - mean) ** 2, axis=0, weights=counts)) + 1e-9
    design = np.column_stack([np.ones(len(table)), (table - mean) / spread])
    ridge = np.array([0.0, *[RIDGE] * table.shape[1]])
    found = np.zeros(design.shape[1])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-(design @ found)))
        slope = design.T @ (counts * (right - likely)) - ridge * found
        bend = (design * (counts * likely * (1 - likely))[:, None]).T @ design
        found += np.linalg.solve(bend + np.diag(ridge), slope)
    raw = found[1:] / spread
    return float(found[0] - raw @ mean), raw


def print_left_out(cases_: Sequence[Signs], weights: dict[str, float]) -> None:
    """Print what each collection reaches with weights from all the other pairs."""
    counts: dict[str, list[int]] = {}
    for case in cases_:
        bias, found = fitted([c for c in cases_ if c is not case], weights)
        likely = 1 / (1 + np.exp(-(bias + case.table @ found)))
        taken = most_expected(dict(zip(case.pairs, likely.tolist(), strict=True)))
        judged = set(taken) - case.unsure
        now = len(judged & case.links), len(judged), len(case.links)
        whole = counts.setdefault(case.collection, [0] * 4)
        counts[case.collection] = [a + b for a, b in zip(whole, (*now, 1), strict=True)]
    for collection, (hits, taken_, links, number) in counts.items():
        precision, recall = hits / max(1, taken_), hits / max(1, links)
        f1 = 2 * hits / max(1, taken_ + links)
        print(f"{collection:20} {number:3} pairs", end="  ")
        print(f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def print_weights(bias: float, weights: Vector) -> None:
    """Print the weights as ``comparable_links`` holds them."""
    print(f"_BIAS = {bias:.3f}")
    for name, weight in zip(LinkSigns._fields, weights, strict=True):
        print(f"    {name}={weight:.3f},")


if __name__ == "__main__":
    main()
