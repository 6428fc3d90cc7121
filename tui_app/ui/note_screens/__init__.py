"""note_screens."""
