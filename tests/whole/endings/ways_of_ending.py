"""How a session can end: asked to, told to, killed, without a terminal or a disk."""

from __future__ import annotations

import os
import resource
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from .pty_session import PtySession
from .session_states import Kind, State

ALL_KINDS: tuple[Kind, ...] = ("screen", "command", "server")

DRAFT_SECONDS = 2.2
"""What was typed longer ago is a draft on the disk, whatever happens."""


_BY_KEY = ("the key", "quit")


class Way(NamedTuple):
    """A way of ending.

    ``hard``: the program cannot do anything any more, so that what it was typed in the
    last two seconds, temporary files and the terminal's modes are left as they are.
    """

    name: str
    act: Callable[[PtySession, State], None]
    kinds: tuple[Kind, ...] = ALL_KINDS
    hard: bool = False

    @property
    def keeps_only_drafts(self) -> bool:
        """Tell whether nothing can be written any more at the end."""
        return self.hard or self.name.startswith("disk full")

    def ends(self, state: State) -> bool:
        """Tell whether a session in the state can end in this way."""
        if state.kind not in self.kinds:
            return False
        if self.act is end_consumer:
            return state.pipe
        if self.name == "SIGINT" and state.editor:
            return False  # as in system(3), it is the editor's
        return bool(state.quit_keys) or not self.name.startswith(_BY_KEY)


def _quit(session: PtySession, state: State) -> None:
    session.type(state.quit_keys)


def _quit_and_close(delay: float) -> Callable[[PtySession, State], None]:
    def act(session: PtySession, state: State) -> None:
        session.type(state.quit_keys)
        time.sleep(delay)
        session.close_terminal()

    return act


def _sends(*numbers: int) -> Callable[[PtySession, State], None]:
    def act(session: PtySession, _: State) -> None:
        for number in numbers:
            session.signal(number)

    return act


def _close(session: PtySession, _: State) -> None:
    session.close_terminal()


def _interrupt_key(session: PtySession, _: State) -> None:
    session.type("\x03")


def end_consumer(session: PtySession, _: State) -> None:
    """End whoever reads what is written into the pipe."""
    session.end_consumer()


def _kill_shell(session: PtySession, _: State) -> None:
    os.kill(session.shell, signal.SIGKILL)


def _stopped(
    by: int, then: Callable[[PtySession, State], None]
) -> Callable[[PtySession, State], None]:
    """Return: stop it as ctrl+z does (or as nothing can resist), then something."""

    def act(session: PtySession, state: State) -> None:
        session.signal(by)
        session.wait_until(session.is_stopped, "a stop", 10)
        time.sleep(0.2)  # until all threads are, a shell that ends wakes nobody
        then(session, state)

    return act


def _settled(
    then: Callable[[PtySession, State], None],
) -> Callable[[PtySession, State], None]:
    """Return: leave the time in which words are kept as a draft, then something."""

    def act(session: PtySession, state: State) -> None:
        time.sleep(DRAFT_SECONDS)
        then(session, state)

    return act


def _disk_full(
    then: Callable[[PtySession, State], None],
) -> Callable[[PtySession, State], None]:
    """Return: let no file grow any more, then something.

    The system's limit stands for a full disk, which the tests of places really fill.
    """

    def act(session: PtySession, state: State) -> None:
        for one in session.processes():
            with suppress(OSError):
                resource.prlimit(
                    one, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY)
                )
        session.type("x")
        then(session, state)

    return act


_MUCH_TO_PAINT = "\x1b[6~\x1b[5~\x1b[B\x1b[A"


def _deaf_terminal(
    then: Callable[[PtySession, State], None],
) -> Callable[[PtySession, State], None]:
    """Return: let the terminal take nothing any more, then something."""

    def act(session: PtySession, state: State) -> None:
        session.reads = False
        until = time.monotonic() + 2.0
        while time.monotonic() < until:
            session.type(_MUCH_TO_PAINT)
            time.sleep(0.01)
        then(session, state)

    return act


TERM, KILL, HUP, INT = signal.SIGTERM, signal.SIGKILL, signal.SIGHUP, signal.SIGINT
STOP, TSTP, CONT = signal.SIGSTOP, signal.SIGTSTP, signal.SIGCONT
SCREEN: tuple[Kind, ...] = ("screen",)
OTHERS: tuple[Kind, ...] = ("command", "server")

WAYS = (
    Way("the key that quits", _quit, SCREEN),
    Way("quit, terminal closed at once", _quit_and_close(0), SCREEN),
    Way("quit, terminal closed after 0.1 s", _quit_and_close(0.1), SCREEN),
    Way("ctrl+c", _interrupt_key, OTHERS),
    Way("SIGTERM", _sends(TERM)),
    Way("SIGINT", _sends(INT)),
    Way("SIGHUP", _sends(HUP)),
    Way("SIGTERM, then SIGKILL at once", _settled(_sends(TERM, KILL)), hard=True),
    Way("SIGKILL", _settled(_sends(KILL)), hard=True),
    Way("terminal closed", _close),
    Way("shell killed", _kill_shell),
    Way("stopped, then SIGKILL", _settled(_stopped(TSTP, _sends(KILL))), hard=True),
    Way("stopped, then SIGTERM", _stopped(TSTP, _sends(TERM, CONT))),
    Way("stopped, then terminal closed", _stopped(TSTP, _close)),
    Way("stopped, then shell killed", _stopped(TSTP, _kill_shell)),
    Way("SIGSTOP, then terminal closed", _stopped(STOP, _close)),
    Way("disk full, then SIGTERM", _settled(_disk_full(_sends(TERM)))),
    Way("disk full, then SIGKILL", _settled(_disk_full(_sends(KILL))), hard=True),
    Way("terminal takes nothing, then SIGTERM", _deaf_terminal(_sends(TERM)), SCREEN),
    Way("terminal takes nothing, then closed", _deaf_terminal(_close), SCREEN),
    Way("who reads the pipe ends", end_consumer, ("command",)),
)
