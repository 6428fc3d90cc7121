"""Where a query hits in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui_app.core.model import Span
from tui_app.core.text.punctuation import DOUBLE, SINGLE

_LIKE = {"'": f"['ʼ{SINGLE}]", '"': f'["{DOUBLE}]', "-": "[-‐‑–]"}


class QueryError(ValueError):
    """The query is no valid regular expression; the message says why."""


class Query(NamedTuple):
    """What is searched for.

    ``case`` is ``None`` for smart case: capitals count when the query has one. In
    plain words, white space stands for any white space, and straight quotes and
    hyphens for curly and typographic ones.
    """

    words: str
    regex: bool = False
    whole_words: bool = False
    case: bool | None = None

    def pattern(self) -> re.Pattern[str]:
        """Return the pattern.

        Raises ``QueryError`` where a regular expression is not one.
        """
        source = self.words if self.regex else _plain(self.words)
        if self.whole_words:
            source = (
                rf"\b(?:{source})\b" if self.regex else _bounded(source, self.words)
            )
        case = self.words != self.words.lower() if self.case is None else self.case
        try:
            return re.compile(source, 0 if case else re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            raise QueryError(str(error)) from error


def _plain(words: str) -> str:
    parts = re.split(r"\s+", words)
    return r"\s+".join("".join(_LIKE.get(c, re.escape(c)) for c in p) for p in parts)


def _bounded(source: str, words: str) -> str:
    """Ask for word borders only where the query begins or ends with a letter."""
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    return f"{before}(?:{source}){after}"


def find(text: str, query: Query) -> Iterator[Span]:
    """Yield the hits in ``text`` in order; a hit is never empty.

    Raises ``QueryError`` where the query is no valid regular expression.
    """
    if not query.words.strip():
        return
    for match in query.pattern().finditer(text):
        start, end = match.span()
        if start < end:
            yield Span(start, end)
