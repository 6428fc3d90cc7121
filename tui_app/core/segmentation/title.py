"""What a document is called on the screen and in lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui_app.core.model import Role, Unit
from tui_app.core.segmentation.lines import STOPS
from tui_app.core.segmentation.patterns import without_dateline

_LONGEST = 120  # characters of a sentence that stands in for a title
_FIRST_SENTENCE = re.compile(rf".{{20,}}?[{STOPS}](?=\s|\Z)")


def title_of(text: str, passages: Iterable[Unit]) -> str:
    """Return the title on one line, or else how the body begins.

    ``passages`` are the paragraphs or lines with their roles.
    """
    opening = ""
    for passage in passages:
        if passage.role is Role.TITLE:
            return _one_line(text, passage).removeprefix("# ")
        if not opening and passage.role is Role.BODY:
            opening = _one_line(text, passage)
    return _shortened(without_dateline(opening))


def _one_line(text: str, passage: Unit) -> str:
    return " ".join(text[passage.start : passage.end].split())


def _shortened(opening: str) -> str:
    sentence = _FIRST_SENTENCE.match(opening)
    beginning = sentence[0] if sentence else opening
    if len(beginning) <= _LONGEST:
        return beginning
    cut = beginning.rfind(" ", _LONGEST // 2, _LONGEST)
    return beginning[: cut if cut > 0 else _LONGEST].rstrip(" ,;:") + "…"
