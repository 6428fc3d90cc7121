"""What whole documents tell of the names, dates and language of a passage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from tui_app.core.differences.facts.language import is_english
from tui_app.core.differences.facts.spelling import plain
from tui_app.core.differences.facts.tables.calendar import MONTHS
from tui_app.core.differences.lexicon import FUNCTION_WORDS

_WINDOW = 300_000
_HEAD = 4_000
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.6
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_]+(?:['’-][^\W\d_]+)*")
_RUN = re.compile(
    r"[A-Z][\w'’-]+(?: (?:of |the |for |de |van |von |al-)*[A-Z][\w'’-]+)+"
)
_BRACKETED = re.compile(r"\(([A-Z]{2,8})\)")
_EXPANSION_LENGTH = 120
_MONTH = "|".join(name for name in MONTHS if name.isalpha())
_FULL_DATE = re.compile(
    rf"\b(?:(?:{_MONTH})\.? \d{{1,2}},? |\d{{1,2}} (?:{_MONTH})\.?,? |)"
    r"((?:19|20)\d\d)(?:-\d\d-\d\d)?\b",
    re.IGNORECASE,
)


class Evidence:
    """What is known of the whole documents beyond the passages compared.

    Everything is worked out when first asked for, from the first 300,000
    characters of either text, so that a book costs no more than an article.
    """

    def __init__(self, left: str, right: str) -> None:
        """Keep the two texts (documents, or windows of them)."""
        self._texts = left[:_WINDOW], right[:_WINDOW]

    @cached_property
    def year(self) -> int | None:
        """The year both texts are dated in their heads, if they agree on one."""
        years = {
            int(found[1])
            for text in self._texts
            for found in _FULL_DATE.finditer(text[:_HEAD])
            if len(found[0]) > len("2022")
        }
        return years.pop() if len(years) == 1 else None

    @cached_property
    def english(self) -> bool:
        """Whether both texts are English."""
        return all(is_english(text[:_HEAD]) for text in self._texts)

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words that are written small somewhere."""
        words = {word for text in self._texts for word in set(_WORD.findall(text))}
        return frozenset(word for word in words if word.islower())

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that are capitalised inside sentences, and mostly so."""
        counts = Counter(
            word
            for text in self._texts
            for line in text.splitlines()
            for word in _running(_INSIDE.findall(line))
        )
        capital: Counter[str] = Counter()
        for word, count in counts.items():
            if word[0].isupper():
                capital[word.lower()] += count
        frequent = {word for word, count in capital.items() if count > counts[word]}
        return frozenset(frequent) - FUNCTION_WORDS

    @cached_property
    def together(self) -> frozenset[frozenset[str]]:
        """Pairs of words that stand side by side in a name: *Michelle*, *Bachelet*."""
        return frozenset(
            frozenset(map(plain, pair))
            for text in self._texts
            for run in _RUN.findall(text)
            for pair in pairwise(_capitals(run))
        )

    @cached_property
    def acronyms(self) -> dict[str, frozenset[str]]:
        """What an acronym in brackets stands for: *Office of the ... (OHCHR)*."""
        found: dict[str, frozenset[str]] = {}
        for text in self._texts:
            for bracket in _BRACKETED.finditer(text):
                before = text[
                    max(0, bracket.start() - _EXPANSION_LENGTH) : bracket.start()
                ]
                words = _expansion(before, bracket[1])
                found[bracket[1].lower()] = frozenset(map(plain, words))
        return found


def evidence_of(left: str, right: str) -> Evidence:
    """Return what the two texts (documents, or windows of them) tell."""
    return Evidence(left, right)


def _running(words: list[str]) -> list[str]:
    """Return the words of a line unless it is a headline, where all are capitals."""
    capital = sum(word[0].isupper() for word in words)
    headline = len(words) >= _HEADLINE_WORDS and capital > _HEADLINE_SHARE * len(words)
    return [] if headline else words


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
