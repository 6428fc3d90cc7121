"""Read a file and segment it."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path

from tui_app.core.model import Document, Granularity
from tui_app.core.segmentation import segment
from tui_app.errors import UserError


def load_document(path: str | PathLike[str], granularity: Granularity) -> Document:
    """Return the document in the file ``path``.

    Raises ``UserError`` where it cannot be read.
    """
    name = fspath(path)
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(name, error.strerror or "cannot be read") from error
    return segment(text, name, granularity)
