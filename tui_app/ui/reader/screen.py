"""The reader's screen: it puts the parts of the reader together, and does no more.

Each part is an object that knows the review, the window on it and the host; what its
keys do is in its table of acts. What follows the pair (map, titles, status line,
details) is called by the pair's widget whenever anything has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Key, Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import AwaitMount, Widget
from textual.widgets._toast import ToastRack
from textual.worker import Worker

from tui_app.core.model import Constraints
from tui_app.core.word_links import learn_words
from tui_app.review.counts import Counts
from tui_app.review.other_right import BesideAnother
from tui_app.review.rereading import Reread
from tui_app.review.resuming import place_of, review_of
from tui_app.review.session import Session
from tui_app.settings.memory import Place
from tui_app.ui.host import Act, Host, ReaderPart, ScreenResult, Task, Then
from tui_app.ui.keyboard import bindings
from tui_app.ui.notes_desk import POLL_SECONDS, NotesDesk
from tui_app.ui.pair.pair_keys import PairKeys
from tui_app.ui.pair.pair_view import PairView
from tui_app.ui.reader.background import Background
from tui_app.ui.reader.base_part import BasePart
from tui_app.ui.reader.concordance_keys import ConcordanceKeys
from tui_app.ui.reader.contents_keys import ContentsKeys
from tui_app.ui.reader.counting_part import CountingPart
from tui_app.ui.reader.export_keys import ExportKeys
from tui_app.ui.reader.jump_keys import JumpKeys
from tui_app.ui.reader.learnt_words import LearntWords
from tui_app.ui.reader.link_keys import LinkKeys
from tui_app.ui.reader.list_keys import ListKeys
from tui_app.ui.reader.map_bar import MapBar
from tui_app.ui.reader.new_rows_part import NewRowsPart, Watchers
from tui_app.ui.reader.note_keys import NoteKeys
from tui_app.ui.reader.other_text_keys import AroundOthers, OtherTextKeys
from tui_app.ui.reader.plain_bars import PlainStatus, PlainTitles
from tui_app.ui.reader.search_keys import SearchKeys
from tui_app.ui.reader.silence_keys import SilenceKeys
from tui_app.ui.reader.status_line import StatusLine
from tui_app.ui.reader.table_keys import AroundTable, TableKeys
from tui_app.ui.reader.terms_part import TermsPart
from tui_app.ui.reader.text_keys import AroundTexts, TextKeys
from tui_app.ui.reader.title_bar import TitleBar
from tui_app.ui.reader.word_links_part import WordLinksPart
from tui_app.ui.widgets.hints import (
    NO_HINTS_BELOW,
    OTHERS,
    PEEKING,
    RELOADING,
    SEARCHING,
    SELECTING,
    Hint,
    HintLine,
    named_hints,
)

if TYPE_CHECKING:
    from tui_app.ui.reader.details_panel import DetailsPanel

Titles = TitleBar | PlainTitles
Status = StatusLine | PlainStatus

_KEEP_EVERY = 5.0
"""Seconds after which the place is kept, for whoever is killed."""

_LOOK_AHEAD_AFTER = 1.0
"""Seconds until the next of several texts is made ready: the pair shown comes first."""


class ReaderScreen(Screen[None]):
    """Reads the two documents of a session.

    ``acts`` is what the keys do, by the ids of their table. ``goes_back`` tells that
    it was opened from a library, to which ``Esc`` leads.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")
    focused = Reactive[Widget | None](None, repaint=False)
    """Who has the focus; whoever takes or loses it is painted, and not the screen."""
    DEFAULT_CSS = """
    ReaderScreen {
        layout: vertical;
        & > #pair { height: 1fr; width: 100%; }
        &.-flat > HintLine, &.-searching > HintLine { display: none; }
    }
    """

    class ReadOn(Message):
        """Texts were loaded instead of those of ``reader``, to be read on in."""

        def __init__(self, found: Reread | BesideAnother, reader: ReaderScreen) -> None:
            super().__init__()
            self.found = found
            self.reader = reader

    class GoBack(Message):
        """The user wants to go back to the library."""

    def __init__(
        self,
        session: Session,
        hints: Sequence[Hint] = (),
        goes_back: bool = False,
    ) -> None:
        super().__init__()
        self._goes_back = goes_back
        self.session = session
        self._footer = HintLine(hints)
        self._remembered = False
        self._kept = session.place
        self._coming: Reread | BesideAnother | None = None
        self._left_for_another = False
        self._details: DetailsPanel | None = None
        self.review = review = review_of(session)
        self.view = PairView(review)
        self.window = window = self.view.window
        self.counts = Counts()
        self.background = Background(self.call_later)
        self.map = MapBar(review, window)
        self.titles: Titles
        self.status: Status
        self.titles, self.status = self._make_bars()
        self.counting = CountingPart(
            review,
            self.background,
            self.counts,
            self.map,
            self.status,
            self.call_after_refresh,
        )
        settings = session.settings
        key = partial(settings.keymap.first, drawn_with=settings.drawn)
        self.host = Host(self.say, self._ring, self._work, self._open, key)
        self.desk = NotesDesk(
            review, window, self.host, self._realign, self.counting.begin_anew
        )
        self.parts = self._make_parts()
        self.acts: dict[str, Act] = {"details": self._toggle_details}
        for part in self.parts:
            self.acts |= part.acts()

    def _make_bars(self) -> tuple[Titles, Status]:
        """Return the lines above and below the texts."""
        review, request = self.review, self.session.request
        ring = request.place_in_ring if request else ""

        def is_typing() -> bool:
            return self.search.is_typing

        if review.options.plain:
            titles = PlainTitles(review, self.counts, ring)
            return titles, PlainStatus(review, self.counts, is_typing, titles)
        return (
            TitleBar(review, self.window),
            StatusLine(review, self.window, self.counts, is_typing, ring),
        )

    def _make_parts(self) -> tuple[ReaderPart, ...]:
        """Return the parts with keys; those that others ask have a name as well."""
        review, window, host, desk = self.review, self.window, self.host, self.desk
        self.pair_keys = pair_keys = PairKeys(review, window, host, self._copy)
        self.jumps = jumps = JumpKeys(review, window, host)
        self.search = SearchKeys(
            review, window, jumps, pair_keys, host, self._mount_bar
        )
        self.alignment = NewRowsPart(
            review,
            window,
            self.background,
            self.session.settings.unit,
            desk.settled,
            Watchers(
                self.say, self.status.progress, self.counting.coming, self._complete
            ),
        )
        after = self.session.settings.after_marking
        notes = NoteKeys(
            review, window, desk, jumps, host, after, lambda: self.view.region.y
        )
        links = LinkKeys(review, desk, host)
        self.silences = silences = SilenceKeys(review, desk, host)
        self.others = others = self._other_text_keys()
        self.exports = exports = ExportKeys(
            review,
            desk,
            host,
            self.call_later,
            self.status.progress,
            others.leave,
        )
        contents = ContentsKeys(review, self.counts, jumps, host)
        lists = ListKeys(review, window, self.counts, jumps, host)
        notes.list_among(lists)
        keys = pair_keys, jumps, self.search, notes, contents, lists, links, silences
        self.texts = texts = self._text_keys(exports)
        self.table = self._table_keys()
        self.base = base = BasePart(
            review, window, self.background, host, self.status.progress
        )
        beside = base, exports, texts, others, self.table
        return *keys, *beside, *self._make_word_parts(), self.alignment

    def _make_word_parts(self) -> tuple[ReaderPart, ...]:
        """Return the parts that are about single words."""
        review, window, host = self.review, self.window, self.host
        self.words = words = LearntWords(
            review, self.background, learn_words, self.status.progress, self._cannot
        )
        concordance = ConcordanceKeys(review, window, self.jumps, words, host)
        return (
            concordance,
            TermsPart(review, self.background, words, concordance, host),
            WordLinksPart(review, window, self.pair_keys, words, host),
        )

    def _cannot(self, trouble: str) -> None:
        self.say(trouble, trouble=True)

    def _text_keys(self, exports: ExportKeys) -> TextKeys:
        around = AroundTexts(
            self.call_later,
            lambda: self.place,
            self._go_on_in,
            lambda: exports.is_writing,
            self.status.progress,
            self._suspended,
            self.view.tell,
        )
        return TextKeys(self.session, self.review, self.desk, self.host, around)

    def _other_text_keys(self) -> OtherTextKeys:
        around = AroundOthers(
            self.background,
            lambda: self.place.unit,
            lambda: self.alignment.lasting_rows,
            self._go_on_in,
            lambda: self.exports.is_writing,
            self.status.progress,
            self._leave,
        )
        return OtherTextKeys(self.session, self.review, self.desk, self.host, around)

    def _table_keys(self) -> TableKeys:
        around = AroundTable(
            self.call_later, self.jumps, self.others, lambda: self.alignment.links
        )
        return TableKeys(self.session, self.review, self.host, around)

    def _suspended(self) -> AbstractContextManager[None]:
        return self.app.suspend()

    def _leave(self) -> None:
        """Leave what there is to leave; without anything, go back to the library."""
        review = self.review
        is_idle = not (
            review.selected
            or review.attention.hits is not None
            or review.cursor.apart
            or self.search.is_typing
        )
        if is_idle and self._goes_back:
            self.post_message(self.GoBack())
        else:
            self.search.leave()

    async def action_act(self, name: str) -> None:
        """Do what the key of this id does."""
        done = self.acts[name]()
        if done is not None:
            await done

    def compose(self) -> ComposeResult:
        """Yield the parts."""
        yield self.titles
        with Horizontal(id="pair"):
            yield self.view
            yield self.map
        yield self.status
        yield self._footer

    def on_mount(self) -> None:
        """Begin to read at the place of the last time; align what is not aligned."""
        self._fit(self.app.size)
        self.view.focus()
        for part in (self.map, self.titles, self.status):
            self.view.follow(part.follow)
        self.view.follow(self._hint)
        self.view.follow(self.base.follow)
        self.view.follow(self.place_messages)
        if self.review.provisional:
            self.status.progress("aligning")
            # Both texts are to be read first.
            self.call_after_refresh(self.alignment.begin)
        else:
            self.counting.begin()
            self.call_after_refresh(self.base.begin)
        self.view.tell()
        self.call_after_refresh(self._open_notes)

    def _hint(self) -> None:
        """Tell first in the footer what is to be done with what one is at."""
        names: dict[str, str] = {}
        if self.texts.has_changed:
            names = RELOADING
        elif self.others.are_there:
            names = OTHERS
        if self.review.selected:
            names = names | SELECTING
        elif self.review.attention.hits and not self.search.is_typing:
            names = names | SEARCHING
        elif self.review.options.covers:
            names = names | PEEKING
        settings = self.session.settings
        hints = named_hints(names, settings.keymap, drawn_with=settings.drawn)
        self._footer.lead_with(hints)

    def place_messages(self) -> None:
        """Have messages stand where the row that one reads does not."""
        seen = self.window.panes.row_in_sight(self.review.row)
        below = self.window.panes.size.height - 1 - seen.last if seen else 1
        for rack in self.query_children(ToastRack):
            rack.set_class(seen is not None and seen.first > below, "-above")

    def _open_notes(self) -> None:
        session = self.session
        self._work(
            lambda: self.desk.open(session.left, session.right, session.notes_path)
        )
        self.set_interval(POLL_SECONDS, self.desk.look)
        self.texts.begin()
        self.set_timer(_LOOK_AHEAD_AFTER, self.others.look_ahead)
        self.run_worker(self._remember, thread=True)
        self.set_interval(_KEEP_EVERY, self._keep_place)

    def on_resize(self, event: Resize) -> None:
        """Leave out the bars where there is no room for them."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        self.titles.display = size.height >= 8
        self.set_class(size.height < NO_HINTS_BELOW, "-flat")
        self.map.display = size.width >= 40 and not self.review.options.plain
        self.map.set_class(size.width >= 100, "-roomy")

    def on_key(self, event: Key) -> None:
        """Let the background wait while keys are pressed."""
        del event
        self.background.touch()

    # What the parts ask of the screen ------------------------------------------

    def say(self, message: str, *, trouble: bool = False, whole: bool = True) -> None:
        """Tell the reader something, for a while.

        What fits the status line stands there, where it covers no text.
        """
        if self.status.is_place_for(message, trouble=trouble, whole=whole):
            self.status.say(message)
        else:
            self.notify(message, severity="error" if trouble else "information")

    def _ring(self) -> None:
        self.app.bell()

    def _work(self, task: Task) -> Worker[None]:
        async def begun() -> None:
            await task()

        return self.run_worker(begun, exit_on_error=True)

    def _open(self, screen: Screen[ScreenResult], then: Then[ScreenResult]) -> None:
        self.app.push_screen(screen, then)

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)

    def get_selected_text(self) -> str | None:
        """Return the selected text, for Textual's own copy key."""
        return self.pair_keys.selected_text() or super().get_selected_text()

    def _mount_bar(self, bar: Widget) -> AwaitMount:
        return self.mount(bar, before=self.status)

    async def _toggle_details(self) -> None:
        """Show the differences of the row in words, then the rest, or hide them."""
        if self.host.waits_for_rows(self.review):
            return
        if self._details is None:
            from tui_app.ui.reader.details_panel import DetailsPanel

            self._details = DetailsPanel(self.review, self.host.key("details"))
            await self._mount_bar(self._details)
            self.view.follow(self._details.follow)
        self._details.go_on()

    # Other rows ----------------------------------------------------------------

    def _realign(self, constraints: Constraints) -> None:
        self.alignment.realign(constraints)

    def _complete(self) -> None:
        """Count what differs in the rows; the notes find their places among them."""
        self.counting.begin()
        self.base.begin()
        # The notes may have been opened when the texts were cut otherwise.
        self._work(self.desk.settle)

    # Other texts ----------------------------------------------------------------

    def go_on_from(self, before: ReaderScreen, found: Reread | BesideAnother) -> None:
        """Read on as in the texts before, before anything has been shown."""
        self.desk.remarked = before.desk.remarked
        self.others.go_on_from(before.others)
        self.table.go_on_from(before.table)
        self.review.show_unreviewed_only(only=before.review.unreviewed_only)
        self.jumps.go_on_from(before.jumps, found.stay)
        held = before.window.panes.hold_cursor()
        self.window.begins_on = held.y if held else None
        before._left_for_another = isinstance(found, Reread)

    def _go_on_in(self, found: Reread | BesideAnother) -> None:
        """Read on in what was loaded, at once or when this is on top."""
        if self.app.screen is self:
            self.post_message(self.ReadOn(found, self))
        else:
            self._coming = found

    def on_screen_resume(self) -> None:
        """Read on in what was loaded meanwhile; the terminal's cursor comes back."""
        self.view.stand()
        found, self._coming = self._coming, None
        if found is not None:
            self._go_on_in(found)

    # The place of the last time ------------------------------------------------

    @property
    def place(self) -> Place:
        """Return where the reader is by now."""
        return place_of(self.review, self.session.settings.unit)

    def keep_place(self) -> None:
        """Remember the place, if there is anything to be at."""
        if self.review.comparison.rows:
            self.session.keep(self.place)

    def _keep_place(self) -> None:
        place = self.place
        if self.review.comparison.rows and place != self._kept:
            self._kept = place
            self.run_worker(partial(self._write_place, place), thread=True)

    def _write_place(self, place: Place) -> None:
        if self.is_running:  # who quits keeps a later one
            self.session.keep(place)

    def _remember(self) -> None:
        self.session.remember()
        self._remembered = True

    def on_unmount(self) -> None:
        """Remember the place; abandon what still runs."""
        self.background.stop()
        self.texts.close()
        self.exports.close()
        self.table.close()
        self.desk.close()
        if not self._remembered:  # who quits at once has read it all the same
            self.session.remember()
        if not self._left_for_another:
            self.keep_place()
