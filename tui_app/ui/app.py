"""The App: it wires screens, theme, keys and settings together, and no more."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from traceback import format_exc
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from textual import on, work
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.worker import get_current_worker

from tui_app.core.text.display import displayable, pasteable
from tui_app.errors import UserError
from tui_app.library.shelf import Shelf
from tui_app.review.request import LibraryRequest, Request
from tui_app.review.session import Environment, Session, prepare
from tui_app.settings.config_file import Configuration, complaints_in_short
from tui_app.settings.keys import ACTIONS, BY_ID, Action
from tui_app.ui.column_guard import ColumnGuard
from tui_app.ui.ending import end_in_order, keep_what_is_written
from tui_app.ui.guard import Guard
from tui_app.ui.housekeeping import collect_again
from tui_app.ui.keyboard import OrderlyApp, bindings, command, textual_keymap
from tui_app.ui.theme import ThemeKeeper, mark_variables
from tui_app.ui.widgets.hints import (
    Hint,
    HintLine,
    hints_for,
    library_hints,
    with_way_back,
)

if TYPE_CHECKING:
    from tui_app.review.review import Review
    from tui_app.ui.library_screens.library_screen import LibraryScreen
    from tui_app.ui.reader.screen import ReaderScreen
    from tui_app.ui.screens.help_and_palette import Command
    from tui_app.ui.screens.silence_box import SilenceChoice
    from tui_app.ui.widgets.picklist import ListEntry


_OPENING = "opening"
"""The group of work that loads what is opened: of it only the latest counts."""

SAMPLES = "Sample articles"
"""The heading of the articles that travel with the program."""


class DiptychApp(OrderlyApp):
    """Diptych's App: the reader on ``session``, or a library without one.

    The library is that of the files of ``library``; without files it offers what was
    opened before and the ``samples``. ``first_review`` is the review of the session,
    ``first_session`` itself, whatever was opened after it; of a pair that was loaded
    again, those of the last time.
    """

    TITLE = "Diptych"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    CSS: ClassVar[str] = """
    ToastRack { margin-bottom: 2; overflow-y: hidden; }
    ToastHolder { max-width: 72; }
    Toast {
        width: auto; max-width: 100%; max-height: 6; padding: 0 1; margin-top: 0;
        background: $surface; color: $foreground;
        &:nocolor { text-style: reverse; }
        &:ansi { text-style: reverse; }
    }
    Toast.-information, Toast.-warning, Toast.-error { border-left: none; }
    Toast.-warning, Toast.-error { color: $warning; }
    Toast.-error { text-style: bold; }
    """

    def __init__(
        self,
        session: Session | None = None,
        environment: Environment | None = None,
        samples: Shelf | None = None,
        library: LibraryRequest | None = None,
        *,
        offers_shelf_only: bool = False,
    ) -> None:
        self.guard = Guard()
        self.crash = ""
        self.first_review: Review | None = None
        self.first_session = session
        # Only a value counts (no-color.org); Textual looks whether it is there at all.
        if not os.environ.get("NO_COLOR"):
            os.environ.pop("NO_COLOR", None)
        # Without colours the terminal's own ones are right, not shades of grey.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self.environment = environment or Environment(Configuration.unread())
        self.session = session
        self.samples = samples or Shelf()
        self._offers_shelf_only = offers_shelf_only
        self.library = library or LibraryRequest()
        self._mentioned: set[str] = set()
        self._helped = self.environment.remembered.helped
        settings = self.environment.configuration.settings
        self.ascii_only = settings.ascii
        self.keys = settings.keymap
        self.set_keymap(textual_keymap(self.keys))
        self.themes = ThemeKeeper(self, self.environment)
        self._theme_complaint = self.themes.begin()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of the marks for whatever theme is on."""
        return mark_variables(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters behind the last gate for untrusted text."""
        return [self.guard, ColumnGuard(), *super().get_line_filters()]

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver, or in its place the one nothing can end."""
        driver = super().get_driver_class()
        if driver.__name__ == "LinuxDriver":
            from tui_app.ui.terminal import SteadyDriver

            return SteadyDriver
        if driver.__name__ == "WebDriver":
            from tui_app.ui.browser_driver import BrowserDriver

            return BrowserDriver
        return driver

    def panic(self, *renderables: RenderableType) -> None:
        """End by a fault that was met outside of the App's own work."""
        from io import StringIO

        from rich.console import Console

        page = StringIO()
        Console(file=page, width=100, no_color=True).print(*renderables)
        self.crash = page.getvalue()
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        """Keep what went wrong for ``crash`` instead of printing it on the screen."""
        self.crash = format_exc()
        self._close_messages_no_wait()

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen; an empty one below it would be painted first."""
        if self.session is None:
            return self._library_screen(self.library)
        from tui_app.ui.reader.screen import ReaderScreen

        screen = ReaderScreen(self.session, self.hints())
        self.first_review = screen.review
        return screen

    def on_mount(self) -> None:
        """Say what is odd about the documents and wrong in the settings."""
        end_in_order(self)
        self.app_resume_signal.subscribe(self, self._paint_all)
        self._complain()
        if self.session is not None:
            self._mention_remarks(self.session)
        elif self.library.paths:
            self._remember_library(self.library.paths)
        self.call_after_refresh(collect_again)

    def hints(self) -> list[Hint]:
        """Return what the footer shows; more about the help until it was opened."""
        return hints_for(
            self.keys, first_time=not self._helped, ascii_only=self.ascii_only
        )

    def perform(self, action_id: str | None) -> None:
        """Do an action by its id, on the screen that has it."""
        action = BY_ID.get(action_id or "")
        if action is None:
            return
        if self._can(action):
            node = self if action.scope == "app" else self.screen
            self.call_next(node.run_action, command(action))
        else:
            self.notify(f"Not here: {action.help} ({action.group.lower()}).")

    def _can(self, action: Action) -> bool:
        if action.scope == "reader":
            return action.id in getattr(self.screen, "acts", ())
        node = self if action.scope == "app" else self.screen
        return hasattr(node, f"action_{action.method}")

    # -- opening ---------------------------------------------------------------

    def _open(self, session: Session) -> None:
        from tui_app.ui.reader.screen import ReaderScreen

        self._opening_ended()
        self._show(ReaderScreen(session, *self._around_reader()))

    def _around_reader(self) -> tuple[list[Hint], bool]:
        """Return the footer of a reader, and whether it goes back to a library."""
        stands_alone = len(self.screen_stack) == 1 and self._reader() is not None
        hints = self.hints()
        return (hints if stands_alone else with_way_back(hints, self.keys)), (
            not stands_alone
        )

    def on_reader_screen_read_on(self, message: ReaderScreen.ReadOn) -> None:
        """Read on in what was loaded, in the place of the texts before."""
        from tui_app.ui.reader.screen import ReaderScreen

        before, found = message.reader, message.found
        if self.screen is not before:  # something else was opened meanwhile
            return
        screen = ReaderScreen(found.at(before.place), *self._around_reader())
        screen.go_on_from(before, found)
        if _same_pair(screen.session, self.first_session):
            self.first_review, self.first_session = screen.review, screen.session
        self._show(screen)

    def _show(self, screen: ReaderScreen) -> None:
        from tui_app.ui.reader.screen import ReaderScreen

        session = self.session = screen.session
        if isinstance(self.screen, ReaderScreen):
            if not self.screen._result_callbacks:  # noqa: SLF001 - see below
                # Textual takes a callback away, which a first screen never got.
                self.screen._push_result_callback(  # noqa: SLF001 - see above
                    self.screen, None
                )
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
        self._mention_remarks(session)

    def _reader(self) -> ReaderScreen | None:
        from tui_app.ui.reader.screen import ReaderScreen

        return self.screen if isinstance(self.screen, ReaderScreen) else None

    def _keep_place(self) -> None:
        reader = self._reader()
        if reader:
            reader.keep_place()

    def _mention_remarks(self, session: Session) -> None:
        remarks = [
            f"{document.called}: {remark}"
            for document in (session.left, session.right)
            for remark in document.remarks
        ]
        if session.translation is not None:
            remarks += session.translation.remarks
        new = [one for one in dict.fromkeys(remarks) if one not in self._mentioned]
        self._mentioned.update(new)
        if new:
            self.notify("\n".join(new), timeout=8)

    # -- the library -----------------------------------------------------------

    def _library_screen(
        self, request: LibraryRequest, *, goes_back: bool = False
    ) -> LibraryScreen:
        from tui_app.ui.library_screens.library_entries import Offer
        from tui_app.ui.library_screens.library_screen import (
            LibraryLook,
            LibraryScreen,
        )

        known = self.environment.remembered
        offer = Offer(known.recent, known.libraries, self.samples, SAMPLES)
        if self._offers_shelf_only:
            offer = Offer(shelf=self.samples)
        settings = self.environment.configuration.settings
        look = LibraryLook(
            library_hints(
                self.hints(),
                self.keys,
                goes_back=goes_back,
                ascii_only=self.ascii_only,
            ),
            self.ascii_only,
            settings.with_lists(request.languages),
            self.environment.memory.read,
        )
        return LibraryScreen(request, Offer() if request.paths else offer, look)

    def on_library_screen_open_pair(self, message: LibraryScreen.OpenPair) -> None:
        """Read what was picked in a library."""
        self.read(message.request)

    def on_library_screen_stop_opening(self) -> None:
        """Open nothing of what is being read for it."""
        self.workers.cancel_group(self, _OPENING)
        self._opening_ended()

    def _opening_ended(self) -> None:
        from tui_app.ui.library_screens.library_screen import LibraryScreen

        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                screen.opening_ended()

    def on_library_screen_open_library(
        self, message: LibraryScreen.OpenLibrary
    ) -> None:
        """Open a library over the one in which it was picked."""
        self.on_library_screen_stop_opening()
        request = self.library._replace(paths=message.paths)
        self._remember_library(message.paths)
        self.push_screen(self._library_screen(request, goes_back=True))

    def on_library_screen_go_back(self) -> None:
        """Go back to the library from which this one was opened."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.bell()

    def on_reader_screen_go_back(self) -> None:
        """Go back to the library, which is as it was left."""
        if self._reader() and len(self.screen_stack) > 1:
            self.pop_screen()

    @work(thread=True)
    def _remember_library(self, paths: Sequence[str]) -> None:
        self.environment.memory.change(lambda known: known.browsed(paths))

    @work(thread=True, exclusive=True, group=_OPENING)
    def read(self, request: Request) -> None:
        """Load a comparison and open it over what is shown, unless another is asked."""
        asked = get_current_worker()
        by_now = self.environment._replace(remembered=self.environment.memory.read())
        try:
            session = prepare(request, by_now)
        except UserError as error:
            ended = partial(self._cannot_open, str(error))
        else:
            ended = partial(self._open, session)
        if not asked.is_cancelled:
            self.call_from_thread(ended)

    def _cannot_open(self, trouble: str) -> None:
        self._opening_ended()
        self.notify(trouble, severity="error")

    # -- actions of the whole program ------------------------------------------

    @on(HintLine.Chosen)
    def _hint_chosen(self, message: HintLine.Chosen) -> None:
        self.perform(message.action)

    def action_help(self) -> None:
        """Open the help; from now on the footer need not point to it."""
        from tui_app.ui.screens.help_and_palette import HelpScreen

        if not self._helped:
            self._helped = True
            self.environment.memory.change(lambda known: known._replace(helped=True))
            for line in self.screen.query(HintLine):
                line.show(self.hints())
        self.push_screen(
            HelpScreen(self.keys, ascii_only=self.ascii_only), self.perform
        )

    def action_palette(self) -> None:
        """Open the palette of what can be done on this screen."""
        from tui_app.ui.screens.help_and_palette import PaletteScreen

        screen = PaletteScreen(
            [action for action in ACTIONS if self._can(action)],
            self.keys,
            sorted(self.available_themes),
            self.environment.memory.read().recent,
            self._silenced(),
            ascii_only=self.ascii_only,
        )
        self.push_screen(screen, self._obey)

    def _silenced(self) -> list[ListEntry[SilenceChoice]]:
        """Return what the palette offers to tell again."""
        reader = self._reader()
        return reader.silences.entries() if reader else []

    def _obey(self, command: Command | None) -> None:
        if command is None:
            return
        if command.comparison is not None:
            self._keep_place()
            pair = command.comparison.pair
            self.read(Request(pair.left, pair.right, changes=pair.changes))
        elif command.silence is not None:
            reader = self._reader()
            if reader:
                reader.silences.obey(command.silence)
        elif command.theme:
            self.themes.keep(command.theme)
        else:
            self.perform(command.action)

    def action_theme(self) -> None:
        """Let the user choose a theme while the text behind shows it."""
        from tui_app.ui.screens.theme_picker import ThemeScreen

        screen = ThemeScreen(
            list(self.available_themes.values()), ascii_only=self.ascii_only
        )
        self.push_screen(screen, self.themes.keep)

    def action_help_quit(self) -> None:
        """Say how to quit when somebody presses ``ctrl+c`` for it."""
        self.notify(f"{' or '.join(self.keys.of('quit'))} quits.")

    async def action_quit(self) -> None:
        """Quit; what is being written is kept."""
        keep_what_is_written(self)
        self.exit()

    def action_suspend(self) -> None:
        """Go back to the shell; ``fg`` returns."""
        keep_what_is_written(self)
        self.action_suspend_process()

    def _paint_all(self, _app: App[object]) -> None:
        """Paint everything: whoever had the terminal meanwhile left it blank."""
        for screen in self.screen_stack:
            for widget in screen.walk_children():
                widget.refresh()
        self.refresh(layout=True)

    def _complain(self) -> None:
        """Tell what is wrong in the settings."""
        configuration = self.environment.configuration
        complaints = [*map(str, configuration.problems), self._theme_complaint]
        told = complaints_in_short(configuration.path, [*filter(None, complaints)])
        if told:
            self.notify(told, severity="warning", timeout=12)

    # -- messages ----------------------------------------------------------------
    #
    # What goes well is said in the status line of a screen that has one; messages are
    # for trouble.

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a message for a while; it is never read as markup."""
        del markup
        super().notify(
            displayable(message),
            title=displayable(title),
            severity=severity,
            timeout=timeout,
            markup=False,
        )

    def copy_to_clipboard(self, text: str) -> None:
        """Copy the text without what could command the program it is pasted into."""
        super().copy_to_clipboard(pasteable(text))

    def on_notify(self, event: Notify) -> None:
        """Take away what was said before; Textual's own handler adds the new one.

        The last that told of trouble stays: two stand at the same time at most.
        """
        del event
        shown = list(self._notifications)
        trouble = [one for one in shown if one.severity != "information"]
        for one in shown:
            if one not in trouble[-1:]:
                self._unnotify(one, refresh=False)


def _same_pair(one: Session, other: Session | None) -> bool:
    """Tell whether both read the same two texts."""
    if other is None or one.request is None or other.request is None:
        return False
    return one.request[:2] == other.request[:2]
