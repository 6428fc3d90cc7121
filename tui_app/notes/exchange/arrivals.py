"""What becomes of notes from outside, and where they stand in the two texts.

A note of diptych knows the text it was made on; one by another program knows at
most a quote and the words around it. It is taken where the quote stands exactly
once in the two texts, told apart by those words if need be, and refused otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tui_app.core.model import Document, Side, Span
from tui_app.notes.anchoring.new_anchors import span_anchor
from tui_app.notes.changes import clean_body, clean_tags
from tui_app.notes.journal.archive import JournalChange
from tui_app.notes.journal.records import (
    LONGEST_SELECTOR,
    BadRecordError,
    EntryContent,
    Record,
    sound_fields,
    ulid,
)
from tui_app.notes.note import Anchor, NoteKind, Status

_ID = re.compile(r"[0-9A-Za-z]{26}\Z")

_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)\Z")

_LONGEST_NAME = 200

_MOST_COMPARED = 10_000_000
"""Characters of all places of a quote; one that stands at more tells no place."""


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


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of notes from outside; the ``unplaced`` were left out."""

    new: int
    known: int
    unplaced: tuple[Arrival, ...]


def as_changes(
    arrivals: Iterable[Arrival],
    left: Document,
    right: Document,
    known: Callable[[str], bool],
) -> tuple[Imported, tuple[JournalChange, ...]]:
    """Return what becomes of the arrivals and the changes that make it so.

    Raises ``UserError`` where the words or tags of a note exceed the limits of the
    format.
    """
    changes: dict[str, JournalChange] = {}
    unplaced: list[Arrival] = []
    here = 0
    for arrival in arrivals:
        entry = arrival.id if _ID.match(arrival.id) else ulid()
        if entry in changes or known(entry):
            here += 1
            continue
        anchors = anchors_of(arrival, left, right)
        change = None if anchors is None else _change(entry, arrival, anchors)
        if change is None or not _can_be_read_again(change):
            unplaced.append(arrival)
        else:
            changes[entry] = change
    return Imported(len(changes), here, tuple(unplaced)), tuple(changes.values())


def _change(entry: str, arrival: Arrival, anchors: tuple[Anchor, ...]) -> JournalChange:
    changed = _time(arrival.changed)
    content = EntryContent(
        str(arrival.kind),
        clean_body(arrival.body),
        clean_tags(arrival.tags),
        arrival.status,
        _time(arrival.created) or changed,
        anchors,
    )
    return JournalChange(entry, None, content, arrival.by[:_LONGEST_NAME], changed)


def _can_be_read_again(change: JournalChange) -> bool:
    """Tell whether the journal's own checks would take the change.

    A place may be beyond any text; saved all the same it would be lost.
    """
    entry, content = change.entry, change.content
    try:
        sound_fields(Record(entry, entry, None, 1, change.time, change.by, content))
    except BadRecordError:
        return False
    return True


def _time(text: str) -> str:
    """Return a time that can stand in a journal, an empty string for another."""
    return text if _TIME.match(text) else ""


def anchors_of(
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
        anchor = _own_anchor(target) or _quoted_anchor(target, documents)
        if anchor is None:
            return None
        anchors.append(anchor)
    return tuple(anchors)


def _own_anchor(target: Target) -> Anchor | None:
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


def _quoted_anchor(target: Target, documents: dict[Side, Document]) -> Anchor | None:
    if not target.exact or len(target.exact) > LONGEST_SELECTOR:
        return None
    hits: list[tuple[Side, int]] = []
    for side in _sides(target, documents):
        found = _occurrences(documents[side].text, target.exact)
        if found is None:
            return None
        hits += ((side, at) for at in found)
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
        if target.source and target.source in {document.name, document.title}
    ]
    return named or ("left", "right")


def _occurrences(text: str, exact: str) -> list[int] | None:
    """Return where the quote stands, ``None`` where that is nearly everywhere."""
    most = max(2, _MOST_COMPARED // len(exact))
    found = list[int]()
    at = text.find(exact)
    while at >= 0:
        found.append(at)
        if len(found) > most:
            return None
        at = text.find(exact, at + 1)
    return found


def _fits(target: Target, text: str, at: int) -> bool:
    """Tell whether the words that the note gives stand around this occurrence."""
    before = text.endswith(target.prefix, 0, at)
    after = text.startswith(target.suffix, at + len(target.exact))
    return bool(target.prefix or target.suffix) and before and after
