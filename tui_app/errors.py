"""What the user can mend, each told in one line."""

from __future__ import annotations

from typing import NamedTuple

_LONGEST_ENTRY = 80
"""Characters of an entry's name that are told; no entry of ours has as many."""


class Problem(NamedTuple):
    """One wrong entry, passed over while everything else holds.

    ``entry`` names it with its table, ``why`` says what is allowed. ``str(problem)`` is
    one line, whatever the entry is called.
    """

    entry: str
    why: str

    def __str__(self) -> str:
        entry = self.entry
        if len(entry) > _LONGEST_ENTRY:
            entry = f"{entry[:_LONGEST_ENTRY]}…"
        return " ".join(f"{entry}: {self.why}".split())


class UserError(Exception):
    """Something the user can mend: what it is about, why it failed, what to do.

    ``str(error)`` is one line, without the program's name in front.
    """

    def __init__(self, what: str, why: str, hint: str = "") -> None:
        super().__init__(what, why, hint)
        self.what = what
        self.why = why
        self.hint = hint

    def __str__(self) -> str:
        tail = f", {self.hint}" if self.hint else ""
        return " ".join(f"{self.what}: {self.why}{tail}".split())
