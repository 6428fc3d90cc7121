"""facts/numbers."""
