"""What becomes of notes from outside, and where they stand in the two texts.

A note of diptych knows the text it was made on; one by another program knows at
most a quote and the words around it, and is refused where these tell no place.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tui_app.core.model import Document, Progress, Report
from tui_app.notes.changes import clean_body, clean_tags
from tui_app.notes.exchange.quoted_targets import QuotedTargets, Target
from tui_app.notes.journal.archive import JournalChange
from tui_app.notes.journal.records import (
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

_OFTEN = 500  # notes between two reports


@dataclass(frozen=True, slots=True)
class Arrival:
    """A note from outside; empty ``id`` and times where it brings none.

    ``any_place``: it is taken where one of its targets is found, the others left out.
    """

    id: str
    kind: NoteKind
    body: str
    tags: tuple[str, ...]
    status: Status
    targets: tuple[Target, ...]
    created: str = ""
    changed: str = ""
    by: str = ""
    any_place: bool = False


def made_id(*said: str) -> str:
    """Return the id of a note that brings none: the same for the same words."""
    raw = "\0".join(said).encode("utf-8", "surrogatepass")
    return base64.b32encode(hashlib.sha256(raw).digest()).decode()[:26]


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
    report: Report | None = None,
) -> tuple[Imported, tuple[JournalChange, ...]]:
    """Return what becomes of the arrivals and the changes that make it so.

    ``report`` is told how many were looked at, and ends the work by what it raises.
    Raises ``UserError`` where the words or tags of a note exceed the limits of the
    format.
    """
    arrivals = tuple(arrivals)
    quoted = _quoted(arrivals, left, right)
    changes: dict[str, JournalChange] = {}
    unplaced: list[Arrival] = []
    here = 0
    for number, arrival in enumerate(arrivals):
        if report is not None and number % _OFTEN == 0:
            report(Progress(number, len(arrivals)))
        entry = arrival.id if _ID.match(arrival.id) else ulid()
        if entry in changes or known(entry):
            here += 1
            continue
        anchors = _anchors(arrival, quoted)
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


def _quoted(
    arrivals: Sequence[Arrival], left: Document, right: Document
) -> QuotedTargets:
    targets = (target for arrival in arrivals for target in arrival.targets)
    return QuotedTargets(left, right, (one for one in targets if not _own_anchor(one)))


def _anchors(arrival: Arrival, quoted: QuotedTargets) -> tuple[Anchor, ...] | None:
    """Return the anchors of a note from outside, ``None`` where a place is unsure.

    A target without side, quote and position is about the whole text and has no
    anchor.
    """
    anchors = []
    for target in arrival.targets:
        if not target.exact and target.start is None:
            continue
        anchor = _own_anchor(target) or quoted.anchor(target)
        if anchor is not None:
            anchors.append(anchor)
        elif not arrival.any_place:
            return None
    sought = any(one.exact for one in arrival.targets)
    return tuple(anchors) if anchors or not sought else None


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
