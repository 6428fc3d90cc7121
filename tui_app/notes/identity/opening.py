"""Which file the notes of two documents come from, and whether it can be written."""

from __future__ import annotations

import getpass
import os
import re
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path, PurePath

from tui_app.core.model import Document
from tui_app.disk.paths import Store
from tui_app.disk.reasons import not_read
from tui_app.errors import UserError
from tui_app.notes.identity import known_pairs
from tui_app.notes.identity.fingerprint import Fingerprint
from tui_app.notes.identity.known_pairs import KnownPair, PairMatch
from tui_app.notes.journal.archive import Archive
from tui_app.notes.journal.records import pair_id
from tui_app.notes.note import Candidate, text_hash

_MOST_CANDIDATES = 5

_ANOTHER = "name another file for the notes"

_PAIR = re.compile(r"[0-9A-Z]{26}\Z")


@dataclass(frozen=True, slots=True)
class Opened:
    """A pair's archive, how the documents stand to it, and what else there is.

    ``match`` is ``None`` for a pair without notes and for a file of the user's.
    """

    archive: Archive
    pair: str
    match: PairMatch | None
    offered: tuple[PairMatch, ...]


def user_name() -> str:
    """Return who writes notes here."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def open_file(path: str | PathLike[str], left: Document, right: Document) -> Opened:
    """Open a notes file of the user's choice. Raises ``UserError``."""
    place = Path(path)
    for document in (left, right):
        _refuse_article(place, document)
    archive = open_archive(place)
    if archive.is_foreign():
        archive.close()
        raise something_else(place)
    pair = str((archive.head or {}).get("pair"))
    known = _PAIR.match(pair)
    return Opened(archive, pair if known else new_pair(left, right), None, ())


def something_else(path: Path) -> UserError:
    """Return the error for a file that is no journal and not to be written to."""
    return UserError(str(path), "it holds something else than notes", _ANOTHER)


def _refuse_article(path: Path, document: Document) -> None:
    if document.source is None:
        return
    try:
        same = path.samefile(document.source)
    except (OSError, ValueError):
        return
    if same:
        raise UserError(str(path), "it is one of the two texts", _ANOTHER)


def open_known(store: Store, left: Document, right: Document) -> Opened:
    """Open the notes the store has for these documents. Raises ``UserError``."""
    found = known_pairs.matches(store, left, right)
    if found and found[0].sure:
        match = found[0]
        return Opened(
            open_archive(store.journal(match.pair.id)), match.pair.id, match, ()
        )
    pair = new_pair(left, right)
    archive = open_archive(store.journal(pair))
    offered = () if archive.head else tuple(found[:_MOST_CANDIDATES])
    return Opened(archive, pair, None, offered)


def new_pair(left: Document, right: Document) -> str:
    """Return the id two documents get where they have no notes yet."""
    return pair_id(text_hash(left.text), text_hash(right.text))


def open_archive(path: Path) -> Archive:
    """Return the archive with all that is on disk. Raises ``UserError``."""
    archive = Archive(path, user_name())
    try:
        archive.refresh()
    except OSError as error:
        raise not_read(path, error) from error
    return archive


def obstacle(path: Path) -> str | None:
    """Return why a file cannot be written, ``None`` where nothing speaks against it."""
    place = path
    while not place.exists() and place != place.parent:
        place = place.parent
    if os.statvfs(place).f_flag & os.ST_RDONLY:
        return "the place is read-only"
    effective = os.access in os.supports_effective_ids
    if not os.access(place, os.W_OK, effective_ids=effective):
        return "there is no permission to write"
    return None


def candidate(store: Store, match: PairMatch) -> Candidate:
    """Return a pair as it is offered to the reader."""
    pair = match.pair.turned() if match.turned else match.pair
    try:
        archive = open_archive(store.journal(pair.id))
    except UserError:
        return Candidate(
            pair.id, _label(pair.left), _label(pair.right), 0, match.reason
        )
    entries = sum(1 for _ in archive.ledger.entries())
    archive.close()
    return Candidate(
        pair.id, _label(pair.left), _label(pair.right), entries, match.reason
    )


def _label(document: Fingerprint) -> str:
    return document.paths[-1] if document.paths else document.title


def without_directories(pair: KnownPair) -> KnownPair:
    """Return the pair without directories, for a file that may be given away."""
    return replace(
        pair, left=_with_names_only(pair.left), right=_with_names_only(pair.right)
    )


def _with_names_only(document: Fingerprint) -> Fingerprint:
    return replace(
        document, paths=tuple(PurePath(path).name for path in document.paths)
    )
