"""How cells look, and what a terminal is told to go from one look to another.

The codes are those of ECMA-48, 8.3.117 (SGR).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style
from textual.strip import SGR_STYLES


class Look(NamedTuple):
    """Codes of the attributes in their order, of the colour and of the ground."""

    attributes: tuple[str, ...] = ()
    colour: str = "39"
    ground: str = "49"


UNSTYLED: Final = Look()
"""The look after a reset."""

_ON_BLANKS = frozenset({"4", "7", "9", "21", "51", "52", "53"})
"""Attributes that are seen where there is no letter: lines, frames, the reversed."""


@lru_cache(4096)
def look_of(style: Style | None, colours: ColorSystem) -> Look:
    """Return the look of a style on a terminal with these colours."""
    if style is None:
        return UNSTYLED
    on = style._attributes & style._set_attributes  # noqa: SLF001 - else 13 calls
    attributes = tuple(code for bit, code in enumerate(SGR_STYLES) if on & (1 << bit))
    return Look(
        attributes,
        _codes(style.color, colours, foreground=True) or UNSTYLED.colour,
        _codes(style.bgcolor, colours, foreground=False) or UNSTYLED.ground,
    )


def _codes(color: Color | None, colours: ColorSystem, *, foreground: bool) -> str:
    if color is None:
        return ""
    return ";".join(color.downgrade(colours).get_ansi_codes(foreground))


@lru_cache(16384)
def turned(before: Look, after: Look) -> str:
    """Return what is written to a terminal of one look to give it another."""
    if before == after:
        return ""
    kept = before.attributes == after.attributes[: len(before.attributes)]
    if kept:
        codes = list(after.attributes[len(before.attributes) :])
        codes += [
            new for new, old in zip(after[1:], before[1:], strict=True) if new != old
        ]
    elif after == UNSTYLED:
        codes = []
    else:
        codes = ["0", *after.attributes]
        codes += [
            new for new, old in zip(after[1:], UNSTYLED[1:], strict=True) if new != old
        ]
    return f"\x1b[{';'.join(codes)}m"


@lru_cache(4096)
def blank(look: Look) -> Look:
    """Return the look of a blank cell: all that is seen of it where no letter is."""
    seen = tuple(one for one in look.attributes if one in _ON_BLANKS)
    return Look(seen, look.colour if seen else UNSTYLED.colour, look.ground)


@lru_cache(4096)
def near(look: Look, wanted: Look) -> Look:
    """Return the look to turn to from a ``look`` for a blank cell of one ``wanted``."""
    if wanted.attributes or _ON_BLANKS.intersection(look.attributes):
        return wanted
    return look._replace(ground=wanted.ground)
