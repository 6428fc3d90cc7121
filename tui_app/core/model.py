"""The things everything speaks of: document, unit, link, bead, row, difference."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Literal, NamedTuple

from tui_app.core.extract import NO_METADATA, Extract, Metadata
from tui_app.core.kinds import Kind

Granularity = Literal["sentence", "paragraph", "line"]

Side = Literal["left", "right"]


SIDES: tuple[Side, Side] = ("left", "right")


def opposite(side: Side) -> Side:
    """Return the other side."""
    return "right" if side == "left" else "left"


class Role(StrEnum):
    """What a unit is in its article; all roles may be aligned, none must be."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    DATELINE = "dateline"
    CAPTION = "caption"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"


_HEAD = 200
"""Units among which a title stands."""


class Relation(StrEnum):
    """How the two sides of a row stand to each other."""

    SAME = "same"
    CHANGED = "changed"
    LEFT_ONLY = "left_only"
    RIGHT_ONLY = "right_only"


class Span(NamedTuple):
    """A stretch of a text, ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int


class Unit(NamedTuple):
    """A passage to align: ``text[start:end]``, in paragraph number ``paragraph``.

    A named tuple, as a row is: a book has 60,000, and they are made in half the time.
    """

    start: int
    end: int
    paragraph: int
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Document:
    """One witness: its whole text and its units in reading order.

    ``source`` is the path as the user gave it, ``None`` for a string; ``extract`` what
    its format says of the text, ``None`` for a string. ``state`` is "before" or "after"
    the changes tracked in a document that is read beside itself, else empty.
    """

    text: str
    source: str | None
    title: str
    granularity: Granularity
    units: Sequence[Unit]
    extract: Extract | None = None
    state: str = ""

    @property
    def remarks(self) -> tuple[str, ...]:
        """Sentences for the user about how the text was read (a guessed encoding)."""
        return self.extract.remarks if self.extract else ()

    @property
    def metadata(self) -> Metadata:
        """What the document says of itself: author, date, language."""
        return self.extract.metadata if self.extract else NO_METADATA

    @property
    def name(self) -> str:
        """What tells the text from others: its path or its title, and its state."""
        name = self.source or self.title
        return f"{name} ({self.state})" if self.state else name

    @property
    def title_unit(self) -> int | None:
        """The number of the unit that reads like the title, ``None`` for none."""
        head = range(min(len(self.units), _HEAD))
        return next((n for n in head if self.units[n].role is Role.TITLE), None)

    @property
    def has_title(self) -> bool:
        """Whether ``title`` is one, and not how the text begins."""
        return bool(self.metadata.title) or self.title_unit is not None

    @property
    def called(self) -> str:
        """What people call it: its title, else its file, else how the text begins."""
        if self.has_title or not self.source:
            return self.title
        return PurePath(self.source).name or self.source

    def unit_text(self, number: int) -> str:
        """Return the text of the unit ``number``."""
        unit = self.units[number]
        return self.text[unit.start : unit.end]

    def unit_at(self, offset: int) -> int:
        """Return the number of the last unit that begins there or before, else 0."""
        later = bisect_right(self.units, offset, key=lambda unit: unit.start)
        return max(0, later - 1)

    def size(self, numbers: Iterable[int]) -> int:
        """Return how many characters these units have together."""
        units = map(self.units.__getitem__, numbers)
        return sum(unit.end - unit.start for unit in units)


class Link(NamedTuple):
    """Two units that say the same, at least in part; ``score`` is 0 to 1."""

    left: int
    right: int
    score: float

    @property
    def pair(self) -> tuple[int, int]:
        """Return both units."""
        return self.left, self.right


class Bead(NamedTuple):
    """Units of both sides that are each other's main counterpart (n:m).

    Both tuples hold unit numbers in ascending order and are not empty.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float

    @property
    def sides(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the units of both sides."""
        return self.left, self.right


class SomeUnits(NamedTuple):
    """Units of both texts, in rising order, and pairs of them not to be linked."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    parted: frozenset[tuple[int, int]]

    def mirrored(self) -> SomeUnits:
        """Return the same with the sides changed."""
        parted = frozenset((theirs, ours) for ours, theirs in self.parted)
        return SomeUnits(self.right, self.left, parted)


class Alignment(NamedTuple):
    """Which units belong together.

    Every unit is in one bead at most; ``links`` also hold further counterparts
    (a passage repeated) and are sorted by (left, right). Many are in columns, and
    beads then in the order of the left. ``before`` is kept of a book
    in which something is settled by hand.
    """

    beads: Sequence[Bead]
    links: Sequence[Link]
    before: AlignmentBefore | None = None

    def with_more(self, beads: Iterable[Bead], links: Iterable[Link] = ()) -> Alignment:
        """Return this with more beads and links, all in order."""
        return Alignment(
            tuple(sorted([*self.beads, *beads], key=lambda bead: bead.left)),
            tuple(sorted([*self.links, *links], key=lambda link: link.pair)),
        )

    def mirrored(self) -> Alignment:
        """Return the same with the sides changed."""
        beads = [Bead(right, left, score) for left, right, score in self.beads]
        links = [Link(right, left, score) for left, right, score in self.links]
        return Alignment(tuple(sorted(beads)), tuple(sorted(links)))


class AlignmentBefore(NamedTuple):
    """An alignment before anything was settled by hand, and what was aligned again."""

    alignment: Alignment
    again: Mapping[SomeUnits, Alignment]


class Constraints(NamedTuple):
    """What the reader has settled by hand.

    ``fixed`` holds beads that stand as they are (unit numbers of both sides; an
    empty side means "no counterpart"); ``parted`` holds (left, right) pairs that
    must not be linked.
    """

    fixed: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()
    parted: frozenset[tuple[int, int]] = frozenset()


class Row(NamedTuple):
    """What the reader shows as one row: units of the left, units of the right.

    ``score`` is ``None`` where one side is empty. ``moved`` tells that the
    counterpart stands elsewhere in reading order.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    relation: Relation
    score: float | None
    moved: bool

    def units(self, side: Side) -> tuple[int, ...]:
        """Return the numbers of the units on that side."""
        return self.left if side == "left" else self.right


class Difference(NamedTuple):
    """One difference; a side is ``None`` where it has nothing.

    ``group`` ties differences that are one change to a reader (the two ends of
    a word that moved); equal numbers within a row belong together. ``quotation``
    numbers the quotation told anew that it is within, if it is no fact.
    """

    kind: Kind
    left: Span | None
    right: Span | None
    group: int | None = None
    quotation: int | None = None

    def span(self, side: Side) -> Span | None:
        """Return its place on that side."""
        return self.left if side == "left" else self.right

    def to_dict(self) -> dict[str, object]:
        """Return the difference as the JSON of the contract has it."""
        return {
            "kind": str(self.kind),
            "left": [self.left.start, self.left.end] if self.left else None,
            "right": [self.right.start, self.right.end] if self.right else None,
        }


class Progress(NamedTuple):
    """How far some work has come; ``total`` is 0 where it is not known."""

    done: int = 0
    total: int = 0

    @property
    def share(self) -> str:
        """Return it as a percentage behind a space, nothing where it is not known."""
        return f" {self.done / self.total:.0%}" if self.total else ""


Report = Callable[[Progress], None]
"""Is told now and then how far it is; what it raises ends the work."""

Telling = Callable[[str, Progress], None]
"""Is told now and then what is being done, in words, and how far it is."""
