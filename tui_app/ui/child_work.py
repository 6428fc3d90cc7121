"""Work done in a child process while this one does something else: asked for once."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from functools import partial
from typing import Generic, Protocol, TypeVar, cast

from tui_app.core.forked_child import forked_child
from tui_app.core.joined_bytes import read_piece, write_piece
from tui_app.core.model import Progress, Telling
from tui_app.progress_line import Pace

Made = TypeVar("Made")

_TELL_EVERY = 0.1
"""Seconds between two tellings of the same work."""

_ANSWER_FOLLOWS = b""
"""What a child sends behind all it tells."""

_Told = tuple[str, Progress]

_Answer = tuple[object, Exception | None]
"""What a child sends in the end: what its work made, or what it raised."""


class Listening(Protocol):
    """Who waits for a child: hears how far it is, and leaves by raising something."""

    def wait_for(self, pipe: int) -> None:
        """Return when something comes through the pipe."""

    def tell(self, doing: str, progress: Progress) -> None:
        """Hear what the child does, and how far that is."""


class ChildWork(Generic[Made]):
    """Work done in a child process, which tells how far it is; ask for its result once.

    Without a child, or where it ended without a result (no memory, killed), the
    work is done here. The child ends with this process, however that ends.
    """

    def __init__(self, work: Callable[[Telling], Made]) -> None:
        self._work = work
        self._child = forked_child(partial(_work_and_answer, work))

    def result(self, listening: Listening | None = None) -> Made:
        """Return the result; what the work raised is raised here.

        What ``listening`` raises ends the child.
        """
        answer = self._answer(listening)
        if answer is None:
            return self._work(listening.tell if listening else _tell_nobody)
        result, error = answer
        if error is not None:
            raise error
        return cast("Made", result)

    def _answer(self, listening: Listening | None) -> _Answer | None:
        if self._child is None:
            return None
        child = self._child
        try:
            with os.fdopen(child.made, "rb") as pipe:
                _hear(child.made, listening)
                return cast("_Answer", pickle.load(pipe))  # noqa: S301 - our own child
        except (EOFError, pickle.UnpicklingError):
            return None
        except BaseException:
            child.kill()
            raise
        finally:
            os.close(child.wanting)
            child.wait()


def _tell_nobody(_doing: str, _progress: Progress) -> None:
    pass


def _hear(pipe: int, listening: Listening | None) -> None:
    """Hand on what is told until the answer comes, or the end."""
    if listening is not None:
        listening.wait_for(pipe)
    while piece := read_piece(pipe):
        if listening is not None:
            listening.tell(*pickle.loads(piece))  # noqa: S301 - our own child
            listening.wait_for(pipe)


def _work_and_answer(work: Callable[[Telling], object], writing: int) -> None:
    """Write what the work tells, and behind it what it made or raised."""
    try:
        made = work(_Teller(writing))
        answer = pickle.dumps((made, None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - raised again where it is awaited
        answer = pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL)
    write_piece(writing, _ANSWER_FOLLOWS)
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(answer)


class _Teller:
    """Tells through a pipe what is done; the same work only now and then."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._pace = Pace(_TELL_EVERY)

    def __call__(self, doing: str, progress: Progress) -> None:
        if self._pace.is_due(doing):
            said: _Told = (doing, progress)
            write_piece(self._pipe, pickle.dumps(said))
