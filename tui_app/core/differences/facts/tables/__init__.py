"""The word lists that the rules for facts look things up in, English unless said."""

from __future__ import annotations

from tui_app.core.differences.forms import spelling_key


def word_set(text: str) -> frozenset[str]:
    """Return the words of a table written as running text."""
    return frozenset(text.split())


def word_list(text: str) -> list[str]:
    """Return the words of a table written as running text, in order."""
    return text.split()


def lemma_set(text: str) -> frozenset[str]:
    """Return the words of a table, and in the spelling that lemmas are given in."""
    words = text.split()
    return frozenset(words) | frozenset(map(spelling_key, words))
