"""How a screen opens: a child process loads while this one imports Textual.

What the child prepares stands in ``review.session``; where it takes long, that is said
on the terminal (``before_screen``). Whatever is wrong with the arguments is raised
before the screen is taken.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from tui_app.errors import UserError
from tui_app.ui.before_screen import GivenUpError, Opening
from tui_app.ui.child_work import ChildWork
from tui_app.ui.housekeeping import collect_no_more, put_off_collecting
from tui_app.ui.served import is_served, say_in_browser
from tui_app.ui.taken_terminal import (
    NoTerminalError,
    keyboard_from_terminal,
    need_a_terminal,
    terminal_taken,
)

if TYPE_CHECKING:
    from tui_app.core.comparison import Comparison
    from tui_app.core.model import Document, Telling
    from tui_app.library.shelf import Shelf
    from tui_app.review.request import LibraryRequest, Request
    from tui_app.review.session import Environment, Session
    from tui_app.settings.this_run import ThisRun
    from tui_app.ui.app import DiptychApp


class Reading(NamedTuple):
    """How the reading of a pair ended: the exit status, and its rows as last shown.

    ``comparison`` is ``None`` where the texts were not aligned by then.
    """

    status: int
    left: Document
    right: Document
    comparison: Comparison | None


def run_reader(
    request: Request, asked: ThisRun, *, prints: bool = False
) -> Reading | None:
    """Open the reader on two documents; return how that ended.

    ``None``: one left while they were loaded. ``prints``: something is printed
    afterwards, so standard output may be a pipe. Raises ``UserError`` before the screen
    is taken.
    """
    try:
        if not prints:
            need_a_terminal(reads_input=request.reads_input)
        with terminal_taken(reads_input=request.reads_input):
            return _read(request, asked)
    except NoTerminalError:
        _look_at_files(request.left, request.right)
        raise


def _read(request: Request, asked: ThisRun) -> Reading | None:
    put_off_collecting()
    prepared = ChildWork(lambda tell: _reading(request, asked, tell))
    importing = _ImportBeside("tui_app.ui.app", "tui_app.ui.reader.screen")
    keys = not request.reads_input
    with Opening(takes_keys=keys, is_plain=asked.is_plain) as opening:
        try:
            session, environment = prepared.result(opening)
            importing.end()
            from tui_app.ui.app import DiptychApp
            from tui_app.ui.theme import refuse_unknown_theme

            refuse_unknown_theme(asked.theme)
        except GivenUpError:
            return None
        except UserError as error:
            if is_served():
                say_in_browser(str(error))
            raise
        if request.reads_input:
            keyboard_from_terminal()
        app = DiptychApp(session, _with_colours(environment))
        app.typed_before = opening.let_go()
        status = _run(app)
    review = app.opened.first_review
    aligned = review is not None and not review.provisional
    rows = review.comparison if review and aligned else None
    session = app.opened.first_session or session
    return Reading(status, session.left, session.right, rows)


def run_library(request: LibraryRequest, asked: ThisRun) -> int:
    """Open the library of these files; return the exit status.

    Without files it offers what was opened before and the sample articles. Raises
    ``UserError`` before the screen is taken.
    """
    need_a_terminal(reads_input=False, or_else="diptych pairs")
    put_off_collecting()
    prepared = ChildWork(lambda _: _beginning(request, asked))
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.library_screens import (  # noqa: F401 - while the child still works
        library_screen,
    )
    from tui_app.ui.theme import refuse_unknown_theme

    samples, environment = prepared.result()
    refuse_unknown_theme(asked.theme)
    return _run(DiptychApp(None, _with_colours(environment), samples, request))


def run_clusters(shelf: Shelf, request: LibraryRequest, asked: ThisRun) -> int:
    """Open the library on passages found elsewhere; return the exit status.

    Raises ``UserError`` before the screen is taken.
    """
    need_a_terminal(reads_input=False)
    put_off_collecting()
    from tui_app.review.session import read_environment
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.theme import refuse_unknown_theme

    environment = _with_colours(read_environment(asked))
    refuse_unknown_theme(asked.theme)
    return _run(DiptychApp(None, environment, shelf, request))


def _reading(
    request: Request, asked: ThisRun, tell: Telling
) -> tuple[Session, Environment]:
    from tui_app.review.session import prepare, read_environment

    environment = read_environment(asked)
    return prepare(request, environment, tell), environment


def _beginning(request: LibraryRequest, asked: ThisRun) -> tuple[Shelf, Environment]:
    from tui_app.library.named_paths import refuse_for_library
    from tui_app.library.samples import sample_shelf
    from tui_app.library.shelf import Shelf
    from tui_app.review.session import read_environment

    refuse_for_library(request.paths)
    samples = Shelf() if request.paths else sample_shelf()
    return samples, read_environment(asked)


def _with_colours(environment: Environment) -> Environment:
    from rich.console import Console

    few = Console(force_terminal=True).color_system == "standard"
    return environment._replace(few_colours=few and not is_served())


def _run(app: DiptychApp) -> int:
    from tui_app.ui.ending import crash_error, has_ended

    app.run(mouse=app.environment.configuration.settings.mouse)
    has_ended()
    collect_no_more()
    if app.crash:
        raise crash_error(app.crash)
    return app.return_code or 0


def _look_at_files(*names: str) -> None:
    """Raise what is wrong with the files rather than with the terminal."""
    from tui_app.core.loading import look_at

    for name in names:
        look_at(name)


class _ImportBeside:
    """Modules imported on a thread while this one waits for something else.

    What goes wrong is met again by who imports them afterwards.
    """

    def __init__(self, *modules: str) -> None:
        self._modules = modules
        self._thread = threading.Thread(target=self._import, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Wait until they are imported."""
        self._thread.join()

    def _import(self) -> None:
        with suppress(Exception):
            for module in self._modules:
                import_module(module)
