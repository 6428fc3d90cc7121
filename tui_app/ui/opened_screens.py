"""Pairs and libraries brought onto the App's screen, one over the other, and left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.screen import Screen
from textual.worker import get_current_worker

from tui_app.core.model import Progress
from tui_app.errors import UserError
from tui_app.library.shelf import Shelf
from tui_app.progress_line import Pace
from tui_app.review.request import LibraryRequest, Request
from tui_app.review.session import Environment, Session, prepare
from tui_app.settings.drawn import Drawn
from tui_app.settings.keymap import Keymap
from tui_app.ui.beside import Abandoned
from tui_app.ui.keyboard import OrderlyApp
from tui_app.ui.widgets.hints import Hint, library_hints, with_way_back

if TYPE_CHECKING:
    from tui_app.review.review import Review
    from tui_app.ui.library_screens.library_screen import LibraryScreen
    from tui_app.ui.reader.screen import ReaderScreen

_OPENING = "opening"
"""The group of work that loads what is opened: of it only the latest counts."""

_TELL_EVERY = 0.2
"""Seconds between two tellings of how far the same work is; each paints the screen."""

SAMPLES = "Sample articles"
"""The heading of the articles that travel with the program."""


class AroundScreens(NamedTuple):
    """What the screens need of the App; ``hints`` are those of a reader."""

    app: OrderlyApp
    environment: Environment
    hints: Callable[[], list[Hint]]
    keys: Keymap
    drawn_with: Drawn


class OpenedScreens:
    """The readers and libraries of an App, the first on ``session`` or ``library``.

    ``session`` becomes that of the reader opened last. ``first_review`` is the review
    of the first one, ``first_session`` itself, whatever was opened after it; of a pair
    that was loaded again, those of the last time. ``offered`` is what a library without
    files offers, at the start besides what was opened before.
    """

    def __init__(
        self,
        session: Session | None,
        library: LibraryRequest,
        offered: Shelf,
        around: AroundScreens,
    ) -> None:
        self._library = library
        self._offered = offered
        self._around = around
        self._app = around.app
        self._mentioned: set[str] = set()
        self.first_review: Review | None = None
        self.session = self.first_session = session

    def first_screen(self) -> Screen[None]:
        """Return the screen to begin with."""
        if self.session is None:
            return self._library_screen(self._library)
        from tui_app.ui.reader.screen import ReaderScreen

        screen = ReaderScreen(self.session, self._around.hints())
        self.first_review = screen.review
        return screen

    def has_begun(self) -> None:
        """Say what is odd about the documents; remember which library it is."""
        if self.session is not None:
            self._mention_remarks(self.session)
        elif self._library.paths:
            self._remember_library(self._library.paths)

    @property
    def reader(self) -> ReaderScreen | None:
        """Return the reader on top, ``None`` where something else is."""
        from tui_app.ui.reader.screen import ReaderScreen

        screen: Screen[object] = self._app.screen
        return screen if isinstance(screen, ReaderScreen) else None

    # Readers -------------------------------------------------------------------

    def read(self, request: Request) -> None:
        """Load a comparison and open it over what is shown, unless another is asked."""
        load = partial(self._load, request)
        self._app.run_worker(load, thread=True, exclusive=True, group=_OPENING)

    def stop(self) -> None:
        """Open nothing of what is being loaded for it."""
        self._app.workers.cancel_group(self._app, _OPENING)
        self._loading_ended()

    def read_on(self, message: ReaderScreen.ReadOn) -> None:
        """Read on in what was loaded, in the place of the texts before."""
        from tui_app.ui.reader.screen import ReaderScreen

        before, found = message.reader, message.found
        if self._app.screen is not before:  # something else was opened meanwhile
            return
        screen = ReaderScreen(found.at(before.place), *self._around_reader())
        screen.go_on_from(before, found)
        if _same_pair(screen.session, self.first_session):
            self.first_review, self.first_session = screen.review, screen.session
        self._show(screen)

    def leave_reader(self) -> None:
        """Go back to the library, which is as it was left."""
        if self.reader and len(self._app.screen_stack) > 1:
            self._app.pop_screen()

    def _load(self, request: Request) -> None:
        asked, environment = get_current_worker(), self._around.environment
        by_now = environment._replace(remembered=environment.memory.read())
        pace = Pace(_TELL_EVERY)

        def tell(doing: str, progress: Progress) -> None:
            if asked.is_cancelled:
                raise Abandoned
            if pace.is_due(doing):
                words = f"{doing}{progress.share}"
                self._app.call_from_thread(self._opening_is_at, words)

        try:
            session = prepare(request, by_now, tell)
        except Abandoned:
            return
        except UserError as error:
            ended = partial(self._cannot_open, str(error))
        else:
            ended = partial(self._open, session)
        if not asked.is_cancelled:
            self._app.call_from_thread(ended)

    def _open(self, session: Session) -> None:
        from tui_app.ui.reader.screen import ReaderScreen

        self._loading_ended()
        self._show(ReaderScreen(session, *self._around_reader()))

    def _cannot_open(self, trouble: str) -> None:
        self._loading_ended()
        self._app.notify(trouble, severity="error")

    def _opening_is_at(self, words: str) -> None:
        for library in self._libraries():
            library.opening_is_at(words)

    def _loading_ended(self) -> None:
        for library in self._libraries():
            library.opening_ended()

    def _libraries(self) -> Iterator[LibraryScreen]:
        from tui_app.ui.library_screens.library_screen import LibraryScreen

        for screen in self._app.screen_stack:
            if isinstance(screen, LibraryScreen):
                yield screen

    def _around_reader(self) -> tuple[list[Hint], bool]:
        """Return the footer of a reader, and whether it goes back to a library."""
        hints = self._around.hints()
        if len(self._app.screen_stack) == 1 and self.reader is not None:
            return hints, False
        return with_way_back(hints, self._around.keys), True

    def _show(self, screen: ReaderScreen) -> None:
        self.session, before = screen.session, self.reader
        if before is not None:
            if not before._result_callbacks:  # noqa: SLF001 - see below
                # Textual takes a callback away, which a first screen never got.
                before._push_result_callback(before, None)  # noqa: SLF001 - see above
            self._app.switch_screen(screen)
        else:
            self._app.push_screen(screen)
        self._mention_remarks(screen.session)

    def _mention_remarks(self, session: Session) -> None:
        remarks = [
            f"{document.called}: {remark}"
            for document in (session.left, session.right)
            for remark in document.remarks
        ]
        if session.translation is not None:
            remarks += session.translation.remarks
        new = [one for one in dict.fromkeys(remarks) if one not in self._mentioned]
        self._mentioned.update(new)
        if new:
            self._app.notify("\n".join(new), timeout=8)

    # Libraries -----------------------------------------------------------------

    def open_library(self, paths: tuple[str, ...]) -> None:
        """Open a library over the one in which it was picked."""
        self.stop()
        self._remember_library(paths)
        request = self._library._replace(paths=paths)
        self._app.push_screen(self._library_screen(request, goes_back=True))

    def leave_library(self) -> None:
        """Go back to the library from which this one was opened."""
        if len(self._app.screen_stack) > 1:
            self._app.pop_screen()
        else:
            self._app.bell()

    def _library_screen(
        self, request: LibraryRequest, *, goes_back: bool = False
    ) -> LibraryScreen:
        from tui_app.ui.library_screens.library_entries import Offer
        from tui_app.ui.library_screens.library_screen import (
            LibraryLook,
            LibraryScreen,
        )

        around = self._around
        known, shelf = around.environment.remembered, self._offered
        offer = Offer(known.recent, known.libraries, shelf, SAMPLES)
        if request.called:
            offer = Offer(shelf=shelf)
        look = LibraryLook(
            library_hints(
                around.hints(),
                around.keys,
                goes_back=goes_back,
                drawn_with=around.drawn_with,
            ),
            around.drawn_with,
            around.environment.configuration.settings.with_lists(request.languages),
            around.environment.memory.read,
        )
        return LibraryScreen(request, Offer() if request.paths else offer, look)

    def _remember_library(self, paths: tuple[str, ...]) -> None:
        memory = self._around.environment.memory
        remember = partial(memory.change, lambda known: known.browsed(paths))
        self._app.run_worker(remember, thread=True)


def _same_pair(one: Session, other: Session | None) -> bool:
    """Tell whether both read the same two texts."""
    if other is None or one.request is None or other.request is None:
        return False
    return one.request[:2] == other.request[:2]
