"""When garbage is looked for, and when memory is given back to the system.

Looking for garbage takes a tenth of a second once a book is known, and a key would
wait for it: it is done in a pause. And the C library of most Linux systems (glibc)
keeps what is freed for later, the more the larger the pieces were: 70 MB after a book,
never needed again. Other libraries give it back by themselves, or cannot be asked;
nothing happens there.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cache
from time import perf_counter

_NEVER = 1_000
_MANY = 10
"""Collections of what is young after which Python looks at what is old as well, while
keys are pressed and in a pause; ten is what it does by itself."""

_MOST = 500_000
"""Things that are looked through in a pause; more are kept, whatever they are."""

_LONG = 0.03
"""Seconds a collection may take before it is to look at less the next time."""

_MMAP_THRESHOLD = -3  # its number in malloc.h
_LARGE = 1 << 20


def put_off_collecting() -> None:
    """Collect nothing until :func:`collect_again`."""
    gc.disable()


def collect_again() -> None:
    """Collect again, if it was put off; what is there by now stays for good.

    What is old is looked at in a pause, or where none comes for long.
    """
    if not gc.isenabled():
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)
        gc.enable()


def collect_in_pause() -> None:
    """Look for garbage among all there is, if much has come since the last time."""
    if not gc.isenabled() or gc.get_count()[-1] < _MANY:
        return
    if len(gc.get_objects(2)) > _MOST:
        gc.collect(1)
        gc.freeze()
        return
    began = perf_counter()
    gc.collect()
    if perf_counter() - began > _LONG:
        gc.freeze()


def keep_what_is_there() -> None:
    """Look no more at what is there by now, but for what came last.

    Where collecting is put off there is nothing to do.
    """
    if gc.isenabled():
        gc.collect(1)
        gc.freeze()


def collect_no_more() -> None:
    """Look for no more garbage: the program ends, the system takes the memory back.

    To look for what is free in a book first would make quitting wait.
    """
    gc.freeze()


@cache
def keep_nothing_large() -> None:
    """From now on give pieces of a megabyte or more back as soon as they are free.

    Without it the library learns to keep them, and what an alignment needs at most
    is scattered over what it needed before (mallopt(3), M_MMAP_THRESHOLD).
    """
    _ask("mallopt", _MMAP_THRESHOLD, _LARGE)


def give_back_memory() -> None:
    """Give back what is free by now."""
    _ask("malloc_trim", 0)


def _ask(name: str, *arguments: int) -> None:
    function = _function(name)
    if function is not None:
        function(*arguments)


@cache
def _function(name: str) -> Callable[..., object] | None:
    """Return a function of the C library, if it has one of that name."""
    from ctypes import CDLL

    try:
        return getattr(CDLL(None), name, None)
    except (OSError, TypeError):  # no such library, or no such way to name it
        return None
