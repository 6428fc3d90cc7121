"""What two passages that say the same say differently, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_app.core.differences.row_differences import RowCollator, differences

__all__ = ["RowCollator", "differences"]

_HOMES = {"RowCollator": "row_differences", "differences": "row_differences"}


def __getattr__(name: str) -> object:
    """Load a name when it is asked for: the tables of facts take their time."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
