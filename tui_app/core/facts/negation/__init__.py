"""Negation: words that deny, words of opposite sense."""
