"""Where a reading begins, and what is remembered of where it was left."""

from __future__ import annotations

from tui_app.core.model import Document, Granularity
from tui_app.core.provisional_rows import provisional
from tui_app.review.journey import Stay
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.review import Review
from tui_app.review.session import Session
from tui_app.review.signs import signs
from tui_app.review.since_base import SinceBase
from tui_app.settings.memory import Place
from tui_app.settings.preferences import possible


def review_of(session: Session) -> Review:
    """Return the review of a session, at the place where the last one was left.

    Before the pair is aligned its rows are provisional.
    """
    settings, place, comparison = session.settings, session.place, session.comparison
    base = _base_of(session)
    review = Review(
        comparison or provisional(session.left, session.right, session.translation),
        _options(LayoutOptions.of(settings), session),
        MarkOptions.of(settings)._replace(
            words=(place and place.word_marks) or settings.word_marks,
            facts_only=bool(place and place.facts_only),
        ),
        provisional=comparison is None,
        weak_below=settings.weak_links,
        signs=signs(settings.drawn),
        since_base=None if base is None else SinceBase(base),
    )
    if place is not None:
        review.begin_at(Stay(place.side, place.offset), place.reads)
    return review


def _base_of(session: Session) -> Document | None:
    """Return what changes are held against: nothing for those of a translation.

    One of several right texts may be that.
    """
    return session.base if session.translation is None else None


def _options(options: LayoutOptions, session: Session) -> LayoutOptions:
    """Return the options as they were left; what was not chosen is as it is set."""
    place = session.place or Place("left", 0)
    chosen = session.layout or place.layout or options.layout
    layout = possible(chosen, across=session.translation is not None)
    return options._replace(
        layout=layout,
        instead_of=None if layout == chosen else chosen,
        width=place.column_width or options.width,
        folded=place.folded,
        with_base=_base_of(session) is not None,
        covered=options.covered if place.covered is None else place.covered,
    )


def place_of(review: Review, wanted: Granularity) -> Place:
    """Return where the reader is and how the pair is shown.

    ``wanted`` is the unit that the rows are to be of, once they are there.
    """
    options = review.options
    return Place(
        *review.here,
        layout=options.chosen,
        unit=wanted if review.provisional else review.comparison.left.granularity,
        column_width=options.width or None,
        facts_only=review.marks.facts_only,
        folded=options.folded,
        word_marks=review.marks.words,
        covered=options.covered,
        reads=review.cursor.chosen if options.covers else None,
    )
