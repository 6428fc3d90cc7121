"""Write which class each character has where lines and clusters break.

    python docs/make_break_classes.py > tui_app/core/text/break_classes.py

It needs uniseg, which carries the properties of Unicode 16; the hyphens that Unicode 17
set apart (class HH) are named here. The program needs the table alone.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby

from uniseg.db import get_handle, get_value

SYLLABLES = range(0xAC00, 0xD7A4)  # every 28th is H2 and A, the program knows
WIDE = ("F", "W", "H")
HYPHENS = (
    *(0x58A, 0x5BE, 0x1400, 0x2010, 0x2012, 0x2013),
    *(0x2E17, 0x2E40, 0x2E5D, 0x10D6E, 0x10EAD),
)
BY_RULE_1 = {"AI": "AL", "SG": "AL", "XX": "AL", "": "AL", "CJ": "NS"}
GRAPHEMES = {
    "CR": "r",
    "LF": "n",
    "Control": "N",
    "Extend": "x",
    "ZWJ": "j",
    "Regional_Indicator": "R",
    "Prepend": "p",
    "SpacingMark": "s",
    "L": "l",
    "V": "v",
    "T": "t",
}
LAST = 0x110000
LETTERS = "ghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;<=>?@"
HEAD = '''"""Which class each character has where lines and clusters end, from a script.

``docs/make_break_classes.py`` takes them from the Unicode Character Database (Unicode
License v3). A piece of a table is the class of so many characters: their number in
hexadecimal figures, then the letter of the class.
"""

from __future__ import annotations

from typing import Final
'''


def value(name: str) -> Callable[[int], str]:
    """Return what gives the value of a property for a character."""
    handle = get_handle(name)
    return lambda code: str(get_value(handle, code))


LINE_BREAK, GRAPHEME = value("Line_Break"), value("Grapheme_Cluster_Break")
CONJUNCT, PICTOGRAPH = value("InCB"), value("Extended_Pictographic")


def line_class(code: int) -> str:
    """Return the class for line breaks, those of rule 1 resolved, a wide one with w."""
    if code in SYLLABLES:
        return "H3w"
    sign, name = chr(code), LINE_BREAK(code)
    category = unicodedata.category(sign)
    name = BY_RULE_1.get(name, name)
    if code in HYPHENS:
        name = "HH"
    elif code == 0x25CC:
        name = "DOTTED"
    elif name == "SA" and category in {"Mn", "Mc"}:
        name = "CM"
    elif name == "QU":
        name = {"Pi": "QI", "Pf": "QF"}.get(category, "QU")
    elif PICTOGRAPH(code) and category == "Cn":
        name = "PICT" if name == "ID" else "PICTA"
    # Of what is not assigned Python says F.
    assigned = category != "Cn" or name in {"ID", "PICT"}
    wide = assigned and unicodedata.east_asian_width(sign) in WIDE
    return name + "w" * (wide and name not in {"CM", "SP"})


def grapheme_class(code: int) -> str:
    """Return the class for clusters, a letter that is no figure."""
    if code in SYLLABLES:
        return "B"
    kind = GRAPHEMES.get(GRAPHEME(code), "")
    match CONJUNCT(code):
        case "Linker":
            return "k"
        case "Consonant":
            return "i"
        case "" | "None" if kind == "x":
            return "o"  # extends, but no conjunct
    return kind or ("P" if PICTOGRAPH(code) else "z")


def runs(class_of: Callable[[int], str]) -> Iterator[tuple[int, str]]:
    """Yield how many characters in a row have which class."""
    for name, run in groupby(map(class_of, range(LAST))):
        yield sum(1 for _ in run), name


def written(pieces: list[str]) -> Iterator[str]:
    """Yield the pieces in lines of a string."""
    line = ""
    for piece in pieces:
        if len(line) + len(piece) > 80:
            yield f'    "{line}"'
            line = ""
        line += piece
    yield f'    "{line}"'


def table(name: str, meaning: str, pieces: list[str]) -> str:
    """Return the lines that define a table."""
    return "\n".join(
        (f"\n{name}: Final = (", *written(pieces), ")", f'"""{meaning}"""')
    )


def main() -> None:
    """Write the module."""
    lines = list(runs(line_class))
    names = sorted({"H2w", *(name for _, name in lines)})
    letters = dict(zip(names, LETTERS, strict=False))
    clusters = list(runs(grapheme_class))
    sys.stdout.write(HEAD)
    sys.stdout.write(
        table(
            "LINE_CLASSES",
            "Each class (Unicode Standard Annex 14) and the letter written for it;\n"
            " ``w`` stands behind the classes of wide signs.",
            [f"{name} {letter} " for name, letter in letters.items()],
        )
    )
    pieces = [f"{size:x}{letters[name]}" for size, name in lines]
    sys.stdout.write(table("LINE_BREAKS", "Which of them the characters have.", pieces))
    pieces = [f"{size:x}{name}" for size, name in clusters]
    sys.stdout.write(
        table(
            "CLUSTERS",
            "Classes of Unicode Standard Annex 29, which ``clusters`` explains.",
            pieces,
        )
    )
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
