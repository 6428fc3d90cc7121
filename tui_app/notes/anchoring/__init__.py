"""Finding the place of a note in a text that was edited since."""
