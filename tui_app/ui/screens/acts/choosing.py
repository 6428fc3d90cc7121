"""Selecting words from the keyboard, and copying."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_app.core.model import Document, Side, Span
from tui_app.review.selection import (
    Selection,
    paragraph_at,
    sentence_after,
    sentence_at,
    sentence_before,
    word_after,
    word_at,
    word_before,
)
from tui_app.ui.screens.acts.base import ReaderActs


class ChoosingActs(ReaderActs):
    """The keys that select and copy."""

    def selected_spans(self) -> Sequence[tuple[Side, Span]]:
        """Return what is selected, empty for nothing."""
        attention = self.view.attention
        both = (attention.kept, attention.selection)
        return [(chosen.side, chosen.span) for chosen in both if chosen]

    def action_select(self) -> None:
        """Select the word; again: the sentence, the paragraph, nothing."""
        chosen = self.view.attention.selection
        if chosen is None:
            self._select_word()
            return
        document = self.comparison.document(chosen.side)
        for larger in (sentence_at, paragraph_at):
            span = larger(document, chosen.span.start)
            if span.start < chosen.span.start or span.end > chosen.span.end:
                self.view.select(Selection(chosen.side, span, span))
                return
        self.view.select(None)

    def _select_word(self) -> None:
        if not self.comparison.rows:
            return
        side, offset = self.view.attention_offset() or self.here
        word = word_at(self.comparison.document(side), offset)
        self.view.to_side(side)
        self.view.select(Selection(side, word, word))

    def action_side_left(self) -> None:
        """Go to the left side; while selecting, draw a word back."""
        if not self._draw(word_before):
            self.view.to_side("left")

    def action_side_right(self) -> None:
        """Go to the right side; while selecting, draw a word on."""
        if not self._draw(word_after):
            self.view.to_side("right")

    def _draw(self, step: Callable[[Document, Span], Span]) -> bool:
        chosen = self.view.attention.selection
        if chosen is None:
            return False
        head = step(self.comparison.document(chosen.side), chosen.head)
        self.view.select(chosen.to(head))
        row = self.view.where.row_at(chosen.side, head.start)
        self.view.go_to(row, chosen.side, head.start)
        return True

    def draw_sentence(self, by: int) -> bool:
        """Draw the selection a sentence on (-1: back); tell whether there is one."""
        return self._draw(sentence_after if by > 0 else sentence_before)

    def keep_selection(self) -> None:
        """Keep what is selected while words of the other side are chosen as well."""
        attention = self.view.attention
        if attention.selection is not None:
            attention.kept, attention.selection = attention.selection, None

    def action_copy(self) -> None:
        """Copy the selection, or the passage under the cursor."""
        text = self._selected() or self._passage()
        if text:
            self.app.copy_to_clipboard(text)
            count = len(text.split())
            self.say(f"Copied {count} {'word' if count == 1 else 'words'}.")

    def _selected(self) -> str:
        chosen = self.view.attention.selection
        return chosen.text(self.comparison.document(chosen.side)) if chosen else ""

    def _passage(self) -> str:
        if not self.comparison.rows:
            return ""
        cursor = self.view.attention.cursor
        units = self.comparison.rows[cursor.row].units(cursor.side)
        document = self.comparison.document(cursor.side)
        return "\n".join(document.unit_text(number) for number in units)

    def get_selected_text(self) -> str | None:
        """Return the selected text, for Textual's own copy key."""
        return self._selected() or super().get_selected_text()
