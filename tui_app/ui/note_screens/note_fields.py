"""The fields of a note's box: its kind, its words, and how its tags are completed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text
from textual.document._document import EditResult, Location
from textual.document._edit import Edit
from textual.events import Key, Paste
from textual.geometry import Offset
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import TextArea

from tui_app.notes.note import NoteKind
from tui_app.ui.note_screens.stand_ins import StandIns
from tui_app.ui.widgets.one_of import OneOf

_KINDS = tuple(NoteKind)

LONGEST = 100_000
"""Characters that are written here; with more each key takes seconds."""

LONGEST_PASTE = 20_000
"""Characters taken of one paste; with more on a line each key takes a moment."""


class KindPicker(OneOf):
    """One of the kinds; arrows and the mouse choose another, letters none.

    Who writes on here without looking changes nothing, and :class:`Typed` tells it.
    """

    class Typed(Message):
        """Words were typed where none can be."""

    def __init__(self, kind: NoteKind) -> None:
        super().__init__(_KINDS, chosen=_KINDS.index(kind))

    @property
    def kind(self) -> NoteKind:
        """Return the kind chosen."""
        return _KINDS[self.chosen]

    def on_key(self, event: Key) -> None:
        """Tell of what is typed."""
        if event.is_printable:
            event.stop()
            self.post_message(self.Typed())

    def on_paste(self, event: Paste) -> None:
        """Tell of what is pasted."""
        event.stop()
        self.post_message(self.Typed())


_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


class NoteText(TextArea):
    """The lines of the note: kept as they are written, drawn as they may be."""

    @dataclass
    class PasteCut(Message):
        """Of a paste of ``length`` characters only the first ``taken`` were taken."""

        length: int
        taken: int

    def __init__(self, text: str) -> None:
        self._stand_ins = StandIns()
        super().__init__(
            self._stand_ins.put(text),
            soft_wrap=True,
            tab_behavior="focus",
            placeholder="what you noticed",
            compact=True,
        )
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    @property
    def words(self) -> str:
        """Return the note as it was written."""
        return self._stand_ins.written(self.text)

    def edit(self, edit: Edit) -> EditResult:
        """Put in what may be drawn for what is written."""
        edit.text = self._stand_ins.put(edit.text)
        return super().edit(edit)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn."""
        line = super().get_line(line_index)
        line.plain = self._stand_ins.drawn(line.plain)
        return line

    def get_text_range(self, start: Location, end: Location) -> str:
        """Return the words between two places, as they were written: to copy them."""
        return self._stand_ins.written(super().get_text_range(start, end))

    async def _on_paste(self, event: Paste) -> None:
        # Textual calls its own handler afterwards, which puts the words in.
        length = len(event.text)
        taken = min(length, LONGEST_PASTE, max(0, LONGEST - len(self.text)))
        # Terminals send a line's end in a paste as they send Enter: as a return.
        event.text = _LINE_ENDS.sub("\n", event.text[:taken])
        if taken < length:
            # Behind the news of the change itself, which takes such a word back.
            self.call_later(self.post_message, self.PasteCut(length, taken))

    def scroll_cursor_visible(
        self, center: bool = False, animate: bool = False
    ) -> Offset:
        """Scroll to the cursor, unless it is beyond the end.

        There it is while Textual takes lines back: it looks for the scroll bar first,
        and puts the cursor where it was then.
        """
        if self.cursor_location > self.document.end:
            return Offset()
        return super().scroll_cursor_visible(center, animate)

    def rewrite(self, text: str) -> None:
        """Put other words in the place of all; undo brings the old ones back."""
        if text == self.words:
            return
        self.history.checkpoint()
        self.replace(text, self.document.start, self.document.end)
        self.history.checkpoint()
        self.move_cursor(self.document.end)


class TagSuggester(Suggester):
    """Completes the last tag of a line of tags."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._tags = tags

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with its last tag completed."""
        before, comma, begun = value.rpartition(",")
        wanted = begun.lstrip()
        for tag in self._tags:
            if wanted and tag.startswith(wanted) and tag != wanted:
                return f"{before}{comma}{begun}{tag[len(wanted) :]}"
        return None
