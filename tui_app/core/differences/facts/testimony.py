"""What one stretch of text tells of the names, dates and language of its passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, pairwise

from tui_app.core.differences.facts.language import is_english
from tui_app.core.differences.facts.spelling import plain
from tui_app.core.differences.facts.tables.calendar import MONTHS

_HEAD = 4_000
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.6
# Sets of two stretches of characters, as "'" and "’", compile in a tenth of the time.
_LETTERS = r"[^\W\d_]+"
_WORD = re.compile(rf"{_LETTERS}(?:['’]{_LETTERS}|[.-]{_LETTERS})*")
# Begins with a space, which is found quickly.
_INSIDE = re.compile(rf" (?<=[\w,;] )({_LETTERS}(?:['’]{_LETTERS}|-{_LETTERS})*)")
_NAME = r"[A-Z](?:\w++|['’]|-)++"
_RUN = re.compile(rf"{_NAME}(?: (?:of |the |for |de |van |von |al-)*{_NAME})+")
_BRACKETED = re.compile(r"\(([A-Z]{2,8})\)")
_EXPANSION_LENGTH = 120
_YEAR = re.compile(
    rf"\b(?:({_LETTERS})\.? \d{{1,2}},? |\d{{1,2}} ({_LETTERS})\.?,? |)"
    r"((?:19|20)\d\d)(-\d\d-\d\d)?\b"
)


class Testimony:
    """What a stretch of text tells, each thing worked out when first asked for."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text

    @cached_property
    def years(self) -> frozenset[int]:
        """The years of the full dates in the head."""
        return frozenset(
            int(year)
            for behind, before, year, day in _YEAR.findall(self._text[:_HEAD])
            if day or (behind or before).casefold() in MONTHS
        )

    @cached_property
    def english(self) -> bool:
        """Whether the head is English."""
        return is_english(self._text[:_HEAD])

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words that are written small somewhere."""
        once = " ".join(set(self._text.split()))
        return frozenset(filter(str.islower, set(_WORD.findall(once))))

    @cached_property
    def inside(self) -> Counter[str]:
        """The words inside sentences of running text, as often as they stand there."""
        lines = map(_INSIDE.findall, self._text.splitlines())
        running = [words for words in lines if words and not _is_headline(words)]
        return Counter(chain.from_iterable(running))

    @cached_property
    def capitals(self) -> Counter[str]:
        """The words of ``inside`` that have a capital, case apart."""
        found: Counter[str] = Counter()
        for word, count in self.inside.items():
            if word[0].isupper():
                found[word.lower()] += count
        return found

    @cached_property
    def together(self) -> frozenset[frozenset[str]]:
        """Pairs of words that stand side by side in a name: *Michelle*, *Bachelet*."""
        return frozenset(
            frozenset(map(plain, pair))
            for run in _RUN.findall(self._text)
            for pair in pairwise(_capitals(run))
        )

    @cached_property
    def acronyms(self) -> dict[str, frozenset[str]]:
        """What an acronym in brackets stands for: *Office of the ... (OHCHR)*."""
        found: dict[str, frozenset[str]] = {}
        for bracket in _BRACKETED.finditer(self._text):
            start = max(0, bracket.start() - _EXPANSION_LENGTH)
            words = _expansion(self._text[start : bracket.start()], bracket[1])
            found[bracket[1].lower()] = frozenset(map(plain, words))
        return found


def _is_headline(words: list[str]) -> bool:
    """Tell a headline, where all words have capitals."""
    if len(words) < _HEADLINE_WORDS:
        return False
    capital = sum(map(str.isupper, [word[0] for word in words]))
    return capital > _HEADLINE_SHARE * len(words)


def _capitals(run: str) -> Iterator[str]:
    return (word for word in run.split() if word[0].isupper())


def _expansion(words: str, acronym: str) -> list[str]:
    """Return the words before the bracket that the letters stand for."""
    before = re.split(r"[.;:!?]", words)[-1].split()
    for length in range(1, len(before) + 1):
        part = before[-length:]
        initials = "".join(word[0] for word in part if word[0].isupper())
        if initials and initials.lower() == acronym.lower():
            return part
    return [word for word in before if word[0].isupper()]
