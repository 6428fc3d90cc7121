"""From the bytes of a document to its text: one module a format, one shape out."""

from tui_app.core.formats.take import take

__all__ = ["take"]
