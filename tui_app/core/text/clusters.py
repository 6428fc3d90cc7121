"""Which characters are one to a reader: a letter and its marks, a flag, a syllable.

Extended grapheme clusters (Unicode Standard Annex 29). What is cut between two of them
shows on either side what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tui_app.core.text.break_classes import CLUSTERS
from tui_app.core.text.class_table import ClassTable

_SINGLE: Final = (
    "[\n -~\u00a1-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u058f"
    "\u05be\u05d0-\u05f4\u060c-\u060f\u061b\u061d-\u064a\u0660-\u066f\u0671-\u06d5"
    "\u10d0-\u10ff\u1e00-\u1fff\u2010-\u2015\u2018-\u2027\u2030-\u203b\u20a0-\u20bf"
    "\u3000-\u3029\u3031-\u303c\u3041-\u3096\u309b-\u3296\u3400-\u9fff\uac00-\ud7a3"
    "\uf900-\ufad9\uff01-\uff9d]*+"
)
"""Text in which each character is a cluster by itself."""

_CLUSTER: Final = (
    "rn|[rnN]"  # carriage return and line feed, controls
    "|p*+(?:RR"  # what is set before a letter; flags
    "|l*+(?:Av*+|v++|B)t*+|l++|t++"  # Korean, letter by letter
    "|P(?:[xok]*+jP)*+"  # pictures joined
    "|i(?:[xj]*+k[xkj]*+i)*+"  # conjuncts: a consonant (i) and what links it (k)
    "|[^rnNp])[xokjs]*+"  # extended, a joiner, what is spaced
    "|p++[xokjs]*+"
)

_CLASSES: Final = ClassTable(CLUSTERS, "A")

_LONGEST: Final = 64
"""Characters before a place within which its cluster begins; pictures joined have less
than a dozen."""


@cache
def _single() -> re.Pattern[str]:
    return re.compile(_SINGLE)


@cache
def _cluster() -> re.Pattern[str]:
    return re.compile(_CLUSTER)


def are_single(text: str) -> bool:
    """Tell at once whether each character is a cluster; False if it takes a look."""
    return text.isascii() or _single().fullmatch(text) is not None


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each cluster starts and ends."""
    for match in _cluster().finditer(text.translate(_CLASSES)):
        yield match.span()


@cache
def mark_set() -> str:
    """Return what extends a letter, for a set in a pattern: marks and joiners."""
    ranges, start = list[str](), 0
    for size, letter in re.findall("([0-9a-f]+)(.)", CLUSTERS):
        end = start + int(size, 16)
        if letter in "xojks":
            ranges.append(f"{chr(start)}-{chr(end - 1)}")
        start = end
    return "".join(ranges)


def next_border(text: str, at: int) -> int:
    """Return where the cluster ends that ``at`` stands in, or ``at`` between two."""
    start = border(text, at)
    if start == at:
        return at
    return start + next(end for _, end in spans(text[start : start + _LONGEST]))


def border(text: str, at: int) -> int:
    """Return where the cluster starts that ``at`` stands in, or ``at`` between two.

    A cluster of more than 64 characters may be cut.
    """
    if not 0 < at < len(text):
        return at
    start = max(0, at - _LONGEST)
    stretch = text[start : at + 1]
    if are_single(stretch):
        return at
    last = start
    for first, _ in spans(stretch):
        last = start + first
    return last
