"""Opening the screen: documents load in a thread while Textual is being imported.

Nothing here imports Textual until the arguments are known to be sound enough for a
screen; whatever is wrong with them is raised before the screen is taken.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from tui_app.core.model import Granularity
from tui_app.errors import UserError
from tui_app.settings.configuration import read_configuration
from tui_app.settings.state import Memory
from tui_app.ui.crash import crash_error
from tui_app.ui.preparation import Request, Surroundings, prepare
from tui_app.ui.samples import sample_pairs

if TYPE_CHECKING:
    from tui_app.ui.app import DiptychApp

Result = TypeVar("Result")


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
    _need_a_screen(reads_input="-" in {left, right})
    around = in_background(lambda: _surroundings(ascii_only))
    request = Request(left, right, granularity, notes_path)
    session = in_background(lambda: prepare(request, around.result()))
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.screens import reader  # noqa: F401 - while the thread still loads

    prepared = session.result()
    if "-" in {left, right}:
        _keyboard_from_terminal()
    app = DiptychApp(prepared, around.result())
    return _run(app)


def run_start(*, ascii_only: bool = False) -> int:
    """Open the start screen; return the exit status.

    Raises ``UserError`` before the screen is taken.
    """
    _need_a_screen(reads_input=False)
    around = in_background(lambda: _surroundings(ascii_only))
    samples = in_background(sample_pairs)
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.screens import start  # noqa: F401 - while the thread still loads

    return _run(DiptychApp(None, around.result(), samples.result()))


def in_background(work: Callable[[], Result]) -> Future[Result]:
    """Do ``work`` in a thread that does not keep the program from ending."""
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - handed to who waits for it
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    return future


def _surroundings(ascii_only: bool) -> Surroundings:
    configuration = read_configuration()
    if ascii_only or not _terminal_shows_unicode():
        settings = replace(configuration.settings, ascii=True)
        configuration = replace(configuration, settings=settings)
    memory = Memory()
    return Surroundings(configuration, memory, memory.read(), _few_colours())


def _few_colours() -> bool:
    from rich.console import Console

    return Console(force_terminal=True).color_system == "standard"


def _terminal_shows_unicode() -> bool:
    encoding = sys.stdout.encoding or "ascii"
    return encoding.lower().replace("-", "").startswith("utf")


def _run(app: DiptychApp) -> int:
    app.run(mouse=app.around.configuration.settings.mouse)
    if app.crash:
        raise crash_error(app.crash)
    return app.return_code or 0


def _need_a_screen(*, reads_input: bool) -> None:
    hint = "run it in a terminal, or use diptych align or diptych diff"
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise UserError("screen", "standard output is not a terminal", hint)
    if not reads_input and not sys.stdin.isatty():
        raise UserError("keyboard", "standard input is not a terminal", hint)


def _keyboard_from_terminal() -> None:
    """Read keys from the terminal after standard input was read to its end."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        why = "standard input was read and there is no terminal to take keys from"
        raise UserError("keyboard", why, "save the text to a file") from error
    os.dup2(terminal, 0)
    os.close(terminal)
