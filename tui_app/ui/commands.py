"""Everything the reader can be told to do, as entries for the help and the palette."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.settings.keymap import Keymap, shown
from tui_app.settings.keys import Action, groups
from tui_app.ui.widgets.entries import Entry, Piece, heading

LEGEND: tuple[tuple[tuple[Piece, ...], str], ...] = (
    (
        (("five", "fact-left"), (" ", ""), ("more than five", "fact-right")),
        "a changed fact",
    ),
    ((("said", "word-left"), (" ", ""), ("noted", "word-right")), "other words for it"),
    (
        (("in depth", "removed"), (" ", ""), ("at length", "added")),
        "words only one side has",
    ),
    ((("freely", "moved-left"), (" ", ""), ("freely", "moved-right")), "words moved"),
    (
        (("colour", "quiet"), (" ", ""), ("color", "quiet")),
        "spelling, case, punctuation",
    ),
    ((("found", "hit"), (" ", ""), ("found", "hit-current")), "found by a search"),
)
"""How the marks look, each beside what it means."""


def keys_text(action: Action, keymap: Keymap, *, ascii_only: bool = False) -> str:
    """Return the keys of an action as people write them, ``""`` when it has none."""
    return " ".join(shown(key, ascii_only=ascii_only) for key in keymap.of(action.id))


def action_entries(
    actions: Iterable[Action], keymap: Keymap, *, ascii_only: bool = False
) -> Iterator[Entry[str]]:
    """Yield the actions under their groups; the value is the action's id."""
    for group, members in groups(actions).items():
        yield heading(group)
        for action in members:
            keys = keys_text(action, keymap, ascii_only=ascii_only)
            text = action.help[:1].upper() + action.help[1:]
            yield Entry(((text, ""),), action.id, keys)


def legend() -> Iterator[Entry[str]]:
    """Yield what the marks mean; these entries cannot be picked."""
    yield heading("Marks, left and right")
    for pieces, meaning in LEGEND:
        yield Entry((*pieces, (f"  {meaning}", "aside")))
