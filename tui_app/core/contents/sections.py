"""The contents of two texts: the sections of both, side by side where they answer.

Headings of one name in one row, and what follows them in one, answer each other. Else a
section answers the one of
the other text in which most of its rows stand, if none has more of that. Where rows do
not tell, headings in one row answer each other, and such of one name behind those that
do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.contents.heading import Heading
from tui_app.core.contents.headings import headings_of
from tui_app.core.model import Document, Side
from tui_app.core.row_places import RowPlaces
from tui_app.core.units import unit_starts


class Section(NamedTuple):
    """A section of both texts, or of one.

    ``left`` and ``right`` are its headings; neither is there for what stands before
    the first of both. ``level`` is that of the left one if there is one. ``row`` is
    where it begins, ``rows`` are those up to the next section that is not within it.
    """

    level: int
    left: Heading | None
    right: Heading | None
    row: int
    rows: range

    @property
    def place(self) -> tuple[Side, int] | None:
        """Return the side and the offset of the heading to go to, if it has one."""
        if self.left is not None:
            return "left", self.left.start
        return None if self.right is None else ("right", self.right.start)


class BothHeadings(NamedTuple):
    """The headings of the two texts; they depend on no row."""

    left: tuple[Heading, ...]
    right: tuple[Heading, ...]


Pairs = dict[int, int]
"""Which heading of the right (by number) answers which of the left."""


def both_headings(left: Document, right: Document) -> BothHeadings:
    """Return the headings of both texts; those of a book take a quarter of a second."""
    return BothHeadings(headings_of(left), headings_of(right))


def sections_of(
    comparison: Comparison, places: RowPlaces, headings: BothHeadings
) -> tuple[Section, ...]:
    """Return the sections in the order of the rows, none where there is no heading."""
    if not (headings.left or headings.right):
        return ()
    sides = (
        _Side.of("left", headings.left, comparison.left, places),
        _Side.of("right", headings.right, comparison.right, places),
    )
    pairs = _answering(comparison, *sides)
    return tuple(_with_rows(_begun(*sides, pairs), len(comparison.rows)))


class _Side(NamedTuple):
    """The headings of a text, the row of each, and the unit that each begins.

    ``behind`` are the rows of the units that follow each.
    """

    headings: Sequence[Heading]
    rows: Sequence[int]
    units: Sequence[int]
    behind: Sequence[frozenset[int]]

    @classmethod
    def of(
        cls,
        side: Side,
        headings: Sequence[Heading],
        document: Document,
        places: RowPlaces,
    ) -> _Side:
        starts = unit_starts(document.units)
        offsets = [one.start for one in headings]
        units = [max(0, bisect_right(starts, at) - 1) for at in offsets]
        following = [
            [starts[one] for one in range(unit + 1, min(unit + 3, len(starts)))]
            for unit in units
        ]
        behind = [frozenset(places.rows_at(side, some)) for some in following]
        return cls(headings, list(places.rows_at(side, offsets)), units, behind)


# Which headings answer each other ----------------------------------------------


def _answering(comparison: Comparison, left: _Side, right: _Side) -> Pairs:
    pairs = _named_in_one_row(left, right)
    levels = {one.level for one in left.headings} & {
        one.level for one in right.headings
    }
    for level in sorted(levels, reverse=True):
        _add_by_rows(pairs, comparison, left, right, level)
    _add_in_one_row(pairs, left, right)
    _add_by_rows(pairs, comparison, left, right, None)
    _add_by_name(pairs, left, right)
    return pairs


def _named_in_one_row(left: _Side, right: _Side) -> Pairs:
    """Pair headings that say the same beside each other, and what follows, too.

    Where the next heading is missing, most rows of another chapter stand there.
    """
    theirs = {
        (row, _name(heading)): number
        for number, (row, heading) in enumerate(
            zip(right.rows, right.headings, strict=True)
        )
    }
    pairs: Pairs = {}
    for number, heading in enumerate(left.headings):
        other = theirs.pop((left.rows[number], _name(heading)), None)
        if other is not None and left.behind[number] & right.behind[other]:
            pairs[number] = other
    return pairs


def _add_by_name(pairs: Pairs, left: _Side, right: _Side) -> None:
    taken = set(pairs.values())
    for number, heading in enumerate(left.headings):
        other = pairs.get(number - 1, -1) + 1
        follows = number == 0 or other > 0
        if number in pairs or not follows or other in taken:
            continue
        theirs = right.headings[other] if other < len(right.headings) else None
        if theirs is not None and _name(theirs) == _name(heading):
            pairs[number] = other
            taken.add(other)


def _name(heading: Heading) -> tuple[int, str]:
    return heading.level, "".join(filter(str.isalnum, heading.words.casefold()))


def _add_in_one_row(pairs: Pairs, left: _Side, right: _Side) -> None:
    ours = _by_row(left, frozenset(pairs))
    theirs = _by_row(right, frozenset(pairs.values()))
    for row, numbers in ours.items():
        pairs.update(_of_one_row(numbers, theirs.get(row, []), left, right))


def _by_row(side: _Side, taken: frozenset[int]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(side.rows):
        if number not in taken:
            found[row].append(number)
    return found


def _of_one_row(
    ours: Sequence[int], theirs: Sequence[int], left: _Side, right: _Side
) -> Iterator[tuple[int, int]]:
    """Yield pairs of headings that share a row: of one level, else from the last."""
    if len(ours) != len(theirs):
        levels = {right.headings[one].level: one for one in theirs}
        found = [
            (one, levels[left.headings[one].level])
            for one in ours
            if left.headings[one].level in levels
        ]
        if found:
            yield from found
            return
    yield from zip(reversed(ours), reversed(theirs), strict=False)


def _add_by_rows(
    pairs: Pairs, comparison: Comparison, left: _Side, right: _Side, level: int | None
) -> None:
    """Pair sections of a level, with all within them, by where their rows stand.

    Without a level, sections of any are paired, each up to the next heading.
    """
    ours, theirs = _Stretches(left, level), _Stretches(right, level)
    votes: Counter[tuple[int, int]] = Counter()
    for row in comparison.rows:
        if row.left and row.right:
            votes[ours.at(row.left[0]), theirs.at(row.right[0])] += 1
    most: dict[int, tuple[int, int]] = {}
    most_back: dict[int, tuple[int, int]] = {}
    for (one, other), count in votes.items():
        most[one] = max(most.get(one, (0, 0)), (count, -other))
        most_back[other] = max(most_back.get(other, (0, 0)), (count, -one))
    taken = set(pairs.values())
    for one, (_, other) in most.items():
        free = one >= 0 and -other >= 0 and one not in pairs and -other not in taken
        mutual = most_back[-other][1] == -one
        if free and mutual and ours.is_of_level(one) and theirs.is_of_level(-other):
            pairs[one] = -other
            taken.add(-other)


class _Stretches:
    """Which heading of a level, or above it, a unit stands under."""

    def __init__(self, side: _Side, level: int | None) -> None:
        self._level = level
        self._headings = side.headings
        self._numbers = [
            number
            for number, one in enumerate(side.headings)
            if level is None or one.level <= level
        ]
        self._units = [side.units[number] for number in self._numbers]

    def at(self, unit: int) -> int:
        """Return the number of the heading, -1 before the first."""
        later = bisect_right(self._units, unit)
        return self._numbers[later - 1] if later else -1

    def is_of_level(self, number: int) -> bool:
        return self._level is None or self._headings[number].level == self._level


# Their rows --------------------------------------------------------------------


def _begun(left: _Side, right: _Side, pairs: Pairs) -> list[Section]:
    """Return the sections in the order in which they begin, each without its end."""
    begun = []
    for number, heading in enumerate(left.headings):
        other = right.headings[pairs[number]] if number in pairs else None
        begun.append(_beginning(left.rows[number], heading, other))
    taken = set(pairs.values())
    for number, heading in enumerate(right.headings):
        if number not in taken:
            begun.append(_beginning(right.rows[number], None, heading))
    begun.sort(key=lambda one: (one.row, one.level))
    if begun[0].row > 0:
        begun.insert(0, _beginning(0, None, None))
    return begun


def _beginning(row: int, left: Heading | None, right: Heading | None) -> Section:
    level = next((one.level for one in (left, right) if one is not None), 1)
    return Section(level, left, right, row, range(row, row))


def _with_rows(begun: Sequence[Section], rows: int) -> Iterator[Section]:
    """Yield the sections with their rows, up to the next that is not within them."""
    ends: list[int] = [rows] * len(begun)
    open_ones: list[int] = []
    for number, one in enumerate(begun):
        nameless = one.left is None and one.right is None
        while open_ones and begun[open_ones[-1]].level >= one.level:
            ends[open_ones.pop()] = one.row
        open_ones.append(number)
        if nameless:
            ends[number] = begun[number + 1].row
            open_ones.pop()
    for one, end in zip(begun, ends, strict=True):
        yield one._replace(rows=range(one.row, end))
