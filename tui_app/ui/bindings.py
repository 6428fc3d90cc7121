"""The table of keys as Textual bindings; user keys replace the defaults by id."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui_app.settings.keymap import Keymap
from tui_app.settings.keys import Action, Scope, actions_in

NO_KEY = "none"
"""A key that no terminal sends, for an action whose keys were all given away."""


def binding(action: Action) -> Binding:
    """Return the binding of one action; its id lets the user's keymap replace it."""
    return Binding(
        ",".join(action.keys), action.method, action.help, show=False, id=action.id
    )


def bindings(scope: Scope) -> list[BindingType]:
    """Return the default bindings of a screen, for its ``BINDINGS``.

    The screen has an ``action_…`` method for each: ``next-difference`` calls
    ``action_next_difference``.
    """
    return [binding(action) for action in actions_in(scope)]


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """Return the keys that are not the defaults, as ``App.set_keymap`` takes them."""
    return {
        name: ",".join(_spelled(key) for key in keymap.of(name)) or NO_KEY
        for name in keymap.changed
    }


def _spelled(key: str) -> str:
    """Spell a key as in a list of keys; a comma would end it."""
    return key.replace(",", "comma")
