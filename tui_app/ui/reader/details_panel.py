"""The panel that lists the differences of the row under the cursor, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui_app.core.differences.phrases import LEFT_OUT
from tui_app.core.kinds import FACTS, Kind
from tui_app.core.model import Relation
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.review.details import (
    ChangeInWords,
    RowDetails,
    Voices,
    details_of_long,
    row_details,
    voice_in_words,
)
from tui_app.review.looks import look_of_grade
from tui_app.review.review import Review
from tui_app.review.signs import link_sign, relation_word
from tui_app.review.status import share
from tui_app.review.stops import is_comparable
from tui_app.ui.styles import mark_style
from tui_app.ui.widgets.cells import behind_label

if TYPE_CHECKING:
    from tui_app.core.comparison import Comparison
    from tui_app.core.counting import Counting
    from tui_app.core.from_base.changes_from_base import ChangesFromBase

TOO_LONG = (
    "too long to be told here: the list of facts has its facts, diptych diff the rest"
)

_LABEL = 12
"""Cells for what a line is about; what it says stands behind it."""

MOST = 400
"""Differences listed of one row; a row with more is told by its count."""


class _Told(NamedTuple):
    """What the details follow from; they are worked out anew where it is other."""

    comparison: Comparison
    row: int
    counting: Counting
    notes: tuple[str, ...]
    from_base: ChangesFromBase | None


class DetailsPanel(VerticalScroll):
    """The panel; it is hidden until it is opened, then it follows the cursor.

    Where it has no room for all, its rule says how many lines are above and below;
    ``key`` leads through them.
    """

    DEFAULT_CSS = """
    DetailsPanel {
        display: none; height: auto; max-height: 40%;
        background: $surface; border-top: solid $mark-fainter; padding: 0 1;
        border-title-align: right; border-title-color: $mark-faint;
        scrollbar-size-vertical: 1;
        &.-open { display: block; }
        &.-ascii { border-top: ascii $mark-fainter; scrollbar-size-vertical: 0; }
        & > Static { height: auto; width: 100%; }
    }
    """

    can_focus = False

    def __init__(self, review: Review, key: str = "") -> None:
        self._text = Static(Content(""))
        super().__init__(self._text)
        self._review = review
        self._key = key
        self._signs = review.signs
        self._details: RowDetails | None = None
        self._told: _Told | None = None
        self.set_class(bool(review.signs.drawn_with), "-ascii")

    @property
    def details(self) -> RowDetails | None:
        """Return what is shown, ``None`` while hidden."""
        return self._details

    def go_on(self) -> None:
        """Open the panel, show what is below of it, or hide it at its end."""
        if self._details is None:
            self._look()
        elif self._lines_below > 0:
            self.scroll_page_down(animate=False)
        else:
            self._told = None
            self._show(None)

    def follow(self) -> None:
        """Show the differences of the row the cursor is on by now, if it is open."""
        if self._details is not None:
            self._look()

    def _look(self) -> None:
        review = self._review
        if not review.comparison.rows or review.provisional:
            return
        shown, row, counting = review.comparison, review.row, review.marks.counting
        changes = review.looks.stops.from_base
        told = _Told(shown, row, counting, review.notes_here(), changes)
        if told != self._told:
            self._told = told
            if shown.may_differ(row) and not is_comparable(shown, row):
                details = details_of_long(shown, row)
            else:
                details = row_details(shown, row, counting, review.told_in_words(row))
            self._show(replace(details, notes=told.notes))

    def _show(self, details: RowDetails | None) -> None:
        if details == self._details:
            return
        self._details = details
        self.set_class(details is not None, "-open")
        if details is not None:
            self._paint()
            self.scroll_to(y=0, animate=False)
            self.call_after_refresh(self._tell_lines)

    @property
    def _lines_below(self) -> int:
        return max(0, round(self.max_scroll_y - self.scroll_offset.y))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say how much is above and below by now."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_lines()

    def on_resize(self) -> None:
        """Set the lines anew for the width there is by now, and say what is hidden."""
        self._paint()
        self.call_after_refresh(self._tell_lines)

    def _tell_lines(self) -> None:
        above, below = round(self.scroll_offset.y), self._lines_below
        told = [f"{counted(above, 'line', 'lines')} above"] if above else []
        if below:
            many = str(below) if above else counted(below, "line", "lines")
            told.append(f"{many} below: {self._key}")
        self.border_title = Content(self._signs.between.join(told))

    def notify_style_update(self) -> None:
        """Paint again in the colours of another theme."""
        super().notify_style_update()
        self._paint()

    def _paint(self) -> None:
        width = self.scrollable_content_region.width or self.app.size.width - 2
        if self._details is not None:
            head, *lines = self._lines(self._details)
            told = (behind_label(line, _LABEL, width) for line in lines)
            self._text.update(Content("\n").join([head, *told]))

    def _lines(self, details: RowDetails) -> list[Content]:
        lines = [self._head(details)]
        if any(details.standing):
            lines.append(self._standing(*details.standing))
        if details.voices is not None:
            lines.append(self._speaker(details.voices))
        lines.extend(self._note(body) for body in details.notes)
        if details.too_long:
            lines.append(Content.styled(" " * _LABEL + TOO_LONG, self._style("aside")))
        lines.extend(self._line(change) for change in details.changes[:MOST])
        lines.extend(self._kept(*one) for one in details.kept[:MOST])
        rest = len(details.changes) - MOST
        if rest > 0:
            lines.append(Content(" " * _LABEL + f"and {rest} more"))
        translation = self._review.comparison.translation
        if translation is not None and translation.lists:
            lines.append(self._word_lists(translation.lists))
        return lines

    def _note(self, body: str) -> Content:
        label = Content.assemble((f"{'note':<{_LABEL}}", self._style("gutter-note")))
        return Content.assemble(label, self._words(" ".join(body.split()), "text"))

    def _word_lists(self, lists: Sequence[str]) -> Content:
        label = Content.assemble((f"{'word lists':<{_LABEL}}", self._style("aside")))
        return Content.assemble(label, self._words(", ".join(lists), "text"))

    def _head(self, details: RowDetails) -> Content:
        words = [f"Row {details.row + 1}", self._relation(details.relation)]
        if details.score is not None and details.relation is Relation.CHANGED:
            if details.alike is not None:
                words.append(f"{share(details.alike)} alike")
            words.append(link_sign(details.score, self._review.weak_below).word)
        if details.moved:
            words.append("moved")
        if details.since_base.told:
            words.append(details.since_base.told)
        if details.facts:
            words.append(f"changed facts: {details.facts}")
        head = self._signs.between.join(words)
        return Content.assemble((head, self._style("title")))

    def _relation(self, relation: Relation) -> str:
        across = self._review.comparison.translation is not None
        return relation_word(relation, across=across)

    def _standing(self, left: str, right: str) -> Content:
        label = Content.assemble((f"{'stands at':<{_LABEL}}", self._style("aside")))
        sides = [left or self._signs.no_words, right or self._signs.no_words]
        both = " | ".join(sides) if left != right else left
        return Content.assemble(label, self._words(both, "text"))

    def _speaker(self, voices: Voices) -> Content:
        left, right = (voice_in_words(speech) for speech in (voices.left, voices.right))
        changed = bool(voices.changes)
        marks = ("fact-left", "fact-right") if changed else ("text", "text")
        label = Content.assemble((f"{'speaker':<{_LABEL}}", self._style("aside")))
        if left == right:
            return Content.assemble(label, self._words(left, "text"))
        if not changed and not (left and right):
            side = f"  (told only on the {'left' if left else 'right'})"
            return Content.assemble(
                label, self._words(left or right, "text"), (side, self._style("aside"))
            )
        return Content.assemble(
            label.stylize("bold") if changed else label,
            self._words(left or self._signs.no_words, marks[0]),
            Content(self._signs.becomes),
            self._words(right or self._signs.no_words, marks[1]),
        )

    def _line(self, change: ChangeInWords) -> Content:
        left = right = "uncounted"
        if change.counted:
            moved = change.kind is Kind.ORDER
            left = look_of_grade(change.grade, "left", moved=moved)
            right = look_of_grade(change.grade, "right", moved=moved)
        sign = self._signs
        label = Content.assemble((f"{change.name:<{_LABEL}}", self._style("aside")))
        if change.kind in FACTS:
            label = label.stylize("bold")
        becomes = Content(sign.becomes) if change.left and change.right else Content("")
        return Content.assemble(
            label,
            self._words(change.left, left) if change.left else Content(""),
            becomes,
            self._words(change.right, right) if change.right else Content(""),
            self._remark(change),
        )

    def _remark(self, change: ChangeInWords) -> Content:
        """Say why it is marked, or which side has it; and what does not count."""
        remarks = [change.reason] if change.reason else []
        if not remarks and not (change.left and change.right):
            remarks = [f"only on the {'left' if change.left else 'right'}"]
        if change.silenced:
            remarks.append("silenced")
        elif not change.counted:
            remarks.append("not counted")
        if told := change.since_base.told:
            remarks.append(displayable_line(told))
        text = f"  ({', '.join(remarks)})" if remarks else ""
        return Content.assemble((text, self._style("aside")))

    def _kept(self, base: str, left: str) -> Content:
        label = Content.assemble((f"{'kept':<{_LABEL}}", self._style("aside")))
        words = [one or self._signs.no_words for one in (base, left)]
        return Content.assemble(
            label,
            self._words(words[0], "text"),
            Content(self._signs.becomes),
            self._words(words[1], "text"),
            ("  (base, then both texts)", self._style("aside")),
        )

    def _words(self, text: str, mark: str) -> Content:
        if self._signs.drawn_with:
            text = text.replace(LEFT_OUT, f" {self._signs.left_out} ")
        return Content.assemble((displayable_line(text), self._style(mark)))

    def _style(self, mark: str) -> Style:
        return Style.from_rich_style(mark_style(self, mark))
