"""The list of notes with their passages: find, go to, edit, resolve, delete."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.core.text.display import displayable_line
from tui_app.errors import UserError
from tui_app.notes.filter import NoteFilter, parse_filter
from tui_app.notes.note import Anchor, Draft, Listed, PlacedNote
from tui_app.review.listed_rows import KindNumber, ListKind
from tui_app.review.signs import signs
from tui_app.settings.drawn import Drawn
from tui_app.settings.keymap import UNCHANGED, KeyName
from tui_app.settings.keys import BY_ID
from tui_app.ui.keyboard import bindings
from tui_app.ui.note_screens.note_lines import key_of, note_entry, whole_note
from tui_app.ui.note_screens.quoted_passage import MarksOf, no_marks, quoted, styled
from tui_app.ui.notes_desk import NotesDesk
from tui_app.ui.widgets.boxes import BoxedScreen, QueryInput
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.kind_line import KindLine, OtherKind
from tui_app.ui.widgets.one_of import OneOf
from tui_app.ui.widgets.picklist import ListEntry, PickList

AT_ONCE = 2000
"""Notes that are looked through while a key waits."""

_HINTS = {
    "notes-open": "go there",
    "notes-edit": "edit",
    "notes-close": "close",
    "notes-delete": "delete",
    "notes-resolve": "resolve",
    "notes-place": "place",
    "notes-undo": "undo",
}
"""What the footer calls the actions it shows, in the order of their importance."""


@dataclass(frozen=True, slots=True)
class NoteChoice:
    """What the reader wants with a note."""

    verb: Literal["open", "edit"]
    listed: Listed


class NotesScreen(BoxedScreen[NoteChoice | OtherKind | None]):
    """The list; dismissed with a :class:`NoteChoice`, another kind, or ``None``."""

    DEFAULT_CSS = """
    NotesScreen {
        align: center top;
        & > #box { max-height: 100%; }
        & > #box > * { max-width: 160; }
        & QueryInput { padding: 0 1; }
        & PickList { height: 1fr; min-height: 1; }
        & #whole {
            height: auto; max-height: 60%; border-top: solid $mark-fainter;
            scrollbar-size-vertical: 1;
        }
        & #whole > Static { height: auto; }
        &.-flat #kinds { display: none; }
        &.-ascii #whole { border-top: ascii $mark-fainter; scrollbar-size-vertical: 0; }
        &.-flat #whole { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("notes"),
        Binding("slash", "filter", show=False),
        Binding("down", "to_list", show=False),
        Binding("tab", "kind(1)", show=False),
        Binding("shift+tab", "kind(-1)", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    def __init__(
        self,
        desk: NotesDesk,
        near: str = "",
        numbers: Sequence[KindNumber] = (),
        *,
        marks_of: MarksOf = no_marks,
        key: KeyName = UNCHANGED.first,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._marks_of = marks_of
        self._signs = signs(drawn_with)
        self._key = key
        self._desk = desk
        self._near = near
        self._numbers = numbers
        self._doomed = ""

    def inside(self) -> Iterable[Widget]:
        """Yield the line to filter by, the list, and the note chosen."""
        yield Static(id="title")
        if self._numbers:
            yield KindLine(self._numbers, ListKind.NOTES, self._signs.cut)
        query = QueryInput(
            placeholder="/ filter: words, tag:, kind:, side:, is:open, orphan",
            select_on_focus=False,
        )
        query.cursor_blink = False
        yield query
        picks: PickList[Listed] = PickList(drawn_with=self._drawn_with)
        yield picks
        yield VerticalScroll(Static(), id="whole", can_focus=False)

    def hints(self) -> Sequence[Hint]:
        """Return what can be done here, with the keys in force."""
        hints = (
            Hint(self._key(act), label, BY_ID[act].method)
            for act, label in _HINTS.items()
        )
        others = [Hint("Tab", "other list", "kind(1)")] if self._numbers else []
        return *hints, Hint("/", "filter", "filter"), *others

    def on_mount(self) -> None:
        """Show the notes, the cursor on the one worked on before."""
        self._desk.followers.append(self._follow)
        self.picks.focus()
        self.show_notes()

    def on_unmount(self) -> None:
        """Follow the desk no more."""
        self._desk.followers.remove(self._follow)

    def _follow(self) -> None:
        if self.is_open:
            self.show_notes()

    @property
    def picks(self) -> PickList[Listed]:
        """Return the list."""
        return cast("PickList[Listed]", self.query_one(PickList))

    def show_notes(self) -> None:
        """Show the notes that the filter lets through, as they are now.

        Many thousand are looked through bit by bit; what is listed stands until then.
        """
        everything = self._desk.listed()
        steps = self._list(everything)
        if len(everything) <= AT_ONCE:
            deque(steps, maxlen=0)
        else:
            self.work_through(steps, lambda: None)

    def _list(self, everything: Sequence[Listed]) -> Iterator[None]:
        """List what the filter lets through, a step each, and show it in the end."""
        wanted = parse_filter(self.query_one(QueryInput).value)
        digits = max(len(str(len(everything))), 5)
        shown, entries = list[Listed](), list[ListEntry[Listed]]()
        for one in everything:
            if _lets_through(wanted, one):
                shown.append(one)
                entries.append(note_entry(one, digits, self._key, self._signs.cut))
            yield
        if self.is_attached:
            count = f"{len(shown)} of " if wanted.active else ""
            title = Content(f"Notes: {count}{len(everything)}")
            self.query_one("#title", Static).update(title)
            self._show(shown, entries)

    def _show(
        self, shown: Sequence[Listed], entries: Sequence[ListEntry[Listed]]
    ) -> None:
        """Show these; the first time the cursor is on the one worked on before."""
        before = self.picks.current
        listed = [entry.value for entry in self.picks.entries]
        self.picks.show(entries)
        self._stay_near(before, listed, shown)
        near, self._near = self._near, ""
        for one in shown if near else ():
            if key_of(one) == near:
                self.picks.place_on(one)
        self._show_whole()

    def _stay_near(
        self,
        before: Listed | None,
        listed: Sequence[Listed | None],
        shown: Sequence[Listed],
    ) -> None:
        """Keep the cursor on its note, or where that was if it is gone."""
        if before is None or not shown:
            return
        keys = [key_of(one) for one in shown]
        if key_of(before) in keys:
            at = keys.index(key_of(before))
        else:
            at = min(listed.index(before), len(shown) - 1)
        self.picks.place_on(shown[at])

    @on(PickList.Moved)
    def _show_whole(self) -> None:
        listed = self.picks.current
        whole = Content("")
        if listed is not None:
            whole = whole_note(listed, self._key, self._quote)
        self.query_one("#whole > Static", Static).update(whole)

    def _quote(self, anchor: Anchor) -> Content:
        marks, quotes = self._marks_of(anchor), self._signs.quotes
        pieces = quoted(anchor, marks, quotes)
        return styled(self, pieces).stylize_before("$mark-faint")

    @on(Input.Changed)
    def filter_notes(self, event: Input.Changed) -> None:
        """Filter as the user types."""
        event.stop()
        self.show_notes()

    @on(Input.Submitted)
    def action_to_list(self) -> None:
        """Go from the filter to the list."""
        self.picks.focus()

    def action_kind(self, step: int) -> None:
        """Open the list of the next kind, or of the one before."""
        if self._numbers:
            self.dismiss(self.query_one(KindLine).beside(step))

    @on(OneOf.Changed)
    def _other_chosen(self, event: OneOf.Changed) -> None:
        event.stop()
        self.dismiss(self.query_one(KindLine).other)

    def action_filter(self) -> None:
        """Go to the line of the filter."""
        self.query_one(QueryInput).focus()

    @on(PickList.Picked)
    def action_notes_open(self) -> None:
        """Go to the passage of the note."""
        self._choose("open")

    def action_notes_edit(self) -> None:
        """Edit the note."""
        self._choose("edit")

    def _choose(self, verb: Literal["open", "edit"]) -> None:
        if self.picks.current is not None:
            self.dismiss(NoteChoice(verb, self.picks.current))

    async def action_notes_delete(self) -> None:
        """Delete the note; undo brings it back. A draft goes at the second press."""
        listed = self.picks.current
        if isinstance(listed, Draft) and self._doomed != listed.key:
            self._doomed = listed.key
            self._say(f"{self._key('notes-delete')} again drops this draft for good")
        elif listed is not None:
            said = f"deleted; {self._key('notes-undo')} brings it back"
            await self._do(self._desk.delete(listed), said)

    async def action_notes_resolve(self) -> None:
        """Resolve the note, or open it again."""
        listed = self.picks.current
        if isinstance(listed, PlacedNote):
            await self._do(self._desk.resolve(listed), "")

    async def action_notes_place(self) -> None:
        """Accept the place proposed, or put the note at the reader's cursor."""
        listed = self.picks.current
        if isinstance(listed, PlacedNote):
            await self._do(self._desk.attach(listed), "placed")
        else:
            self._say("a draft gets its place when it is saved")

    async def action_notes_undo(self) -> None:
        """Take back the last change."""
        await self._do(self._desk.undo(), "nothing to undo")

    def action_notes_close(self) -> None:
        """Leave the filter, then the list."""
        query = self.query_one(QueryInput)
        if query.value:
            query.value = ""
            self.picks.focus()
        else:
            self.dismiss(None)

    async def _do(self, change: Awaitable[str | None], said: str) -> None:
        """Make the change and say what it was, or else ``said``."""
        try:
            done = await change
        except UserError as error:
            self._say(f"NOT SAVED. {error}")
        else:
            if done or said:
                self._say(done or said)

    def _say(self, message: str) -> None:
        self.app.notify(displayable_line(message), markup=False, timeout=4)


def _lets_through(wanted: NoteFilter, listed: Listed) -> bool:
    """Tell whether the filter shows it; what is no note yet is shown without one."""
    if isinstance(listed, PlacedNote):
        return wanted.matches(listed)
    return not wanted.active
