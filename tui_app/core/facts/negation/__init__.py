"""facts/negation."""
