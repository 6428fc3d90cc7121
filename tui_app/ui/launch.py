"""Opening the screen: a child process loads while this one imports Textual.

Whatever is wrong with the arguments is raised before the screen is taken.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_app.errors import UserError
from tui_app.ui.ahead import Ahead
from tui_app.ui.garbage import leave_it, put_off

if TYPE_CHECKING:
    from pathlib import Path

    from tui_app.core.comparison import Found
    from tui_app.core.model import Granularity
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.preparation import Later, Surroundings
    from tui_app.ui.samples import SamplePair
    from tui_app.ui.session import Documents, Session


def run_reader(
    left: str,
    right: str,
    granularity: Granularity | None = None,
    notes_path: Path | None = None,
    *,
    ascii_only: bool = False,
) -> int:
    """Open the reader on two documents; return the exit status.

    ``granularity`` is ``None`` unless the user gave ``--unit``. Raises ``UserError``
    before the screen is taken.
    """
    try:
        _need_a_screen(reads_input="-" in {left, right})
    except UserError:
        _look_at_files(left, right)
        raise
    put_off()
    prepared = Ahead(
        lambda: _reading(left, right, granularity, notes_path, ascii_only),
        _later,
    )
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.screens import reader  # noqa: F401 - while the child still works

    session, around = prepared.result()
    session = _expecting(session, prepared.more)
    if "-" in {left, right}:
        _keyboard_from_terminal()
    return _run(DiptychApp(session, _with_colours(around)))


def run_start(*, ascii_only: bool = False) -> int:
    """Open the start screen; return the exit status.

    Raises ``UserError`` before the screen is taken.
    """
    _need_a_screen(reads_input=False)
    put_off()
    prepared: Ahead[tuple[list[SamplePair], Surroundings], None]
    prepared = Ahead(lambda: _beginning(ascii_only))
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.screens import start  # noqa: F401 - while the child still works

    samples, around = prepared.result()
    return _run(DiptychApp(None, _with_colours(around), samples))


def _reading(
    left: str,
    right: str,
    unit: Granularity | None,
    notes_path: Path | None,
    ascii_only: bool,
) -> tuple[Session, Surroundings]:
    from tui_app.ui.preparation import Request, prepare, surroundings

    around = surroundings(ascii_only=ascii_only)
    return prepare(Request(left, right, unit, notes_path), around), around


def _later(prepared: tuple[Session, Surroundings]) -> Later:
    from tui_app.ui.preparation import later

    return later(prepared[0])


def _expecting(session: Session, more: Callable[[], Later | None]) -> Session:
    """Return the session that asks for what comes later when it is wanted."""

    def found() -> Found | None:
        made = more()
        return made and made.found

    def documents() -> Documents | None:
        made = more()
        return made and made.documents

    if session.coarse:
        return session._replace(finer=documents)
    if session.comparison is None:
        more()
    else:
        session.comparison.expect(found)
    return session


def _beginning(ascii_only: bool) -> tuple[list[SamplePair], Surroundings]:
    from tui_app.ui.preparation import surroundings
    from tui_app.ui.samples import sample_pairs

    return sample_pairs(), surroundings(ascii_only=ascii_only)


def _with_colours(around: Surroundings) -> Surroundings:
    from rich.console import Console

    few = Console(force_terminal=True).color_system == "standard"
    return around._replace(few_colours=few)


def _run(app: DiptychApp) -> int:
    app.run(mouse=app.around.configuration.settings.mouse)
    leave_it()
    if app.crash:
        from tui_app.ui.crash import crash_error

        raise crash_error(app.crash)
    return app.return_code or 0


def _need_a_screen(*, reads_input: bool) -> None:
    hint = "run it in a terminal, or use diptych align or diptych diff"
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise UserError("screen", "standard output is not a terminal", hint)
    if not reads_input and not sys.stdin.isatty():
        raise UserError("keyboard", "standard input is not a terminal", hint)


def _look_at_files(*names: str) -> None:
    """Raise what is wrong with the files rather than with the terminal."""
    from tui_app.core.loading import look_at

    for name in names:
        look_at(name)


def _keyboard_from_terminal() -> None:
    """Read keys from the terminal after standard input was read to its end."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        why = "standard input was read and there is no terminal to take keys from"
        raise UserError("keyboard", why, "save the text to a file") from error
    os.dup2(terminal, 0)
    os.close(terminal)
