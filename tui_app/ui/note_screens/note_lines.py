"""What the list of notes shows of a note: one line each, and the whole beside it."""

from __future__ import annotations

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
from tui_app.settings.drawn import Drawing, Drawn
from tui_app.settings.keymap import KeyName
from tui_app.ui.widgets.picklist import ListEntry

_TAIL = 24
"""Characters shown of what stands before a gap."""

_STATE = {
    State.PLACED: "",
    State.CHANGED: "words changed",
    State.REVIEW: "place to confirm",
    State.ORPHAN: "place lost",
}


def note_entry(listed: Listed, digits: int, key: KeyName) -> ListEntry[Listed]:
    """Return the line of a note, a draft or notes on offer, which a key takes."""
    if isinstance(listed, Candidate):
        return ListEntry(((_offer(listed, key), "gutter-note"),), listed)
    if isinstance(listed, Draft):
        words = _line(listed.body) or "(empty)"
        return ListEntry(
            ((f"{'draft':>{digits}}  ", "gutter-note"), (words, "")), listed
        )
    note = listed.note
    tail = " ".join(
        part
        for part in (
            "" if note.kind is NoteKind.NOTE else str(note.kind),
            "resolved" if note.status is Status.RESOLVED else "",
            "copy of a conflict" if note.conflict_of else "",
            _STATE[listed.state],
        )
        if part
    )
    tags = "".join(f" #{displayable_line(tag)}" for tag in note.tags)
    faint = "aside" if note.status is Status.RESOLVED else ""
    return ListEntry(
        (
            (f"{where(listed):>{digits}}  ", "aside"),
            (_line(note.body) or "(no words)", faint),
            (tags, "gutter-note"),
        ),
        listed,
        tail,
    )


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


def passage_line(anchor: Anchor, *, ascii_only: Drawing = False) -> str:
    """Return the passage an anchor stands on, in one line."""
    side = "L " if anchor.side == "left" else "R "
    if ascii_only is Drawn.PLAIN:
        side = f"{anchor.side.capitalize()}:"
    if anchor.is_gap and not anchor.prefix.strip():
        return f"{side} missing here, at the beginning"
    words = _last_words(anchor.prefix) if anchor.is_gap else _line(anchor.quote)
    quoted = f'"{words}"' if ascii_only else f"“{words}”"
    missing = "missing here, after " if anchor.is_gap else ""
    return f"{side} {missing}{quoted}"


def _last_words(prefix: str) -> str:
    """Return the end of what stands before a gap, no word cut."""
    line = _line(prefix)
    cut = line[-_TAIL:]
    return cut.partition(" ")[2] if len(line) > _TAIL and " " in cut else cut


def whole_note(listed: Listed, key: KeyName, *, ascii_only: Drawing = False) -> Content:
    """Return everything about the note, for the panel beside the list."""
    if isinstance(listed, Candidate):
        return Content(_offer(listed, key))
    anchors = listed.anchors if isinstance(listed, Draft) else listed.note.anchors
    body = listed.body if isinstance(listed, Draft) else listed.note.body
    parts = [Content(displayable(body))]
    parts += [
        Content(passage_line(anchor, ascii_only=ascii_only)).stylize("$mark-faint")
        for anchor in anchors
    ]
    if isinstance(listed, PlacedNote) and listed.state is not State.PLACED:
        parts.append(
            Content(_advice(listed.state, key("notes-place"))).stylize("italic")
        )
    return Content("\n").join(parts)


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
