"""The one way from two segmented documents to an alignment."""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz import fuzz, process

from tui_app.core.model import (
    Alignment,
    Bead,
    Constraints,
    Document,
    Link,
    Progress,
)


def align(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
) -> Alignment:
    """Return the alignment of two documents under the reader's constraints."""
    del constraints, report
    texts = [right.unit_text(number) for number in range(len(right.units))]
    links = []
    taken: set[int] = set()
    for number in range(len(left.units)):
        found = process.extractOne(
            left.unit_text(number), texts, scorer=fuzz.token_set_ratio, score_cutoff=60
        )
        if found and found[2] not in taken:
            taken.add(found[2])
            links.append(Link(number, found[2], found[1] / 100))
    beads = tuple(Bead((link.left,), (link.right,), link.score) for link in links)
    return Alignment(beads, tuple(links))
