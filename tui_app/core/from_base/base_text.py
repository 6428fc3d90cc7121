"""The base as a text of its own: when it can be one, and what is odd about it."""

from __future__ import annotations

from tui_app.core.comparison import Comparison
from tui_app.core.from_base.changes_from_base import ChangesFromBase
from tui_app.core.model import Document
from tui_app.core.text.characters import same_but_for_space
from tui_app.core.translation import (
    AS_THE_TEXTS_TELL,
    Translation,
    find_translation,
)
from tui_app.errors import UserError

_FEW = 0.5
"""Share of a text below which it is said how much of it answers the base."""


def refuse_base(
    name: str, base: Document, left: Document, translation: Translation | None
) -> None:
    """Raise ``UserError`` where the three are not of one language.

    ``translation`` is that of the two texts.
    """
    if translation is None:
        translation = find_translation(base, left, AS_THE_TEXTS_TELL)
        if translation is None:
            return
    why = "three versions must be in one language"
    raise UserError(f"--base {name}", why, "leave it out, or name another file")


def remark_on_base(changes: ChangesFromBase) -> str:
    """Return a sentence about a base that says little of the changes, else ``""``."""
    base, left, right = changes.base, changes.pair.left, changes.pair.right
    if same_but_for_space(base.text, left.text):
        return "the base says what the left text says, so all changes are new"
    if same_but_for_space(base.text, right.text):
        return "the base says what the right text says, so all changes are taken back"
    share = _answered(changes.before)
    if share >= _FEW:
        return ""
    return f"only {share:.0%} of the left text has a counterpart in the base"


def _answered(before: Comparison) -> float:
    """Return how much of the right text stands beside something of the left."""
    right, rows = before.right, before.rows
    whole = right.size(range(len(right.units)))
    held = sum(right.size(row.right) for row in rows if row.left)
    return held / whole if whole else 1.0
