"""From a path, standard input, the clipboard or an address to a document."""

from tui_app.core.loading.load import (
    is_packed,
    load_both,
    load_document,
    load_extract,
    look_at,
    refuse_without_changes,
)

__all__ = [
    "is_packed",
    "load_both",
    "load_document",
    "load_extract",
    "look_at",
    "refuse_without_changes",
]
