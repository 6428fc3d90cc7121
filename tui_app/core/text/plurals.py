"""How many of something, in words."""

from __future__ import annotations


def counted(number: int, one: str, many: str, more: str = "") -> str:
    """Return ``1 fact`` or ``3 facts``; ``3+ facts`` where there may be more."""
    return f"{number}{more} {one if number == 1 and not more else many}"
