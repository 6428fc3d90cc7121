"""From a path or standard input to a document."""

from tui_app.core.loading.load import load_document, load_extract, look_at

__all__ = ["load_document", "load_extract", "look_at"]
