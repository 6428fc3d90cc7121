"""Alignments of long texts kept in the user's cache: opened again, the rows are there.

Kept is what the texts alone say, before anything was settled by hand: numbers of units
and how likely links are, none of the words.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from tui_app.core.align import are_articles
from tui_app.core.comparison import Comparison, compare, compare_again, compare_in_steps
from tui_app.core.joined_bytes import joined, numbers, parted
from tui_app.core.model import Alignment, Bead, Constraints, Document, Link, Report
from tui_app.core.translation import Translation
from tui_app.disk.kept_files import KeptFile
from tui_app.disk.paths import alignments_folder
from tui_app.review.pair_key import NotToldError, pair_key


def compare_as_kept(
    left: Document,
    right: Document,
    constraints: Constraints,
    translation: Translation | None,
) -> Comparison:
    """Return what ``compare`` returns; what takes long is done once and kept."""
    kept = _kept(left, right, translation)
    found = kept.read(_alignment) if kept else None
    if found is not None:
        return _settled(left, right, translation, found, constraints)
    made = compare(left, right, constraints, translation=translation)
    if kept is not None:
        kept.write(_content(made.alignment))
    return made


def steps_as_kept(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Report,
    eye: int,
    translation: Translation | None,
) -> Iterator[Comparison]:
    """Yield what ``compare_in_steps`` yields; only the last where that is kept."""
    kept = _kept(left, right, translation)
    found = kept.read(_alignment) if kept else None
    if found is not None:
        yield _settled(left, right, translation, found, constraints, report)
        return
    step: Comparison | None = None
    for step in compare_in_steps(left, right, constraints, report, eye, translation):
        yield step
    if kept is not None and step is not None:
        kept.write(_content(step.alignment))


def _settled(
    left: Document,
    right: Document,
    translation: Translation | None,
    found: Alignment,
    constraints: Constraints,
    report: Report | None = None,
) -> Comparison:
    freely = Comparison(left, right, found, (), translation=translation)
    return compare_again(freely, constraints, report)


def _kept(
    left: Document, right: Document, translation: Translation | None
) -> KeptFile | None:
    """Return where the alignment is kept, ``None`` where it is made in no time."""
    if translation is None and are_articles(left, right):
        return None
    try:
        key = pair_key(left, right, translation)
    except NotToldError:
        return None
    return KeptFile(alignments_folder(), "alignment", key)


def _content(alignment: Alignment) -> bytes:
    """Return the alignment as bytes, numbers as this machine has them."""
    if alignment.before:
        alignment = alignment.before.alignment
    beads, links = alignment.beads, alignment.links
    sizes = array("I", (len(side) for bead in beads for side in bead.sides))
    units = array("I", (unit for bead in beads for side in bead.sides for unit in side))
    pairs = array("I", (unit for link in links for unit in link.pair))
    scores = array("d", (bead.score for bead in beads))
    scores.extend(link.score for link in links)
    return joined(*(column.tobytes() for column in (sizes, units, pairs, scores)))


def _alignment(content: bytes) -> Alignment:
    """Return what ``_content`` was called on; raises ``ValueError`` for others."""
    *columns, written = parted(content, 4)
    sizes, units, pairs = map(numbers, columns)
    scores = array("d")
    scores.frombytes(written)
    if (len(sizes) + len(pairs)) != 2 * len(scores) or sum(sizes) != len(units):
        raise ValueError("columns that do not fit each other")
    sides, score = _sides(units, sizes), iter(scores)
    beads = tuple(map(Bead, sides, sides, score))  # left, right, left, right, …
    links = tuple(map(Link, pairs[::2], pairs[1::2], score))
    return Alignment(beads, links)


def _sides(units: array[int], sizes: array[int]) -> Iterator[tuple[int, ...]]:
    start = 0
    for size in sizes:
        yield tuple(units[start : start + size])
        start += size
