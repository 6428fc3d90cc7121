"""From a word list or a dictionary to the pairs of words that two texts hold."""

from tui_app.core.dictionaries.chosen_lists import ReadLists, read_lists

__all__ = ["ReadLists", "read_lists"]
