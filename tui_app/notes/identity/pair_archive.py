"""The archive of a pair as two documents see it, and what to say of it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from tui_app.core.model import SIDES, Document
from tui_app.core.text.plurals import counted
from tui_app.disk.paths import Store
from tui_app.errors import UserError
from tui_app.notes.identity import known_pairs, opening
from tui_app.notes.identity.known_pairs import KnownPair, PairMatch
from tui_app.notes.identity.opening import Opened
from tui_app.notes.journal.archive import Archive, Plan
from tui_app.notes.journal.ledger import Entry, Ledger
from tui_app.notes.journal.records import EntryContent, Record
from tui_app.notes.note import Anchor, Candidate, text_hash, turn


class PairArchive:
    """The archive as these documents see it: sides in their order, commits, remarks.

    ``chosen`` tells that the file is one of the user's choice, not of the store.
    """

    def __init__(
        self,
        store: Store,
        documents: tuple[Document, Document],
        opened: Opened,
        *,
        chosen: bool,
    ) -> None:
        self._store = store
        self._documents = documents
        self._opened = opened
        self._chosen = chosen
        self._obstacle = opening.obstacle(self.archive.path)
        self._turned: bool | None = opened.match.turned if opened.match else None
        self._remembered = opened.match is not None
        if opened.match:
            self._remember(opened.match)

    @property
    def archive(self) -> Archive:
        """The journal and its ledger, sides as the journal has them."""
        return self._opened.archive

    @property
    def ledger(self) -> Ledger:
        """What the journal amounts to, sides as the journal has them."""
        return self.archive.ledger

    @property
    def pair(self) -> str:
        """The pair's id."""
        return self._opened.pair

    @property
    def drafts(self) -> Path:
        """The directory of what is being written about the pair."""
        if self._chosen:
            return self._store.drafts_for_file(self.archive.path)
        return self._store.drafts(self.pair)

    @property
    def writable(self) -> bool:
        """Whether nothing known speaks against saving here."""
        return self._obstacle is None and not self.archive.health.newer

    def candidates(self) -> tuple[Candidate, ...]:
        """Return similar pairs that have notes, as long as this one has none."""
        if any(True for _ in self.ledger.entries()):
            return ()
        return self._candidates

    @cached_property
    def _candidates(self) -> tuple[Candidate, ...]:
        offers = (opening.candidate(self._store, each) for each in self._opened.offered)
        return tuple(offer for offer in offers if offer.notes)

    def offered(self, pair: str) -> PairMatch:
        """Return the offer of a pair by its id."""
        return next(m for m in self._opened.offered if m.pair.id == pair)

    def entries(self, kinds: Container[str] | None = None) -> Iterator[Entry]:
        """Yield all entries, or those of some kinds, sides as the documents have them.

        They come in the order in which they were made.
        """
        return map(self._as_here, self.ledger.entries(kinds))

    def entry(self, entry: str) -> Iterator[Entry]:
        """Yield the entry of this id, and before it the copies kept from conflicts."""
        return map(self._as_here, self.ledger.entry(entry))

    def _as_here(self, entry: Entry) -> Entry:
        if not self.is_turned():
            return entry
        return replace(entry, content=self.turn(entry.content))

    def turn(self, content: EntryContent) -> EntryContent:
        """Return content with the sides of the journal for those of the documents.

        It is its own inverse.
        """
        if not self.is_turned():
            return content
        return replace(content, anchors=turn(content.anchors))

    def is_turned(self) -> bool:
        """Whether the documents are the other way round than the journal has them."""
        if self._turned is None and self.archive.head:
            known = known_pairs.from_fields(self.pair, self.archive.head)
            here = self._here
            self._turned = known_pairs.match_of(known, here).turned if known else False
        return bool(self._turned)

    def are_turned(self, anchors: Sequence[Anchor]) -> bool:
        """Whether anchors that were kept here have the sides the other way round.

        Until a journal says how they are, the texts do that the anchors stood in.
        """
        if self._turned is not None or self.archive.head:
            return self.is_turned()
        here = dict(
            zip(SIDES, (text_hash(one.text) for one in self._documents), strict=True)
        )
        return bool(anchors) and all(
            here[one.side] != one.text == here[turned.side]
            for one, turned in zip(anchors, turn(anchors), strict=True)
        )

    def foreign(self) -> bool:
        """Whether a file of the user's seems to be about other documents."""
        if not self._chosen or not self.archive.head:
            return False
        known = known_pairs.from_fields(self.pair, self.archive.head)
        return (
            known is not None
            and not known_pairs.match_of(known, self._here).worth_offering
        )

    def commit(self, decide: Callable[[], Plan]) -> tuple[Record, ...]:
        """Write what ``decide`` returns, sides as the journal has them.

        Raises ``OSError``, and ``UserError`` for a newer version's file.
        """
        if self.archive.health.newer:
            raise UserError(
                str(self.archive.path),
                "not saved: a newer version of diptych wrote these notes",
                "update diptych, or keep notes elsewhere with --notes",
            )
        begun = self.archive.head is None
        head = self._known_here().to_fields() if begun else {}
        records = self.archive.commit(lambda: self._allowed(decide), head)
        if begun and not self._opened.match:
            self._remembered = False  # only now the journal's sides are known
            self.remember()
        return records

    def _allowed(self, decide: Callable[[], Plan]) -> Plan:
        """Return the plan; the file may have become somebody's text since."""
        if self._chosen and self.archive.is_foreign():
            raise opening.something_else(self.archive.path)
        return decide()

    def remember(self) -> None:
        """Keep by what the pair is known; a loss is made up for by the journal."""
        if not self._chosen and not self._remembered:
            with contextlib.suppress(OSError):
                known_pairs.remember(self._store, self._known_here())
                self._remembered = True

    def _known_here(self) -> KnownPair:
        """Return the pair as it is at hand, sides as the journal has them."""
        return self._here.turned() if self.is_turned() else self._here

    def close(self) -> None:
        """Let go of the journal, tidied where it is the store's own."""
        if self.writable and not self._chosen:
            with contextlib.suppress(OSError):
                self.archive.compact()
        self.archive.close()

    def obstacle(self) -> tuple[Path, str] | None:
        """Return where and why notes cannot be saved."""
        return (self.archive.path, self._obstacle) if self._obstacle else None

    @cached_property
    def _here(self) -> KnownPair:
        pair = known_pairs.pair_of(self.pair, *self._documents)
        return opening.without_directories(pair) if self._chosen else pair

    def _remember(self, match: PairMatch) -> None:
        """Keep what this look at the documents adds to what is known of the pair."""
        glance = known_pairs.pair_of(self.pair, *self._documents, words=False)
        if not self.writable or match.updated_by(glance) == match.pair:
            return
        with contextlib.suppress(OSError):
            known_pairs.remember(self._store, match.updated_by(self._here))


def remarks(pair_archive: PairArchive, store: Store) -> Iterator[str]:
    """Yield what the user should know before relying on the notes."""
    yield from _on_journal(pair_archive.archive)
    if obstacle := pair_archive.obstacle():
        path, why = obstacle
        elsewhere = f" Without --notes they are kept in {store.pairs}."
        if path.is_relative_to(store.data):
            elsewhere = " Choose another place with --notes."
        yield f"Notes cannot be saved in {path}: {why}.{elsewhere}"
    if pair_archive.foreign():
        yield "These notes seem to be about other documents."
    yield from map(_on_candidate, pair_archive.candidates())


def _on_journal(archive: Archive) -> Iterator[str]:
    health = archive.health
    if health.newer:
        yield (
            "These notes were written by a newer version of diptych: "
            "they can be read, not changed."
        )
    if health.damaged:
        lines = counted(health.damaged, "damaged line", "damaged lines")
        yield (
            f"{lines} in {archive.path} skipped; "
            "all other notes are here, and nothing was removed."
        )
    if health.torn:
        yield (
            f"The last line of {archive.path} was cut off and what it held is missing; "
            "all other notes are here, and nothing was removed."
        )
    if health.unverified:
        lines = counted(health.unverified, "line has", "lines have")
        yield f"{lines} no checksum and cannot be verified."


def _on_candidate(found: Candidate) -> str:
    notes = counted(found.notes, "note", "notes and marks")
    return (
        f"No notes on this pair yet; a similar one has {notes}: "
        f"{found.left} and {found.right} ({found.reason})."
    )
