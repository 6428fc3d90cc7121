"""The key that writes the comparison to a file, beside the screen; ``Esc`` stops it.

A thread of its own walks the rows and rests between them, so that reading goes on. The
file appears when it is whole: what is stopped, or fails, leaves what was there.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_app.errors import UserError
from tui_app.review.review import Review
from tui_app.ui.beside import Abandoned, HandOver
from tui_app.ui.host import Act, Acts, Host
from tui_app.ui.notes_desk import NotesDesk

if TYPE_CHECKING:
    from pathlib import Path

    from tui_app.core.comparison import Comparison
    from tui_app.core.from_base.changes_from_base import ChangesFromBase
    from tui_app.notes.notebook import Notebook
    from tui_app.ui.screens.export_box import Wanted

_FAREWELL = 1.0
"""Seconds to remove what is half written; a pipe that nobody reads takes for ever."""

_TELL_EVERY = 0.15
_SLICE = 0.008
_REST = 0.004
"""Seconds of work and of rest after them: a key finds the interpreter free."""


class ExportKeys:
    """Asks what to write where, and writes it; one export at a time.

    ``hand_over`` has a function called on the screen's turn, ``progress`` shows how far
    it is, ``leave`` is what ``Esc`` does while nothing is being written.
    """

    def __init__(
        self,
        review: Review,
        desk: NotesDesk,
        host: Host,
        hand_over: HandOver,
        progress: Callable[[str], None],
        leave: Act,
    ) -> None:
        self._review = review
        self._desk = desk
        self._host = host
        self._hand_over = hand_over
        self._progress = progress
        self._leave = leave
        self._running: _Export | None = None
        self._work = threading.Thread()

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {"export": self.ask, "leave": self.leave}

    @property
    def is_writing(self) -> bool:
        """Tell whether a file is being written."""
        return self._running is not None

    async def ask(self) -> None:
        """Ask in which form what is to be written where."""
        if self._running is not None:
            self._host.say(f"Writing already; {self._host.key('leave')} stops it.")
            return
        await self._desk.opened()
        if self._host.waits_for_rows(self._review):
            return
        from tui_app.ui.screens.export_box import ExportScreen, default_stem

        shown = self._review.comparison
        screen = ExportScreen(
            default_stem(shown.left, shown.right),
            self._refuse,
            drawn_with=self._review.signs.drawn_with,
        )
        self._host.open(screen, self.begin)

    def _refuse(self, place: Path) -> None:
        """Raise ``UserError`` for a file that the export is made of."""
        from tui_app.core.exports.writing import refuse_own
        from tui_app.notes.journal.archive import refuse_notes

        shown, notebook = self._review.comparison, self._desk.notebook
        notes = notebook.where if notebook else None
        refuse_own(place, shown.left.source, shown.right.source, notes)
        refuse_notes(place)

    def begin(self, wanted: Wanted | None) -> None:
        """Write what is wanted, on a thread."""
        if wanted is None:
            return
        shown, notebook = self._review.comparison, self._desk.notebook
        changes = self._review.looks.stops.from_base
        self._running = export = _Export(
            wanted, self._hand_over, self._say_how_far, self._ended
        )
        self._work = threading.Thread(
            target=export.run,
            args=(shown, notebook, changes and changes.alone()),
            daemon=True,
            name="export",
        )
        self._work.start()

    def _say_how_far(self, share: float) -> None:
        stops = self._host.key("leave")
        self._progress(f"writing {share:.0%}; {stops} stops it")

    def _ended(self, message: str, *, trouble: bool = False) -> None:
        self._running = None
        self._progress("")
        self._host.say(message, trouble=trouble)

    def leave(self) -> Awaitable[None] | None:
        """Stop what is being written; else what ``Esc`` does."""
        if self._running is None:
            return self._leave()
        self.stop()
        self._progress("")
        self._host.say("Stopped; nothing was written.")
        return None

    def stop(self) -> None:
        """Abandon the export."""
        if self._running is not None:
            self._running.given_up.set()
            self._running = None

    def close(self) -> None:
        """Abandon the export, and let it remove what it has written so far."""
        self.stop()
        if self._work.is_alive():
            self._work.join(_FAREWELL)


class _Export:
    """One export on its thread; once it is given up, nothing of it is heard."""

    def __init__(
        self,
        wanted: Wanted,
        hand_over: HandOver,
        how_far: Callable[[float], None],
        ended: Callable[..., None],
    ) -> None:
        self.given_up = threading.Event()
        self._wanted = wanted
        self._hand_over = hand_over
        self._how_far = how_far
        self._ended = ended
        self._rows = 1
        self._told = self._rested = time.monotonic()

    def run(
        self,
        comparison: Comparison,
        notebook: Notebook | None,
        from_base: ChangesFromBase | None,
    ) -> None:
        """Write it, and tell how that ended."""
        try:
            self._write(comparison, notebook, from_base)
        except Abandoned:
            return
        except UserError as error:
            self._tell_end(f"NOT WRITTEN. {error}", trouble=True)
        except Exception as error:  # noqa: BLE001  # shown; the reader stays
            trouble = f"{type(error).__name__}: {error}"
            self._tell_end(f"NOT WRITTEN. {trouble}", trouble=True)
        else:
            self._tell_end(f"Written: {self._wanted.place}", trouble=False)

    def _write(
        self,
        comparison: Comparison,
        notebook: Notebook | None,
        from_base: ChangesFromBase | None,
    ) -> None:
        from tui_app.core.exports.writing import write_report
        from tui_app.notes.report_with_notes import report_with_notes
        from tui_app.ui.screens.export_box import choice_of

        wanted = self._wanted
        self._rows = max(1, len(comparison.rows))
        report = report_with_notes(comparison, notebook, choice_of(wanted.taken))
        # A memory of its own: nothing is shared with the thread that paints, and the
        # differences of a whole book are not kept.
        own = replace(
            report,
            comparison=comparison.forgetful(),
            watch=self._watch,
            from_base=from_base,
        )
        write_report(
            own,
            wanted.form,
            wanted.place,
            replace=wanted.replace,
            go_on=self._go_on,
        )

    def _watch(self, row: int) -> None:
        self._go_on()
        now = time.monotonic()
        if now - self._told >= _TELL_EVERY:
            self._told = now
            self._tell(lambda: self._how_far(row / self._rows))
        if now - self._rested >= _SLICE:
            time.sleep(_REST)
            self._rested = time.monotonic()

    def _go_on(self) -> None:
        if self.given_up.is_set():
            raise Abandoned

    def _tell(self, call: Callable[[], None]) -> None:
        self._hand_over(lambda: None if self.given_up.is_set() else call())

    def _tell_end(self, message: str, *, trouble: bool) -> None:
        self._tell(lambda: self._ended(message, trouble=trouble))
