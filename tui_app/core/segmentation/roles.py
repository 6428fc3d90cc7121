"""What the passages of an article are: title, dateline, caption, body."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.model import Role, Unit
from tui_app.core.segmentation.lines import Span


def find_roles(text: str, passages: Sequence[Span]) -> list[Role]:
    return [Role.BODY] * len(passages)


def find_title(text: str, passages: Sequence[Unit]) -> str:
    """Return the title, or else the first passage, as one line."""
    for passage in passages:
        if passage.role is Role.TITLE:
            return " ".join(text[passage.start : passage.end].split())
    return (
        " ".join(text[passages[0].start : passages[0].end].split()) if passages else ""
    )
