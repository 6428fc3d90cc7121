"""Names of texts that are no files: standard input, the clipboard, web addresses."""

from __future__ import annotations

STANDARD_INPUT = "-"

CLIPBOARD = "clipboard:"

READ_ONCE = frozenset({STANDARD_INPUT, CLIPBOARD})
"""Names behind which another text may stand the next time."""

_WEB = ("http://", "https://")


def is_address(name: str) -> bool:
    """Tell whether the name is that of a page on the web."""
    return name[:8].lower().startswith(_WEB)
