"""What the journal amounts to: the entries as they are now, and how they came to be.

Each entry is a tree of records, for two readers may change the same version of it.
Its leaves are what counts: one leaf is the ordinary case; of several the latest is
the entry and the others are kept as copies. The order of records in the file does
not matter to what an entry is, so that journals may be merged line by line.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tui_app.notes.journal.records import (
    RECORDS,
    EntryContent,
    Record,
    Trust,
    decode,
)
from tui_app.notes.journal.standing_acts import StandingActs


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is now; ``copy`` where another version of it counts."""

    record: Record
    content: EntryContent
    copy: bool


@dataclass(slots=True)
class _Strand:
    """All records of one entry; ``replaced`` has the revision that replaced an act.

    ``number`` counts entries in the order they were first seen, ``kinds`` are those of
    what it says.
    Only a higher revision replaces a lower one, so that no file, however made, is
    without a leaf.
    """

    number: int
    records: dict[str, Record] = field(default_factory=dict)
    leaves: list[Record] = field(default_factory=list)
    replaced: dict[str, int] = field(default_factory=dict)
    kinds: frozenset[str] = frozenset()

    def absorb(self, record: Record) -> bool:
        if record.act in self.records:
            return False
        self.records[record.act] = record
        if record.prev is not None:
            self._replace(record.prev, record.rev)
        if self.replaced.get(record.act, 0) <= record.rev:
            self.leaves.append(record)
        return True

    def _replace(self, act: str, rev: int) -> None:
        """Have an act replaced; one that is lost stands for all lower revisions."""
        self.replaced[act] = max(rev, self.replaced.get(act, 0))
        self.leaves = [
            leaf
            for leaf in self.leaves
            if leaf.rev >= rev or (act in self.records and leaf.act != act)
        ]

    def living(self) -> list[Record]:
        """Return the leaves that say something, the one that counts last."""
        found = [leaf for leaf in self.leaves if leaf.content is not None]
        return sorted(found, key=lambda leaf: (leaf.rev, leaf.time, leaf.act))

    def entries(self) -> Iterator[Entry]:
        """Yield the entry, and before it the copies kept from conflicts."""
        living = self.living()
        for leaf in reversed(living):
            copy = leaf is not living[-1]
            if leaf.content and not (copy and leaf.content == living[-1].content):
                yield Entry(leaf, leaf.content, copy)

    def needed(self) -> list[Record]:
        """Return what cannot be dropped: the history says what is a conflict."""
        return self.leaves if len(self.leaves) == 1 else list(self.records.values())


class Ledger:
    """The entries of one journal. Not safe for threads."""

    def __init__(self) -> None:
        self._strands: dict[str, _Strand] = {}
        self._acts: dict[str, list[Record]] = {}
        self._of_kind: dict[str, dict[int, _Strand]] = {}
        self._changes: list[str] = []
        self.standing = StandingActs()

    def absorb(self, records: Iterable[Record]) -> bool:
        """Take in records in the order of the file; return whether any was new."""
        new = False
        for record in records:
            strand = self._strands.get(record.id)
            if strand is None:
                strand = self._strands[record.id] = _Strand(len(self._strands))
            if strand.absorb(record):
                act = self._acts.setdefault(record.act, [])
                if not act:
                    self.standing.take(record)
                act.append(record)
                self._changes.append(record.id)
                self._file(strand)
                new = True
        return new

    def _file(self, strand: _Strand) -> None:
        """Have the entry found under the kinds that it is of by now."""
        kinds = frozenset(leaf.content.kind for leaf in strand.leaves if leaf.content)
        if kinds != strand.kinds:
            for kind in strand.kinds - kinds:
                del self._of_kind[kind][strand.number]
            for kind in kinds - strand.kinds:
                self._of_kind.setdefault(kind, {})[strand.number] = strand
            strand.kinds = kinds

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of which there are, or have been, entries."""
        return frozenset(self._of_kind)

    def entries(self, kinds: Container[str] | None = None) -> Iterator[Entry]:
        """Yield all entries, or those of some kinds, in the order first seen."""
        wanted = self.kinds if kinds is None else kinds
        found = {
            number: strand
            for kind, strands in self._of_kind.items()
            if kind in wanted
            for number, strand in strands.items()
        }
        for number in sorted(found):
            for entry in found[number].entries():
                if entry.content.kind in wanted:
                    yield entry

    def entry(self, entry: str) -> Iterator[Entry]:
        """Yield the entry of this id, and before it the copies kept from conflicts."""
        strand = self._strands.get(entry)
        return strand.entries() if strand else iter(())

    def changes(self, since: int) -> Sequence[str]:
        """Return the ids of entries that changed after so many changes, in order."""
        return self._changes[since:]

    def version(self, entry: str, act: str) -> Record | None:
        """Return what ``act`` made of the entry, if it is known."""
        strand = self._strands.get(entry)
        return strand.records.get(act) if strand else None

    def versions(self, entry: str) -> tuple[Record, ...]:
        """Return all that is known of what the entry was and is."""
        strand = self._strands.get(entry)
        return tuple(strand.records.values()) if strand else ()

    def newest(self, entry: str) -> Record | None:
        """Return the version that counts, a deletion too."""
        strand = self._strands.get(entry)
        if strand is None:
            return None
        living = strand.living()
        return living[-1] if living else max(strand.leaves, key=lambda leaf: leaf.rev)

    def alive(self, latest: int) -> set[tuple[str, str]]:
        """Return (entry, act) of the records that still matter.

        These are what counts now, the whole history of entries in conflict, and
        what undoing the ``latest`` acts needs.
        """
        needed = {
            (record.id, record.act)
            for strand in self._strands.values()
            for record in strand.needed()
        }
        recent = list(self._acts.values())[-latest:]
        for record in (record for act in recent for record in act):
            needed.add((record.id, record.act))
            if record.prev:
                needed.add((record.id, record.prev))
        return needed

    @property
    def entries_known(self) -> int:
        """Return how many entries there are or were."""
        return len(self._strands)

    def __len__(self) -> int:
        """Return how many changes are known."""
        return len(self._changes)

    def acts(self) -> dict[str, list[Record]]:
        """Return what was done, oldest first, with the records of each act."""
        return self._acts


WORTHWHILE = 256 << 10
"""Bytes below which a journal stays as it is."""

UNDOABLE = 100
"""The latest acts that can still be undone after compaction."""


def pays(ledger: Ledger, size: int) -> bool:
    """Return whether more than half of a large journal is history."""
    if size < WORTHWHILE or 2 * ledger.entries_known >= len(ledger):
        return False  # of each entry one change at least still matters
    return 2 * len(ledger.alive(UNDOABLE)) < len(ledger)


def compacted(ledger: Ledger, journal: bytes) -> bytes:
    """Return the lines to keep, byte for byte.

    Lines this program cannot read are kept, and so are those of other kinds.
    """
    alive = ledger.alive(UNDOABLE)
    kept = [raw for raw in journal.split(b"\n") if raw and _stays(raw, alive)]
    return b"".join(raw + b"\n" for raw in kept)


def _stays(raw: bytes, alive: set[tuple[str, str]]) -> bool:
    line = decode(raw)
    if line.trust is not Trust.GOOD or line.fields.get("op") not in RECORDS:
        return True
    return (line.fields.get("id"), line.fields.get("act")) in alive
