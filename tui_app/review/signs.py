"""How a row stands, as a sign and a word: one table for reader, map, command line.

The signs are those between the columns; the map, where a line stands for many rows,
has blocks of its own in the same colours. The colours are named here and stand in
``looks``. What else is drawn from single characters (bars, arrows,
rules) stands at the end, with and without Unicode.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from enum import IntEnum
from typing import NamedTuple

from tui_app.core.from_base.told_from_base import FromBase
from tui_app.core.model import Relation, Row
from tui_app.core.row_places import moved_direction
from tui_app.settings.drawn import Drawn


class Sign(NamedTuple):
    """What stands for one way a row can stand.

    ``sign`` is one cell, ``ascii`` the same in ASCII, ``look`` a name in ``LOOKS``.
    """

    sign: str
    ascii: str
    look: str
    word: str


SAME = Sign("=", "=", "gutter-same", "the same on both sides")
CERTAIN = Sign("≈", "~", "gutter-changed", "link certain")
LIKELY = Sign("~", ";", "gutter-changed", "link likely")
WEAK = Sign("?", "?", "gutter-weak", "link weak")
LEFT_ONLY = Sign("−", "-", "gutter-left-only", "only on the left")
RIGHT_ONLY = Sign("+", "+", "gutter-right-only", "only on the right")
MOVED_UP = Sign("↑", "^", "gutter-moved", "moved: further up on the right")
MOVED_DOWN = Sign("↓", "v", "gutter-moved", "moved: further down on the right")
FACT = Sign("!", "!", "gutter-fact", "a fact differs")
NOTE = Sign("✎", "*", "gutter-note", "noted")
REVIEWED = Sign("✓", "x", "gutter-reviewed", "reviewed")
CHANGED = Sign("·", ".", "gutter-changed", "changed")
HIT = Sign("●", "#", "hit", "found by a search")
NEW = Sign("◆", "n", "gutter-new", "new: base and left agree")
TAKEN_BACK = Sign("↶", "<", "gutter-taken-back", "taken back: as in the base again")
CHANGED_AGAIN = Sign("≠", "%", "gutter-changed-again", "changed again: all differ")
KEPT = Sign("◦", "o", "gutter-kept", "kept: the left had changed the base")
NO_SIGN = Sign(" ", " ", "gutter", "")

ROW_SIGNS = (
    (SAME, CERTAIN, LIKELY, WEAK, LEFT_ONLY, RIGHT_ONLY),
    (MOVED_UP, MOVED_DOWN),
    (FACT,),
    (NOTE,),
    (REVIEWED,),
    (TAKEN_BACK, CHANGED_AGAIN, NEW, KEPT),
)
"""The signs of a row, by the cell they stand in."""

# On the map blocks, as a letter would be read as said of the line of text beside it: in
# the colours of the signs, as heavy as they matter, none that stands elsewhere.
CHANGED_ON_MAP = Sign("░", ".", SAME.look, "changed")
RIGHT_ON_MAP = Sign("▗", "]", RIGHT_ONLY.look, RIGHT_ONLY.word)
LEFT_ON_MAP = Sign("▖", "[", LEFT_ONLY.look, LEFT_ONLY.word)
MOVED_ON_MAP = Sign("▚", "%", MOVED_UP.look, "moved")
FACT_ON_MAP = Sign("■", "@", FACT.look, FACT.word)
NOTE_ON_MAP = Sign("◇", "&", NOTE.look, NOTE.word)

MAP_SIGNS = (
    *(CHANGED_ON_MAP, RIGHT_ON_MAP, LEFT_ON_MAP, MOVED_ON_MAP),
    *(FACT_ON_MAP, NOTE_ON_MAP, HIT),
)
"""What a line of the map shows of its rows, the weightiest last."""

SURE = 0.9
"""From here a link is certain: of ten links with this score, nine are right."""

RELATIONS = {
    Relation.SAME: SAME,
    Relation.CHANGED: CHANGED,
    Relation.LEFT_ONLY: LEFT_ONLY,
    Relation.RIGHT_ONLY: RIGHT_ONLY,
}
"""How the sides of a row stand to each other, however certain the link is."""


SINCE_BASE = {
    FromBase.TAKEN_BACK: TAKEN_BACK,
    FromBase.CHANGED_AGAIN: CHANGED_AGAIN,
    FromBase.NEW: NEW,
    FromBase.KEPT: KEPT,
}
"""How changes stand to the base, what a reader is to see first before the rest."""


def signs_since_base(statuses: Container[FromBase]) -> list[Sign]:
    """Return the signs of the statuses, the weightiest first."""
    return [sign for status, sign in SINCE_BASE.items() if status in statuses]


def relation_word(relation: Relation, *, across: bool) -> str:
    """Return how the sides stand to each other; ``across`` languages all is new."""
    if across and relation is Relation.CHANGED:
        return "linked"
    return RELATIONS[relation].word


def row_sign(row: Row, weak_below: float) -> Sign:
    """Return how the sides of the row stand to each other."""
    if row.relation is not Relation.CHANGED:
        return RELATIONS[row.relation]
    return NO_SIGN if row.score is None else link_sign(row.score, weak_below)


def link_sign(score: float, weak_below: float) -> Sign:
    """Return how certain it is that the sides of a row belong together."""
    if score < weak_below:
        return WEAK
    return CERTAIN if score >= SURE else LIKELY


_FOR_BOTH = frozenset({SAME.look, CERTAIN.look, LIKELY.look})


def signs_of_one_text(cells: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the cells without what is only worth a sign beside both texts."""
    blank = NO_SIGN.sign, NO_SIGN.look
    return tuple(blank if cell[1] in _FOR_BOTH else cell for cell in cells)


def moved_sign(rows: Sequence[Row], number: int) -> Sign:
    """Return where the right text of the row stands; ``NO_SIGN`` if it did not move."""
    if not rows[number].moved:
        return NO_SIGN
    return MOVED_UP if moved_direction(rows, number) == "up" else MOVED_DOWN


class Weight(IntEnum):
    """What a line of the map shows, the weightiest of its rows."""

    SAME = 0
    CHANGED = 1
    RIGHT_ONLY = 2
    LEFT_ONLY = 3
    MOVED = 4
    FACT = 5
    NOTE = 6
    HIT = 7


_ON_THE_MAP = (NO_SIGN, *MAP_SIGNS)


def map_sign(weight: Weight) -> Sign:
    """Return the sign of a line of the map."""
    return _ON_THE_MAP[weight]


class Signs(NamedTuple):
    """The characters to draw with: a set for Unicode, one for ASCII."""

    drawn_with: Drawn = Drawn.UNICODE
    # Beside and in the columns; one cell each, but for ``fold``.
    gap: str = "⋮"
    bar: str = "▌"
    apart: str = "▷"
    rule: str = "│"
    fold: str = "⋯"
    nothing: str = "╌"
    cover: str = "·"
    # On the map.
    here: str = "█"
    # In the status line, the footer and the lists.
    between: str = " · "
    cut: str = "…"
    becomes: str = " → "
    quotes: str = "“”"
    pointer: str = "▸ "
    no_words: str = "—"
    # On paper.
    left_out: str = "…"
    line: str = "─"

    @property
    def plain(self) -> bool:
        """Tell whether states are told in words, for who hears or feels them."""
        return self.drawn_with is Drawn.PLAIN

    def cell(self, sign: Sign) -> tuple[str, str]:
        """Return the cell of a sign and the name of its style.

        If plain, its word, parted from others as columns are (``plain_entry``).
        """
        if self.plain:
            word = sign.word.partition(":")[0]
            return f"  {word}  " if word else "", sign.look
        return sign.ascii if self.drawn_with else sign.sign, sign.look


UNICODE = Signs()

ASCII = Signs(
    drawn_with=Drawn.ASCII,
    gap=":",
    bar="|",
    apart=">",
    rule=":",
    fold="..",
    nothing="-",
    cover=".",
    here="|",
    between=" | ",
    cut="~",
    becomes=" -> ",
    quotes='""',
    pointer="> ",
    no_words="--",
    left_out="...",
    line="-",
)

PLAIN = ASCII._replace(
    drawn_with=Drawn.PLAIN,
    bar=" ",
    apart=" ",
    rule=" ",
    nothing=" ",
    here=" ",
    between=", ",
    cut="...",
    becomes=" versus ",
    pointer="",
    no_words="nothing",
)
"""What a screen reader says as it is meant."""

_SETS = {Drawn.UNICODE: UNICODE, Drawn.ASCII: ASCII, Drawn.PLAIN: PLAIN}


def signs(drawn_with: Drawn) -> Signs:
    """Return the characters to draw with."""
    return _SETS[drawn_with]
