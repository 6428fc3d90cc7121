"""Diptych, a reader for parallel texts. Importing it loads nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_app.core.comparison import Comparison, compare_files, compare_texts
    from tui_app.core.differences.row_differences import differences
    from tui_app.core.model import Difference
    from tui_app.errors import UserError

__all__ = [
    "Comparison",
    "Difference",
    "UserError",
    "__version__",
    "compare_files",
    "compare_texts",
    "differences",
]

__version__ = "0.1.0"

_HOMES = {
    "Comparison": "tui_app.core.comparison",
    "Difference": "tui_app.core.model",
    "UserError": "tui_app.errors",
    "compare_files": "tui_app.core.comparison",
    "compare_texts": "tui_app.core.comparison",
    "differences": "tui_app.core.differences.row_differences",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
