"""How a screen opens: a child process loads while this one imports Textual.

What the child prepares stands in ``review.session``. Whatever is wrong with the
arguments is raised before the screen is taken.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar, cast

from tui_app.errors import UserError
from tui_app.ui.housekeeping import collect_no_more, put_off_collecting

if TYPE_CHECKING:
    from tui_app.review.request import Request
    from tui_app.review.samples import SamplePair
    from tui_app.review.session import Environment, Session
    from tui_app.ui.app import DiptychApp

Made = TypeVar("Made")

_Answer = tuple[object, Exception | None]
"""What a child sends: what its work made, or what it raised."""


def run_reader(request: Request, *, ascii_only: bool = False) -> int:
    """Open the reader on two documents; return the exit status.

    Raises ``UserError`` before the screen is taken.
    """
    try:
        _need_a_screen(reads_input=request.reads_input)
    except UserError:
        _look_at_files(request.left, request.right)
        raise
    put_off_collecting()
    prepared = ChildWork(lambda: _reading(request, ascii_only=ascii_only))
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.reader import screen  # noqa: F401 - while the child still works

    session, environment = prepared.result()
    if request.reads_input:
        _keyboard_from_terminal()
    return _run(DiptychApp(session, _with_colours(environment)))


def run_start(*, ascii_only: bool = False) -> int:
    """Open the start screen; return the exit status.

    Raises ``UserError`` before the screen is taken.
    """
    _need_a_screen(reads_input=False)
    put_off_collecting()
    prepared = ChildWork(lambda: _beginning(ascii_only=ascii_only))
    from tui_app.ui.app import DiptychApp
    from tui_app.ui.screens import start  # noqa: F401 - while the child still works

    samples, environment = prepared.result()
    return _run(DiptychApp(None, _with_colours(environment), samples))


def _reading(request: Request, *, ascii_only: bool) -> tuple[Session, Environment]:
    from tui_app.review.session import prepare, read_environment

    environment = read_environment(ascii_only=ascii_only)
    return prepare(request, environment), environment


def _beginning(*, ascii_only: bool) -> tuple[list[SamplePair], Environment]:
    from tui_app.review.samples import sample_pairs
    from tui_app.review.session import read_environment

    return sample_pairs(), read_environment(ascii_only=ascii_only)


def _with_colours(environment: Environment) -> Environment:
    from rich.console import Console

    few = Console(force_terminal=True).color_system == "standard"
    return environment._replace(few_colours=few)


def _run(app: DiptychApp) -> int:
    app.run(mouse=app.environment.configuration.settings.mouse)
    collect_no_more()
    if app.crash:
        from tui_app.ui.ending import crash_error

        raise crash_error(app.crash)
    return app.return_code or 0


def _need_a_screen(*, reads_input: bool) -> None:
    hint = "run it in a terminal, or use diptych align or diptych diff"
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise UserError("screen", "standard output is not a terminal", hint)
    if not reads_input and not (sys.stdin and sys.stdin.isatty()):
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


class ChildWork(Generic[Made]):
    """Work done in a child process; ask for its result once.

    Without a child, or where it ended without a result (no memory, killed), the
    work is done here.
    """

    def __init__(self, work: Callable[[], Made]) -> None:
        self._work = work
        self._child = _start(work) if hasattr(os, "fork") else None

    def result(self) -> Made:
        """Return the result; what the work raised is raised here."""
        answer = self._answer()
        if answer is None:
            return self._work()
        result, error = answer
        if error is not None:
            raise error
        return cast("Made", result)

    def _answer(self) -> _Answer | None:
        import pickle

        if self._child is None:
            return None
        child, reading = self._child
        try:
            with os.fdopen(reading, "rb") as pipe:
                return cast("_Answer", pickle.load(pipe))  # noqa: S301 - our own child
        except (EOFError, pickle.UnpicklingError):
            return None
        finally:
            # Nobody waits where the signal of ended children is ignored, as whoever
            # started this program may have left it.
            with suppress(ChildProcessError):
                os.waitpid(child, 0)


def _start(work: Callable[[], object]) -> tuple[int, int] | None:
    """Return the child's number and the end of the pipe that its answer comes from."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if not child:
        os.close(reading)
        _work_and_end(work, writing)
    os.close(writing)
    return child, reading


def _work_and_end(work: Callable[[], object], writing: int) -> NoReturn:
    """Answer and end this process without running what the parent will run."""
    import pickle

    status = 1
    try:
        try:
            answer = pickle.dumps((work(), None), pickle.HIGHEST_PROTOCOL)
        except Exception as error:  # noqa: BLE001 - raised again where it is awaited
            answer = pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
        status = 0
    finally:
        os._exit(status)
