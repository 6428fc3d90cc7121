"""What the keys of the pair do: move, step to differences, lay out, select, copy."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui_app.core.model import Document, Span, opposite
from tui_app.core.text.plurals import counted
from tui_app.review.options import Visits, wider
from tui_app.review.review import Review
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
from tui_app.review.stops import rows_too_long
from tui_app.settings.preferences import Layout, WordMarks
from tui_app.ui.host import Acts, Host
from tui_app.ui.pair.pair_window import PairWindow

_NEXT_MARKS: dict[WordMarks, WordMarks] = {
    "off": "facts",
    "facts": "passages",
    "passages": "words",
    "words": "letters",
    "letters": "off",
}
_NEXT_VISITS: dict[Visits, Visits] = {
    "all": "facts",
    "facts": "one-sided",
    "one-sided": "moved",
    "moved": "all",
}
_VISITED: dict[Visits, str] = {
    "all": "differences",
    "facts": "changed facts",
    "one-sided": "passages of one side",
    "moved": "moved passages",
}
_MARKS_TOLD: dict[WordMarks, str] = {
    "off": "off",
    "facts": "facts",
    "passages": "facts, passages of one side",
    "words": "facts, passages, wording",
    "letters": "all, down to letters",
}


class PairKeys:
    """The acts that need nothing but the pair; ``copy`` fills the clipboard."""

    def __init__(
        self,
        review: Review,
        window: PairWindow,
        host: Host,
        copy: Callable[[str], None],
    ) -> None:
        self._review = review
        self._window = window
        self._host = host
        self._copy = copy

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {
            **self._moves(),
            **self._shows(),
            "select": self.select_more,
            "copy": self.copy,
        }

    def _moves(self) -> Acts:
        turn = self._window.turn
        return {
            "row-down": lambda: self.step_row(1),
            "row-up": lambda: self.step_row(-1),
            "page-down": partial(turn, 1),
            "page-up": partial(turn, -1),
            "half-down": partial(turn, 0.5),
            "half-up": partial(turn, -0.5),
            "other-side": self.go_to_other_side,
            "side-left": self.go_left,
            "side-right": self.go_right,
            "next-difference": lambda: self.step_difference(forward=True),
            "previous-difference": lambda: self.step_difference(forward=False),
        }

    def _shows(self) -> Acts:
        return {
            "facts-only": self.mark_facts_only,
            "visits": self.visit_otherwise,
            "word-marks": self.mark_words_otherwise,
            "fold-same": self.fold,
            "layout-auto": self.lay_as_it_fits,
            "layout-side": lambda: self._lay("side"),
            "layout-stacked": lambda: self._lay("stacked"),
            "layout-merged": self.merge,
            "layout-original": lambda: self._lay("original"),
            "peek": self.peek,
            "cover": self.cover,
            "wider": lambda: self._widen(1),
            "narrower": lambda: self._widen(-1),
            "unlock": self.free,
        }

    # Moving --------------------------------------------------------------------

    def step_row(self, by: int) -> None:
        """Go to the next row (-1: the one before); while selecting, by a sentence."""
        if not self._draw(sentence_after if by > 0 else sentence_before):
            self._window.step_rows(by)

    def go_to_other_side(self) -> None:
        """Go to the other side; what is selected on this one stays selected."""
        self._review.keep_selection()
        self._window.to_side(opposite(self._review.cursor.side))

    def go_left(self) -> None:
        """Go to the left side; while selecting, draw a word back."""
        if not self._draw(word_before):
            self._window.to_side("left")

    def go_right(self) -> None:
        """Go to the right side; while selecting, draw a word on."""
        if not self._draw(word_after):
            self._window.to_side("right")

    # Differences ---------------------------------------------------------------

    def step_difference(self, *, forward: bool) -> None:
        """Go to the next difference or the one before; say where there is none."""
        if self._host.waits_for_rows(self._review):
            return
        if not self._window.step_difference(forward=forward):
            self._host.bell()
            self._host.say(self._no_difference(forward=forward))

    def _no_difference(self, *, forward: bool) -> str:
        where = self._none_there(forward=forward)
        unmarked = rows_too_long(self._review.comparison)
        if not unmarked:
            return where
        rows = counted(unmarked, "row is", "rows are")
        return f"{where} {rows} too long to mark here; diptych diff lists all."

    def _none_there(self, *, forward: bool) -> str:
        review = self._review
        marks = review.marks
        what = _VISITED["facts" if marks.visits_facts else marks.visits]
        if review.next_stop(forward=not forward) is not None:
            return f"No more {what} {'below' if forward else 'above'}."
        return f"No {what}." if review.attention.stop is None else f"No other {what}."

    def mark_facts_only(self) -> None:
        """Mark changed facts only, or everything again."""
        marks = self._review.marks
        facts_only = not marks.facts_only
        visits = "all" if facts_only else marks.visits
        self._window.mark(marks._replace(facts_only=facts_only, visits=visits))

    def visit_otherwise(self) -> None:
        """Stop at another kind of difference: all, facts, one side only, moved."""
        marks = self._review.marks
        visits = _NEXT_VISITS[marks.visits]
        self._window.mark(marks._replace(visits=visits))
        keys = map(self._host.key, ("next-difference", "previous-difference"))
        what = _VISITED["facts" if self._review.marks.visits_facts else visits]
        self._host.say(f"{' and '.join(keys)} go to {what}.")

    def mark_words_otherwise(self) -> None:
        """Mark more, step by step; after the letters nothing."""
        marks = self._review.marks
        words = _NEXT_MARKS[marks.words]
        self._window.mark(marks._replace(words=words))
        self._host.say(f"Marks: {_MARKS_TOLD[words]}")

    # Layout --------------------------------------------------------------------

    def fold(self) -> None:
        """Fold the rows that are the same, or open them."""
        options = self._review.options
        self._window.lay(options._replace(folded=not options.folded))

    def lay_as_it_fits(self) -> None:
        """Lay out by the width of the terminal, columns as wide as reads well."""
        options = self._review.options
        self._window.lay(options.laid("auto")._replace(width=0))

    def _lay(self, layout: Layout) -> None:
        self._window.lay(self._review.options.laid(layout))

    def merge(self) -> None:
        """Merge both texts in one; there is no merging of two languages."""
        if self._review.comparison.translation is None:
            self._lay("merged")
            return
        others = ("layout-side", "layout-stacked", "layout-original")
        keys = ", ".join(map(self._host.key, others))
        self._host.say(f"Two languages do not merge; other layouts: {keys}.")

    def cover(self) -> None:
        """Cover the words of the text that is not read, or uncover all of them."""
        options, key = self._review.options, self._host.key("peek")
        if options.layout == "original" and not options.free:
            self._host.say(f"One text is shown; {key} shows the other's words here.")
            return
        if options.free or options.layout == "merged":
            options = options.laid("auto")._replace(covered=False)
        self._window.lay(options._replace(covered=not options.covered))
        if not options.covered:
            self._host.say(f"Covered; {key} shows the words of this row.")

    def peek(self) -> None:
        """Show what the text that is not read says in this row, or hide it again."""
        review = self._review
        cover = review.peeking.cover
        if cover is None:
            one, covered = map(self._host.key, ("layout-original", "cover"))
            self._host.say(
                f"Both texts are shown; {one} leaves one, {covered} covers one."
            )
            return
        if not review.comparison.rows:
            self._host.bell()
            return
        row = review.comparison.rows[review.row]
        if review.peeking.is_worth_it(row):
            self._window.peek()
        elif row.units(cover.covered):
            self._host.say("Both texts say the same here.")
        else:
            self._host.say(f"The {cover.covered} has nothing for this.")

    def _widen(self, by: int) -> None:
        """Make the columns wider or narrower, as far as there is room."""
        options, text = self._review.options, self._window.panes.text_width
        self._window.lay(options._replace(width=wider(text, by)))
        if self._window.panes.text_width == text:
            self._window.lay(options)
            self._host.bell()

    def free(self) -> None:
        """Let each side scroll by itself, or lock them on the current row."""
        options = self._review.options
        if options.plain:
            side = self._host.key("other-side")
            self._host.say(f"Both sides are one column; {side} goes to the other.")
            return
        self._window.lay(options._replace(free=not options.free))

    # Selecting -----------------------------------------------------------------

    def select_more(self) -> None:
        """Select the word; again: the sentence, the paragraph, nothing."""
        chosen = self._review.attention.selection
        if chosen is None:
            self._select_word()
            return
        document = self._review.comparison.document(chosen.side)
        for larger in (sentence_at, paragraph_at):
            span = larger(document, chosen.span.start)
            if span.start < chosen.span.start or span.end > chosen.span.end:
                self._window.select(Selection(chosen.side, span, span))
                return
        self._window.select(None)

    def _select_word(self) -> None:
        review = self._review
        if review.comparison.rows:
            side, offset = review.looked_at() or review.here
            word = word_at(review.comparison.document(side), offset)
            self._window.to_words(side)
            self._window.select(Selection(side, word, word))

    def _draw(self, step: Callable[[Document, Span], Span]) -> bool:
        """Draw the selection a step on; tell whether there is one."""
        review = self._review
        chosen = review.attention.selection
        if chosen is None:
            return False
        head = step(review.comparison.document(chosen.side), chosen.head)
        self._window.select(chosen.to(head))
        row = review.places.row_at(chosen.side, head.start)
        self._window.go_to(row, chosen.side, head.start)
        return True

    def copy(self) -> None:
        """Copy the selection, or the passage under the cursor."""
        text = self.selected_text() or self._passage()
        if text:
            self._copy(text)
            self._host.say(f"Copied {counted(len(text.split()), 'word', 'words')}.")

    def selected_text(self) -> str:
        """Return the words selected on this side."""
        chosen = self._review.attention.selection
        if chosen is None:
            return ""
        return chosen.text(self._review.comparison.document(chosen.side))

    def _passage(self) -> str:
        review = self._review
        if not review.comparison.rows:
            return ""
        side = review.cursor.side
        document = review.comparison.document(side)
        units = review.comparison.rows[review.row].units(side)
        return "\n".join(document.unit_text(number) for number in units)
