"""Work done in a second process while this one imports Textual.

Python runs one thread at a time, so a thread would only make both slower. The
process is forked before anything else runs, sends its result through a pipe, works
on what will be wanted next while this process builds its screen, sends that too and
ends. Where there is no ``fork`` the work is done here when its result is needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO, Generic, NoReturn, TypeVar, cast

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
