"""Where a query hits in a text, however either of them is written.

Canonical equivalents, ligatures and wide forms are the same (``text/written_ways``). A
hit is where the text has it: no offset is of a text changed for the search.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import NamedTuple

from tui_app.core.model import Span
from tui_app.core.text.clusters import mark_set
from tui_app.core.text.written_ways import Regard, expression


class QueryError(ValueError):
    """The query is no valid regular expression; the message says why."""


class Query(NamedTuple):
    """What is searched for.

    ``case`` is ``None`` for smart case: capitals count when the query has one.
    ``accents`` tells that accents count. In plain words, white space stands for any
    white space, and straight quotes and hyphens for curly and typographic ones.
    """

    words: str
    regex: bool = False
    whole_words: bool = False
    case: bool | None = None
    accents: bool = True

    def pattern(self, text: str | None = None) -> re.Pattern[str]:
        """Return the pattern; for a ``text`` one that is as quick as the text allows.

        Raises ``QueryError`` where a regular expression is not one.
        """
        source = self.words if self.regex else self._plain(text)
        if self.whole_words:
            source = (
                rf"\b(?:{source})\b"
                if self.regex
                else _bounded(source, self.words, text)
            )
        try:
            with warnings.catch_warnings():
                # What a set like "[[a]" may mean one day is no news to who searches,
                # and a warning would be printed over the screen.
                warnings.simplefilter("ignore")
                return re.compile(source, 0 if self._counts_case() else re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            raise QueryError(str(error)) from error

    def _counts_case(self) -> bool:
        return self.words != self.words.lower() if self.case is None else self.case

    def _plain(self, text: str | None) -> str:
        """Return plain words as an expression."""
        regard = Regard(self._counts_case(), self.accents)
        parts = re.split(r"\s+", self.words)
        return r"\s+".join(
            expression(part, text, regard) if part else "" for part in parts
        )


def _bounded(source: str, words: str, text: str | None) -> str:
    """Ask for word borders only where the query begins or ends with a letter.

    The vowel signs of Hindi are no letters to Python, and yet within words.
    """
    marks = "" if text is None or text.isascii() else mark_set()
    before = rf"(?<![\w{marks}])" if re.match(r"\w", words) else ""
    after = rf"(?![\w{marks}])" if re.search(rf"[\w{marks}]\Z", words) else ""
    return f"{before}(?:{source}){after}"


def find(text: str, query: Query) -> Iterator[Span]:
    """Yield the hits in ``text`` in order; a hit is never empty.

    Raises ``QueryError`` where the query is no valid regular expression.
    """
    if not query.words.strip():
        return
    for match in query.pattern(text).finditer(text):
        start, end = match.span()
        if start < end:
            yield Span(start, end)
