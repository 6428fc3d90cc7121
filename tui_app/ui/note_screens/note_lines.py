"""What the list of notes shows of a note: one line each, and the whole beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial

from rich.cells import cell_len
from textual.content import Content

from tui_app.core.text.display import displayable, displayable_line
from tui_app.core.text.plurals import counted
from tui_app.notes.note import (
    Anchor,
    Candidate,
    Draft,
    Listed,
    NoteKind,
    PlacedNote,
    State,
    Status,
)
from tui_app.review.looks import StyledText
from tui_app.settings.keymap import KeyName
from tui_app.ui.widgets.cells import cut
from tui_app.ui.widgets.picklist import LaterLine, ListEntry

_STATE = {
    State.PLACED: "",
    State.CHANGED: "words changed",
    State.REVIEW: "place to confirm",
    State.ORPHAN: "place lost",
}


def note_entry(
    listed: Listed, digits: int, key: KeyName, sign: str = "…"
) -> ListEntry[Listed]:
    """Return the line of a note, a draft or notes on offer, which a key takes.

    ``sign`` stands for words that are cut.
    """
    if isinstance(listed, Candidate):
        return ListEntry(((_offer(listed, key), "gutter-note"),), listed)
    if isinstance(listed, Draft):
        words = _line(listed.body) or "(empty)"
        named = (f"{'draft':>{digits}}  ", "gutter-note"), (words, "")
        return ListEntry((*named, _tags(listed.tags)), listed, day_of(listed.changed))
    note = listed.note
    tail = "  ".join(
        part
        for part in (
            "" if note.kind is NoteKind.NOTE else str(note.kind),
            "resolved" if note.status is Status.RESOLVED else "",
            "copy of a conflict" if note.conflict_of else "",
            _STATE[listed.state],
            day_of(note.changed),
        )
        if part
    )
    faint = "aside" if note.status is Status.RESOLVED else ""
    pieces = (
        (f"{where(listed):>{digits}}  ", "aside"),
        (_line(note.body) or "(no words)", faint),
        _tags(note.tags),
    )
    drawn = LaterLine(partial(_with_tags, pieces, sign), str)
    return ListEntry(pieces, listed, tail, later=drawn)


def _with_tags(
    pieces: tuple[StyledText, ...], cut_sign: str, room: int
) -> tuple[StyledText, ...]:
    """Return the line in so many cells: of long words as many as leave room for tags.

    Of many tags a third of the line.
    """
    (where_, aside), (words, look), (tags, sign) = pieces
    for_tags = min(cell_len(tags), room // 3)
    shown = cut(words, max(1, room - cell_len(where_) - for_tags), cut_sign)
    return (where_, aside), (shown, look), (tags, sign)


def _tags(tags: Sequence[str]) -> StyledText:
    return "".join(f"  #{displayable_line(tag)}" for tag in tags), "gutter-note"


def day_of(time: str) -> str:
    """Return the day of a time in ISO 8601, where the reader is; what is none as it is.

    A time that a file of notes has need not be one.
    """
    try:
        return datetime.fromisoformat(time).astimezone().date().isoformat()
    except (ValueError, OverflowError, OSError):
        return displayable_line(time)[: len("2026-02-28")]


def _offer(candidate: Candidate, key: KeyName) -> str:
    count = counted(candidate.notes, "note", "notes")
    names = f"{_line(candidate.left)} | {_line(candidate.right)}"
    why = _line(candidate.reason)
    return f"{key('notes-open')} takes {count} made on {names} ({why})"


def key_of(listed: Listed) -> str:
    """Return what stays of a note or a draft when it changes."""
    if isinstance(listed, Candidate):
        return f"candidate {listed.pair}"
    return f"draft {listed.key}" if isinstance(listed, Draft) else listed.note.id


def where(placed: PlacedNote) -> str:
    """Return the row number that a reader knows, or a sign for none."""
    if placed.rows:
        return str(placed.rows[0] + 1)
    if placed.proposed:
        return f"{placed.proposed[0] + 1}?"
    return "?" if placed.note.anchors else "all"


def whole_note(
    listed: Listed, key: KeyName, quote: Callable[[Anchor], Content]
) -> Content:
    """Return everything about the note, for the panel beside the list.

    ``quote`` makes a line of a passage.
    """
    if isinstance(listed, Candidate):
        return Content(_offer(listed, key))
    anchors = listed.anchors if isinstance(listed, Draft) else listed.note.anchors
    body = listed.body if isinstance(listed, Draft) else listed.note.body
    parts = [Content(displayable(body)), *_about(listed)]
    parts += map(quote, anchors)
    if isinstance(listed, PlacedNote) and listed.state is not State.PLACED:
        parts.append(
            Content(_advice(listed.state, key("notes-place"))).stylize("italic")
        )
    return Content("\n").join(parts)


def _about(listed: Draft | PlacedNote) -> Iterator[Content]:
    """Yield its kind and tags, and the days on which it was made and changed."""
    note = listed if isinstance(listed, Draft) else listed.note
    days = [day_of(note.changed)]
    if not isinstance(note, Draft) and day_of(note.created) != days[0]:
        days.insert(0, day_of(note.created))
    said = [str(note.kind), *(f"#{displayable_line(tag)}" for tag in note.tags)]
    told = "  ".join([*said, ", changed ".join(filter(None, days))])
    yield Content(told).stylize("$mark-note")


def _advice(state: State, place: str) -> str:
    if state is State.CHANGED:
        return (
            f"The words here have changed since; {place} takes the place as it is now."
        )
    if state is State.REVIEW:
        return f"A place is proposed; {place} accepts it."
    return f"Its place was not found; {place} puts it where the reader's cursor is."


def _line(text: str) -> str:
    return displayable_line(" ".join(text.split()))
