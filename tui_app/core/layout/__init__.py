"""How rows become lines in columns of so many cells, and which of them are shown."""
