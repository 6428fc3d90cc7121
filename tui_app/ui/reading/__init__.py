"""The pair of texts, painted line by line in one widget."""
