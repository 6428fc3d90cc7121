"""What is a document's own title: one that somebody gave it, not a program."""

from __future__ import annotations

import re
from pathlib import PurePath

_NONE = frozenset({
    "untitled", "untitled document", "untitled-1", "no title", "title", "[title]",
    "document title", "[document title]", "type the document title", "word document",
    "microsoft word document", "microsoft word", "powerpoint presentation",
    "presentation title", "slide 1", "pdf document", "unbenannt", "ohne titel",
    "sans titre", "sin título", "senza titolo", "naamloos", "normal", "template",
})  # fmt: skip

_MADE = re.compile(
    r"(?:Microsoft|OpenOffice|LibreOffice) (?:Word|Office Word|Writer|PowerPoint) - "
    r"|(?:Document|Dokument|Documento|Doc|Book|Presentation|Untitled)[ _-]?\d+$"
    r"|.*\.(?:docx?|docm|dotx?|dotm|rtf|odt|ott|pdf|txt|tex|dvi|indd|qxd|html?)$",
    re.IGNORECASE,
)


def own_title(title: str, name: str = "", template: str = "") -> str:
    """Return the title in single spaces, ``""`` where a program only made it up.

    That is a file's name, a number of the day's documents, or the title that the
    ``template`` brought along. ``name`` is that of the document.
    """
    tidied = " ".join(title.split())
    made_up = {PurePath(name).stem.casefold(), PurePath(template).stem.casefold()}
    wordless = not any(map(str.isalnum, tidied))
    if wordless or tidied.casefold() in _NONE | made_up or _MADE.match(tidied):
        return ""
    return tidied


def is_title_first(levels: list[int]) -> bool:
    """Tell whether the first of the headings of these ``levels`` is the title.

    It is where it is the only main one.
    """
    return levels[:1] == [1] and levels.count(1) == 1
