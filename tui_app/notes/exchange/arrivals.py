"""What becomes of notes from outside, and where they stand in the two texts.

A note of diptych knows the text it was made on; one by another program knows at
most a quote and the words around it. It is taken where the quote stands exactly
once in the two texts, told apart by those words if need be, and refused otherwise.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

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

_MOST_FOLDED = 1000
"""Places of a quote whose surroundings are also compared without their white space."""

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


def _quoted_anchor(target: Target, documents: dict[Side, Document]) -> Anchor | None:
    if not target.exact or len(target.exact) > LONGEST_SELECTOR:
        return None
    # As it stands, or else however its white space runs: programs fold it.
    for search in (_occurrences, _occurrences_folded):
        hits: list[tuple[Side, Span]] = []
        for side in _sides(target, documents):
            found = search(documents[side].text, target.exact)
            if found is None:
                return None
            hits += ((side, span) for span in found)
        if hits:
            return _only(hits, target, documents)
    return None


def _only(
    hits: Sequence[tuple[Side, Span]],
    target: Target,
    documents: dict[Side, Document],
) -> Anchor | None:
    """Return an anchor on the one place; of several the one the context fits."""
    for fits in (_fits, _fits_folded) if len(hits) < _MOST_FOLDED else (_fits,):
        fitting = hits
        if len(hits) > 1:
            fitting = [
                (side, span)
                for side, span in hits
                if fits(target, documents[side].text, span)
            ]
        if fitting:
            break
    if len(fitting) != 1:
        return None
    ((side, span),) = fitting
    return span_anchor(documents[side], side, span)


def _sides(target: Target, documents: dict[Side, Document]) -> Sequence[Side]:
    if target.side is not None:
        return (target.side,)
    named: list[Side] = [
        side
        for side, document in documents.items()
        if target.source and target.source in {document.name, document.title}
    ]
    return named or ("left", "right")


def _occurrences(text: str, exact: str) -> list[Span] | None:
    """Return where the quote stands, ``None`` where that is nearly everywhere."""
    most = max(2, _MOST_COMPARED // len(exact))
    found = list[Span]()
    at = text.find(exact)
    while at >= 0:
        found.append(Span(at, at + len(exact)))
        if len(found) > most:
            return None
        at = text.find(exact, at + 1)
    return found


def _occurrences_folded(text: str, exact: str) -> list[Span] | None:
    """Return where the words of the quote stand, as ``_occurrences`` does."""
    words = exact.split()
    if not words:
        return []
    most = max(2, _MOST_COMPARED // len(exact))
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = [Span(*one.span()) for one in islice(pattern.finditer(text), most + 1)]
    return found if len(found) <= most else None


def _fits(target: Target, text: str, span: Span) -> bool:
    """Tell whether the words that the note gives stand around this occurrence."""
    before = text.endswith(target.prefix, 0, span.start)
    after = text.startswith(target.suffix, span.end)
    return bool(target.prefix or target.suffix) and before and after


def _fits_folded(target: Target, text: str, span: Span) -> bool:
    """Tell the same, however white space runs."""
    before = text[max(0, span.start - _enough(target.prefix)) : span.start]
    after = text[span.end : span.end + _enough(target.suffix)]
    return (
        bool(target.prefix or target.suffix)
        and _folded(before).endswith(_folded(target.prefix))
        and _folded(after).startswith(_folded(target.suffix))
    )


def _enough(words: str) -> int:
    """Return how many characters may hold these words, with more space between."""
    return 2 * len(words) + 16


def _folded(text: str) -> str:
    return " ".join(text.split())
