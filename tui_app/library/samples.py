"""The sample articles that travel with the program."""

from __future__ import annotations

from pathlib import Path

from tui_app.library.shelf import Shelf

_PACKAGE = Path(__file__).parents[1]


def sample_files() -> list[Path]:
    """Return the articles: inside the installed package, or beside it in a checkout."""
    for folder in (_PACKAGE / "samples", _PACKAGE.parent / "seeds"):
        files = sorted(folder.glob("*.txt"))
        if files:
            return files
    return []


def sample_shelf() -> Shelf:
    """Return the articles and which of them are related."""
    from tui_app.library.shelf_reading import read_shelf

    shelf = Shelf()
    for better in read_shelf(sample_files()):
        shelf = better
    return shelf
