"""The line of the note's box that says what kind of note it is."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui_app.notes.model import NoteKind

_KINDS = tuple(NoteKind)


class KindPicker(Widget, can_focus=True):
    """One of the kinds; arrows, space and the mouse choose another."""

    DEFAULT_CSS = """
    KindPicker { height: 1; width: 100%; color: $mark-faint; }
    KindPicker:focus { background: $mark-row; }
    KindPicker:nocolor { color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,space", "turn(1)", show=False),
        Binding("left,h", "turn(-1)", show=False),
    ]

    kind: reactive[NoteKind] = reactive(NoteKind.NOTE)

    class Changed(Message):
        """Another kind was chosen."""

    def __init__(self, kind: NoteKind) -> None:
        super().__init__()
        self.set_reactive(KindPicker.kind, kind)

    def render(self) -> Content:
        """Return the kinds, the chosen one in brackets."""
        parts: list[tuple[str, str] | Content] = []
        for kind in _KINDS:
            chosen = kind is self.kind
            parts.append((f"[{kind}]", "bold") if chosen else Content(f" {kind} "))
            parts.append(Content(" "))
        return Content.assemble(*parts)

    def action_turn(self, step: int) -> None:
        """Choose the next or the previous kind."""
        self.kind = _KINDS[(_KINDS.index(self.kind) + step) % len(_KINDS)]
        self.post_message(self.Changed())

    def on_click(self, event: Click) -> None:
        """Choose the kind under the mouse."""
        at = 0
        for kind in _KINDS:
            if at <= event.x < at + len(kind) + 2:
                self.kind = kind
                self.post_message(self.Changed())
            at += len(kind) + 3
