"""When garbage is looked for: in a pause.

It takes a tenth of a second once a book is known, and a key would wait for it.
"""

from __future__ import annotations

import gc
from time import perf_counter

_NEVER = 1_000
_MANY = 10
"""Collections of what is young after which Python looks at what is old as well, while
keys are pressed and in a pause; ten is what it does by itself."""

_MOST = 250_000
"""Things that came since the last time and are looked through in a pause; more are
kept, whatever they are."""

_LONG = 0.03
"""Seconds a collection may take before it is to look at less the next time."""


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
    """Look for garbage among all there is, if much has come since the last time.

    Python would tell exactly how much (``gc.get_objects``), but with a list that holds
    the tuples which other threads are making: each of them would end with an error
    (CPython, issue 59313).
    """
    young, middle, _ = gc.get_threshold()
    rounds = gc.get_count()[-1]
    if not gc.isenabled() or rounds < _MANY:
        return
    if rounds * young * middle > _MOST:
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
