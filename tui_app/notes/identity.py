"""Which notes belong to two documents, also when these were renamed or edited."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from tui_app.core.model import Document
from tui_app.disk.durable import make_directory, replace_file
from tui_app.notes import lines
from tui_app.notes.ids import pair_id
from tui_app.notes.sketch import likeness
from tui_app.notes.store import Store
from tui_app.notes.witness import Witness, witness

KIN = 0.3
"""Likeness that a text at a known path or name must have to be the same article."""

SIMILAR = 0.6
"""Likeness that makes a text worth offering; two reports of one event have less."""

RENAMED = 0.75
"""Likeness that makes a new name of a file that is gone the same article."""

_HEAD_BYTES = 1 << 16


class Evidence(IntEnum):
    """Why one document may be one that is known, from weak to strong."""

    NONE = 0
    REUSED = 1
    SIMILAR = 2
    RENAMED = 3
    NAME = 4
    PATH = 5
    TEXT = 6


_REASONS = {
    Evidence.REUSED: "the same path, other words",
    Evidence.SIMILAR: "similar words",
    Evidence.RENAMED: "similar words, and no file has the old name any more",
    Evidence.NAME: "the same name, similar words",
    Evidence.PATH: "the same path",
    Evidence.TEXT: "the same text",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that have notes together."""

    id: str
    left: Witness
    right: Witness

    def turned(self) -> Pair:
        """Return the pair with its sides exchanged."""
        return Pair(self.id, self.right, self.left)

    def to_fields(self) -> dict[str, Any]:
        """Return the members of its JSON."""
        return {
            "pair": self.id,
            "docs": {"L": self.left.to_fields(), "R": self.right.to_fields()},
        }


@dataclass(frozen=True, slots=True)
class Match:
    """A known pair beside the documents at hand.

    ``turned``: the documents are the other way round than the pair has them.
    """

    pair: Pair
    turned: bool
    left: Evidence
    right: Evidence

    @property
    def sure(self) -> bool:
        """Whether the notes are opened without asking."""
        low, high = sorted((self.left, self.right))
        renamed = low >= Evidence.RENAMED and high is Evidence.TEXT
        return low >= Evidence.PATH or renamed

    def seen(self, here: Pair) -> Pair:
        """Return the pair with what another look at the documents has shown."""
        here = here.turned() if self.turned else here
        left, right = self.pair.left.seen(here.left), self.pair.right.seen(here.right)
        return Pair(self.pair.id, left, right)

    @property
    def same_texts(self) -> bool:
        """Whether both texts are known to the letter."""
        return self.left is self.right is Evidence.TEXT

    @property
    def worth_offering(self) -> bool:
        """Whether the reader should be asked."""
        return min(self.left, self.right) > Evidence.NONE

    @property
    def reason(self) -> str:
        """In a few words, why this may be the pair."""
        return f"left: {_REASONS[self.left]}; right: {_REASONS[self.right]}"


def pair_of(pair: str, left: Document, right: Document, *, words: bool = True) -> Pair:
    """Return a pair as the documents at hand show it."""
    return Pair(pair, witness(left, words=words), witness(right, words=words))


def matches(store: Store, left: Document, right: Document) -> list[Match]:
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


def _matches(known: Iterable[Pair], here: Pair) -> list[Match]:
    found = [match(pair, here) for pair in known]
    found = [match for match in found if match.worth_offering]
    return sorted(found, key=lambda match: (not match.sure, -match.left - match.right))


def match(pair: Pair, here: Pair) -> Match:
    """Return how documents stand to a known pair, the way round that fits better."""
    straight, turned = (
        Match(pair, turn, _evidence(p.left, here.left), _evidence(p.right, here.right))
        for turn, p in ((False, pair), (True, pair.turned()))
    )
    return max(
        straight, turned, key=lambda match: (match.sure, match.left + match.right)
    )


def _evidence(known: Witness, here: Witness) -> Evidence:
    if set(here.texts) & set(known.texts):
        return Evidence.TEXT
    alike = likeness(known.sketch, here.sketch)
    same_path = bool(set(here.paths) & set(known.paths))
    if alike >= KIN and same_path:
        return Evidence.PATH
    if alike >= KIN and here.names & known.names:
        return Evidence.NAME
    if alike >= RENAMED and known.paths and not known.is_there():
        return Evidence.RENAMED
    if alike >= SIMILAR:
        return Evidence.SIMILAR
    return Evidence.REUSED if same_path else Evidence.NONE


def known_pairs(store: Store) -> Iterator[Pair]:
    """Yield every pair that has notes."""
    try:
        names = sorted(path.name for path in store.pairs.iterdir())
    except OSError:
        return
    for name in names:
        pair = _read(store, name)
        if pair is not None:
            yield pair


def _read(store: Store, name: str) -> Pair | None:
    try:
        fields = json.loads(store.identity(name).read_bytes())
    except (OSError, ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        fields = _head(store, name)
    return from_fields(name, fields)


def from_fields(name: str, fields: Any) -> Pair | None:
    """Return the pair that a head or an identity file describes, if it does."""
    docs = fields.get("docs") if isinstance(fields, dict) else None
    if not isinstance(docs, dict):
        return None
    return Pair(
        name, Witness.from_fields(docs.get("L")), Witness.from_fields(docs.get("R"))
    )


def _head(store: Store, name: str) -> object:
    """Return what the journal's first line says, where the identity file is lost."""
    try:
        with store.journal(name).open("rb") as file:
            line = lines.decode(file.readline(_HEAD_BYTES).rstrip(b"\n"))
    except OSError:
        return None
    return line.fields if line.fields.get("op") == "head" else None


def remember(store: Store, pair: Pair) -> None:
    """Keep by what a pair is known. Raises ``OSError``."""
    path = store.identity(pair.id)
    make_directory(path.parent)
    replace_file(path, json.dumps(pair.to_fields(), ensure_ascii=True).encode())
