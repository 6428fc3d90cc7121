"""What undo takes back and redo does again, read from the journal itself.

Both outlive the program.
"""

from __future__ import annotations

from tui_app.errors import UserError
from tui_app.notes.journal.archive import JournalChange, Plan
from tui_app.notes.journal.ledger import Ledger
from tui_app.notes.journal.records import EntryContent, Record
from tui_app.notes.note import MarkKind


def undo(ledger: Ledger, by: str) -> Plan:
    """Return what takes back the last act of a user that stands.

    An act that somebody else has overtaken is passed over, so that it does not bar
    the way to all before it; raises ``UserError`` where there are only such acts.
    """
    overtaken: UserError | None = None
    for act in reversed(ledger.standing.of(by).done):
        try:
            changes = [_backward(ledger, each) for each in ledger.acts()[act]]
        except UserError as error:
            overtaken = overtaken or error
        else:
            return Plan(changes, undo=act)
    if overtaken is not None:
        raise overtaken
    return Plan(())


def redo(ledger: Ledger, by: str) -> Plan:
    """Return what does again the act undone last; raises as ``undo``."""
    act = next(reversed(ledger.standing.of(by).undone), None)
    if act is None:
        return Plan(())
    return Plan([_forward(ledger, each) for each in ledger.acts()[act]], redo=act)


def _backward(ledger: Ledger, record: Record) -> JournalChange:
    before = ledger.version(record.id, record.prev) if record.prev else None
    if record.prev and before is None:
        raise UserError("undo", "the version before is no longer known")
    return _change(ledger, record, before, record)


def _forward(ledger: Ledger, record: Record) -> JournalChange:
    return _change(ledger, record, record, ledger.version(record.id, record.prev or ""))


def _change(
    ledger: Ledger, record: Record, after: Record | None, expected: Record | None
) -> JournalChange:
    newest = ledger.newest(record.id)
    there = newest.content if newest else None
    if there != (expected.content if expected else None):
        raise UserError("undo", "the note has been changed by somebody else since")
    content = after.content if after else None
    return JournalChange(record.id, newest.act if newest else None, content)


_DONE = {
    str(MarkKind.REVIEWED): "marked as reviewed",
    str(MarkKind.LINK): "settled by hand",
    str(MarkKind.APART): "unlinked",
    str(MarkKind.SILENCE): "never told again",
}


def describe(ledger: Ledger, act: str) -> str:
    """Return in a few words what an act did, for the status line."""
    records = ledger.acts()[act]
    contents = [r.content or _content_before(ledger, r) for r in records]
    kind = next((content.kind for content in contents if content), "note")
    record = records[0]
    if kind in _DONE and record.content is not None:
        rows = f" ({len(records)} times)" if len(records) > 1 else ""
        return f"{_DONE[kind]}{rows}"
    if kind == MarkKind.SILENCE:
        return "told again"
    if len(records) > 1:
        kind = f"{len(records)} × {kind}"
    if record.content is None:
        return f"{kind} deleted"
    return f"{kind} changed" if record.prev else f"{kind} added"


def _content_before(ledger: Ledger, record: Record) -> EntryContent | None:
    before = ledger.version(record.id, record.prev or "")
    return before.content if before else None
