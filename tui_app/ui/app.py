"""The App: it wires screens, theme, keys and settings together, and no more."""

from __future__ import annotations

import os
from collections.abc import Sequence
from traceback import format_exc
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import RenderableType
from textual import on
from textual._compositor import CompositorUpdate
from textual.app import App, ScreenStackError
from textual.binding import BindingType
from textual.css.query import QueryError
from textual.driver import Driver
from textual.events import Event, Key
from textual.filter import LineFilter
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.widget import MountError

from tui_app.core.text.display import displayable, pasteable
from tui_app.library.shelf import Shelf
from tui_app.review.request import LibraryRequest, Request
from tui_app.review.session import Environment, Session
from tui_app.settings.config_file import Configuration, complaints_in_short
from tui_app.settings.keys import ACTIONS, BY_ID, Action
from tui_app.ui.column_guard import ColumnGuard
from tui_app.ui.ending import (
    LONGEST,
    end_after,
    end_in_order,
    keep_what_is_written,
)
from tui_app.ui.guard import Guard
from tui_app.ui.housekeeping import collect_again
from tui_app.ui.key_reader import ASK_GROUND, KNOWS_NO_GROUND, GroundTold
from tui_app.ui.keyboard import OrderlyApp, bindings, command, textual_keymap
from tui_app.ui.opened_screens import AroundScreens, OpenedScreens
from tui_app.ui.painting.painted_screen import PaintedScreen
from tui_app.ui.plain_style import PLAIN_CSS
from tui_app.ui.served import is_served
from tui_app.ui.theme import ThemeKeeper, mark_variables
from tui_app.ui.widgets.hints import (
    Hint,
    HintLine,
    hints_for,
)

if TYPE_CHECKING:
    from tui_app.ui.library_screens.library_screen import LibraryScreen
    from tui_app.ui.reader.screen import ReaderScreen
    from tui_app.ui.screens.help_and_palette import Command
    from tui_app.ui.screens.silence_box import SilenceChoice
    from tui_app.ui.widgets.picklist import ListEntry

_NOT_IN_ORDER = 2
"""The exit status of a quitting that had to be cut off."""

_A_DAY = 86_400.0
"""Seconds for which a message stands that no clock is to take away."""

_READ_A_SECOND = 12
"""Characters of a message that a slow reader reads in a second."""

_OF_SCREENS_TAKEN_APART = (QueryError, MountError, ScreenStackError)
"""What a screen raises whose parts are gone."""


class DiptychApp(OrderlyApp):
    """Diptych's App: the reader on ``session``, or a library without one.

    The library is that of the files of ``library``; without files it offers what was
    opened before and the ``samples``.
    """

    TITLE = "Diptych"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    CSS: ClassVar[str] = """
    ToastRack { margin-bottom: 2; overflow-y: hidden; }
    ToastRack.-above { dock: top; margin: 1 0 0 0; align: right top; }
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
    ) -> None:
        self.guard = Guard()
        self.painted = PaintedScreen()
        self.crash = ""
        self.typed_before = b""
        # Only a value counts (no-color.org); Textual looks whether it is there at all.
        if not os.environ.get("NO_COLOR"):
            os.environ.pop("NO_COLOR", None)
        # Without colours the terminal's own ones are right, not shades of grey.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self.environment = environment or Environment(Configuration.unread())
        self._helped = self.environment.remembered.helped
        settings = self.environment.configuration.settings
        self.drawn_with = settings.drawn
        self.keys = settings.keymap
        self.set_keymap(textual_keymap(self.keys))
        self.is_plain = settings.plain
        if self.is_plain:
            self.stylesheet.add_source(PLAIN_CSS, ("", "PLAIN_CSS"))
        self.opened = OpenedScreens(
            session,
            library or LibraryRequest(),
            samples or Shelf(),
            AroundScreens(
                self, self.environment, self.hints, self.keys, self.drawn_with
            ),
        )
        self.themes = ThemeKeeper(self, self.environment)
        self._theme_complaint = self.themes.begin()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of the marks for whatever theme is on."""
        return mark_variables(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters behind the last gate for untrusted text.

        Where nothing is drawn no columns are to be kept apart, by a sign that is heard.
        """
        columns = [] if self.is_plain else [ColumnGuard()]
        return [self.guard, *columns, *super().get_line_filters()]

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

    def take_typed(self) -> bytes:
        """Return what was typed before the screen was there, once."""
        typed, self.typed_before = self.typed_before, b""
        return typed

    def panic(self, *renderables: RenderableType) -> None:
        """End by a fault that was met outside of the App's own work."""
        from io import StringIO

        from rich.console import Console

        page = StringIO()
        Console(file=page, width=100, no_color=True).print(*renderables)
        self.crash = page.getvalue()
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        """Take no screen for faulty that is opened while the App ends.

        Its parts are gone before it looks for them.
        """
        if not (self._exit and isinstance(error, _OF_SCREENS_TAKEN_APART)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Keep what went wrong for ``crash`` instead of printing it on the screen."""
        self.crash = format_exc()
        self._close_messages_no_wait()

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen; an empty one below it would be painted first."""
        return self.opened.first_screen()

    def on_load(self) -> None:
        """Hear signals before the terminal is taken: one would leave it as it is."""
        end_in_order(self)

    def on_mount(self) -> None:
        """Say what is odd about the documents and wrong in the settings."""
        end_in_order(self)  # again: a driver may hear them in its own way
        self.app_resume_signal.subscribe(self, self._paint_all)
        self._complain()
        self._ask_for_ground()
        self.opened.has_begun()
        self.call_after_refresh(collect_again)

    def _ask_for_ground(self) -> None:
        """Ask the terminal for the colour of its ground; some never answer."""
        asks = self.themes.by_ground and not (self.no_color or is_served())
        answers = os.environ.get("TERM") not in KNOWS_NO_GROUND
        if asks and answers and self._driver is not None:
            self._driver.write(ASK_GROUND)
            self._driver.flush()

    def on_ground_told(self, message: GroundTold) -> None:
        """Take the theme that suits the terminal."""
        self.themes.suit(light=message.light)

    def hints(self) -> list[Hint]:
        """Return what the footer shows; more about the help until it was opened."""
        return hints_for(
            self.keys, first_time=not self._helped, drawn_with=self.drawn_with
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

    # -- what is opened --------------------------------------------------------

    def on_reader_screen_read_on(self, message: ReaderScreen.ReadOn) -> None:
        """Read on in what was loaded, in the place of the texts before."""
        self.opened.read_on(message)

    def on_reader_screen_go_back(self) -> None:
        """Go back to the library, which is as it was left."""
        self.opened.leave_reader()

    def on_library_screen_open_pair(self, message: LibraryScreen.OpenPair) -> None:
        """Read what was picked in a library."""
        self.opened.read(message.request)

    def on_library_screen_stop_opening(self) -> None:
        """Open nothing of what is being loaded for it."""
        self.opened.stop()

    def on_library_screen_open_library(
        self, message: LibraryScreen.OpenLibrary
    ) -> None:
        """Open a library over the one in which it was picked."""
        self.opened.open_library(message.paths)

    def on_library_screen_go_back(self) -> None:
        """Go back to the library from which this one was opened."""
        self.opened.leave_library()

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
            for screen in self.screen_stack:
                for line in screen.query(HintLine):
                    line.shorten()
        self.push_screen(
            HelpScreen(self.keys, drawn_with=self.drawn_with), self.perform
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
            drawn_with=self.drawn_with,
        )
        self.push_screen(screen, self._obey)

    def _silenced(self) -> list[ListEntry[SilenceChoice]]:
        """Return what the palette offers to tell again."""
        reader = self.opened.reader
        return reader.silences.entries() if reader else []

    def _obey(self, command: Command | None) -> None:
        if command is None:
            return
        if command.comparison is not None:
            reader = self.opened.reader
            if reader:
                reader.keep_place()
            pair = command.comparison.pair
            self.opened.read(Request(pair.left, pair.right, changes=pair.changes))
        elif command.silence is not None:
            reader = self.opened.reader
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
            list(self.available_themes.values()), drawn_with=self.drawn_with
        )
        self.push_screen(screen, self.themes.keep)

    def action_help_quit(self) -> None:
        """Say how to quit when somebody presses ``ctrl+c`` for it."""
        self.notify(f"{' or '.join(self.keys.of('quit'))} quits.")

    async def action_quit(self) -> None:
        """Quit; what is being written is kept, and a disk that hangs not waited for."""
        end_after(LONGEST, self, _NOT_IN_ORDER)
        keep_what_is_written(self)
        self.exit()

    def action_suspend(self) -> None:
        """Go back to the shell; ``fg`` returns."""
        keep_what_is_written(self)
        self.action_suspend_process()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Write of an update of the screen what the terminal does not show yet."""
        if isinstance(renderable, CompositorUpdate):
            renderable = self.painted.update(renderable)
        super()._display(screen, renderable)

    def _set_pointer_shape(self, shape: str) -> None:
        """Shape the mouse's pointer, but where some readers would say the name."""
        if not self.is_plain:
            super()._set_pointer_shape(shape)

    def on_resize(self) -> None:
        """Paint everything: terminals do as they like with what no longer fits."""
        self.action_redraw()

    def action_redraw(self) -> None:
        """Paint everything, whatever the terminal is thought to show."""
        self.painted.forget()
        self.screen.refresh()

    def _paint_all(self, _app: App[object]) -> None:
        """Paint everything: whoever had the terminal meanwhile left it blank."""
        self.painted.forget()
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
        """Show a message for as long as it takes to read; it is no markup."""
        del markup
        if timeout is None:
            timeout = max(self.NOTIFICATION_TIMEOUT, len(message) / _READ_A_SECOND)
        super().notify(
            displayable(message),
            title=displayable(title),
            severity=severity,
            timeout=_A_DAY if self.is_plain else timeout,
            markup=False,
        )

    async def on_event(self, event: Event) -> None:
        """Take away what was said with the next key, where it does not go by itself."""
        if self.is_plain and isinstance(event, Key) and self._notifications:
            self.clear_notifications()
        await super().on_event(event)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy the text without what could command the program it is pasted into."""
        super().copy_to_clipboard(pasteable(text))

    def on_notify(self, event: Notify) -> None:
        """Take away what was said before; Textual's own handler adds the new one.

        The last that told of trouble stays: two stand at the same time at most.
        """
        del event
        if self.opened.reader:
            self.opened.reader.place_messages()
        shown = list(self._notifications)
        trouble = [one for one in shown if one.severity != "information"]
        for one in shown:
            if one not in trouble[-1:]:
                self._unnotify(one, refresh=False)
