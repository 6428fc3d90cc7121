"""The files of a reading are looked at now and then, on a thread of their own.

To ask the system about each file twice a second costs nothing that can be measured,
is answered alike on every system and for every way to save, and a disk that does not
answer holds up this thread and nothing else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial

from tui_app.review.watched_text import FileNews, WatchedText
from tui_app.ui.beside import HandOver

LOOK_EVERY = 0.5
"""Seconds between two looks."""


class TextWatch:
    """Looks at texts until it is stopped; ``told`` is called on the screen's turn."""

    def __init__(
        self,
        texts: Sequence[WatchedText],
        hand_over: HandOver,
        told: Callable[[Sequence[FileNews]], None],
    ) -> None:
        self._texts = texts
        self._hand_over = hand_over
        self._told = told
        self._ended = threading.Event()

    def start(self) -> None:
        """Begin to look, if there is anything to look at."""
        if self._texts:
            threading.Thread(target=self._look, name="text watch", daemon=True).start()

    def stop(self) -> None:
        """Look no more; nobody waits for a look that has begun."""
        self._ended.set()

    def _look(self) -> None:
        while not self._ended.wait(LOOK_EVERY):
            news = [found for text in self._texts if (found := text.look())]
            if news and not self._ended.is_set():
                self._hand_over(partial(self._told, news))
