"""Notes that come from outside, and their places in the two texts.

A note of diptych knows the text it was made on; one by another program knows at
most a quote and the words around it. It is taken where the quote stands exactly
once in the two texts, told apart by those words if need be, and refused otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui_app.core.model import Document, Side, Span
from tui_app.notes.model import Anchor, NoteKind, Status
from tui_app.notes.places import span_anchor


@dataclass(frozen=True, slots=True)
class Target:
    """Where a note from outside stands, as far as it says.

    ``side`` is ``None`` where it does not name one; ``source`` is whatever it
    calls the text. An empty ``exact`` with a position is a gap.
    """

    side: Side | None
    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A note from outside; empty ``id`` and times where it brings none."""

    id: str
    kind: NoteKind
    body: str
    tags: tuple[str, ...]
    status: Status
    targets: tuple[Target, ...]
    created: str = ""
    changed: str = ""
    by: str = ""


def settle(
    arrival: Arrival, left: Document, right: Document
) -> tuple[Anchor, ...] | None:
    """Return the anchors of a note from outside, ``None`` where a place is unsure.

    A target without side, quote and position is about the whole text and has no
    anchor.
    """
    documents: dict[Side, Document] = {"left": left, "right": right}
    anchors = []
    for target in arrival.targets:
        if not target.exact and target.start is None:
            continue
        anchor = _known(target) or _found(target, documents)
        if anchor is None:
            return None
        anchors.append(anchor)
    return tuple(anchors)


def _known(target: Target) -> Anchor | None:
    """Return the anchor of a note that diptych itself wrote, as it was."""
    if target.side is None or target.start is None or target.end is None:
        return None
    if not target.text:
        return None
    return Anchor(
        target.side,
        target.start,
        target.end,
        target.exact,
        target.prefix,
        target.suffix,
        target.text,
    )


def _found(target: Target, documents: dict[Side, Document]) -> Anchor | None:
    if not target.exact:
        return None
    hits = [
        (side, at)
        for side in _sides(target, documents)
        for at in _occurrences(documents[side].text, target.exact)
    ]
    if len(hits) > 1:
        hits = [
            (side, at) for side, at in hits if _fits(target, documents[side].text, at)
        ]
    if len(hits) != 1:
        return None
    side, at = hits[0]
    return span_anchor(documents[side], side, Span(at, at + len(target.exact)))


def _sides(target: Target, documents: dict[Side, Document]) -> Sequence[Side]:
    if target.side is not None:
        return (target.side,)
    named: list[Side] = [
        side
        for side, document in documents.items()
        if target.source and target.source in {document.source, document.title}
    ]
    return named or ("left", "right")


def _occurrences(text: str, exact: str) -> list[int]:
    found = []
    at = text.find(exact)
    while at >= 0:
        found.append(at)
        at = text.find(exact, at + 1)
    return found


def _fits(target: Target, text: str, at: int) -> bool:
    """Tell whether the words that the note gives stand around this occurrence."""
    before = text.endswith(target.prefix, 0, at)
    after = text.startswith(target.suffix, at + len(target.exact))
    return bool(target.prefix or target.suffix) and before and after
