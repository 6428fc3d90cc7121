"""How a reading goes on when a text has changed: in what is there now, at its place.

Only what has changed is read again: standard input has been read once and for all, and
an address is not asked again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui_app.core.file_stamp import FileStamp, stamp_of
from tui_app.core.model import SIDES, Document, Granularity, Side
from tui_app.errors import UserError
from tui_app.review.journey import Stay
from tui_app.review.new_rows import recut
from tui_app.review.session import Session, first_unit, made_ready
from tui_app.review.watched_text import WatchedSource, watched_sources, why_unreadable
from tui_app.settings.memory import Place

_TRIES = 12
_BETWEEN = 0.25
"""Seconds between two tries to read a file that is being written."""

Followed = Mapping[Side, Callable[[int], int]]


class Reread(NamedTuple):
    """The session on the texts as they are now.

    ``followed`` tells where an offset of the texts before is, on sides that changed.
    """

    session: Session
    followed: Followed

    def stay(self, stay: Stay) -> Stay:
        """Return where the passage is now."""
        follow = self.followed.get(stay.side)
        return stay._replace(offset=follow(stay.offset)) if follow else stay

    def at(self, place: Place) -> Session:
        """Return the session, to be begun where the reading before is by now."""
        stay = self.stay(Stay(place.side, place.offset))
        return self.session.begun_at(place._replace(offset=stay.offset))


def reread(session: Session, place: Place) -> Reread | None:
    """Return the session on the texts as they are now; ``None`` if they are as before.

    ``place`` is where the reading is, its unit the one the rows are in. Raises
    ``UserError`` where a text that changed cannot be read.
    """
    request = session.request
    if request is None:
        return None
    unit = place.unit or session.settings.unit
    now, stamps = _as_they_are(session, first_unit(unit))
    before: dict[Side, Document] = {"left": session.left, "right": session.right}
    changed: dict[Side, Document] = {
        side: document
        for side, document in now.items()
        if document.text != before[side].text
    }
    if not changed:
        return None
    left, right = (
        changed.get(side) or recut(before[side], first_unit(unit)) for side in SIDES
    )
    settings = session.settings._replace(unit=unit)
    begun = session._replace(
        settings=settings, stamps=(stamps["left"], stamps["right"])
    )
    followed = {
        side: follower(before[side].text, changed[side].text) for side in changed
    }
    found = Reread(begun, followed)
    ready = made_ready(found.at(place), left, right, request.languages)
    return Reread(ready, followed)


def follower(before: str, now: str) -> Callable[[int], int]:
    """Return what tells where an offset of one text is in the text as it is now."""
    from tui_app.notes.anchoring.moved_offset import MovedOffsets

    return MovedOffsets(before, now).new


def _as_they_are(
    session: Session, unit: Granularity
) -> tuple[dict[Side, Document], dict[Side, FileStamp | None]]:
    """Return what was touched as it is now, and the stamps of both files."""
    stamps: dict[Side, FileStamp | None] = dict(zip(SIDES, session.stamps, strict=True))
    found: dict[Side, Document] = {}
    for source in watched_sources(session):
        if stamp_of(source.name) != source.read:
            documents, stamp = _standing_still(source, unit)
            found |= documents
            stamps |= dict.fromkeys(source.sides, stamp)
    return found, stamps


def _standing_still(
    source: WatchedSource, unit: Granularity
) -> tuple[dict[Side, Document], FileStamp]:
    """Read a file that nobody writes to meanwhile."""
    for _ in range(_TRIES):
        stamp = stamp_of(source.name)
        why = why_unreadable(stamp)
        if why:
            raise UserError(source.name, why, "the reading stays as it is")
        documents = source.documents(unit)
        if stamp_of(source.name) == stamp:
            return documents, stamp
        time.sleep(_BETWEEN)
    why = "is being written to without a pause"
    raise UserError(source.name, why, "try again later")
