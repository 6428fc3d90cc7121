"""What the reader does not want to be told again about a pair of texts.

Silences are entries of the journal like notes, but stand nowhere in the texts: nothing
of them can be lost when these are edited.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.core.counting import Silence, folded
from tui_app.core.kinds import ALL_KINDS, Kind
from tui_app.notes.changes import Changes
from tui_app.notes.journal.archive import JournalChange
from tui_app.notes.journal.records import EntryContent
from tui_app.notes.note import MarkKind

_WORDS, _KIND = "words", "kind"


class Silences:
    """The pairs of words and the kinds of difference that are silenced in the pair.

    What changes something raises ``UserError`` where it cannot be saved.
    """

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def all(self) -> tuple[Silence, ...]:
        """Return what is silenced, in the order it was, words as they stood."""
        entries = self._changes.entries(MarkKind.SILENCE)
        found = (_read(entry.content) for entry in entries if not entry.copy)
        return _each_once(one for one in found if one is not None)

    def add(self, silences: Iterable[Silence]) -> None:
        """Never tell of these again."""
        wanted = tuple(silences)

        def new() -> list[JournalChange]:
            there = self.all()
            return [
                self._new(one) for one in _each_once((*there, *wanted))[len(there) :]
            ]

        self._changes.commit(new)

    def _new(self, silence: Silence) -> JournalChange:
        if isinstance(silence, Kind):
            return self._changes.new(MarkKind.SILENCE, (), str(silence), unit=_KIND)
        words = "\n".join(silence)
        return self._changes.new(MarkKind.SILENCE, (), words, unit=_WORDS)

    def take_back(self, silences: Iterable[Silence]) -> None:
        """Tell of these again."""
        gone = frozenset(map(folded, silences))
        self._changes.commit(
            lambda: [
                JournalChange(entry.record.id, entry.record.act, None)
                for entry in self._changes.entries(MarkKind.SILENCE)
                if (silence := _read(entry.content)) and folded(silence) in gone
            ]
        )


def _each_once(silences: Iterable[Silence]) -> tuple[Silence, ...]:
    once: dict[Silence, Silence] = {}
    for one in silences:
        once.setdefault(folded(one), one)
    return tuple(once.values())


def _read(content: EntryContent) -> Silence | None:
    """Return what an entry silences, ``None`` where this program does not know it."""
    if content.unit == _KIND:
        return Kind(content.body) if content.body in ALL_KINDS else None
    if content.unit != _WORDS or content.body.count("\n") != 1:
        return None
    first, second = content.body.split("\n")
    return first, second
