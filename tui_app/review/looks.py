"""How each kind of difference and everything else marked looks: one table.

``LOOKS`` says which colour and which attributes a mark has, ``FAMILIES`` which mark
each family of kinds has on either side; the reader makes styles of them in the theme
that is on, the command line in the terminal's own colours. Each mark has an attribute
of its own beside its colour (bold, underline, strike, italic, reverse), which carries
the meaning under ``NO_COLOR`` and in 16 colours.

How loud a mark is follows what it says: a changed fact has a ground and is bold,
words that only one side has are underlined, rewording is set in italics, and
spelling, case and punctuation are only a little paler than the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui_app.core.kinds import KINDS, Family, Kind
from tui_app.core.model import Side

PREFIX = "mark--"
"""What the names of marks begin with where those of component classes are, too."""


class Mark(NamedTuple):
    """``start`` to ``end`` of a text is to look like the style ``name``."""

    start: int
    end: int
    name: str


class MarkStyle(NamedTuple):
    """How a mark looks: variables of the theme, and attributes as rich names them.

    ``ansi`` and ``plain`` replace ``style`` where the terminal's own colours are used,
    and where there are none.
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
        return dict.fromkeys(words.split(), True)


_DIM = MarkStyle("mark-faint", "", "", "dim", "dim")

_FAINT = MarkStyle("mark-faint")

_FAINTER = MarkStyle("mark-fainter", "", "", "dim", "dim")


def _fact(side: str) -> MarkStyle:
    loud = "bold reverse"
    return MarkStyle(f"mark-{side}-strong", f"mark-{side}-ground", "bold", loud, loud)


LOOKS: Mapping[str, MarkStyle] = {
    # Running text.
    "text": MarkStyle("foreground"),
    "title": MarkStyle("mark-title-text", "", "bold"),
    "aside": _DIM,
    "paragraph": _FAINTER,
    "empty": MarkStyle("mark-fainter", "", "dim"),
    "fold": MarkStyle("mark-faint", "", "italic", "dim", "dim"),
    "hidden": MarkStyle("mark-note", "", "italic"),
    # The row under the cursor, on the side that is active and on the other.
    "cursor": MarkStyle("", "mark-row"),
    "cursor-other": MarkStyle("", "mark-row-other"),
    "noted": MarkStyle("", "mark-note-ground", "", "overline", "overline"),
    "selection": MarkStyle("", "mark-selection", "", "reverse", "reverse"),
    # What differs.
    "left-only": MarkStyle("mark-left"),
    "right-only": MarkStyle("mark-right"),
    "fact-left": _fact("left"),
    "fact-right": _fact("right"),
    "removed": MarkStyle("mark-left", "", "underline", None, "bold"),
    "added": MarkStyle("mark-right", "", "underline", None, "bold"),
    "word-left": MarkStyle("mark-left", "", "italic", None, "underline"),
    "word-right": MarkStyle("mark-right", "", "italic", None, "underline"),
    "moved-left": MarkStyle("mark-left", "", "italic underline"),
    "moved-right": MarkStyle("mark-right", "", "italic underline"),
    "quiet": MarkStyle("mark-quiet", "", "", "dim", "dim"),
    "uncounted": _DIM,
    "letters": MarkStyle("", "", "underline"),
    "merged-removed": MarkStyle("mark-left", "", "strike"),
    "merged-added": MarkStyle("mark-right", "", "underline"),
    # What a search found.
    "hit": MarkStyle("mark-hit-text", "mark-hit-ground", "", None, "reverse"),
    "hit-current": MarkStyle(
        "mark-hit-text",
        "mark-hit-ground",
        "bold reverse",
        None,
        "bold underline reverse",
    ),
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
    # The map at the edge.
    "map": MarkStyle("mark-fainter"),
    "map-here": MarkStyle("foreground", "mark-row", "", None, "reverse"),
}

MARKS = frozenset(PREFIX + name for name in LOOKS)


class FamilyLook(NamedTuple):
    """The marks of a family of kinds, what they mean, and an example of each."""

    left: str
    right: str
    meaning: str
    example: tuple[str, str]


_ONE_SIDED = FamilyLook(
    "removed", "added", "words only one side has", ("in depth", "at length")
)

FAMILIES: Mapping[Family, FamilyLook] = {
    "fact": FamilyLook(
        "fact-left", "fact-right", "a changed fact", ("five", "more than five")
    ),
    "word": FamilyLook(
        "word-left", "word-right", "other words for it", ("said", "noted")
    ),
    "removed": _ONE_SIDED,
    "added": _ONE_SIDED,
    "moved": FamilyLook(
        "moved-left", "moved-right", "words moved", ("freely", "freely")
    ),
    "quiet": FamilyLook(
        "quiet", "quiet", "spelling, case, punctuation", ("colour", "color")
    ),
}


def look_of(kind: Kind, side: Side) -> str:
    """Return the name in ``LOOKS`` of a difference of this kind on this side."""
    family = FAMILIES[KINDS[kind].family]
    return family.left if side == "left" else family.right


StyledText = tuple[str, str]
"""Words and the name of their mark (without ``mark--``), an empty one for none."""

_HITS = FamilyLook("hit", "hit-current", "found by a search", ("found", "found"))

LEGEND: tuple[tuple[tuple[StyledText, ...], str], ...] = tuple(
    (((one.example[0], one.left), (" ", ""), (one.example[1], one.right)), one.meaning)
    for one in dict.fromkeys((*FAMILIES.values(), _HITS))
)
"""How the marks look, each beside what it means."""


# The palettes, by the names of the colours above without their "mark-".
DARK_MARKS = {
    "left": "#dcae7c",
    "right": "#97c1f0",
    "left-ground": "#523717",
    "right-ground": "#1b4068",
    "left-strong": "#ffd09a",
    "right-strong": "#bcdcff",
    "quiet": "#a9a69d",
    "faint": "#8f949c",
    "fainter": "#5c626c",
    "row": "#24282f",
    "row-other": "#1d2026",
    "selection": "#3d4f6e",
    "hit-ground": "#5b4b8a",
    "hit-text": "#f6f2ff",
    "note": "#cda6f5",
    "note-ground": "#372b47",
    "title-text": "#f3f0e8",
}

LIGHT_MARKS = {
    "left": "#86500f",
    "right": "#245a94",
    "left-ground": "#fadcb6",
    "right-ground": "#cfe2f7",
    "left-strong": "#5f2e00",
    "right-strong": "#05346a",
    "quiet": "#5a5d61",
    "faint": "#62666c",
    "fainter": "#a3a39d",
    "row": "#ebe6d9",
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
    "left-strong": "ansi_yellow",
    "right-strong": "ansi_bright_blue",
    "quiet": "ansi_default",
    "faint": "ansi_default",
    "fainter": "ansi_default",
    "row": "ansi_default",
    "row-other": "ansi_default",
    "selection": "ansi_default",
    "hit-ground": "ansi_magenta",
    "hit-text": "ansi_bright_white",
    "note": "ansi_magenta",
    "note-ground": "ansi_default",
    "title-text": "ansi_default",
}
