"""Work on a thread beside the screen, which can be given up."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

Made = TypeVar("Made")

HandOver = Callable[[Callable[[], None]], object]
"""Has a function called on the screen's turn."""


class Abandoned(Exception):  # noqa: N818  # no error: nobody wants the result any more
    """Raised in work whose result is not wanted any more."""


class MadeBeside(Generic[Made]):
    """Something that is made on a thread while it is waited for, if it still is."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._made: list[Made] = []
        self._trouble: Exception | None = None

    async def wait(self) -> None:
        """Have it made. Who is cancelled meanwhile waits no more, nor does the exit."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()

        def work() -> None:
            try:
                self._made.append(self._make())
            except Exception as error:  # noqa: BLE001 - raised by ``result``
                self._trouble = error
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(ended.set)

        threading.Thread(target=work, daemon=True).start()
        await ended.wait()

    def result(self) -> Made:
        """Return it; what making it raised is raised here."""
        if self._trouble is not None:
            raise self._trouble
        return self._made[0]


class RunBeside:
    """Work on a thread; once it is given up, nothing of it is heard any more.

    ``hand_over`` has a function called on the screen's turn; any thread may ask. The
    thread is a daemon: quitting never waits for it.
    """

    def __init__(self, hand_over: HandOver) -> None:
        self._hand_over = hand_over
        self._given_up = threading.Event()
        self._at_end: Callable[[], None] = lambda: None

    def at_end(self, end: Callable[[], None]) -> None:
        """Call this when the work is given up."""
        self._at_end = end

    def begin(self, work: Callable[[], None]) -> None:
        """Do the work on a thread of its own, until it is given up."""

        def until_given_up() -> None:
            with suppress(Abandoned):
                work()

        threading.Thread(target=until_given_up, daemon=True).start()

    def give_up(self) -> None:
        """Have nothing of it heard any more; it ends when it next reports."""
        self._given_up.set()
        self._at_end()

    @property
    def is_wanted(self) -> bool:
        """Tell whether it was not given up; for work that cannot be broken off."""
        return not self._given_up.is_set()

    def go_on(self) -> None:
        """Raise :class:`Abandoned` if it was given up."""
        if self._given_up.is_set():
            raise Abandoned

    def tell(self, call: Callable[[], None]) -> None:
        """Have the call made, unless the work was given up until then."""
        self.go_on()
        self._hand_over(lambda: None if self._given_up.is_set() else call())

    def wait(self, seconds: float) -> None:
        """Wait, but not for work that is given up."""
        self._given_up.wait(seconds)
        self.go_on()
