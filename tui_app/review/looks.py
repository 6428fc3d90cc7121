"""How each kind of difference and everything else marked looks: one table.

``LOOKS`` says which colour and which attributes a mark has, ``GRADES`` which mark a
change has in the texts by how much it matters, ``FAMILIES`` which each family of kinds
has where differences are listed; the reader makes styles of them in the theme that is
on, the command line in the terminal's own colours. Under ``NO_COLOR`` and in 16
colours each mark has attributes of its own (bold, underline, strike, italic), which
carry the meaning.

How loud a mark is follows what it says: a changed fact has a ground and is bold, a
passage that only one side has is in that side's colour on a tint of it, other words are
in a paler shade of it and no more (a page of them is to read as prose), and letters,
capitals and commas are underlined once they are asked for. What the reader is at is
reversed, in its side's colour where there are any; no other change is. Of a long one
the first words and the last are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui_app.core.differences.phrases import Grade
from tui_app.core.kinds import KINDS, Family, Kind
from tui_app.core.model import Side


class Mark(NamedTuple):
    """``start`` to ``end`` of a text is to look as ``LOOKS`` says of ``name``."""

    start: int
    end: int
    name: str


class MarkStyle(NamedTuple):
    """How a mark looks: variables of the theme, and attributes as rich names them.

    ``ansi`` and ``plain`` replace ``style`` where the terminal's own colours are used,
    and where there are none. With ``not-`` before it, an attribute of what lies below
    is taken away.
    """

    colour: str = ""
    ground: str = ""
    style: str = ""
    ansi: str | None = None
    plain: str | None = None

    def attributes(self, *, no_color: bool, ansi: bool) -> dict[str, bool]:
        """Return the attributes for a terminal without colours or with its own."""
        if no_color:
            words = self.style if self.plain is None else self.plain
        else:
            words = self.ansi if ansi and self.ansi is not None else self.style
        return {
            word.removeprefix("not-"): not word.startswith("not-")
            for word in words.split()
        }


_DIM = MarkStyle("mark-faint", "", "", "dim", "dim")

_FAINT = MarkStyle("mark-faint")

_FAINTER = MarkStyle("mark-fainter", "", "", "dim", "dim")


def _fact(side: str) -> MarkStyle:
    # Of all changes only the one that one is at is reversed.
    colours = f"mark-{side}-strong", f"mark-{side}-ground"
    return MarkStyle(*colours, "bold", "bold underline", "bold underline")


def _current(side: str) -> MarkStyle:
    # Reversed: the side's colour is the ground, under a fact's own colours too.
    return MarkStyle(f"mark-{side}", "background", "bold reverse")


def _current_rest(side: str) -> MarkStyle:
    # As loud as a fact's ground at most, and never bold. Without colours it is marked
    # as it is anywhere: a block of reversed lines would outshine all else, and the
    # first and the last words, which are loud, bracket it.
    colours = f"mark-{side}-strong", f"mark-{side}-ground"
    return MarkStyle(*colours, "not-bold", "", "")


def _one_sided(side: str) -> MarkStyle:
    # A tint, as what is underlined and coloured looks like a link.
    colours = f"mark-{side}", f"mark-{side}-tint"
    return MarkStyle(*colours, "", "underline", "underline")


def _only(side: str) -> MarkStyle:
    # Pale as its role may be, one colour of 16 is not to be dimmed.
    return MarkStyle(f"mark-{side}", "", "", "not-dim")


def _whole(side: str) -> MarkStyle:
    # All of a row: with colours these suffice, as nothing stands opposite. Without, it
    # is told as a passage is, whatever else it be: a headline would look like a fact.
    told = "underline not-bold not-dim"
    return MarkStyle(f"mark-{side}", "", "", "not-dim", told)


def _soft(side: str, style: str = "", plain: str = "italic") -> MarkStyle:
    # The terminal's own colours have no paler shade: there it is what it is without.
    return MarkStyle(f"mark-{side}-soft", "", style, plain, plain)


LOOKS: Mapping[str, MarkStyle] = {
    # Running text.
    "text": MarkStyle("foreground"),
    "title": MarkStyle("mark-title-text", "", "bold"),
    "aside": _DIM,
    "paragraph": _FAINTER,
    "empty": MarkStyle("mark-fainter", "", "dim"),
    "fold": MarkStyle("mark-faint", "", "italic", "dim", "dim"),
    "covered": _FAINTER,
    # A translation below the text that is read.
    "pale-left": MarkStyle("mark-left-soft"),
    "pale-right": MarkStyle("mark-right-soft"),
    "hidden": MarkStyle("mark-note", "", "italic"),
    # The row under the cursor, on the side that is active and on the other.
    "cursor": MarkStyle("", "mark-row"),
    "cursor-other": MarkStyle("", "mark-row-other"),
    "noted": MarkStyle("", "mark-note-ground", "", "overline", "overline"),
    "selection": MarkStyle("", "mark-selection", "", "reverse", "reverse"),
    # The change that the reader is at.
    "current-left": _current("left"),
    "current-right": _current("right"),
    "current-rest-left": _current_rest("left"),
    "current-rest-right": _current_rest("right"),
    # What differs.
    "left-only": _only("left"),
    "right-only": _only("right"),
    "whole-left": _whole("left"),
    "whole-right": _whole("right"),
    "fact-left": _fact("left"),
    "fact-right": _fact("right"),
    "removed": _one_sided("left"),
    "added": _one_sided("right"),
    # In a list of facts all of them would be loud.
    "listed-left": MarkStyle("mark-left", "", "bold"),
    "listed-right": MarkStyle("mark-right", "", "bold"),
    "word-left": _soft("left"),
    "word-right": _soft("right"),
    "moved-left": _soft("left", "italic", "italic underline"),
    "moved-right": _soft("right", "italic", "italic underline"),
    "small-left": _soft("left", "underline", "dim underline"),
    "small-right": _soft("right", "underline", "dim underline"),
    "uncounted": _DIM,
    "letters": MarkStyle("", "", "underline"),
    # Where both sides are one text: what is gone, and the words of it that matter.
    "merged-removed": MarkStyle("mark-faint", "", "strike"),
    "merged-left": MarkStyle("mark-left-soft"),
    # What a search found.
    "hit": MarkStyle("mark-hit-text", "mark-hit-ground", "", None, "reverse"),
    "hit-current": MarkStyle(
        "mark-hit-text",
        "mark-hit-ground",
        "bold reverse",
        None,
        "bold underline reverse",
    ),
    # The word that a concordance lists.
    "keyword": MarkStyle(
        "mark-hit-text", "mark-hit-ground", "", None, "underline reverse"
    ),
    # Words of the row that answer each other across languages, and those chosen.
    "answered-left": _soft("left", "", "underline"),
    "answered-right": _soft("right", "", "underline"),
    "answered": MarkStyle("", "mark-selection", "bold", "bold reverse", "bold reverse"),
    # The gutter between the sides.
    "gutter": _FAINT,
    "gutter-same": _FAINTER,
    "gutter-changed": _FAINT,
    "gutter-fact": MarkStyle("mark-left-strong", "", "bold"),
    "gutter-left-only": MarkStyle("mark-left"),
    "gutter-right-only": MarkStyle("mark-right"),
    "gutter-moved": MarkStyle("mark-right", "", "italic"),
    "gutter-note": MarkStyle("mark-note", "", "bold"),
    "gutter-reviewed": _FAINT,
    "gutter-weak": _FAINT,
    "gutter-new": MarkStyle("mark-right", "", "bold"),
    "gutter-taken-back": MarkStyle("mark-left-strong", "", "bold"),
    "gutter-changed-again": MarkStyle("mark-note", "", "bold"),
    "gutter-kept": _FAINT,
    # The map at the edge.
    "map": MarkStyle("mark-fainter"),
    "map-bar": _FAINT,
    "map-here": MarkStyle("foreground", "mark-row"),
}


class FamilyLook(NamedTuple):
    """The marks of a family of kinds on either side."""

    left: str
    right: str

    def on(self, side: Side) -> str:
        """Return the mark on that side."""
        return self.left if side == "left" else self.right


_FACT = FamilyLook("fact-left", "fact-right")
_ONE_SIDED = FamilyLook("removed", "added")
_WORDS = FamilyLook("word-left", "word-right")
_MOVED = FamilyLook("moved-left", "moved-right")
_SMALL = FamilyLook("small-left", "small-right")

FAMILIES: Mapping[Family, FamilyLook] = {
    "fact": _FACT,
    "word": _WORDS,
    "removed": _ONE_SIDED,
    "added": _ONE_SIDED,
    "moved": _MOVED,
    "quiet": _SMALL,
}
"""How differences look where they are shown one by one."""

GRADES: Mapping[Grade, FamilyLook] = {
    Grade.FACT: _FACT,
    Grade.PASSAGE: _ONE_SIDED,
    Grade.WORDING: _WORDS,
    Grade.SMALL: _SMALL,
}
"""How changes look in the texts, by how much they matter."""


def look_of(kind: Kind, side: Side) -> str:
    """Return the name in ``LOOKS`` of a difference of this kind on this side."""
    return FAMILIES[KINDS[kind].family].on(side)


def look_of_grade(grade: Grade, side: Side, *, moved: bool = False) -> str:
    """Return the name in ``LOOKS`` of a change of this grade on this side."""
    return (_MOVED if moved and grade is Grade.WORDING else GRADES[grade]).on(side)


SOFT_MARKS = frozenset(
    name for look in (*GRADES.values(), _MOVED) if look != _FACT for name in look
)
"""What marks changes that are no facts."""


class Meaning(NamedTuple):
    """What a mark means, with words it may stand on, left and right."""

    look: FamilyLook
    meaning: str
    left: str
    right: str


MEANINGS = (
    Meaning(_FACT, "a changed fact", "five", "more than five"),
    Meaning(_ONE_SIDED, "a passage only one side has", "as he had said", "so they say"),
    Meaning(_WORDS, "other words for it", "said", "noted"),
    Meaning(_MOVED, "words that moved together", "for years", "for years"),
    Meaning(
        _SMALL,
        "letters, capitals, marks, a word of grammar",
        "Harbour",
        "harbour",
    ),
)

StyledText = tuple[str, str]
"""Words and the name of their mark, an empty one for none."""

_AT_LAST = (
    Meaning(
        FamilyLook("current-left", "current-right"),
        "the change one has stopped at; of a long one where it begins and ends",
        "here",
        "here",
    ),
    Meaning(FamilyLook("hit", "hit-current"), "found by a search", "found", "found"),
)

LEGEND: tuple[tuple[tuple[StyledText, ...], str], ...] = tuple(
    (((one.left, one.look.left), (" ", ""), (one.right, one.look.right)), one.meaning)
    for one in (*MEANINGS, *_AT_LAST)
)
"""How the marks look, each beside what it means."""


# The palettes, by the names of the colours above without their "mark-".
DARK_MARKS = {
    "left": "#e6a862",
    "right": "#86bbf7",
    "left-ground": "#523717",
    "right-ground": "#1b4068",
    "left-tint": "#30271c",
    "right-tint": "#1b2a3a",
    "left-strong": "#ffd09a",
    "right-strong": "#bcdcff",
    "left-soft": "#dec198",
    "right-soft": "#a9caec",
    "faint": "#8f949c",
    "fainter": "#5c626c",
    "row": "#24282f",
    "chosen": "#2e3b52",
    "row-other": "#1d2026",
    "selection": "#3d4f6e",
    "hit-ground": "#5b4b8a",
    "hit-text": "#f6f2ff",
    "note": "#cda6f5",
    "note-ground": "#372b47",
    "title-text": "#f3f0e8",
}

LIGHT_MARKS = {
    "left": "#8f4f00",
    "right": "#1a5aa8",
    "left-ground": "#fadcb6",
    "right-ground": "#cfe2f7",
    "left-tint": "#f6ead5",
    "right-tint": "#e4edf6",
    "left-strong": "#5f2e00",
    "right-strong": "#05346a",
    "left-soft": "#6b5233",
    "right-soft": "#405c7a",
    "faint": "#62666c",
    "fainter": "#a3a39d",
    "row": "#ebe6d9",
    "chosen": "#cfdcee",
    "row-other": "#f2eee3",
    "selection": "#c3d3ea",
    "hit-ground": "#dccdf7",
    "hit-text": "#2b1457",
    "note": "#6430a0",
    "note-ground": "#eadcf7",
    "title-text": "#111418",
}

ANSI_MARKS = {
    "left": "ansi_yellow",
    "right": "ansi_bright_blue",
    "left-ground": "ansi_default",
    "right-ground": "ansi_default",
    "left-tint": "ansi_default",
    "right-tint": "ansi_default",
    "left-strong": "ansi_yellow",
    "right-strong": "ansi_bright_blue",
    "left-soft": "ansi_default",
    "right-soft": "ansi_default",
    "faint": "ansi_default",
    "fainter": "ansi_default",
    "row": "ansi_default",
    "chosen": "ansi_default",
    "row-other": "ansi_default",
    "selection": "ansi_default",
    "hit-ground": "ansi_magenta",
    "hit-text": "ansi_bright_white",
    "note": "ansi_magenta",
    "note-ground": "ansi_default",
    "title-text": "ansi_default",
}
