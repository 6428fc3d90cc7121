"""Which pair with notes two documents may be, also when renamed or edited."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from tui_app.core.model import Document
from tui_app.disk.durable import make_directory, replace_file
from tui_app.disk.paths import Store
from tui_app.notes.identity.fingerprint import (
    Fingerprint,
    fingerprint_of,
    sketch_likeness,
)
from tui_app.notes.journal.records import decode, pair_id

KIN = 0.3
"""Likeness that a text at a known path or name must have to be the same article."""

SIMILAR = 0.6
"""Likeness that makes a text worth offering; two reports of one event have less."""

RENAMED = 0.75
"""Likeness that makes a new name of a file that is gone the same article."""

_HEAD_BYTES = 1 << 16


class Clue(IntEnum):
    """Why one document may be one that is known, from weak to strong."""

    NONE = 0
    REUSED = 1
    SIMILAR = 2
    RENAMED = 3
    NAME = 4
    PATH = 5
    TEXT = 6


_REASONS = {
    Clue.REUSED: "the same path, other words",
    Clue.SIMILAR: "similar words",
    Clue.RENAMED: "similar words, and no file has the old name any more",
    Clue.NAME: "the same name, similar words",
    Clue.PATH: "the same path",
    Clue.TEXT: "the same text",
}


@dataclass(frozen=True, slots=True)
class KnownPair:
    """Two documents that have notes together."""

    id: str
    left: Fingerprint
    right: Fingerprint

    def turned(self) -> KnownPair:
        """Return the pair with its sides exchanged."""
        return KnownPair(self.id, self.right, self.left)

    def to_fields(self) -> dict[str, Any]:
        """Return the members of its JSON."""
        return {
            "pair": self.id,
            "docs": {"L": self.left.to_fields(), "R": self.right.to_fields()},
        }


@dataclass(frozen=True, slots=True)
class PairMatch:
    """A known pair beside the documents at hand.

    ``turned``: the documents are the other way round than the pair has them.
    """

    pair: KnownPair
    turned: bool
    left: Clue
    right: Clue

    @property
    def sure(self) -> bool:
        """Whether the notes are opened without asking."""
        low, high = sorted((self.left, self.right))
        renamed = low >= Clue.RENAMED and high is Clue.TEXT
        return low >= Clue.PATH or renamed

    def updated_by(self, here: KnownPair) -> KnownPair:
        """Return the pair with what another look at the documents has shown."""
        here = here.turned() if self.turned else here
        left, right = (
            self.pair.left.updated_by(here.left),
            self.pair.right.updated_by(here.right),
        )
        return KnownPair(self.pair.id, left, right)

    @property
    def same_texts(self) -> bool:
        """Whether both texts are known to the letter."""
        return self.left is self.right is Clue.TEXT

    @property
    def worth_offering(self) -> bool:
        """Whether the reader should be asked."""
        return min(self.left, self.right) > Clue.NONE

    @property
    def reason(self) -> str:
        """In a few words, why this may be the pair."""
        return f"left: {_REASONS[self.left]}; right: {_REASONS[self.right]}"


def pair_of(
    pair: str, left: Document, right: Document, *, words: bool = True
) -> KnownPair:
    """Return a pair as the documents at hand show it."""
    return KnownPair(
        pair, fingerprint_of(left, words=words), fingerprint_of(right, words=words)
    )


def matches(store: Store, left: Document, right: Document) -> list[PairMatch]:
    """Return known pairs that these documents may be, the best first.

    The pair that began with these very texts is looked at first: it is nearly
    always the one, and then no other file is read.
    """
    texts = pair_of("", left, right, words=False)
    own = _read(store, pair_id(texts.left.texts[0], texts.right.texts[0]))
    found = _matches([own] if own else [], texts)
    if found and found[0].same_texts:
        return found
    known = list(known_pairs(store))
    found = _matches(known, texts)
    if found and found[0].same_texts:
        return found
    return _matches(known, pair_of("", left, right)) if known else []


def _matches(known: Iterable[KnownPair], here: KnownPair) -> list[PairMatch]:
    met = [match_of(pair, here) for pair in known]
    found = [match for match in met if match.worth_offering]
    return sorted(found, key=lambda match: (not match.sure, -match.left - match.right))


def match_of(pair: KnownPair, here: KnownPair) -> PairMatch:
    """Return how documents stand to a known pair, the way round that fits better.

    One document before and after its changes is never turned: after they have been
    accepted the text that was after them is the one before the next.
    """
    straight, turned = (
        PairMatch(pair, turn, _clue(p.left, here.left), _clue(p.right, here.right))
        for turn, p in ((False, pair), (True, pair.turned()))
    )
    if here.left.paths and here.left.paths == here.right.paths:
        return straight
    return max(
        straight, turned, key=lambda match: (match.sure, match.left + match.right)
    )


def _clue(known: Fingerprint, here: Fingerprint) -> Clue:
    if set(here.texts) & set(known.texts):
        return Clue.TEXT
    alike = sketch_likeness(known.sketch, here.sketch)
    same_path = bool(set(here.paths) & set(known.paths))
    if alike >= KIN and same_path:
        return Clue.PATH
    if alike >= KIN and here.names & known.names:
        return Clue.NAME
    if alike >= RENAMED and known.paths and not known.is_there():
        return Clue.RENAMED
    if alike >= SIMILAR:
        return Clue.SIMILAR
    return Clue.REUSED if same_path else Clue.NONE


def known_pairs(store: Store) -> Iterator[KnownPair]:
    """Yield every pair that has notes."""
    try:
        names = sorted(path.name for path in store.pairs.iterdir())
    except OSError:
        return
    for name in names:
        pair = _read(store, name)
        if pair is not None:
            yield pair


def _read(store: Store, name: str) -> KnownPair | None:
    try:
        fields = json.loads(store.identity(name).read_bytes())
    except (OSError, ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        fields = _head(store, name)
    return from_fields(name, fields)


def from_fields(name: str, fields: Any) -> KnownPair | None:
    """Return the pair that a head or an identity file describes, if it does."""
    docs = fields.get("docs") if isinstance(fields, dict) else None
    if not isinstance(docs, dict):
        return None
    return KnownPair(
        name,
        Fingerprint.from_fields(docs.get("L")),
        Fingerprint.from_fields(docs.get("R")),
    )


def _head(store: Store, name: str) -> object:
    """Return what the journal's first line says, where the identity file is lost."""
    try:
        with store.journal(name).open("rb") as file:
            line = decode(file.readline(_HEAD_BYTES).rstrip(b"\n"))
    except OSError:
        return None
    return line.fields if line.fields.get("op") == "head" else None


def remember(store: Store, pair: KnownPair) -> None:
    """Keep by what a pair is known. Raises ``OSError``."""
    path = store.identity(pair.id)
    make_directory(path.parent)
    replace_file(path, json.dumps(pair.to_fields(), ensure_ascii=True).encode())
