"""Work done in a second process while this one imports Textual.

Python runs one thread at a time, so a thread would only make both slower. The
process is forked before anything else runs, sends its result through a pipe and
ends. Where there is no ``fork`` the work is done here when its result is needed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Generic, NoReturn, TypeVar

Result = TypeVar("Result")


class Ahead(Generic[Result]):
    """A result that may be under way; ask for it once."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._child = _start(work) if hasattr(os, "fork") else None

    def result(self) -> Result:
        """Return the result; what the work raised is raised here.

        A child that ended without a result (no memory, killed) leaves the work to
        be done here.
        """
        if self._child is not None:
            child, pipe = self._child
            self._child = None
            with os.fdopen(pipe, "rb") as answer:
                raw = answer.read()
            os.waitpid(child, 0)
            if raw:
                result: Result = _unwrapped(raw)
                return result
        return self._work()


def _start(work: Callable[[], Result]) -> tuple[int, int] | None:
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if not child:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)
    return child, reading


def _answer(work: Callable[[], Result], pipe: int) -> NoReturn:
    """Do the work and end this process without running what the parent will run."""
    status = 1
    try:
        with os.fdopen(pipe, "wb") as answer:
            answer.write(_wrapped(work))
        status = 0
    finally:
        os._exit(status)


def _wrapped(work: Callable[[], Result]) -> bytes:
    import pickle

    try:
        return pickle.dumps((work(), None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - raised again where it is awaited
        return pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL)


def _unwrapped(raw: bytes) -> Any:
    import pickle

    result, error = pickle.loads(raw)  # noqa: S301 - written by our own child
    if error is not None:
        raise error
    return result
