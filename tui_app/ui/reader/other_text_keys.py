"""The keys that go to another right text; the left stays where it is read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document, Granularity, Report
from tui_app.core.text.display import displayable_line
from tui_app.review.journey import Stay
from tui_app.review.other_right import (
    BesideAnother,
    KeptRights,
    as_read,
    beside_another,
)
from tui_app.review.request import Request
from tui_app.review.review import Review
from tui_app.review.session import Session
from tui_app.ui.host import Act, Acts, Host
from tui_app.ui.notes_desk import NotesDesk
from tui_app.ui.reader.background import Background, Pupil

_ASKED, _AHEAD = "the text asked for", "the text that may be asked for next"


class AroundOthers(NamedTuple):
    """What the keys need of the screen besides a host.

    ``unit`` tells which rows are read, ``rows`` those that may be used again. ``go_on``
    reads on in another pair; ``is_writing`` tells that a file is being written from
    the texts. ``leave`` is what ``Esc`` does while nothing is loaded.
    """

    background: Background
    unit: Callable[[], Granularity | None]
    rows: Callable[[], Comparison | None]
    go_on: Callable[[BesideAnother], None]
    is_writing: Callable[[], bool]
    progress: Callable[[str], None]
    leave: Act


class OtherTextKeys:
    """Loads the text asked for beside the screen, and the one that may be next."""

    def __init__(
        self,
        session: Session,
        review: Review,
        desk: NotesDesk,
        host: Host,
        around: AroundOthers,
    ) -> None:
        self._session = session
        self._review = review
        self._desk = desk
        self._host = host
        self._around = around
        self._kept = KeptRights()
        self._step = 1
        self._target: int | None = None

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {
            "next-text": lambda: self.go(1),
            "previous-text": lambda: self.go(-1),
        }

    @property
    def _request(self) -> Request | None:
        """Return what was asked for, where it names other texts."""
        request = self._session.request
        return request if request and request.against else None

    @property
    def are_there(self) -> bool:
        """Tell whether there are other texts."""
        return self._request is not None

    @property
    def once(self) -> tuple[tuple[int, Document], ...]:
        """Return the texts that cannot be read again, with their numbers."""
        return self._kept.once()

    def go_on_from(self, other: OtherTextKeys) -> None:
        """Take over what is known of the other texts from the reading before."""
        self._kept, self._step = other._kept, other._step
        self._kept.keep(as_read(other._session, other._around.rows()))

    def look_ahead(self) -> None:
        """Make the next text ready before somebody asks for it."""
        request = self._request
        if request is not None and self._target is None:
            # What cannot be read is told when it is asked for.
            number = request.at + self._step
            self._load(number, _AHEAD, self._kept.keep, lambda _trouble: None)

    # Going ---------------------------------------------------------------------

    def go(self, step: int) -> None:
        """Go to another text, so many further on in the ring."""
        request = self._request
        if request is None:
            self._host.say("There is no other text; name some with --against.")
        elif self._around.is_writing():
            self._host.say("A file is being written from these texts; wait for it.")
        else:
            self._step = step
            at = request.at if self._target is None else self._target
            self.go_to((at + step) % len(request.ring))

    def go_to(self, number: int, aim: Stay | None = None) -> None:
        """Go to the text of the ring with this number, from 0; one reads on until then.

        Where that is the one that is read already, what was asked for is given up.
        ``aim`` is the passage to go to, else the left stays where it is.
        """
        request = self._request
        if request is None:
            return
        if number == request.at:
            self._end()
            return
        self._target = number
        name = displayable_line(request.ring[number])
        stops = self._host.key("leave")
        self._around.progress(f"loading {name}; {stops} stops it")
        self._load(number, _ASKED, partial(self._go_on, aim), self._failed)

    def leave(self) -> Awaitable[None] | None:
        """Stop loading; else do what ``Esc`` does."""
        if self._target is None:
            return self._around.leave()
        self._end()
        self._host.say("Stopped; this text stays.")
        return None

    def _end(self) -> None:
        self._around.background.forget(_ASKED)
        self._target = None
        self._around.progress("")

    def _failed(self, trouble: str) -> None:
        self._end()
        self._host.say(f"{trouble}; the reading stays", trouble=True)

    def _go_on(self, aim: Stay | None, session: Session) -> None:
        review = self._review
        found = BesideAnother(session, review.comparison, review.places, aim)

        async def when_written() -> None:
            await self._desk.at_rest()
            if self._target is not None:  # nobody has stopped it meanwhile
                self._end()
                self._around.go_on(found)

        self._host.work(when_written)

    # Loading -------------------------------------------------------------------

    def _load(
        self,
        number: int,
        about: str,
        took: Callable[[Session], None],
        failed: Callable[[str], None],
    ) -> None:
        session = self._session._replace(left=self._review.comparison.left)
        unit = self._around.unit() or session.settings.unit
        lesson = partial(_lesson, session, unit, number, self._kept)
        pupil = Pupil(lambda _progress: None, took, failed)
        self._around.background.learn(lesson, pupil, about)


def _lesson(
    session: Session,
    unit: Granularity,
    number: int,
    kept: KeptRights,
    _report: Report,
) -> Session:
    asked = session.request.beside(number) if session.request else None
    known = kept.of(asked) if asked else None
    return beside_another(session, unit, number, known)
