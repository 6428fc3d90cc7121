"""The shelf: many texts, which are related, and how far the reading has come."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from tui_app.core.model import Progress, Side


class ShelfText(NamedTuple):
    """One text of the shelf; what is not known of it is empty.

    ``date`` is ``YYYY-MM-DD``, less where less is stated (``2022``), ``--MM-DD`` for a
    day without its year (as ISO 8601 once had it). ``site`` is the agency, the
    publisher or the site it says it is from. ``words`` counts words; of a script
    without spaces between words, characters.
    """

    path: str
    title: str
    date: str
    site: str
    words: int

    @property
    def called(self) -> str:
        """What people call it: its title, else its file."""
        return self.title or PurePath(self.path).name or self.path


class LeftOutFile(NamedTuple):
    """A file or folder that is not read, and why, in words for the user."""

    path: str
    why: str


class ShelfPair(NamedTuple):
    """Two related texts by their numbers on the shelf, ``left`` the smaller.

    ``shared_left`` and ``shared_right`` are the share of a text's words that stand in
    wording shared with the other, 0 to 1; ``score`` is what pairs are ranked by, 0 to
    1. ``source`` is who is likely the source of what they share, ``None`` where nothing
    tells; ``why_source`` says what tells so, or what else was noticed, else empty.
    """

    left: int
    right: int
    score: float
    shared_left: float
    shared_right: float
    source: Side | None
    why_source: str


class Shelf(NamedTuple):
    """What is known of many files so far.

    ``texts`` stand in the order of their files; ``pairs`` best first; ``groups`` hold
    the numbers of texts that belong together, two or more, the largest group first,
    and no text is in two. ``progress`` counts files, ``None`` when all is read and
    weighed: then nothing more comes. Numbers of texts hold within this value only: a
    later shelf may have other texts between them; paths tell who is who. ``remark`` is
    a sentence for the user about the reading (a cache that cannot be used), or empty.
    """

    texts: tuple[ShelfText, ...] = ()
    left_out: tuple[LeftOutFile, ...] = ()
    pairs: tuple[ShelfPair, ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()
    progress: Progress | None = None
    remark: str = ""
