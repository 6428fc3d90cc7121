"""What must not differ between a note's words and the place found for them."""

from __future__ import annotations

import re
from collections import Counter

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NAME = re.compile(r"[^\W\d_]\w*")
_BEGINNING = re.compile(r"(?:\A|[.!?:…][\"'”’»)\]]*\s)[\s\"'“‘«(\[]*\Z")


def facts(quote: str, *, beginnings: bool) -> Counter[str]:
    """Return the numbers and the words with a capital.

    ``beginnings``: also the first words of sentences, which may be no names.
    """
    found = Counter(_NUMBER.findall(quote))
    for match in _NAME.finditer(quote):
        word = match.group()
        if word[0].isupper() and (beginnings or not _begins(quote, match.start())):
            found[word] += 1
    return found


def _begins(quote: str, at: int) -> bool:
    return _BEGINNING.search(quote, max(0, at - 8), at) is not None


def contradicts(quote: str, found: str) -> bool:
    """Return whether numbers or names are other ones in the place found."""
    return facts(quote, beginnings=True) != facts(found, beginnings=True)


def loses(quote: str, found: str) -> bool:
    """Return whether a number or a name of the quote is not in the place found."""
    return bool(facts(quote, beginnings=False) - facts(found, beginnings=True))
