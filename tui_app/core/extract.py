"""What was taken out of a document of any format: text, its passages, what was left.

The one shape that every reader in ``formats`` gives and segmentation takes. Offsets
are code points into ``text``.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from tui_app.core.column_sequence import NUMBERS, ColumnSequence

Changes = Literal["accept", "reject"]
"""What becomes of the changes a document has tracked."""


class PairChanges(NamedTuple):
    """What becomes of the tracked changes of the left and of the right text."""

    left: Changes = "accept"
    right: Changes = "accept"


ACCEPTED = PairChanges()
BEFORE_AND_AFTER = PairChanges("reject", "accept")
"""One document beside itself: without its tracked changes and with them."""


class Format(StrEnum):
    """The formats that are read, by the names people give them."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    WORD = "Word"
    OPEN_DOCUMENT = "OpenDocument"
    EPUB = "EPUB"
    PDF = "PDF"
    SUBTITLES = "subtitles"


class Part(StrEnum):
    """What a passage is in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    VERSE = "verse line"
    CODE = "code"
    NOTE = "note"
    CAPTION = "caption"
    CUE = "cue"


class Passage(NamedTuple):
    """A stretch of the text, ``start`` inclusive, ``end`` exclusive, and what it is.

    ``level`` is that of a heading or a list item, from 1; 0 for all others. Code keeps
    its line ends and all white space.
    """

    start: int
    end: int
    part: Part = Part.PARAGRAPH
    level: int = 0


_PARTS = tuple(Part)


class ColumnPassages(ColumnSequence[Passage]):
    """Passages in columns, which one after the other is put into."""

    def __init__(self) -> None:
        self.starts, self.ends = array(NUMBERS), array(NUMBERS)
        self._parts, self._levels = bytearray(), array(NUMBERS)

    def append(self, passage: Passage) -> None:
        """Put a passage behind the others."""
        self.starts.append(passage.start)
        self.ends.append(passage.end)
        self._parts.append(_PARTS.index(passage.part))
        self._levels.append(passage.level)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Passage]:
        parts = map(_PARTS.__getitem__, self._parts)
        return map(Passage, self.starts, self.ends, parts, self._levels)

    def item(self, number: int) -> Passage:
        """Return one passage."""
        part, level = _PARTS[self._parts[number]], self._levels[number]
        return Passage(self.starts[number], self.ends[number], part, level)


class PlaceMark(NamedTuple):
    """From ``offset`` on the text stands at this place: a page, a chapter, a time."""

    offset: int
    name: str


class LeftOut(NamedTuple):
    """Words of the document that are not in the text, and why.

    ``offset`` is where in the text they would stand.
    """

    text: str
    why: str
    offset: int = 0


class Metadata(NamedTuple):
    """What a document says of itself; what it does not say is empty.

    ``site`` is the agency, the publisher or the site; ``language`` a code of BCP 47.
    """

    title: str = ""
    author: str = ""
    date: str = ""
    site: str = ""
    language: str = ""


NO_METADATA = Metadata()


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a document and all that its format says of it.

    Without ``passages`` nothing marks them but the text itself, as in a plain text.
    Passages and places stand in the order of the text. ``remarks`` are sentences for
    the user about the reading.
    """

    text: str
    format: Format = Format.TEXT
    passages: Sequence[Passage] = ()
    metadata: Metadata = NO_METADATA
    places: tuple[PlaceMark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()

    def place_at(self, offset: int) -> str:
        """Return the place in the document where the text stands, ``""`` if unknown."""
        later = bisect_right(self.places, offset, key=lambda mark: mark.offset)
        return self.places[later - 1].name if later else ""

    def passage_at(self, offset: int) -> Passage | None:
        """Return the passage that begins there or last before, if any is marked."""
        passages = self.passages
        if isinstance(passages, ColumnPassages):
            later = bisect_right(passages.starts, offset)
        else:
            later = bisect_right(passages, offset, key=lambda one: one.start)
        return passages[later - 1] if later else None
