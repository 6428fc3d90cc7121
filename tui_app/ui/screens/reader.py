"""The reader's screen: it composes the pair, the map and the bars, and wires them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Key, Resize
from textual.geometry import Size

from tui_app.core.provisional_rows import provisional
from tui_app.review.journey import Journey, Stay
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.outline import Outline
from tui_app.review.review import Review
from tui_app.review.session import Session
from tui_app.review.signs import signs
from tui_app.settings.keys import actions_in
from tui_app.settings.memory import Place
from tui_app.ui.keyboard import bindings
from tui_app.ui.pair.pair_view import PairView
from tui_app.ui.reader.background import Background, Estimated, Tallied
from tui_app.ui.reader.overview import OverviewMap
from tui_app.ui.reader.status_line import Report, StatusLine
from tui_app.ui.reader.title_bar import PairTitles
from tui_app.ui.screens.acts.aligning import AligningActs
from tui_app.ui.screens.acts.laying import LayingActs
from tui_app.ui.screens.acts.moving import MovingActs
from tui_app.ui.screens.acts.searching import SearchingActs
from tui_app.ui.screens.acts.settling import SettlingActs
from tui_app.ui.widgets.hints import Hint, HintLine

if TYPE_CHECKING:
    from tui_app.ui.reader.details_panel import DetailsPanel

Act = Callable[[], Awaitable[None] | None]

_KEEP_EVERY = 5.0
"""Seconds after which the place is kept, for whoever is killed."""


class ReaderScreen(MovingActs, SearchingActs, LayingActs, AligningActs, SettlingActs):
    """Reads the two documents of a session."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")
    DEFAULT_CSS = """
    ReaderScreen {
        layout: vertical;
        & > #pair { height: 1fr; width: 100%; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.journey = Journey()
        self.background = Background(self)
        self.report = Report(self)
        self._panel: DetailsPanel | None = None
        self._remembered = False
        settings, place = session.settings, session.place
        self._kept = place
        ascii_only = settings.ascii
        comparison = session.comparison
        review = Review(
            comparison or provisional(session.left, session.right),
            _options(session),
            MarkOptions(
                settings.word_marks,
                facts_only=bool(place and place.facts_only),
                kinds=settings.show,
                counting=settings.counting,
            ),
            provisional=comparison is None,
            weak_below=settings.weak_links,
            signs=signs(ascii_only),
        )
        if place is not None:
            review.begin_at(Stay(place.side, place.offset))
        self.view = PairView(review)
        self.map = OverviewMap(ascii_only=ascii_only)
        self.status = StatusLine(ascii_only=ascii_only)
        self.titles = PairTitles(*_names(session), ascii_only=ascii_only)
        self.acts: Mapping[str, Act] = {
            action.id: getattr(self, f"action_{action.method}")
            for action in actions_in("reader")
        }

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
        yield HintLine(self._hints())

    def _hints(self) -> Sequence[Hint]:
        hints = getattr(self.app, "hints", None)
        return cast("Sequence[Hint]", hints()) if hints else ()

    def on_mount(self) -> None:
        """Begin to read at the place of the last time; align what is not aligned."""
        self._fit(self.app.size)
        self.view.focus()
        provisional = self.view.provisional
        self._show_whole(Outline(self.comparison, provisional=provisional))
        self._shown(complete=not provisional)
        self.view.follow(self._moved)
        self.begin()
        self.call_after_refresh(self._open_notes)

    def _open_notes(self) -> None:
        from tui_app.ui.note_screens.desk import POLL_SECONDS

        session = self.session
        left, right, path = session.left, session.right, session.notes_path
        self.work(lambda: self.desk.open(left, right, path))
        self.set_interval(POLL_SECONDS, self.desk.look)
        self.run_worker(self._remember, thread=True)
        self.set_interval(_KEEP_EVERY, self._keep_place)

    def _keep_place(self) -> None:
        place = self.place
        if self.comparison.rows and place != self._kept:
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
        if self.has_desk:
            self.desk.close()
        if not self._remembered:  # who quits at once has read it all the same
            self.session.remember()
        if self.comparison.rows:
            self.session.keep(self.place)

    @property
    def place(self) -> Place:
        """Return where the reader is and how the pair is shown."""
        options, look = self.view.options, self.view.look
        return Place(
            *self.here,
            layout=options.layout,
            unit=self.view.comparison.left.granularity,
            column_width=options.width or None,
            facts_only=look.facts_only,
            folded=options.folded,
        )

    # Rows ----------------------------------------------------------------------

    def tell_progress(self, message: str) -> None:
        """Say in the status line what is being worked on."""
        self.report.progress(message)

    def say_shortly(self, message: str) -> None:
        """Show the words in the status line for a while."""
        self.report.say(message)

    def rows_changed(self, outline: Outline, *, complete: bool) -> None:
        """Show the new rows everywhere; their notes find their places."""
        if self.outline is not outline:
            self._show_whole(outline)
        self._shown(complete=complete)
        if complete:
            # The notes may have been opened when the texts were cut otherwise.
            self.work(self.desk.settle)

    def _show_whole(self, outline: Outline) -> None:
        """Show the map and begin the counts anew."""
        self.outline = outline
        self.report.begin(outline.comparison)
        self.map.show(outline)

    def _shown(self, *, complete: bool) -> None:
        if complete:
            # Beside the painting it would only make both slower.
            self.call_after_refresh(
                self.background.count, self.comparison, self.view.look
            )
        self._moved()

    @on(Tallied)
    def _tallied(self, event: Tallied) -> None:
        if event.comparison is not self.comparison:
            return
        self.outline.mark_facts(row for row, one in event.tallies.items() if one.facts)
        self.map.show(self.outline)
        self.report.count(event.tallies)

    @on(Estimated)
    def _estimated(self, event: Estimated) -> None:
        if event.comparison is self.comparison:
            self.report.estimate(event.alike)

    # Keeping the bars up to date -----------------------------------------------

    def _moved(self) -> None:
        if self.outline.comparison is not self.comparison:
            return  # other rows are just being shown: rows_changed follows
        first, last = self.view.rows_in_sight()
        self.map.place(self.outline.share_of(first), self.outline.share_of(last))
        attention = self.view.attention
        hits = attention.hits
        self.map.mark(attention.noted, frozenset(hits.rows if hits else ()))
        self.titles.stand_over(self.view.columns, attention.cursor.side)
        if self._panel is not None and self._panel.details is not None:
            self._show_details(self._panel)
        self.report.update()

    def on_resize(self, event: Resize) -> None:
        """Leave out the bars where there is no room for them."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        self.titles.display = size.height >= 8
        self.query_one(HintLine).display = size.height >= 10
        self.map.display = size.width >= 40

    def on_key(self, event: Key) -> None:
        """Let the background wait while keys are pressed."""
        del event
        self.background.touch()

    @on(OverviewMap.Wanted)
    def _go_to_share(self, event: OverviewMap.Wanted) -> None:
        self.view.go_to(self.outline.row_at(event.share))

    # Screens and panels --------------------------------------------------------

    def action_go_to(self) -> None:
        """Ask where to go."""
        from tui_app.ui.screens.goto import GoToScreen

        screen = GoToScreen(self.comparison, ascii_only=self.view.ascii_only)
        self.app.push_screen(screen, self._go_to)

    def _go_to(self, row: int | None) -> None:
        if row is not None:
            self.go_to_row(row)

    async def action_details(self) -> None:
        """Show the differences of the row in words, or hide them."""
        if self.still_aligning():
            return
        if self._panel is None:
            from tui_app.ui.reader.details_panel import DetailsPanel

            self._panel = DetailsPanel(
                ascii_only=self.view.ascii_only,
                weak_below=self.session.settings.weak_links,
            )
            await self.mount(self._panel, before="StatusLine")
        if self._panel.details is None:
            self._show_details(self._panel)
        else:
            self._panel.show(None)

    def _show_details(self, panel: DetailsPanel) -> None:
        from tui_app.review.details import row_details

        if self.comparison.rows and not self.view.provisional:
            counting = self.session.settings.counting
            details = row_details(self.comparison, self.cursor_row, counting)
            panel.show(replace(details, notes=self.notes_here()))


def _names(session: Session) -> tuple[str, str]:
    """Return what tells the two texts apart: titles, or else names of files."""
    left, right = session.left, session.right
    if left.title != right.title or not (left.source and right.source):
        return left.title, right.title
    return Path(left.source).name, Path(right.source).name


def _options(session: Session) -> LayoutOptions:
    options, place = LayoutOptions.of(session.settings), session.place
    if place is None:
        return options
    layout, width = place.layout or options.layout, place.column_width or options.width
    return options._replace(layout=layout, width=width, folded=place.folded)
