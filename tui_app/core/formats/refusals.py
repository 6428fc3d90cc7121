"""Why documents are refused, and from when on, where several formats say it alike.

A refusal is why, and what to do: ``raise UserError(name, *LOCKED)``.
"""

from __future__ import annotations

CHECK_ORIGIN = "check where it comes from"
SAVE_ANEW = "open it in the program that made it and save it anew"
SPLIT = "split it into parts"

DAMAGED = ("is damaged or cut short", SAVE_ANEW)
LOCKED = ("is protected by a password", "save it without and open that")
SWOLLEN = ("unpacks to more than a document can hold", CHECK_ORIGIN)

_MOST_RATIO = 200  # writing packs to a tenth
_RATIO_FLOOR = 1024 * 1024  # below, a table full of zeros may pack as well as it can


def is_swollen(size: int, packed: int) -> bool:
    """Tell whether ``packed`` bytes grew to more than those of a document do."""
    return size > max(_RATIO_FLOOR, _MOST_RATIO * packed)
