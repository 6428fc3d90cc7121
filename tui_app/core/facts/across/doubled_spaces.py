"""Where two spaces stand between words, in a text that has one there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.kinds import Kind
from tui_app.core.model import SIDES, Difference, Side, Span

_DOUBLED: Final = re.compile(r"(?<=\S)  (?=\S)")

_BEHIND_STOP: Final = frozenset(".!?…:")


class SpacingHabits(NamedTuple):
    """Whether the left, the right has two spaces between words as a rule."""

    left: bool = False
    right: bool = False

    def doubles(self, side: Side) -> bool:
        """Tell whether two spaces mean nothing on that side."""
        return self.left if side == "left" else self.right


_RARE: Final = 0.05


def spacing_habits(rows: Iterable[tuple[str, str]]) -> SpacingHabits:
    """Return the habits that rows show."""
    count, doubled = 0, [0, 0]
    for row in rows:
        count += 1
        for side in (0, 1):
            doubled[side] += _DOUBLED.search(row[side]) is not None
    return SpacingHabits(*(number > 1 + _RARE * count for number in doubled))


def doubled_spaces(row: TranslatedRow, habits: SpacingHabits) -> Iterator[Difference]:
    """Yield two spaces between words of one side; more are there for the layout.

    None behind a full stop, where some writers put two, nor where the text is full of
    them, as one laid out in columns.
    """
    for side in SIDES:
        text = row.passage(side)
        if "  " not in text or habits.doubles(side):
            continue
        for match in _DOUBLED.finditer(text):
            if text[match.start() - 1] in _BEHIND_STOP:
                continue
            span = Span(*match.span())
            if side == "left":
                yield Difference(Kind.PUNCTUATION, span, None)
            else:
                yield Difference(Kind.PUNCTUATION, None, span)
