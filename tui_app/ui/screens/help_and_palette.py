"""All there is to do: the help, with what signs and marks mean, and the palette."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tui_app.review.looks import LEGEND
from tui_app.review.plain_words import BRACKETS_TOLD, ROW_TOLD
from tui_app.review.signs import (
    CERTAIN,
    LIKELY,
    MAP_SIGNS,
    ROW_SIGNS,
    WEAK,
    Sign,
    Signs,
    signs,
)
from tui_app.settings.drawn import Drawn
from tui_app.settings.keymap import Keymap, key_shown
from tui_app.settings.keys import ACTIONS, Action, groups
from tui_app.settings.memory import Recent
from tui_app.ui.screens.pair_names import pair_name
from tui_app.ui.screens.silence_box import SilenceChoice
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import ListEntry, heading

_KEYS = 11
"""Cells for the keys of an action, so that what they do lines up."""

_LINKED = {
    CERTAIN: "changed; it is certain that the sides belong together",
    LIKELY: "changed; they are likely to belong together",
    WEAK: "changed; perhaps they do not belong together",
}
"""What the signs of links mean to who sees them for the first time."""


def keys_text(
    action: Action, keymap: Keymap, *, drawn_with: Drawn = Drawn.UNICODE
) -> str:
    """Return the keys of an action as people write them, ``""`` when it has none."""
    between = " or " if drawn_with is Drawn.PLAIN else " "
    return between.join(
        key_shown(key, drawn_with=drawn_with) for key in keymap.of(action.id)
    )


def action_entries(
    actions: Iterable[Action], keymap: Keymap, *, drawn_with: Drawn = Drawn.UNICODE
) -> Iterator[ListEntry[str]]:
    """Yield the actions under their groups, each behind its keys.

    The value is the action's id.
    """
    for group, members in groups(actions).items():
        yield heading(group)
        for action in members:
            keys = keys_text(action, keymap, drawn_with=drawn_with)
            text = action.help[:1].upper() + action.help[1:]
            if drawn_with is Drawn.PLAIN:  # what it does is to be heard first
                yield ListEntry(((text, ""),), action.id, keys)
            else:
                shown = (f"{keys:{_KEYS}}  ", "title"), (text, "")
                yield ListEntry(shown, action.id)


class HelpScreen(PickScreen[str]):
    """The help; it is dismissed with the id of the action to do, or ``None``."""

    DEFAULT_CSS = "HelpScreen > #box { max-height: 100%; }"
    HEADING = "Help: signs, marks and keys"
    PLACEHOLDER = "type to search the help"
    HINTS = (Hint("Enter", "does it"), Hint("Esc", "close"))

    def __init__(self, keymap: Keymap, *, drawn_with: Drawn = Drawn.UNICODE) -> None:
        entries = action_entries(ACTIONS, keymap, drawn_with=drawn_with)
        super().__init__(
            [*legend(drawn_with=drawn_with), *entries], drawn_with=drawn_with
        )


def legend(*, drawn_with: Drawn = Drawn.UNICODE) -> Iterator[ListEntry[str]]:
    """Yield what signs and marks mean; these entries cannot be picked."""
    if drawn_with is Drawn.PLAIN:
        yield from _legend_in_words()
        return
    sign = signs(drawn_with)
    *of_rows, since_base = ROW_SIGNS
    yield heading("Signs between the sides, or before them")
    yield from _signs_told(chain(*of_rows), sign)
    yield heading("Words marked, left and right")
    for pieces, meaning in LEGEND:
        yield ListEntry((*pieces, (f"  {meaning}", "aside")))
    yield heading("Beside the words")
    for cell, look, meaning in _beside_words(sign):
        yield ListEntry(((cell, look), (f"  {meaning}", "aside")))
    yield heading("On the map at the edge, where a line stands for many rows")
    yield from _signs_told(MAP_SIGNS, sign)
    said = "  how much of the whole is on the screen"
    yield ListEntry(((sign.here, "map-bar"), (said, "aside")))
    yield heading("Where a third text is the base of both")
    yield from _signs_told(since_base, sign)


_IN_WORDS = (
    ("What is said of a row", ROW_TOLD),
    ("What stands in brackets", BRACKETS_TOLD),
)


def _legend_in_words() -> Iterator[ListEntry[str]]:
    """Yield what is said instead of signs and marks."""
    for name, told in _IN_WORDS:
        yield heading(name)
        for words, meaning in told:
            yield ListEntry(((f"{words}: {meaning}", ""),))


def _beside_words(sign: Signs) -> Iterator[tuple[str, str, str]]:
    yield sign.bar, "left-only", "the row one is at, on the side one reads"
    yield sign.nothing * 3, "empty", "this text has nothing here"
    yield sign.gap, "left-only", "passages before this line stand in another row"
    yield sign.apart, "left-only", "where Tab left the other side, to link it by hand"
    yield sign.rule, "right-only", "the right text, where it stands below the left"


def _signs_told(told: Iterable[Sign], shown: Signs) -> Iterator[ListEntry[str]]:
    for sign in told:
        cell, _ = shown.cell(sign)
        word = _LINKED.get(sign, sign.word)
        yield ListEntry(((cell, sign.look), (f"  {word}", "aside")))


@dataclass(frozen=True, slots=True)
class Command:
    """What was picked: an action's id, a theme, a comparison to open, or a silence."""

    action: str = ""
    theme: str = ""
    comparison: Recent | None = None
    silence: SilenceChoice | None = None


class PaletteScreen(PickScreen[Command]):
    """The palette; it is dismissed with a :class:`Command`, or ``None``."""

    DEFAULT_CSS = "PaletteScreen > #box { max-height: 100%; }"
    HEADING = "Everything"
    PLACEHOLDER = "type what you want to do"

    def __init__(
        self,
        actions: Iterable[Action],
        keymap: Keymap,
        themes: Sequence[str],
        recent: Sequence[Recent],
        silenced: Iterable[ListEntry[SilenceChoice]] = (),
        *,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        entries: list[ListEntry[Command]] = [
            ListEntry(
                entry.pieces,
                Command(entry.value) if entry.value else None,
                entry.tail,
                entry.heading,
            )
            for entry in action_entries(actions, keymap, drawn_with=drawn_with)
        ]
        entries += (
            ListEntry(one.pieces, Command(silence=one.value), heading=one.heading)
            if one.value
            else heading("Silenced")
            for one in silenced
        )
        entries += _comparisons(recent, signs(drawn_with).cut)
        entries += _themes(themes)
        super().__init__(entries, drawn_with=drawn_with)


def _themes(names: Sequence[str]) -> list[ListEntry[Command]]:
    entries = [
        ListEntry(((f"Theme {name}", ""),), Command(theme=name)) for name in names
    ]
    return [heading("Themes"), *entries] if entries else []


def _comparisons(recent: Sequence[Recent], sign: str) -> list[ListEntry[Command]]:
    entries = [
        ListEntry(
            ((f"Open {pair_name(item, sign=sign)}", ""),), Command(comparison=item)
        )
        for item in recent
    ]
    return [heading("Recent comparisons"), *entries] if entries else []
