"""Arrivals become changes of the notebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tui_app.core.model import Document
from tui_app.notes.archive import Change
from tui_app.notes.cleaning import clean_body, clean_tags
from tui_app.notes.exchange.arriving import Arrival, settle
from tui_app.notes.ids import ulid
from tui_app.notes.model import Anchor
from tui_app.notes.records import (
    BadRecordError,
    Content,
    Record,
    sound_fields,
)

_ID = re.compile(r"[0-9A-Za-z]{26}\Z")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)\Z")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of notes from outside; the ``unplaced`` were left out."""

    new: int
    known: int
    unplaced: tuple[Arrival, ...]


def arriving(
    arrivals: Iterable[Arrival],
    left: Document,
    right: Document,
    known: Callable[[str], bool],
) -> tuple[Taken, tuple[Change, ...]]:
    """Return what becomes of the arrivals and the changes that make it so.

    Raises ``UserError`` where the words or tags of a note exceed the limits of the
    format.
    """
    changes: dict[str, Change] = {}
    unplaced: list[Arrival] = []
    met = 0
    for arrival in arrivals:
        entry = arrival.id if _ID.match(arrival.id) else ulid()
        if entry in changes or known(entry):
            met += 1
            continue
        anchors = settle(arrival, left, right)
        change = None if anchors is None else _change(entry, arrival, anchors)
        if change is None or not _can_be_read_again(change):
            unplaced.append(arrival)
        else:
            changes[entry] = change
    return Taken(len(changes), met, tuple(unplaced)), tuple(changes.values())


def _change(entry: str, arrival: Arrival, anchors: tuple[Anchor, ...]) -> Change:
    changed = _time(arrival.changed)
    content = Content(
        str(arrival.kind),
        clean_body(arrival.body),
        clean_tags(arrival.tags),
        arrival.status,
        _time(arrival.created) or changed,
        anchors,
    )
    return Change(entry, None, content, arrival.by[:_LONGEST_NAME], changed)


def _can_be_read_again(change: Change) -> bool:
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
