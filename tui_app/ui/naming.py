"""What the shell calls the things of the model."""

from __future__ import annotations

from tui_app.core.model import FACTS, Kind
from tui_app.settings.place import Recent
from tui_app.ui.fitting import cut_middle

_QUIET = frozenset({Kind.INFLECTION, Kind.SPELLING, Kind.CASE, Kind.PUNCTUATION})


def marks_of(kind: Kind) -> tuple[str, str]:
    """Return the names of the marks (see ``MARKS``) of a kind, left and right."""
    if kind in FACTS:
        return "fact-left", "fact-right"
    if kind in _QUIET:
        return "quiet", "quiet"
    if kind is Kind.ORDER:
        return "moved-left", "moved-right"
    if kind in {Kind.ADDED, Kind.REMOVED}:
        return "removed", "added"
    return "word-left", "word-right"


def pair_name(recent: Recent, width: int = 30) -> str:
    """Return what to call a comparison: the names of its files, shortened."""
    names = (_last(recent.pair.left), _last(recent.pair.right))
    return " and ".join(cut_middle(name, width) for name in names)


def _last(source: str) -> str:
    return source.rstrip("/").rsplit("/", 1)[-1] or source
