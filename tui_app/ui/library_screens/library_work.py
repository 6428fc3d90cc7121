"""Work beside the library's screen: reading its files, glancing at a pair."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from tui_app.core.translation import LanguageChoice
from tui_app.disk.paths import texts_folder
from tui_app.errors import UserError
from tui_app.library.pair_glance import PairGlance, glances_at
from tui_app.library.shelf import ShelfPair
from tui_app.library.shelf_orders import ShelfOrder
from tui_app.review.signs import Signs
from tui_app.settings.memory import Sources
from tui_app.ui.beside import HandOver, RunBeside
from tui_app.ui.library_screens.library_entries import (
    Choice,
    Offer,
    library_entries,
)
from tui_app.ui.widgets.picklist import ListEntry

PAUSE = 0.15
"""Seconds the cursor stays on a pair before it is looked at."""

_TELL_EVERY = 0.5
"""Seconds between two listings of what was read meanwhile."""

_MOST_KEPT = 200
"""Pairs whose glances are kept for when the cursor comes back."""


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


class LibraryReading:
    """Reads the files of a library and lists them; one reading or listing at a time.

    ``took`` is called with what there is by now, ``failed`` with what went wrong.
    """

    def __init__(
        self,
        paths: Sequence[str],
        hand_over: HandOver,
        took: Callable[[Listed], None],
        failed: Callable[[str], None],
        signs: Signs,
    ) -> None:
        self._paths = paths
        self._hand_over = hand_over
        self._took = took
        self._failed = failed
        self._signs = signs
        self._reading = RunBeside(hand_over)
        self._listing = RunBeside(hand_over)
        self.order = ShelfOrder.SCORE
        # As in the reader: a key would wait for whoever computes.
        sys.setswitchinterval(0.001)

    def begin(self) -> None:
        """Read the files, anew if they were read before."""
        self._reading.give_up()
        self._reading = run = RunBeside(self._hand_over)
        if self._paths:
            run.begin(lambda: self._read(run))

    def list_again(self, offer: Offer) -> None:
        """List what there is in the order that holds by now."""
        self._listing.give_up()
        self._listing = run = RunBeside(self._hand_over)
        run.begin(lambda: self._list(run, offer))

    def stop(self) -> None:
        """Abandon all work."""
        self._reading.give_up()
        self._listing.give_up()

    def _read(self, run: RunBeside) -> None:
        from tui_app.library.shelf_reading import read_shelf

        told = 0.0
        try:
            shelves = read_shelf(
                self._paths, texts_folder(), wanted=lambda: run.is_wanted
            )
            for shelf in shelves:
                now = time.monotonic()
                if shelf.progress is None or now - told > _TELL_EVERY:
                    self._list(run, Offer(shelf=shelf))
                    told = time.monotonic()
        except UserError as error:
            run.tell(partial(self._failed, str(error)))
        except OSError as error:
            run.tell(partial(self._failed, f"the library: {error}"))

    def _list(self, run: RunBeside, offer: Offer) -> None:
        made = listed(offer, self.order, self._signs)
        run.tell(lambda: self._took(made))


class PairGlances:
    """Looks at one pair at a time; ``took`` is called with what was found.

    What is found is kept for a while.
    """

    def __init__(
        self,
        choice: LanguageChoice,
        hand_over: HandOver,
        took: Callable[[Sources, PairGlance], None],
    ) -> None:
        self._choice = choice
        self._hand_over = hand_over
        self._took = took
        self._run = RunBeside(hand_over)
        self._known: dict[Sources, PairGlance] = {}

    def look_at(self, pair: Sources) -> PairGlance | None:
        """Return what is known of the pair; if it is nothing, look, and at no other."""
        self.stop()
        known = self._known.get(pair)
        if known is None:
            self._run = run = RunBeside(self._hand_over)
            run.begin(lambda: self._look(run, pair))
        return known

    def forget(self) -> None:
        """Forget what was found: the files may have changed."""
        self.stop()
        self._known.clear()

    def stop(self) -> None:
        """Abandon what is being looked at."""
        self._run.give_up()

    def _look(self, run: RunBeside, pair: Sources) -> None:
        run.wait(PAUSE)
        glance = PairGlance()
        for glance in glances_at(pair, self._choice, run.go_on):
            run.tell(partial(self._took, pair, glance))
        run.tell(partial(self._keep, pair, glance))

    def _keep(self, pair: Sources, glance: PairGlance) -> None:
        if len(self._known) >= _MOST_KEPT:
            del self._known[next(iter(self._known))]
        self._known[pair] = glance
