"""What must not differ between a note's words and the place found for them."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NAME = re.compile(r"[^\W\d_]\w*")


def facts(quote: str) -> tuple[str, ...]:
    """Return the numbers and the words with a capital, sorted.

    The first word counts too: whether it is a name cannot be told from a quote.
    """
    names = (word for word in _NAME.findall(quote) if word[0].isupper())
    return tuple(sorted([*_NUMBER.findall(quote), *names]))


def contradicts(quote: str, found: str) -> bool:
    """Return whether a number or a name is another one in the place found."""
    return facts(quote) != facts(found)
