"""Reading and listing the files of a library, beside its screen."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from tui_app.disk.paths import texts_folder
from tui_app.errors import UserError
from tui_app.library.shelf import Shelf, ShelfPair
from tui_app.library.shelf_orders import ShelfOrder
from tui_app.review.signs import Signs
from tui_app.settings.memory import Sources
from tui_app.ui.beside import Abandoned, HandOver, RunBeside
from tui_app.ui.library_screens.library_entries import (
    Choice,
    Offer,
    library_entries,
)
from tui_app.ui.widgets.picklist import ListEntry

_TELL_EVERY = 0.5
"""Seconds between two listings of what was read meanwhile."""


Change = Callable[[Offer], Offer]
"""Makes another of what is offered by now."""


class Listed(NamedTuple):
    """A library as it is listed, and its pairs by their texts."""

    offer: Offer
    entries: list[ListEntry[Choice]]
    pairs: dict[Sources, ShelfPair]


def listed(offer: Offer, order: ShelfOrder, signs: Signs) -> Listed:
    """Return the library as it is listed; of thousands of pairs it takes a moment."""
    texts = offer.shelf.texts
    pairs = {
        Sources(texts[pair.left].path, texts[pair.right].path): pair
        for pair in offer.shelf.pairs
    }
    return Listed(offer, library_entries(offer, order, signs), pairs)


class ReadingWatcher(NamedTuple):
    """Whom a reading tells what there is by now, how far it is, what went wrong."""

    took: Callable[[Listed], None]
    told: Callable[[Shelf], None]
    failed: Callable[[str], None]


class LibraryReading:
    """Reads the files of a library and lists them; what is listed is never older.

    ``offer`` is what is known by now, ``order`` the order that is asked for. While
    files are read again what was read before stays until all are.
    """

    def __init__(
        self,
        paths: Sequence[str],
        offer: Offer,
        hand_over: HandOver,
        watcher: ReadingWatcher,
        signs: Signs,
    ) -> None:
        self._paths = paths
        self._hand_over = hand_over
        self._watcher = watcher
        self._signs = signs
        self._reading = RunBeside(hand_over)
        self._listing = RunBeside(hand_over)
        self._lock = threading.Lock()
        self._begun = self._shown = 0
        self.offer = offer
        self.order = ShelfOrder.SCORE
        # As in the reader: a key would wait for whoever computes.
        sys.setswitchinterval(0.001)

    def begin(self) -> None:
        """Read the files, anew if they were read before."""
        self._reading.give_up()
        self._reading = run = RunBeside(self._hand_over)
        if self._paths:
            run.begin(lambda: self._read(run))

    def list_again(
        self, change: Callable[[Offer], Offer] = lambda offer: offer
    ) -> None:
        """Change what is offered, and list it in the order that holds by now."""
        self._listing.give_up()
        self._listing = run = RunBeside(self._hand_over)
        run.begin(lambda: self._list(run, change))

    def stop(self) -> None:
        """Abandon all work."""
        self._reading.give_up()
        self._listing.give_up()

    def _read(self, run: RunBeside) -> None:
        from tui_app.library.shelf_reading import read_shelf

        told, again = 0.0, bool(self.offer.shelf.texts)
        try:
            shelves = read_shelf(
                self._paths, texts_folder(), wanted=lambda: run.is_wanted
            )
            for shelf in shelves:
                if shelf.progress is not None and time.monotonic() - told < _TELL_EVERY:
                    continue
                if shelf.progress is not None and again:
                    run.tell(partial(self._watcher.told, shelf))
                else:
                    self._list(run, partial(_with_shelf, shelf))
                told = time.monotonic()
        except UserError as error:
            run.tell(partial(self._watcher.failed, str(error)))
        except Abandoned:
            raise
        except Exception as error:  # noqa: BLE001  # shown; what was read stays
            trouble = f"{type(error).__name__}: {error}"
            run.tell(partial(self._watcher.failed, trouble))

    def _list(self, run: RunBeside, change: Change) -> None:
        with self._lock:
            self.offer = offer = change(self.offer)
            self._begun = number = self._begun + 1
            order = self.order
        made = listed(offer, order, self._signs)
        run.tell(lambda: self._show(number, made))

    def _show(self, number: int, made: Listed) -> None:
        """Show what was listed unless what was begun later is shown already."""
        if number > self._shown:
            self._shown = number
            self._watcher.took(made)


def _with_shelf(shelf: Shelf, offer: Offer) -> Offer:
    return offer._replace(shelf=shelf)
