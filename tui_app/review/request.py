"""What the user asked to read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from typing import NamedTuple

from tui_app.core.extract import ACCEPTED, BEFORE_AND_AFTER, PairChanges
from tui_app.core.model import Granularity
from tui_app.core.source_names import STANDARD_INPUT, is_address
from tui_app.core.translation import AS_THE_TEXTS_TELL, LanguageChoice


class Request(NamedTuple):
    """Two names of texts, their unit and a file of notes; what was not given is none.

    Addresses and ``-``, standard input, are names as well. One document whose
    ``changes`` are ``BEFORE_AND_AFTER`` is named twice. ``languages`` is what
    is said of those of the texts. ``against`` are other texts to read the left
    beside; together with the right one, the ``at``-th from 0, they are a ring.
    ``base`` is what the left was made from, ``begin`` an offset of the left text to
    begin at, wherever the last reading ended. ``passing``: the files are of this run
    only, so nothing is remembered of them.
    """

    left: str
    right: str
    unit: Granularity | None = None
    notes_path: str | PathLike[str] | None = None
    changes: PairChanges = ACCEPTED
    languages: LanguageChoice = AS_THE_TEXTS_TELL
    against: tuple[str, ...] = ()
    at: int = 0
    base: str | None = None
    begin: int | None = None
    passing: bool = False

    @property
    def reads_input(self) -> bool:
        """Tell whether one of the texts comes from standard input."""
        return STANDARD_INPUT in {self.left, self.right, self.base}

    @property
    def is_one(self) -> bool:
        """Tell whether it is one document before and after its tracked changes."""
        return self.left == self.right and self.changes == BEFORE_AND_AFTER

    @property
    def ring(self) -> tuple[str, ...]:
        """Return the names of all texts that the left one is read beside, in order."""
        return (*self.against[: self.at], self.right, *self.against[self.at :])

    @property
    def place_in_ring(self) -> str:
        """Return which of how many texts the right one is, ``""`` where it is alone."""
        return f"{self.at + 1} of {len(self.ring)}" if self.against else ""

    def beside(self, number: int) -> Request:
        """Return the request for the left beside this text of the ring, from 0."""
        at = number % len(self.ring)
        others = (*self.ring[:at], *self.ring[at + 1 :])
        return self._replace(right=self.ring[at], against=others, at=at)

    def against_others(self, names: Iterable[str]) -> Request:
        """Return the request with those of the names that are not the texts of it.

        A text named twice is read once, so that a pattern of a shell may name the two.
        """
        known = {_identity(self.left), _identity(self.right)}
        others: list[str] = []
        for name in names:
            same = _identity(name)
            if same not in known:
                known.add(same)
                others.append(name)
        return self._replace(against=tuple(others), at=0)


class LibraryRequest(NamedTuple):
    """Files and folders to choose pairs from, and how the pairs are to be read.

    ``whole`` tells of a text that is a passage in which file it stands, and where.
    ``called`` names a library of passages found elsewhere, whose files are of this run.
    """

    paths: tuple[str, ...] = ()
    unit: Granularity | None = None
    changes: PairChanges = ACCEPTED
    languages: LanguageChoice = AS_THE_TEXTS_TELL
    whole: Callable[[str], tuple[str, int] | None] = lambda _: None
    called: str = ""

    @property
    def is_start(self) -> bool:
        """Tell whether it is what to begin with: nothing is named."""
        return not (self.paths or self.called)

    def pair(
        self, left: str, right: str, changes: PairChanges | None = None
    ) -> Request:
        """Return the request for two of the texts, whole if that is known of both."""
        whole, beside = self.whole(left), self.whole(right)
        begin = None
        if whole and beside and whole[0] != beside[0]:
            (left, begin), right = whole, beside[0]
        return Request(
            left,
            right,
            self.unit,
            changes=self.changes if changes is None else changes,
            languages=self.languages,
            begin=begin,
            passing=bool(self.called) and begin is None,
        )

    def of(self, names: Sequence[str]) -> Request:
        """Return the request for two named texts, or one before and after changes."""
        if len(names) == 1:
            return self.pair(names[0], names[0], BEFORE_AND_AFTER)
        return self.pair(names[0], names[1])


def _identity(name: str) -> str:
    """Return what two names of one file have in common; addresses are what they are."""
    if name == STANDARD_INPUT or is_address(name):
        return name
    return os.path.realpath(name)
