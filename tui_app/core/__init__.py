"""The comparison itself: load, segment, align, difference, rows. No user interface."""
