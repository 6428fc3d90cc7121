"""One of a few words, chosen with the arrows or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class OneOf(Widget, can_focus=True):
    """A line of words, the chosen one in brackets; ``chosen`` is its number.

    Where they do not fit they begin with the chosen one's left neighbour, and ``more``
    stands for those that follow.
    """

    DEFAULT_CSS = """
    OneOf { height: 1; width: 100%; color: $mark-faint; }
    OneOf:focus { background: $mark-row; }
    OneOf:nocolor { color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    chosen: reactive[int] = reactive(0)

    class Changed(Message):
        """Another word was chosen."""

    def __init__(
        self,
        words: Sequence[str],
        *,
        chosen: int = 0,
        more: str = "..",
        id: str | None = None,  # noqa: A002  # Textual's own name for it
    ) -> None:
        super().__init__(id=id)
        self._words = tuple(words)
        self._more = more
        self.set_reactive(OneOf.chosen, chosen)

    @property
    def word(self) -> str:
        """Return the word chosen."""
        return self._words[self.chosen]

    def _first(self) -> int:
        """Return the first word shown."""
        whole = sum(len(word) + 3 for word in self._words)
        return 0 if whole <= self.size.width else max(0, self.chosen - 1)

    def render(self) -> Content:
        """Return the words from the first shown on, and that there are more."""
        parts: list[tuple[str, str] | Content] = []
        first, room = self._first(), self.size.width
        for number, word in enumerate(self._words[first:], first):
            room -= len(word) + 3
            last = number == len(self._words) - 1
            if parts and room < (-1 if last else len(self._more)):
                parts.append(Content(self._more))
                break
            chosen = number == self.chosen
            parts.append((f"[{word}]", "bold") if chosen else Content(f" {word} "))
            parts.append(Content(" "))
        return Content.assemble(*parts)

    def on_focus(self) -> None:
        """Put the terminal's cursor on the word chosen."""
        self.stand()

    def watch_chosen(self) -> None:
        """Let the terminal's cursor go along."""
        if self.is_running and self.screen.focused is self:
            self.stand()

    def stand(self) -> None:
        """Put the terminal's cursor on the word chosen."""
        first = self._first()
        before = sum(len(word) + 3 for word in self._words[first : self.chosen])
        self.app.cursor_position = self.region.offset + Offset(before + 1, 0)

    def action_turn(self, step: int) -> None:
        """Choose the next word or the one before."""
        self._choose((self.chosen + step) % len(self._words))

    def on_click(self, event: Click) -> None:
        """Choose the word under the mouse."""
        at, first = 0, self._first()
        for number, word in enumerate(self._words[first:], first):
            if at <= event.x < at + len(word) + 2:
                self._choose(number)
                return
            at += len(word) + 3

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.post_message(self.Changed())
