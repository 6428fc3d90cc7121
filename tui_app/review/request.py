"""What the user asked to read."""

from __future__ import annotations

from os import PathLike
from typing import NamedTuple

from tui_app.core.extract import ACCEPTED, BEFORE_AND_AFTER, PairChanges
from tui_app.core.model import Granularity
from tui_app.core.source_names import STANDARD_INPUT
from tui_app.core.translation import AS_THE_TEXTS_TELL, LanguageChoice


class Request(NamedTuple):
    """Two names of texts, their unit and a file of notes; what was not given is none.

    Addresses and ``-``, standard input, are names as well. One document whose
    ``changes`` are ``BEFORE_AND_AFTER`` is named twice. ``languages`` is what
    is said of those of the texts.
    """

    left: str
    right: str
    unit: Granularity | None = None
    notes_path: str | PathLike[str] | None = None
    changes: PairChanges = ACCEPTED
    languages: LanguageChoice = AS_THE_TEXTS_TELL

    @property
    def reads_input(self) -> bool:
        """Tell whether one of the texts comes from standard input."""
        return STANDARD_INPUT in {self.left, self.right}

    @property
    def is_one(self) -> bool:
        """Tell whether it is one document before and after its tracked changes."""
        return self.left == self.right and self.changes == BEFORE_AND_AFTER
