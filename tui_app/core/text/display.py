"""How text that nobody vouches for is shown: offsets unchanged, nothing hidden."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tui_app.core.model import Document, Span
from tui_app.core.text.invisible import with_what_belongs, without_idle_helpers

_REPLACEMENT = 0xFFFD

# Some of them stay where they belong, see ``invisible``. Tab and newline stay: laying
# out text is the reader's business.
_HIDDEN_RANGES = (
    (0x80, 0x9F),  # C1, among them the one-character CSI and OSC
    (0xAD, 0xAD),  # soft hyphen: terminals differ in whether it has a cell
    (0x61C, 0x61C),  # bidirectional controls
    (0x17B4, 0x17B5),  # vowels of Khmer that were never written
    (0x180E, 0x180E),  # Mongolian vowel separator
    (0x200B, 0x200F),  # zero-width space, joiners, marks of direction
    (0x2028, 0x202E),  # line and paragraph separator, embeddings, overrides
    (0x2060, 0x2065),  # word joiner, invisible signs of mathematics, one unassigned
    (0x2066, 0x2069),  # isolates
    (0x206A, 0x206F),  # shaping, long deprecated
    (0x3164, 0x3164),  # fillers: letters that show nothing
    (0xFFA0, 0xFFA0),
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFF0, 0xFFFB),  # interlinear annotation, and what would be as invisible
    (0x1BCA0, 0x1BCA3),  # of shorthand
    (0x1D173, 0x1D17A),  # of scores: beams and slurs that no terminal draws
    (0xE0000, 0xE00FF),  # tags, and what would be as invisible
    (0xE01F0, 0xE0FFF),
    (0xD800, 0xDFFF),  # lone surrogates
    (0xFDD0, 0xFDEF),  # no characters
    *((plane << 16 | 0xFFFE, plane << 16 | 0xFFFF) for plane in range(0x11)),
)
# Compiled when first needed; it passes over text in a tenth of the tables' time.
_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f"
    + "".join(f"{chr(first)}-{chr(last)}" for first, last in _HIDDEN_RANGES)
    + "]"
)

MOST_MARKS = 30
"""Characters without a cell of their own in a row that a text may need: the limit of
the stream-safe text format (Unicode Standard Annex 15, section 13)."""

_MARKS = frozenset({"Mn", "Mc", "Me", "Cf", "Cn"})

_VOWELS_AND_FINALS = (
    ("\u115f", "\u11ff"),  # of Korean syllables set letter by letter
    ("\ud7b0", "\ud7ff"),
    ("\u3164", "\u3164"),  # its fillers
    ("\uffa0", "\uffa0"),
    ("\U0001f3fb", "\U0001f3ff"),  # tones of skin
)

_JOINER = "\u200d"

_PICTURES = 0x2400

_PICTURE_OF_DELETE = 0x2421

_SIGNS = f"\u2400-\u2421{chr(_REPLACEMENT)}"


class _Table(dict[int, int]):
    """What to show for each character, by code; found out when one is first met."""

    def __missing__(self, code: int) -> int:
        self[code] = shown = _shown(code)
        return shown


def _shown(code: int) -> int:
    if code < 0x20:
        return _PICTURES + code
    if code == 0x7F:
        return _PICTURE_OF_DELETE
    hidden = any(first <= code <= last for first, last in _HIDDEN_RANGES)
    return _REPLACEMENT if hidden else code


_LINE_TABLE = _Table()

_TABLE = _Table({9: 9, 10: 10})


def displayable(text: str) -> str:
    """Return ``text`` with every unsafe character replaced by one visible one.

    Control characters become their pictures (ESC is ␛), invisible ones and lone
    surrogates U+FFFD; what a script needs stays where it does (``invisible``). Marks
    heaped on a letter beyond what any script needs are replaced as well: no screen can
    be painted that has a million of them in one cell. Offsets are unchanged; tab and
    newline stay.
    """
    return _without_heaps(_without_controls(text))


def _without_controls(text: str) -> str:
    given = text
    text = without_idle_helpers(text, chr(_REPLACEMENT))
    # Nearly all text is printable but for its line ends, and told so at once.
    if text.isascii():
        spaced = text.replace("\n", " ").replace("\t", " ")
        return text if spaced.isprintable() else text.translate(_TABLE)
    if re.search(_UNSAFE, text):
        return with_what_belongs(given, text.translate(_TABLE))
    return text


def displayable_line(text: str) -> str:
    """Return ``text`` displayable within one line: tab and newline are pictures too."""
    safe = without_idle_helpers(text, chr(_REPLACEMENT))
    if not (text.isascii() and text.isprintable()):
        safe = with_what_belongs(text, safe.translate(_LINE_TABLE))
    return _without_heaps(safe)


def pasteable(text: str) -> str:
    """Return ``text`` for another program to paste: nothing in it gives a command.

    What is invisible stays, as other scripts need it; offsets are unchanged.
    """
    if text.isprintable():
        return text
    return "".join(map(_pasted, text))


def _pasted(one: str) -> str:
    commands = one not in "\t\n" and unicodedata.category(one) in {"Cc", "Cs"}
    return chr(_shown(ord(one))) if commands else one


def _without_heaps(text: str) -> str:
    """Return ``text`` with the marks of each heap that are too many replaced."""
    if len(text) <= MOST_MARKS or text.isascii():
        return text
    parts, done = list[str](), 0
    for start, end in _heaps(text):
        parts += (text[done:start], chr(_REPLACEMENT) * (end - start))
        done = end
    return "".join((*parts, text[done:])) if parts else text


def _heaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield where marks are heaped, those left out that are not too many.

    Whatever stands in such a heap, every thirty-first character is one of it.
    """
    some = slice(MOST_MARKS, None, MOST_MARKS + 1)
    before = slice(MOST_MARKS - 1, None, MOST_MARKS + 1)
    if _JOINER not in text[before] and text[some].translate(_CLASSES).isspace():
        return
    for heap in re.finditer("(?:m|j.?)+", text.translate(_CLASSES)):
        start, end = heap.span()
        if end - start > MOST_MARKS:
            yield start + MOST_MARKS, end


class _Classes(_Table):
    """A letter for each character that takes no cell of its own; a space for others.

    A joiner, ``j``, joins the next character to the one before.
    """

    def __missing__(self, code: int) -> int:
        self[code] = found = ord(_class(chr(code)))
        return found


def _class(one: str) -> str:
    if one == _JOINER:
        return "j"
    korean = any(first <= one <= last for first, last in _VOWELS_AND_FINALS)
    return "m" if korean or unicodedata.category(one) in _MARKS else " "


_CLASSES = _Classes()


_LINE_ENDS = str.maketrans("\n\t", "  ")


def shown(document: Document, start: int, end: int) -> str:
    """Return a stretch of the text as it may be painted, offsets unchanged.

    Line ends and tabs become spaces: the lines are set anew.
    """
    return displayable(document.text[start:end]).translate(_LINE_ENDS)


def hidden(document: Document, start: int, end: int) -> Iterator[Span]:
    """Yield where the characters are shown as something else, each run as one."""
    text = document.text[start:end]
    safe = displayable(text)
    if text == safe:
        return
    for signs in re.finditer(f"[{_SIGNS}]+", safe):
        raw, at = text[signs.start() : signs.end()], start + signs.start()
        for run in re.finditer(f"[^{_SIGNS}]+", raw):
            yield Span(at + run.start(), at + run.end())
