"""Which notes a filter lets through: words and small conditions.

``tag:numbers kind:question side:left is:open orphan bachelet`` keeps the notes
that meet every condition and hold every word in body, tags or quotes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui_app.notes.note import PlacedNote, State

Condition = Callable[[PlacedNote, str], bool]

_STATES = frozenset(State)


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Conditions and words; all of them must hold."""

    conditions: tuple[tuple[str, str], ...]
    words: tuple[str, ...]

    @property
    def active(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.conditions or self.words)

    def matches(self, placed: PlacedNote) -> bool:
        """Tell whether the note is let through."""
        text = _words_of(placed)
        return all(
            _MEANING[name](placed, value) for name, value in self.conditions
        ) and (all(word in text for word in self.words))


def parse_filter(query: str) -> NoteFilter:
    """Return the filter that ``query`` means; what is no condition is a word."""
    conditions, words = [], []
    for part in query.casefold().split():
        name, colon, value = part.partition(":")
        if colon and name in _MEANING:
            conditions.append((name, value))
        elif part in _STATES:
            conditions.append(("is", part))
        else:
            words.append(part)
    return NoteFilter(tuple(conditions), tuple(words))


def _words_of(placed: PlacedNote) -> str:
    note = placed.note
    quotes = (anchor.quote for anchor in note.anchors)
    return "\n".join((note.body, *note.tags, *quotes)).casefold()


def _has_tag(placed: PlacedNote, value: str) -> bool:
    return any(tag.casefold().startswith(value) for tag in placed.note.tags)


def _is_kind(placed: PlacedNote, value: str) -> bool:
    return placed.note.kind.startswith(value)


def _on_side(placed: PlacedNote, value: str) -> bool:
    wanted = {"l": "left", "r": "right"}.get(value, value)
    return any(anchor.side.startswith(wanted) for anchor in placed.note.anchors)


def _is_state(placed: PlacedNote, value: str) -> bool:
    return placed.note.status.startswith(value) or placed.state.startswith(value)


_MEANING: dict[str, Condition] = {
    "tag": _has_tag,
    "kind": _is_kind,
    "side": _on_side,
    "is": _is_state,
}
