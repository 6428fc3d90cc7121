"""What is free by now goes back to the system, where the C library keeps it.

The C library of most Linux systems (glibc) keeps what is freed for later, the more the
larger the pieces were: 70 MB after a book, never needed again. Other libraries give it
back by themselves, or cannot be asked; nothing happens there. Python's own search for
what is free can be left out where there is nothing to find.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

_MMAP_THRESHOLD = -3  # its number in malloc.h
_LARGE = 1 << 20


@cache
def keep_nothing_large() -> None:
    """From now on give pieces of a megabyte or more back as soon as they are free.

    Without it the library learns to keep them, and what an alignment needs at most
    is scattered over what it needed before (mallopt(3), M_MMAP_THRESHOLD).
    """
    _ask("mallopt", _MMAP_THRESHOLD, _LARGE)


@contextmanager
def all_is_needed() -> Iterator[None]:
    """Look for no garbage meanwhile: what is made is needed to the end, in no circles.

    The search takes a fifth of the time of a book, a third of a hundred thousand notes.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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
