"""Where a reading of one pair ended, so that the next begins there."""

from __future__ import annotations

from dataclasses import dataclass

from tui_app.core.model import Side


@dataclass(frozen=True, slots=True)
class Place:
    """The passage under the cursor and how it was shown.

    ``offset`` is a code point into the text of ``side``: it survives another unit
    and, roughly, an edit. ``None`` for the looks means "as the settings say".
    """

    side: Side
    offset: int
    layout: str | None = None
    unit: str | None = None
    column_width: int | None = None
    facts_only: bool = False
    folded: bool = False
