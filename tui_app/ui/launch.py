"""Opening the screen: a child process loads while this one imports Textual.

Whatever is wrong with the arguments is raised before the screen is taken.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Generic, NoReturn, TypeVar, cast

from tui_app.errors import UserError
from tui_app.ui.housekeeping import leave_it, put_off

if TYPE_CHECKING:
    from pathlib import Path

    from tui_app.core.comparison import FoundDifferences
    from tui_app.core.model import Granularity
    from tui_app.review.samples import SamplePair
    from tui_app.review.session import Documents, Environment, Later, Session
    from tui_app.ui.app import DiptychApp


_PIPE_BYTES = 1 << 20

Result = TypeVar("Result")

More = TypeVar("More")


class Ahead(Generic[Result, More]):
    """A result that may be under way; ask for it once.

    ``afterwards`` makes more of the result. It is only done in the second process:
    whoever needs it must be able to do without.
    """

    def __init__(
        self,
        work: Callable[[], Result],
        afterwards: Callable[[Result], More | None] | None = None,
    ) -> None:
        self._work = work
        self._ends = afterwards is None
        self._child = (
            _start(work, afterwards or _nothing) if hasattr(os, "fork") else None
        )

    def result(self) -> Result:
        """Return the result; what the work raised is raised here.

        A child that ended without a result (no memory, killed) leaves the work to
        be done here.
        """
        answer = self._received()
        if answer is None:
            return self._work()
        result, error = answer
        if self._ends or error is not None:
            self._take_leave()
        if error is not None:
            raise error
        return cast("Result", result)

    def more(self) -> More | None:
        """Return what was made of the result, ``None`` where that was not done."""
        answer = self._received()
        self._take_leave()
        return None if answer is None else cast("More | None", answer[0])

    def _received(self) -> _Answer | None:
        import pickle

        if self._child is None:
            return None
        try:
            answer: _Answer = pickle.load(self._child[1])  # noqa: S301 - our own child
        except (EOFError, pickle.UnpicklingError):
            self._take_leave()
            return None
        return answer

    def _take_leave(self) -> None:
        if self._child is not None:
            child, pipe = self._child
            self._child = None
            pipe.close()
            # Nobody waits where the signal of ended children is ignored, as whoever
            # started this program may have left it.
            with suppress(ChildProcessError):
                os.waitpid(child, 0)


_Answer = tuple[object, Exception | None]


def _nothing(_result: object) -> None:
    """Make nothing more of a result."""


def _start(
    work: Callable[[], Result], afterwards: Callable[[Result], object]
) -> tuple[int, BinaryIO] | None:
    reading, writing = _pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if not child:
        os.close(reading)
        _answer(work, afterwards, writing)
    os.close(writing)
    return child, os.fdopen(reading, "rb")


def _pipe() -> tuple[int, int]:
    """Return a pipe that takes the result of a pair of articles at once.

    The usual 64 kB would have the child wait until this process reads, instead of
    working on what is wanted next.
    """
    reading, writing = os.pipe()
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # more than this user may have
            fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return reading, writing


def _answer(
    work: Callable[[], Result], afterwards: Callable[[Result], object], pipe: int
) -> NoReturn:
    """Do the work and end this process without running what the parent will run."""
    status = 1
    try:
        with os.fdopen(pipe, "wb") as answer:
            _work_and_write(work, afterwards, answer)
        status = 0
    finally:
        os._exit(status)


def _work_and_write(
    work: Callable[[], Result],
    afterwards: Callable[[Result], object],
    answer: BinaryIO,
) -> None:
    import pickle

    try:
        result = work()
        written = pickle.dumps((result, None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - raised again where it is awaited
        answer.write(pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL))
        return
    answer.write(written)
    answer.flush()
    pickle.dump((afterwards(result), None), answer, pickle.HIGHEST_PROTOCOL)


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
    prepared: Ahead[tuple[list[SamplePair], Environment], None]
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
) -> tuple[Session, Environment]:
    from tui_app.review.session import Request, prepare, surroundings

    around = surroundings(ascii_only=ascii_only)
    return prepare(Request(left, right, unit, notes_path), around), around


def _later(prepared: tuple[Session, Environment]) -> Later:
    from tui_app.review.session import later

    return later(prepared[0])


def _expecting(session: Session, more: Callable[[], Later | None]) -> Session:
    """Return the session that asks for what comes later when it is wanted."""

    def found() -> FoundDifferences | None:
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


def _beginning(ascii_only: bool) -> tuple[list[SamplePair], Environment]:
    from tui_app.review.samples import sample_pairs
    from tui_app.review.session import surroundings

    return sample_pairs(), surroundings(ascii_only=ascii_only)


def _with_colours(around: Environment) -> Environment:
    from rich.console import Console

    few = Console(force_terminal=True).color_system == "standard"
    return around._replace(few_colours=few)


def _run(app: DiptychApp) -> int:
    app.run(mouse=app.around.configuration.settings.mouse)
    leave_it()
    if app.crash:
        from tui_app.ui.ending import crash_error

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
