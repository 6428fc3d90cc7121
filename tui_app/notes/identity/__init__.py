"""Whose notes are these: by what two documents are known again, and their archive."""
