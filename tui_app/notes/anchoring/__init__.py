"""Finding the place of a note in a text that was edited since."""

from tui_app.notes.anchoring.locate import Locator

__all__ = ["Locator"]
