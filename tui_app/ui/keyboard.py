"""How keys become acts: the bindings of each screen, and one key after the other.

The table of actions stands in ``settings.keys``; here it becomes what Textual binds,
and what is typed ahead reaches what the keys before it opened.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Event, Key
from textual.message_pump import MessagePump

from tui_app.settings.keymap import Keymap
from tui_app.settings.keys import Action, Scope, actions_in

if TYPE_CHECKING:
    from textual.screen import Screen


NO_KEY = "none"
"""A key that no terminal sends, for an action whose keys were all given away."""


def command(action: Action) -> str:
    """Return what Textual runs for an action.

    The reader has a table of what its parts do, by id; every other screen has a
    method: ``help-quit`` is its ``action_help_quit``.
    """
    return f"act('{action.id}')" if action.scope == "reader" else action.method


def binding(action: Action, *, priority: bool = False) -> Binding:
    """Return the binding of one action; its id lets the user's keymap replace it.

    One with ``priority`` wins over those of what has the focus.
    """
    return Binding(
        ",".join(action.keys),
        command(action),
        action.help,
        show=False,
        id=action.id,
        priority=priority,
    )


def bindings(scope: Scope, *, priority: bool = False) -> list[BindingType]:
    """Return the default bindings of a screen, for its ``BINDINGS``."""
    return [binding(action, priority=priority) for action in actions_in(scope)]


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """Return the keys that are not the defaults, as ``App.set_keymap`` takes them."""
    return {
        name: ",".join(_spelled(key) for key in keymap.of(name)) or NO_KEY
        for name in keymap.changed
    }


def _spelled(key: str) -> str:
    """Spell a key as in a list of keys; a comma would end it."""
    return key.replace(",", "comma")


_ENTER = 3
"""Times the way of Enter is gone: behind the key itself, behind what a line says of it
(``Submitted``), and behind what a list then says to its screen (``Picked``)."""

KEY_PATIENCE = 2.0
"""Seconds after which a key is taken to have had its effect, whatever happened."""

_LOOK_AGAIN = 0.05
"""Seconds until it is looked whether a screen that is waited for is still on top."""


class OrderlyApp(App[None]):
    """An App whose keys wait for each other.

    Textual hands every key at once to the widget that has the focus when it comes
    in. In a burst (a fast typist, a slow line) the letters behind ``/`` or ``a``
    would go to the text and act as commands there. Here a key waits until the one
    before it has had its effect and what it opened has the focus.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting: deque[Key] = deque()
        self._pressed_at: float | None = monotonic()
        self._pressed_on: Screen[object] | None = None

    def on_ready(self) -> None:
        """Take keys from now on; before the first frame there is nothing to move."""
        self._next_key()

    async def on_event(self, event: Event) -> None:
        """Let a key wait while another has not had its effect."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
        else:
            self._waiting.append(event)
            if not self._is_busy():
                await self._press(self._waiting.popleft())

    def _is_busy(self) -> bool:
        since = self._pressed_at
        return since is not None and monotonic() - since < KEY_PATIENCE

    async def _press(self, key: Key) -> None:
        self._pressed_at = monotonic()
        self._pressed_on = self.screen
        target = self.focused or self.screen
        await super().on_event(key)
        self._follow(target, target, _ENTER if key.key == "enter" else 1)

    def _follow(
        self, node: MessagePump | None, target: MessagePump, times: int
    ) -> None:
        """Go the way of the key, from widget to parent, behind it in each queue."""
        if node is None or node is self:
            if times > 1 and self.screen is self._pressed_on:
                self.call_later(self._follow, target, target, times - 1)
            else:
                self.call_later(self._has_had_effect)
        elif not node.call_later(self._follow, node._parent, target, times):  # noqa: SLF001 - the way a key bubbles
            self._follow(self, target, times)

    def _has_had_effect(self) -> None:
        """Wait for the focus as well where another screen is up now."""
        if self.screen is self._pressed_on:
            self.call_later(self._next_key)
        elif self._pressed_at is not None:
            self._wait_for(self.screen, self._pressed_at)

    def _wait_for(self, screen: Screen[object], pressed_at: float) -> None:
        """Go on when the screen is painted.

        One that is covered by another before that never is; then it is the other.
        """

        def painted() -> None:
            if self._pressed_at == pressed_at:
                self._next_key()

        def look() -> None:
            if self._pressed_at != pressed_at:
                return
            if not self._is_busy():
                self._next_key()
            elif self.screen is screen:
                self.set_timer(_LOOK_AGAIN, look)
            else:
                self._wait_for(self.screen, pressed_at)

        screen.call_after_refresh(painted)
        self.set_timer(_LOOK_AGAIN, look)

    def _next_key(self) -> None:
        self._pressed_at = None
        if self._waiting:
            self._pressed_at = monotonic()
            self.call_later(self._press, self._waiting.popleft())
