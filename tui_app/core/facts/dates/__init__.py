"""facts/dates."""
