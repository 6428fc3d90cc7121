"""align/articles."""
