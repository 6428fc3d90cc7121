"""Diptych, a reader for parallel texts. Importing it loads nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_app.core.comparison import Comparison, compare_files, compare_texts
    from tui_app.core.differences.row_differences import differences
    from tui_app.core.exports.page import page
    from tui_app.core.exports.redline import redline
    from tui_app.core.exports.report import Choice, Remark, Report
    from tui_app.core.exports.review_report import review_report
    from tui_app.core.exports.variants import variants
    from tui_app.core.model import Difference
    from tui_app.errors import UserError

__all__ = [
    "Choice",
    "Comparison",
    "Difference",
    "Remark",
    "Report",
    "UserError",
    "__version__",
    "compare_files",
    "compare_texts",
    "differences",
    "page",
    "redline",
    "review_report",
    "variants",
]

__version__ = "0.1.0"

_HOMES = {
    "Choice": "tui_app.core.exports.report",
    "Comparison": "tui_app.core.comparison",
    "Difference": "tui_app.core.model",
    "Remark": "tui_app.core.exports.report",
    "Report": "tui_app.core.exports.report",
    "UserError": "tui_app.errors",
    "compare_files": "tui_app.core.comparison",
    "compare_texts": "tui_app.core.comparison",
    "differences": "tui_app.core.differences.row_differences",
    "page": "tui_app.core.exports.page",
    "redline": "tui_app.core.exports.redline",
    "review_report": "tui_app.core.exports.review_report",
    "variants": "tui_app.core.exports.variants",
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
