"""What a note is, where it stands and how surely it was found again.

Offsets are Unicode code points into ``Document.text``, as everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from tui_app.core.model import Side, Span


class NoteKind(StrEnum):
    """What the reader meant by a note."""

    NOTE = "note"
    QUESTION = "question"
    HIGHLIGHT = "highlight"


class Status(StrEnum):
    """Whether a note still waits for somebody."""

    OPEN = "open"
    RESOLVED = "resolved"


class State(StrEnum):
    """How a note stands to the texts as they are now, from best to worst.

    ``PLACED``: the very words, found. ``CHANGED``: found, but the words differ
    from those it was made on. ``REVIEW``: a place is proposed, the note is not
    attached to it. ``ORPHAN``: no place; the note is listed with its quote.
    """

    PLACED = "placed"
    CHANGED = "changed"
    REVIEW = "review"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One stretch of one text: by position, by quote and by what stands around.

    ``text`` is the hash of the text it was made on. ``start == end`` is a gap:
    "something is missing here". The offsets hold for that text only.
    """

    side: Side
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    text: str

    @property
    def is_gap(self) -> bool:
        """Whether the anchor marks a place between two characters."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it was last saved.

    Without anchors it is about the whole comparison. ``version`` names the
    change that made it what it is. ``created`` and ``changed`` are UTC times in
    ISO 8601. ``conflict_of`` is the id of the note that two readers changed at
    once; this one is then the copy that was kept.
    """

    id: str
    version: str
    kind: NoteKind
    body: str
    tags: tuple[str, ...]
    status: Status
    anchors: tuple[Anchor, ...]
    created: str
    changed: str
    by: str
    conflict_of: str | None = None

    def quotes(self, side: Side) -> tuple[str, ...]:
        """Return the passages of one side that the note was made on."""
        return tuple(a.quote for a in self.anchors if a.side == side and not a.is_gap)


@dataclass(frozen=True, slots=True)
class FoundAnchor:
    """Where one anchor stands in the text as it is now.

    ``span`` is the place in states ``PLACED`` and ``CHANGED``, the proposal in
    ``REVIEW`` and ``None`` for an orphan. ``score`` is 0 to 1.
    """

    anchor: Anchor
    state: State
    span: Span | None
    score: float


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note in a comparison: the rows it is attached to and the spans to mark.

    ``rows`` are row numbers from 0, ascending; empty for a note on the whole
    comparison and for one without a place. ``proposed`` are the rows of the
    places that wait for the reader's yes. ``left`` and ``right`` are spans of
    the texts as they are now; a gap is an empty span.
    """

    note: Note
    state: State
    rows: tuple[int, ...]
    proposed: tuple[int, ...]
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    found: tuple[FoundAnchor, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A note that is being written and not saved yet.

    ``key`` names the draft; ``note`` is the id of the note under change, ``None``
    for a new one, and ``version`` the version of it that the writer had read.
    """

    key: str
    note: str | None
    kind: NoteKind
    body: str
    tags: tuple[str, ...]
    anchors: tuple[Anchor, ...]
    changed: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A similar pair, offered where nothing is known for this one.

    ``notes`` counts its notes, review marks and links by hand.
    """

    pair: str
    left: str
    right: str
    notes: int
    reason: str


Listed = PlacedNote | Draft | Candidate
"""What the list of notes has an entry of."""


@lru_cache(maxsize=16)
def text_hash(text: str) -> str:
    """Return the name by which notes remember a text: ``sha256-`` and 64 digits."""
    raw = text.encode("utf-8", "surrogatepass")
    return "sha256-" + hashlib.sha256(raw).hexdigest()


def turn(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """Return the anchors with left and right exchanged."""
    other: dict[Side, Side] = {"left": "right", "right": "left"}
    return tuple(replace(anchor, side=other[anchor.side]) for anchor in anchors)


class MarkKind(StrEnum):
    """Entries that are no notes."""

    REVIEWED = "reviewed"
    LINK = "link"
    APART = "apart"
    SILENCE = "silence"
