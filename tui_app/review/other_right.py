"""How a reading goes on beside another right text, at the passage of the left.

Each of the pairs is one of its own: its notes, its links by hand and where it was left
are kept apart from the others'.
"""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.file_stamp import lasting_stamp
from tui_app.core.model import Document, Granularity
from tui_app.core.row_places import RowPlaces, row_in_place
from tui_app.review.journey import Stay
from tui_app.review.new_rows import recut
from tui_app.review.request import Request
from tui_app.review.session import Session, first_unit, made_ready, remembered_pair
from tui_app.settings.memory import Place

MOST_KEPT = 4
"""Readings of other texts that are kept with their rows, those of some books at most
tens of megabytes; a text that can be read only once is kept in any case."""


class BesideAnother(NamedTuple):
    """The session beside another right text; ``before`` are the rows until now.

    ``aim`` is the passage to be read there, ``None`` for the one of the left.
    """

    session: Session
    before: Comparison
    places: RowPlaces
    aim: Stay | None = None

    def stay(self, stay: Stay) -> Stay:
        """Return the passage of the left that stands where the passage does."""
        if stay.side == "left":
            return stay
        rows, places = self.before.rows, self.places
        row: int | None = places.row_at(*stay) if rows else None
        if row is not None and not rows[row].left:
            row = row_in_place(rows, row, "left")
        return Stay("left", 0) if row is None else Stay(*places.offset_of(row, "left"))

    def at(self, place: Place) -> Session:
        """Return the session, to be begun where the left is read by now."""
        stay = self.aim or self.stay(Stay(place.side, place.offset))
        return self.session.begun_at(place._replace(side=stay.side, offset=stay.offset))


class KeptRights:
    """The readings of the left beside other texts, by what was asked for.

    They are those left lately, and one that is made before somebody asks for it.
    """

    def __init__(self) -> None:
        self._kept: dict[Request, Session] = {}

    def keep(self, session: Session) -> None:
        """Keep a reading, for some others."""
        if session.request is None:
            return
        self._kept.pop(session.request, None)
        self._kept[session.request] = session
        passing = [key for key, one in self._kept.items() if one.stamps[1] is not None]
        for key in passing[:-MOST_KEPT]:
            del self._kept[key]

    def once(self) -> tuple[tuple[int, Document], ...]:
        """Return the texts that can be read only once, with their numbers."""
        return tuple(
            (request.at, one.right)
            for request, one in self._kept.items()
            if one.stamps[1] is None
        )

    def of(self, request: Request) -> Session | None:
        """Return the reading of what is asked for, if its text is as it was read."""
        known = self._kept.get(request)
        if known is None or known.stamps[1] in {None, lasting_stamp(request.right)}:
            return known
        return None


def beside_another(
    session: Session, unit: Granularity, number: int, known: Session | None = None
) -> Session:
    """Return the session beside the text of the ring with this number, from 0.

    ``unit`` is the one to read in. ``known`` is a reading of that text from before:
    what of it holds still is not made again. Raises ``UserError`` where the text cannot
    be read, and ``ValueError`` where nothing else was asked for.
    """
    if session.request is None:
        raise ValueError("a session without a request has no other texts")
    request = session.request.beside(number)
    begun = session._replace(
        settings=session.settings._replace(unit=unit),
        request=request,
        pair=remembered_pair(request),
    )
    if known is None:
        stamp = lasting_stamp(request.right)
        from tui_app.core.loading import load_document

        right = load_document(request.right, first_unit(unit), request.changes.right)
    else:
        stamp, right = known.stamps[1], known.right
    begun = begun._replace(stamps=(session.stamps[0], stamp))
    if known is not None and _holds(known, session.left, unit):
        return begun._replace(
            left=known.left,
            right=right,
            comparison=known.comparison,
            translation=known.translation,
        )
    both = recut(session.left, unit), recut(right, unit)
    return made_ready(begun, *both, request.languages)


def _holds(known: Session, left: Document, unit: Granularity) -> bool:
    """Tell whether the rows of a reading from before are those of now."""
    shown = known.comparison
    return (
        shown is not None
        and shown.left.granularity == unit
        and known.left.text == left.text
    )


def as_read(session: Session, rows: Comparison | None) -> Session:
    """Return the session as it is left: with its rows, if those may be used again."""
    if rows is None:
        return session._replace(comparison=None)
    unit = rows.left.granularity
    settings = session.settings._replace(unit=unit)
    return session._replace(
        settings=settings, left=rows.left, right=rows.right, comparison=rows
    )
