"""The box in which a note is written; what is typed is kept as it is typed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple, Protocol

from textual import on
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from tui_app.core.text.display import displayable_line
from tui_app.errors import UserError
from tui_app.notes.note import Draft, NoteKind
from tui_app.review.signs import signs
from tui_app.settings.drawn import Drawn
from tui_app.settings.keymap import UNCHANGED, KeyName
from tui_app.settings.keys import BY_ID
from tui_app.ui.keyboard import bindings
from tui_app.ui.note_screens.external_editor import edited, editor_command
from tui_app.ui.note_screens.note_fields import (
    LONGEST,
    KindPicker,
    NoteText,
    TagSuggester,
)
from tui_app.ui.note_screens.quoted_passage import (
    MarksOf,
    QuotedPassage,
    no_marks,
    quoted,
)
from tui_app.ui.pair.panes import LinesInSight
from tui_app.ui.widgets.boxes import BoxedScreen, QueryInput
from tui_app.ui.widgets.hints import Hint

KEEP_AFTER = 0.5
"""Seconds after the last key until the draft is kept."""
KEEP_EVERY = 1.5
"""Seconds of typing without a pause after which it is kept all the same."""


_HINTS = {
    "note-save": "save",
    "note-close": "close, keep draft",
    "note-editor": "$EDITOR",
}
"""What the footer calls the actions it shows, in the order of their importance."""


_LEAST = 8
"""Lines of a box with the words of a note in it, and no quotation."""

_TALLEST = 14
"""Lines of one that stands beside its passage; the texts have the rest."""

_LONGEST_LINE = 100
"""Cells of a line of the note, however wide the terminal is."""

_LONGEST_QUOTE = 6
"""Lines of a passage that is quoted; fewer where the note would have none."""

Beside = Callable[[int], LinesInSight | None]
"""Makes room for so many lines beside a passage; tells which lines of the screen it
has, ``None`` where it is not in sight."""


class _BoxPlace(NamedTuple):
    """Where the box stands, in lines of the screen."""

    top: int
    height: int


def _nowhere(lines: int) -> LinesInSight | None:
    del lines
    return None


def _place_beside(seen: LinesInSight | None, height: int) -> _BoxPlace | None:
    """Return a place below the passage, or above; ``None`` where all is needed."""
    if seen is None or not seen.whole:
        return None
    below, above = height - seen.last - 1, seen.first
    if max(below, above) < _LEAST:
        return None
    if below >= min(_TALLEST, above):
        return _BoxPlace(seen.last + 1, min(_TALLEST, below))
    tall = min(_TALLEST, above)
    return _BoxPlace(above - tall, tall)


class Shelf(Protocol):
    """Where the box puts what is written; each method raises ``UserError``."""

    def keep(self, draft: Draft) -> None:
        """Keep the draft on disk."""

    def save(self, draft: Draft) -> None:
        """Make a note of the draft; return when it is on disk."""

    def drop(self, draft: Draft) -> None:
        """Forget the draft: nothing is left in it."""


class NoteBox(BoxedScreen[bool | None]):
    """The box; dismissed with whether the note was saved, ``None`` if untouched.

    ``begun`` is the draft that it was opened with, ``shelf`` where it is kept. The box
    stands above or below the lines of its passage that are in sight, ``beside``; only
    where not all of these are seen the passage is quoted.
    """

    DEFAULT_CSS = """
    NoteBox {
        align: center middle;
        & > #box { max-height: 28; }
        &.-beside { align: center top; }
        &.-beside QuotedPassage { display: none; }
        & NoteText {
            height: 1fr; min-height: 1; border: none; padding: 0; background: $panel;
            margin: 0;
        }
        & #tags { height: 1; }
        & #tags > Static { width: auto; color: $mark-faint; }
        & #tags > QueryInput { width: 1fr; }
        & #trouble {
            display: none; height: auto; max-height: 3;
            color: $warning; text-style: bold;
            &.-told { display: block; }
        }
        &.-flat QuotedPassage, &.-flat KindPicker, &.-flat #title { display: none; }
    }
    """
    AUTO_FOCUS = "NoteText"
    BINDINGS: ClassVar[list[BindingType]] = [
        # The keys of the box win over those of the lines of text in it.
        *bindings("note", priority=True),
        Binding("ctrl+q", "app.quit", show=False, priority=True),
    ]

    def __init__(
        self,
        draft: Draft,
        shelf: Shelf,
        heading: str,
        tags: Sequence[str],
        *,
        beside: Beside = _nowhere,
        marks_of: MarksOf = no_marks,
        key: KeyName = UNCHANGED.first,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._beside = beside
        self._marks_of = marks_of
        self._key = key
        self.begun = draft
        self._draft = draft
        self.shelf = shelf
        self.heading = heading
        self._tags = tags
        self._soon: Timer | None = None
        self._latest: Timer | None = None
        self._settled = False
        self._warned = False
        self._told_of_paste = False

    def inside(self) -> Iterable[Widget]:
        """Yield the passage where it is quoted, and what is written about it."""
        yield Static(Content(displayable_line(self.heading)), id="title")
        sign = signs(self._drawn_with)
        most = (self.app.size.height - _LEAST) // 2
        lines = max(1, min(_LONGEST_QUOTE, most))
        for anchor in self._draft.anchors:
            pieces = quoted(anchor, self._marks_of(anchor), sign.quotes)
            yield QuotedPassage(pieces, lines, sign.cut)
        yield KindPicker(self._draft.kind)
        yield NoteText(self._draft.body)
        tags = QueryInput(
            displayable_line(", ".join(self._draft.tags)),
            placeholder="with commas between",
            suggester=TagSuggester(self._tags),
            select_on_focus=False,
        )
        tags.cursor_blink = False
        yield Horizontal(Static(Content("tags ")), tags, id="tags")
        yield Static(id="trouble")

    def hints(self) -> Sequence[Hint]:
        """Return what can be done here, with the keys in force."""
        hints = (
            Hint(self._key(act), label, BY_ID[act].method)
            for act, label in _HINTS.items()
        )
        return *hints, Hint("Tab", "tags, kind")

    def on_mount(self) -> None:
        """Find a place beside the passage."""
        self._stand_beside()

    def on_resize(self) -> None:
        """Find another one, once the texts stand where they will."""
        self.when_painted(self._stand_beside)

    def _stand_beside(self) -> None:
        foot = not self.has_class("-bare")
        place = _place_beside(self._beside(_LEAST), self.app.size.height - foot)
        self.set_class(place is not None, "-beside")
        styles = self.query_one("#box").styles
        styles.offset = (0, place.top if place else 0)
        styles.height = place.height if place else "100%"
        beyond = self.app.size.width - _LONGEST_LINE - 2
        styles.padding = (0, max(1, beyond // 2))
        self.when_painted(self.stand)

    @property
    def draft(self) -> Draft:
        """Return the note as it stands in the box."""
        return replace(
            self._draft,
            kind=self.query_one(KindPicker).kind,
            body=self.query_one(NoteText).words,
            tags=_tags(self.query_one(QueryInput).value, self._draft.tags),
        )

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(KindPicker.Changed)
    def keep_soon(self) -> None:
        """Keep the draft at the next pause, or after a while of typing."""
        if self.draft == self._draft and self._latest is None:
            return
        if self._soon:
            self._soon.stop()
        self._soon = self.set_timer(KEEP_AFTER, self.keep_now)
        if self._latest is None:
            self._latest = self.set_timer(KEEP_EVERY, self.keep_now)

    def keep_now(self) -> None:
        """Keep the draft on disk, unless it is what was kept last or was saved."""
        for timer in (self._soon, self._latest):
            if timer:
                timer.stop()
        self._soon = self._latest = None
        draft = self.draft
        if self._settled or draft == self._draft:
            return
        try:
            if draft.note or draft.body.strip() or draft.tags:
                self.shelf.keep(draft)
            else:
                self.shelf.drop(draft)
        except UserError as error:
            self._tell(f"The draft is NOT KEPT. {error}")
        else:
            self._draft = draft

    async def action_note_save(self) -> None:
        """Save the note; the box stays open where that fails."""
        draft = self.draft
        if self._settled:
            return
        if not draft.body.strip() and draft.kind is not NoteKind.HIGHLIGHT:
            self._tell("The note is empty: write something, or make it a highlight.")
            return
        self._settled = True
        try:
            await asyncio.to_thread(self.shelf.save, draft)
        except UserError as error:
            self._settled = False
            self._tell(f"NOT SAVED. {error}")
            self.keep_now()
        else:
            self.dismiss(True)

    def action_note_close(self) -> None:
        """Close the box; the draft is kept and offered again.

        Where it cannot be kept, only a second time lets go of it.
        """
        self.keep_now()
        if self.draft != self._draft and not self._warned:
            self._warned = True
            self._tell(
                "The draft is NOT KEPT: there is no place to keep it. "
                f"{self._key('note-close')} again lets go of it."
            )
            return
        self._settled = True
        kept = self._draft != self.begun and (self._draft.note or self._draft.body)
        self.dismiss(False if kept else None)

    def action_note_editor(self) -> None:
        """Write on in ``$EDITOR``."""
        self.keep_now()
        text = self.query_one(NoteText)
        try:
            command = editor_command()
            with self.app.suspend():
                # What is raised in here would leave the terminal suspended.
                written = edited(text.words, command, LONGEST)
        except UserError as error:
            self._tell(str(error))
            return
        except SuspendNotSupported:
            self._tell("$EDITOR: cannot be opened from this terminal")
            return
        if isinstance(written, UserError):
            self._tell(str(written))
        elif not written.strip() and text.words.strip():
            self._tell("$EDITOR left nothing: what was written here stays.")
        else:
            text.rewrite(written)
            self.keep_now()

    @on(NoteText.PasteCut)
    def tell_of_long_paste(self, event: NoteText.PasteCut) -> None:
        """Say that not all of a paste was taken."""
        self._tell(
            f"Only the first {event.taken:,} of the {event.length:,} characters "
            f"pasted were taken; {self._key('suspend')} takes them out again."
        )
        self._told_of_paste = True

    @on(TextArea.Changed)
    def tell_of_it_no_more(self) -> None:
        """Take back what was said of a paste: what is written is another by now."""
        if self._told_of_paste:
            self._told_of_paste = False
            trouble = self.query_one("#trouble", Static)
            trouble.update("")
            trouble.remove_class("-told")

    @on(KindPicker.Typed)
    def tell_of_lost_words(self) -> None:
        """Say where one is who types and sees nothing come."""
        self._tell("Here the kind is chosen, with the arrows; Tab goes to the words.")

    def _tell(self, message: str) -> None:
        self._told_of_paste = False
        trouble = self.query_one("#trouble", Static)
        trouble.update(Content(displayable_line(message)))
        trouble.add_class("-told")


def _tags(line: str, before: Iterable[str]) -> tuple[str, ...]:
    """Return the tags of a line; those of ``before`` as they are, not as shown."""
    as_shown = {displayable_line(tag): tag for tag in before}
    tags = (tag.strip() for tag in line.split(","))
    return tuple(dict.fromkeys(as_shown.get(tag, tag) for tag in tags if tag))
