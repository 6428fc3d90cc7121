"""What a document is called on the screen and in lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_app.core.model import Role
from tui_app.core.segmentation.lines import STOPS, Span
from tui_app.core.segmentation.patterns import without_dateline

_LONGEST = 120  # characters of a sentence that stands in for a title
# Compiled when first needed: most texts have a title.
_FIRST_SENTENCE = rf".{{20,}}?[{STOPS}](?=\s|\Z)"


def title_of(text: str, passages: Sequence[Span], roles: Sequence[Role]) -> str:
    """Return the title on one line, or else how the body begins.

    ``passages`` are the paragraphs or lines with their roles.
    """
    if Role.TITLE in roles:
        return _one_line(text, passages[roles.index(Role.TITLE)]).removeprefix("# ")
    if Role.BODY not in roles:
        return ""
    opening = _one_line(text, passages[roles.index(Role.BODY)])
    return _shortened(without_dateline(opening))


def _one_line(text: str, passage: Span) -> str:
    start, end = passage
    return " ".join(text[start:end].split())


def _shortened(opening: str) -> str:
    sentence = re.match(_FIRST_SENTENCE, opening)
    beginning = sentence[0] if sentence else opening
    if len(beginning) <= _LONGEST:
        return beginning
    cut = beginning.rfind(" ", _LONGEST // 2, _LONGEST)
    return beginning[: cut if cut > 0 else _LONGEST].rstrip(" ,;:") + "…"
