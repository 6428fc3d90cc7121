"""Which keys each action has once the user's keys have replaced the defaults."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import NamedTuple

from tui_app.errors import Problem
from tui_app.settings.drawn import Drawn
from tui_app.settings.keys import ACTIONS, BY_ID, Action

KeyTable = Mapping[str, tuple[str, ...]]

KeyName = Callable[[str], str]
"""Tells the key of an action as people write it, for sentences that name a key."""

_CURSOR_KEYS = frozenset(
    {"home", "end", "pageup", "pagedown", "up", "down", "left", "right"}
)
_EDITING_KEYS = frozenset(
    {"space", "tab", "enter", "escape", "backspace", "delete", "insert"}
)
_FUNCTION_KEYS = frozenset(f"f{number}" for number in range(1, 25))
NAMED_KEYS = _CURSOR_KEYS | _EDITING_KEYS | _FUNCTION_KEYS

SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape"}
"""Keys that most terminals cannot tell from others."""

_LONGEST_KEY = 40  # characters that a complaint tells of what is no key
_KEY = r"(?s:(?:(?:ctrl|alt|shift|super)\+)*(?P<base>[^+]{2,}|.))"


class Keymap(NamedTuple):
    """The keys in force for every action, by id, and what was wrong on the way."""

    keys: KeyTable
    changed: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    def of(self, action_id: str) -> tuple[str, ...]:
        """Return the keys of an action; none when others took them all."""
        return self.keys[action_id]

    def first(self, action_id: str, *, drawn_with: Drawn = Drawn.UNICODE) -> str:
        """Return its first key as people write it, or its name if it has none left."""
        keys = self.keys[action_id]
        return key_shown(keys[0], drawn_with=drawn_with) if keys else action_id


UNCHANGED = Keymap({action.id: action.keys for action in ACTIONS})
"""The keys in force when the user changes none: what ``resolve({})`` returns."""


def key_fault(key: str) -> str:
    """Return why ``key`` cannot be bound, or an empty string."""
    match = re.fullmatch(_KEY, key)
    base = match["base"] if match else ""
    shown = repr(key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…")
    if key in SAME_BYTE:
        return f"terminals send {SAME_BYTE[key]} for {key}"
    if not match or (len(base) > 1 and base not in NAMED_KEYS):
        return (
            f"{shown} is no key; write one character, ctrl+ or alt+ and a character, "
            "f1 to f24, or one of " + ", ".join(sorted(NAMED_KEYS - _FUNCTION_KEYS))
        )
    if len(base) == 1 and not base.isprintable():
        return f"{shown} is no key"
    return ""


def resolve(user: KeyTable) -> Keymap:
    """Return the keys in force.

    A user's keys replace the defaults of their action, and are taken from any
    action that has them by default; what loses a key so, and has no keys of the
    user's, becomes a problem, as do two user keys that clash, unknown actions and
    impossible keys.
    """
    problems: list[Problem] = []
    wanted = _sound(user, problems)
    _refuse_doubles(wanted, problems)
    keys: dict[str, tuple[str, ...]] = {}
    for action in ACTIONS:
        if action.id in wanted:
            keys[action.id] = wanted[action.id]
        else:
            keys[action.id] = _what_is_left(action, wanted, problems)
    changed = frozenset(name for name in keys if keys[name] != BY_ID[name].keys)
    return Keymap(keys, changed, tuple(problems))


def _sound(user: KeyTable, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    sound: dict[str, tuple[str, ...]] = {}
    for name, keys in user.items():
        if name not in BY_ID:
            problems.append(Problem(f"keys.{name}", unknown_action(name)))
            continue
        faults = [fault for key in keys if (fault := key_fault(key))]
        problems.extend(Problem(f"keys.{name}", fault) for fault in faults)
        good = tuple(key for key in keys if not key_fault(key))
        if good:
            sound[name] = good
    return sound


def unknown_action(name: str) -> str:
    """Return what is wrong with a name that is no action's, and which was meant."""
    import difflib

    near = difflib.get_close_matches(name, BY_ID, n=3)
    if near:
        return "no such action; did you mean " + " or ".join(near) + "?"
    return "no such action; allowed: " + ", ".join(sorted(BY_ID))


def _meet(first: Action, second: Action) -> bool:
    """Tell whether two actions can be wanted on one screen."""
    return first.scope == second.scope or "app" in {first.scope, second.scope}


def _refuse_doubles(
    wanted: dict[str, tuple[str, ...]], problems: list[Problem]
) -> None:
    for first, second in combinations(list(wanted), 2):
        both = set(wanted[first]) & set(wanted[second])
        if both and _meet(BY_ID[first], BY_ID[second]):
            clash = ", ".join(sorted(both))
            why = f"{clash} is the key of {first} already"
            problems.append(Problem(f"keys.{second}", why))
            wanted[second] = tuple(key for key in wanted[second] if key not in both)
    for name in [name for name, keys in wanted.items() if not keys]:
        del wanted[name]


def _what_is_left(
    action: Action, wanted: dict[str, tuple[str, ...]], problems: list[Problem]
) -> tuple[str, ...]:
    takers = {
        key: name
        for name, keys in wanted.items()
        for key in keys
        if _meet(action, BY_ID[name])
    }
    left = tuple(key for key in action.keys if key not in takers)
    if not left:
        taken = ", ".join(f"{key} by {takers[key]}" for key in action.keys)
        why = f"has no key left ({taken}); give it one, or use the palette"
        problems.append(Problem(f"keys.{action.id}", why))
        return left
    for key in action.keys:
        if key in takers:
            why = (
                f"{key} was a key of {action.id}, which keeps {', '.join(left)}; "
                f"name the keys of {action.id} too if that is meant"
            )
            problems.append(Problem(f"keys.{takers[key]}", why))
    return left


_SHOWN = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


_SPOKEN = {
    "]": "right bracket",
    "[": "left bracket",
    "}": "right brace",
    "{": "left brace",
    "(": "left parenthesis",
    ")": "right parenthesis",
    "?": "question mark",
    "!": "exclamation mark",
    "/": "slash",
    "\\": "backslash",
    "|": "bar",
    ":": "colon",
    ";": "semicolon",
    ".": "full stop",
    ",": "comma",
    "@": "at sign",
    "#": "number sign",
    "$": "dollar",
    "%": "per cent",
    "^": "caret",
    "&": "ampersand",
    "*": "star",
    "=": "equals",
    "+": "plus",
    "-": "minus",
    "_": "underscore",
    "<": "less than",
    ">": "greater than",
    "~": "tilde",
    "`": "backtick",
    "'": "apostrophe",
    '"': "quotation mark",
    "up": "up arrow",
    "down": "down arrow",
    "left": "left arrow",
    "right": "right arrow",
    "pageup": "page up",
    "pagedown": "page down",
    "escape": "escape",
    "delete": "delete",
    "ctrl": "control",
}
"""Keys that a screen reader does not say as they are written."""


def _spoken(key: str) -> str:
    """Return a key in words: ``right bracket``, ``capital G``, ``control p``."""
    *held, last = key.split("+") if len(key) > 1 else [key]
    if len(last) == 1 and last.isupper():
        held.append("capital")
    return " ".join(_SPOKEN.get(one, one) for one in (*held, last))


def key_shown(key: str, *, drawn_with: Drawn = Drawn.UNICODE) -> str:
    """Return a key as people write it: ``PgDn``, ``ctrl+p``, ``↓``.

    In words where all is plain.
    """
    if drawn_with is Drawn.PLAIN:
        return _spoken(key)
    text = _SHOWN.get(key, key)
    return key if drawn_with and not text.isascii() else text
