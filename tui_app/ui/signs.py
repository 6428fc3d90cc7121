"""The signs of the shell, for terminals that show them and for plain ASCII."""

from __future__ import annotations

from typing import NamedTuple


class Signs(NamedTuple):
    """Signs the status line, the footer and the lists are made with."""

    between: str = " · "
    cut: str = "…"
    becomes: str = " → "
    pointer: str = "▸ "
    nothing: str = "—"
    locked: str = "⇅"


UNICODE = Signs()
ASCII = Signs(
    between=" | ", cut="~", becomes=" -> ", pointer="> ", nothing="--", locked="="
)


def signs(ascii_only: bool) -> Signs:
    """Return the signs to use."""
    return ASCII if ascii_only else UNICODE
