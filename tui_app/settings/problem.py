"""What is wrong with an entry of a file the user writes, in words that help."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One wrong entry, passed over while everything else holds.

    ``entry`` names it with its table, ``why`` says what is allowed.
    """

    entry: str
    why: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.why}"
