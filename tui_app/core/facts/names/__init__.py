"""facts/names."""
