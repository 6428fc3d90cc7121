"""Collecting no garbage until the first screen stands: nothing loaded so far is any."""

from __future__ import annotations

import gc


def put_off() -> None:
    """Collect nothing until :func:`collect_again`."""
    gc.disable()


def collect_again() -> None:
    """Collect again, if it was put off; what is there by now stays for good."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def keep() -> None:
    """Look no more at what is there by now, but for what came last.

    To look through all that is known of a book takes a tenth of a second, and a
    key would wait for it. Where collecting is put off there is nothing to do.
    """
    if gc.isenabled():
        gc.collect(1)
        gc.freeze()


def leave_it() -> None:
    """Look for no more garbage: the program ends, the system takes the memory back.

    To look for what is free in a book first would make quitting wait.
    """
    gc.freeze()
