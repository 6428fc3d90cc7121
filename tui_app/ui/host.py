"""What a part of the reader may ask of the screen that it is on: five functions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from tui_app.settings.keymap import UNCHANGED, KeyName

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui_app.review.review import Review

Act = Callable[[], Awaitable[None] | None]
"""What a key does; one that waits for something is awaited before the next key."""
Acts = Mapping[str, Act]
"""What a part can do, by the ids of the table of keys."""
Task = Callable[[], Coroutine[Any, Any, None]]
"""Work that is begun only where there is still a screen to do it for."""
ScreenResult = TypeVar("ScreenResult")
Then = (
    Callable[[ScreenResult | None], None]
    | Callable[[ScreenResult | None], Awaitable[None]]
)
"""What is done with the result of a screen once it is closed."""


class ReaderPart(Protocol):
    """Something of the reader that has keys of its own."""

    def acts(self) -> Acts:
        """Return what the keys do."""


class Say(Protocol):
    """Tells the reader something, for a while."""

    def __call__(
        self, message: str, *, trouble: bool = False, whole: bool = True
    ) -> None:
        """Show the words where they cover no text, trouble more loudly.

        Where there is no room for them they are shown over the text, or cut if they
        need not be read as a whole.
        """


class OpenScreen(Protocol):
    """Opens a screen over the reader."""

    def __call__(
        self, screen: Screen[ScreenResult], then: Then[ScreenResult]
    ) -> object:
        """Show the screen; afterwards call ``then`` with its result."""


class Host(NamedTuple):
    """The screen as its parts see it.

    ``work`` runs a task beside the screen; ``key`` tells the key of an action, for
    sentences that name one.
    """

    say: Say
    bell: Callable[[], None]
    work: Callable[[Task], object]
    open: OpenScreen
    key: KeyName = UNCHANGED.first

    def waits_for_rows(self, review: Review) -> bool:
        """Tell whether the rows are not the final ones yet; say so if they are not."""
        if review.provisional:
            self.say("The texts are still being aligned.")
        return review.provisional
