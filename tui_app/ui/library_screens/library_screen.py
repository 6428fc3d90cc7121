"""The library's screen: pick a pair, look at it before it is opened, filter, sort.

It is also what the program begins with when nothing is named: then it offers what was
opened before and the sample articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from tui_app.core.text.display import displayable_line
from tui_app.core.translation import AS_THE_TEXTS_TELL, LanguageChoice
from tui_app.library.named_paths import make_a_library, refuse_unopenable_names
from tui_app.library.shelf import Shelf, ShelfText
from tui_app.library.shelf_orders import ShelfOrder, next_order
from tui_app.library.typed_paths import from_home, typed
from tui_app.review.pair_glance import PairGlance
from tui_app.review.request import LibraryRequest, Request
from tui_app.review.signs import signs
from tui_app.settings.drawn import Drawn
from tui_app.settings.memory import Recent, Sources, WhatIsRemembered
from tui_app.ui.keyboard import bindings
from tui_app.ui.library_screens.glance_panel import GlancePanel, KnownPair
from tui_app.ui.library_screens.library_entries import (
    Choice,
    Library,
    LoneText,
    Offer,
    library_name,
)
from tui_app.ui.library_screens.library_reading import (
    LibraryReading,
    Listed,
    ReadingWatcher,
    listed,
)
from tui_app.ui.library_screens.library_title import LibraryTitle, told_of
from tui_app.ui.library_screens.pair_glances import PairGlances
from tui_app.ui.library_screens.pair_list import PairList
from tui_app.ui.screens.pair_names import pair_name
from tui_app.ui.widgets.boxes import QueryInput
from tui_app.ui.widgets.hints import Hint, HintLine
from tui_app.ui.widgets.picklist import PickList

_TELL_OPENING = 0.3
"""Seconds after which it is said what is being opened; most is there by then."""

_HEIGHTS = [(0, "-flat"), (10, "-low"), (18, "-tall")]

_WIDTHS = [(0, "-stacked"), (150, "-beside")]


class LibraryLook(NamedTuple):
    """How a library's screen is shown, and what it asks for while it is.

    ``choice`` says what languages pairs are looked at in, ``remembered`` what was
    opened before by now.
    """

    hints: Sequence[Hint] = ()
    drawn_with: Drawn = Drawn.UNICODE
    choice: LanguageChoice = AS_THE_TEXTS_TELL
    remembered: Callable[[], WhatIsRemembered] = WhatIsRemembered


class LibraryScreen(Screen[None]):
    """The screen of ``request``'s files, or of what is on ``offer`` without any.

    It posts :class:`OpenPair`, :class:`StopOpening`, :class:`OpenLibrary` and
    :class:`GoBack`. Who opens a pair says when that has ended (``opening_ended``).
    """

    DEFAULT_CSS = """
    LibraryScreen {
        & > #about { height: auto; padding: 0 2; color: $mark-faint; }
        & > #about:nocolor { color: $foreground; }
        & > QueryInput {
            display: none; height: 1; border: none; padding: 0 2; background: $panel;
            &:focus { border: none; }
            &.-open { display: block; }
        }
        & > #both { height: 1fr; }
        & PairList { height: 3fr; }
        &.-beside #both { layout: horizontal; }
        &.-beside PairList { width: 3fr; height: 100%; }
        &.-beside GlancePanel {
            width: 2fr; height: 100%; border-top: none;
            border-left: solid $mark-fainter;
        }
        &.-beside GlancePanel.-ascii { border-left: ascii $mark-fainter; }
        &.-flat > #about, &.-flat > LibraryTitle { display: none; }
        &.-flat GlancePanel, &.-low GlancePanel { display: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    AUTO_FOCUS = "PairList"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("library"),
        Binding("down", "list('move(1)')", show=False),
        Binding("up", "list('move(-1)')", show=False),
        Binding("pagedown", "list('page(1)')", show=False),
        Binding("pageup", "list('page(-1)')", show=False),
    ]

    class OpenPair(Message):
        """The user wants to read this."""

        def __init__(self, request: Request) -> None:
            super().__init__()
            self.request = request

    class StopOpening(Message):
        """The user does not want any more what is being opened."""

    class OpenLibrary(Message):
        """The user wants to see the library of these files and folders."""

        def __init__(self, paths: tuple[str, ...]) -> None:
            super().__init__()
            self.paths = paths

    class GoBack(Message):
        """The user wants to go back to where this library was opened from."""

    def __init__(
        self,
        request: LibraryRequest,
        offer: Offer,
        look: LibraryLook,
    ) -> None:
        super().__init__()
        self._request = request
        self._signs = sign = signs(look.drawn_with)
        self._hints = look.hints
        self._remembered = look.remembered
        self._was_left = False
        self.reading = LibraryReading(
            request.paths,
            offer,
            self.call_later,
            ReadingWatcher(self._take, self._tell_progress, self._cannot),
            sign,
        )
        self.glances = PairGlances(look.choice, self.call_later, self._glanced)
        self.listed = listed(offer, ShelfOrder.SCORE, sign)
        name = request.called or "Diptych"
        if request.paths:
            name = library_name(request.paths)
        self._title = LibraryTitle(name, sign)
        # It would change while one listens to the list.
        self._previews = not sign.plain
        self._picks: PairList[Choice] = PairList(
            self.listed.entries, drawn_with=look.drawn_with
        )
        self._panel = GlancePanel(drawn_with=look.drawn_with)
        self._said = ""
        self._opening = self._opening_told = ""

    def compose(self) -> ComposeResult:
        """Build the screen."""
        yield self._title
        if self._request.is_start:
            words = "Two versions of a text beside each other: diptych LEFT RIGHT"
            yield Static(Content(words), id="about")
        query = QueryInput(
            placeholder="type to filter", select_on_focus=False, id="filter"
        )
        query.cursor_blink = False
        yield query
        with Container(id="both"):
            yield self._picks
            yield self._panel
        yield HintLine(self._hints)

    def on_mount(self) -> None:
        """Begin to read; the first pair is under the cursor."""
        self._panel.set_class(self._previews, "-open")
        self._tell()
        self._look(self._picks.current)
        if self._request.paths:
            self.call_after_refresh(self.reading.begin)

    def on_unmount(self) -> None:
        """Abandon what still runs."""
        self.reading.stop()
        self.glances.stop()

    def on_screen_suspend(self) -> None:
        """Look at no pair while another screen is on top."""
        self._was_left = True
        self.glances.stop()

    def on_screen_resume(self) -> None:
        """Look again at the pair under the cursor; list what was opened meanwhile."""
        if not self._was_left:
            return
        self._was_left = False
        self._look(self._picks.current)
        if self._request.is_start:
            self.reading.list_again(self._with_what_was_opened)

    def _with_what_was_opened(self, offer: Offer) -> Offer:
        known = self._remembered()
        return offer._replace(recent=known.recent, libraries=known.libraries)

    # What is read ----------------------------------------------------------------

    def _take(self, made: Listed) -> None:
        """List what is there by now, all of it at once for who listens to the list."""
        if self._signs.plain and made.offer.shelf.progress is not None:
            return
        self.listed = made
        self._picks.renew(made.entries)
        self._tell()
        remark = made.offer.shelf.remark
        if remark and remark != self._said:
            self._said = remark
            self.notify(remark)

    def _tell_progress(self, shelf: Shelf) -> None:
        """Tell how far the files are read again."""
        if not self._signs.plain:
            self._tell(shelf, 1)

    def _cannot(self, trouble: str) -> None:
        """Say what went wrong; what was read until then is all there is."""

        def ended(offer: Offer) -> Offer:
            return offer._replace(shelf=offer.shelf._replace(progress=None))

        self.reading.list_again(ended)
        self.notify(trouble, severity="error")

    def _tell(self, shelf: Shelf | None = None, most: int | None = None) -> None:
        """Tell of the shelf, but first what is being opened."""
        told: list[str] = []
        if not self._request.is_start:
            shelf = shelf or self.listed.offer.shelf
            told = [*told_of(shelf, self.reading.order)][:most]
        self._title.tell([*filter(None, [self._opening_told]), *told])

    # The pair under the cursor -----------------------------------------------------

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._look(self._picks.current)

    def _look(self, choice: Choice | None) -> None:
        """Show what is known of the pair, and have it looked at."""
        if not isinstance(choice, Sources):
            self.glances.stop()
            self._panel.say([*_about(choice)])
        elif self._panel.display:
            self._panel.show(self._known(choice), self.glances.look_at(choice))

    def _glanced(self, pair: Sources, glance: PairGlance) -> None:
        if self._picks.current == pair:
            self._panel.show(self._known(pair), glance)

    def _known(self, pair: Sources) -> KnownPair:
        texts = self.listed.offer.shelf.texts
        shared = self.listed.pairs.get(pair)
        if shared is not None:
            return KnownPair(texts[shared.left], texts[shared.right], shared)
        recents = (one for one in self.listed.offer.recent if one.pair == pair)
        recent = next(recents, Recent(pair))
        return KnownPair(
            ShelfText(pair.left, recent.left_title, "", "", 0),
            ShelfText(pair.right, recent.right_title, "", "", 0),
        )

    # Opening -----------------------------------------------------------------------

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        choice = cast("Choice", event.value)
        if isinstance(choice, Library):
            self.post_message(self.OpenLibrary(choice.paths))
        elif isinstance(choice, LoneText):
            self._ask_for_names(f"{typed(choice.path)} ")
        else:
            self._begin_to_open(self._asked(choice))

    def _begin_to_open(self, request: Request) -> None:
        """Have it opened; if that takes a moment, say so."""
        pair = Sources(request.left, request.right, *request.changes)
        name = displayable_line(pair_name(Recent(pair), sign=self._signs.cut))
        self._opening = f"opening {name}{self._signs.cut}"
        self.set_timer(_TELL_OPENING, self._tell_opening)
        self.post_message(self.OpenPair(request))

    def _tell_opening(self) -> None:
        if self._opening != self._opening_told:
            self._opening_told = self._opening
            self._tell()

    def opening_is_at(self, words: str) -> None:
        """Say what is being done of the opening, if it takes a moment."""
        if self._opening:
            told, self._opening = self._opening_told, displayable_line(words)
            if told:
                self._tell_opening()

    def opening_ended(self) -> None:
        """Take note that nothing is being opened any more, however that ended."""
        self._opening = ""
        self._tell_opening()

    def _asked(self, pair: Sources) -> Request:
        """Return the request for a pair, with the other texts of its group."""
        shelf, shared = self.listed.offer.shelf, self.listed.pairs.get(pair)
        if shared is None:
            return self._request.pair(pair.left, pair.right, pair.changes)
        both = {shared.left, shared.right}
        group = next((one for one in shelf.groups if both <= {*one}), ())
        others = (shelf.texts[number].path for number in group)
        return self._request.pair(pair.left, pair.right).against_others(others)

    def action_library_open(self) -> None:
        """Ask for the names of files or of a folder."""
        self._ask_for_names("")

    def _ask_for_names(self, begun: str) -> None:
        from tui_app.ui.library_screens.path_box import PathScreen

        drawn_with = self._signs.drawn_with
        screen = PathScreen(refuse_unopenable_names, begun, drawn_with=drawn_with)
        self.app.push_screen(screen, self._open_named)

    def _open_named(self, names: tuple[str, ...] | None) -> None:
        if not names:
            return
        if make_a_library(names):
            self.post_message(self.OpenLibrary(names))
        else:
            self._begin_to_open(self._request.of(names))

    # Filter, order, groups -----------------------------------------------------------

    def action_library_filter(self) -> None:
        """Open the line to filter by."""
        self._query.add_class("-open")
        self._query.focus()

    @property
    def _query(self) -> QueryInput:
        return cast("QueryInput", self.query_one("#filter"))

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._picks.filter(event.value)
        if self._picks.current is None:
            self._look(None)

    @on(Input.Submitted, "#filter")
    def _take_current(self, event: Input.Submitted) -> None:
        event.stop()
        self._picks.action_pick()

    async def action_list(self, action: str) -> None:
        """Let the list do an action while one types."""
        await self._picks.run_action(action)

    def action_library_sort(self) -> None:
        """Sort by what comes next: shared wording, date, name, size of group."""
        self.reading.order = next_order(self.reading.order)
        self.reading.list_again()
        self._tell()

    def action_library_next_group(self) -> None:
        """Go to the next group."""
        self._picks.go_to_group(1)

    def action_library_previous_group(self) -> None:
        """Go to the beginning of the group, or to the group before."""
        self._picks.go_to_group(-1)

    def action_library_preview(self) -> None:
        """Show the preview, or hide it."""
        self._previews = not self._previews
        self._panel.set_class(self._previews, "-open")
        self._look(self._picks.current if self._previews else None)

    def action_library_left_out(self) -> None:
        """List the files left out, each with why."""
        from tui_app.ui.library_screens.left_out_files import LeftOutFilesScreen

        left_out = self.listed.offer.shelf.left_out
        if left_out:
            drawn_with = self._signs.drawn_with
            self.app.push_screen(LeftOutFilesScreen(left_out, drawn_with=drawn_with))
        else:
            self.notify("Nothing was left out.")

    def action_library_reload(self) -> None:
        """Read the files again."""
        self.glances.forget()
        self.reading.begin()
        self._look(self._picks.current)

    def action_library_back(self) -> None:
        """Stop opening, or clear the filter, or go back to where one was before."""
        query = self._query
        if self._opening:
            self.post_message(self.StopOpening())
        elif query.has_class("-open"):
            here = self._picks.current
            query.remove_class("-open")
            with query.prevent(Input.Changed):
                query.value = ""
            self._picks.filter("")
            if here is not None:
                self._picks.place_on(here)
            self._picks.focus()
        else:
            self.post_message(self.GoBack())


def _about(choice: Library | LoneText | None) -> Iterator[str]:
    """Yield what Enter does with what is no pair, and of which files it is."""
    if isinstance(choice, Library):
        yield "Enter lists which texts share wording in:"
        yield from map(from_home, choice.paths)
    elif isinstance(choice, LoneText):
        yield "Enter takes it to a line where you name what to read beside it:"
        yield from_home(choice.path)
