"""How many facts of two files differ, told by comparing them as the reader does."""

from __future__ import annotations

from tui_app.errors import UserError


def differing_facts(left: str, right: str) -> int | None:
    """Return how many changes of facts the reader would list for both files.

    ``None`` where one of them cannot be read any more.
    """
    from tui_app.core.change_list import listed_changes
    from tui_app.core.comparison import compare_files

    try:
        comparison = compare_files(left, right)
    except UserError:
        return None
    return sum(1 for _ in listed_changes(comparison))
