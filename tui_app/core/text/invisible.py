"""Which invisible characters belong to the writing they stand in, and which are idle.

A joiner between Persian letters, a border between words of Khmer, a mark that keeps a
Hebrew line in order are part of how a text is written. The same characters elsewhere do
nothing but make two texts differ unseen. What overrides or embeds a direction belongs
nowhere: it makes a text look like another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from tui_app.core.text.direction import FROM_RIGHT

# What selects a form of the character before it, joins or fills, and is nothing at all
# anywhere else (Unicode, StandardizedVariants.txt; chapters 18.1 and 23.2).
_SELECTED = (
    "#*0-9\xa9\xae\u1000-\u109f\u2010-\u2bff\u3000-\u303f\u3200-\u32ff\u3400-\u9fff"
    "\ua840-\ua877\uaa60-\uaa7f\uf900-\ufaff\uff01-\uff60\U00010ac0-\U00010aff"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_JAMO = "\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff"
_ORDERED = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f"
_HIEROGLYPHS = "[\U00013000-\U0001342f\U00013440-\U000143fa]"
_JOINING_THEM = "[\U00013430-\U0001343f]"
_HELPERS = (
    "[\u034f\u115f\u1160\u180b-\u180d\u180f\ufe00-\ufe0f"
    "\U00013430-\U0001343f\U00016fe4\U000e0100-\U000e01ef]"
)
_HELPING_NOTHING = (
    f"\u034f(?![{_ORDERED}])"
    f"|(?<![{_JAMO}])[\u115f\u1160](?![{_JAMO}])"
    "|(?<![\u1820-\u18aa])[\u180b-\u180d\u180f]"
    f"|(?<!{_HIEROGLYPHS})(?<!{_HIEROGLYPHS}{_JOINING_THEM}){_JOINING_THEM}"
    f"(?!{_JOINING_THEM}?{_HIEROGLYPHS})"
    "|(?<![\U00018b00-\U00018cff])\U00016fe4"
    f"|(?<![{_SELECTED}])[\ufe00-\ufe0f]"
    f"|(?<![{_IDEOGRAPHS}])[\U000e0100-\U000e01ef]"
)

# Scripts whose letters join or are written below one another: Arabic and its like,
# Mongolian, Phags-pa, those of India and Southeast Asia.
_JOINING = (
    "\u0600-\u061b\u061d-\u07ff\u0840-\u0dff\u0f00-\u109f\u1700-\u18af\u1900-\u1cff"
    "\ua800-\ua82f\ua840-\ua8ff\ua930-\uaadf\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00010fff\U00011000-\U00011fff\U0001e900-\U0001e95f"
)
_PICTURES = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2934\u2935\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_UNSPACED = (
    "\u0e01-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\uaadf"
)
_EAST_ASIAN = "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"

# England's, Scotland's and Wales's: the flags that Unicode's list of emoji spells with
# tags. In other such letters whole sentences could be hidden.
_FLAGS: Final = "\U0001f3f4\U000e0067\U000e0062(?:{})\U000e007f".format(
    "|".join(
        "".join(chr(0xE0000 + ord(letter)) for letter in land)
        for land in ("eng", "sct", "wls")
    )
)
_MAY_BELONG: Final = f"[\u061c\u200b-\u200f\u2060\ufeff]|{_FLAGS}"
_MARKS_OF_DIRECTION: Final = "\u061c\u200e\u200f"
_NEIGHBOURS: Final = {
    "\u200b": f"[{_UNSPACED}]",  # a border between words
    "\u200c": f"[{_JOINING}]",
    "\u200d": f"[{_JOINING}]",
    "\u2060": f"[{_UNSPACED}{_EAST_ASIAN}{FROM_RIGHT}]",  # what forbids a border
    "\ufeff": f"[{_UNSPACED}{_EAST_ASIAN}{FROM_RIGHT}]",
}
"""Letters beside which an invisible character belongs, before it or behind."""

_KNOWN: Final = 1 << 12  # neighbours that are remembered

_NEAR: Final = 32
"""Characters between a mark of direction and a letter that is read from the right."""


def without_idle_helpers(text: str, shown: str) -> str:
    """Return ``text`` with ``shown`` for what selects, joins or fills nothing."""
    if text.isascii() or not re.search(_HELPERS, text):
        return text
    return re.sub(_HELPING_NOTHING, shown, text)


def with_what_belongs(text: str, safe: str) -> str:
    """Return ``safe``, shown of ``text``, with the invisible that belongs there.

    Joiners and marks of direction belong beside letters that need them, borders between
    words and what forbids one beside letters that have no spaces.
    """
    kept = list(_belonging(text))
    if not kept:
        return safe
    parts = [safe[: kept[0]]]
    for at, following in pairwise([*kept, len(text)]):
        parts += (text[at], safe[at + 1 : following])
    return "".join(parts)


def _belonging(text: str) -> Iterator[int]:
    for match in re.finditer(_MAY_BELONG, text):
        at = match.start()
        if len(match[0]) > 1:
            yield from range(at, match.end())
        elif match[0] in _MARKS_OF_DIRECTION:
            if _is_near_turned(text, at):
                yield at
        elif _belongs(text[max(0, at - 1) : at], match[0], text[at + 1 : at + 2]):
            yield at


@lru_cache(maxsize=_KNOWN)
def _belongs(before: str, one: str, after: str) -> bool:
    """Tell whether the neighbours, empty at an end of the text, need the character."""
    if re.match(_NEIGHBOURS[one], before) or re.match(_NEIGHBOURS[one], after):
        return True
    pictures = (
        re.match(f"[{_PICTURES}\ufe0f]", before),
        re.match(f"[{_PICTURES}]", after),
    )
    return one == "\u200d" and all(pictures)


def _is_near_turned(text: str, at: int) -> bool:
    """Tell whether letters around a place are read from the right."""
    around = text[max(0, at - _NEAR) : at] + text[at + 1 : at + 1 + _NEAR]
    return re.search(f"[{FROM_RIGHT}]", around) is not None
