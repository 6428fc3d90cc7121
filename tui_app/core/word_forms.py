"""Where a word or a phrase stands in a text, in any of its forms.

For English the tables and rules of ``english`` tell forms and spellings. Of other
languages no forms are known: there a word is found as it is written, capitals apart,
and an asterisk at its end stands for any ending, in English too. In scripts without
spaces a word is found wherever its characters stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from heapq import merge
from itertools import accumulate
from typing import Final

from tui_app.core.english.inflections import lemmas
from tui_app.core.english.lexicon import (
    FUNCTION_WORDS,
    IRREGULAR,
    NUMBER_WORDS,
    SPELLINGS,
)
from tui_app.core.model import Span
from tui_app.core.search import Query, find
from tui_app.core.text.characters import in_word, is_unspaced, small

ENGLISH: Final = "en"

_ANY_ENDING: Final = "*"

_TOKEN: Final = re.compile(r"\w+")

_BETWEEN: Final = r"\s\-‐‑'’"
"""What may stand between the words of a phrase, beside what the phrase has there."""

_SHARED: Final = 3
"""Letters that all forms and spellings of a longer word begin with."""


def has_forms(words: str, language: str) -> bool:
    """Tell whether other forms of the words are known in the language."""
    plain = not words.endswith(_ANY_ENDING) and not any(map(is_unspaced, words))
    return language == ENGLISH and plain


def find_forms(
    text: str, words: str, language: str, *, exact: bool = False
) -> Iterator[Span]:
    """Yield where the words stand in ``text``, in its order; they never overlap.

    ``language`` is an ISO 639-1 code; ``exact`` leaves out other forms. Of a phrase
    each word may stand in another form.
    """
    words = words.strip()
    if not any(map(str.isalnum, words)):
        return iter(())
    low = _lowered(text)
    if exact or not has_forms(words, language):
        return _as_written(low, _lowered(words))
    return _in_forms(low, _lowered(words))


def _lowered(text: str) -> str:
    """Return the text in small letters and as long, with one sigma."""
    low = text.lower()
    if len(low) != len(text):  # which only a dotted capital I makes longer
        low = small(text)
    return low if low.isascii() else low.replace("ς", "σ")


# As it is written ---------------------------------------------------------------


def _as_written(low: str, words: str) -> Iterator[Span]:
    bare = words.rstrip(_ANY_ENDING).rstrip()
    for start, end in find(low, Query(bare, case=True)):
        if _inside(low[start - 1 : start], low[start : start + 1]):
            continue
        if bare != words:
            yield Span(start, _word_end(low, end))
        elif not _inside(low[end : end + 1], low[end - 1 : end]):
            yield Span(start, end)


def _inside(beside: str, at_the_edge: str) -> bool:
    """Tell whether the words found go on with the character ``beside`` them."""
    if not beside or is_unspaced(beside) or is_unspaced(at_the_edge):
        return False
    return _in_word(beside) and _in_word(at_the_edge)


def _in_word(character: str) -> bool:
    # Vowel signs of many scripts are letters of a word, but not to ``isalnum``.
    return in_word(character) or unicodedata.category(character)[0] == "M"


def _word_end(low: str, end: int) -> int:
    while end < len(low) and _inside(low[end], low[end - 1]):
        end += 1
    return end


# In all forms --------------------------------------------------------------------


def _in_forms(low: str, words: str) -> Iterator[Span]:
    """Yield the phrases of which each word is a form of that of ``words``."""
    wanted = _TOKEN.findall(words)
    first, *others = map(_form_test, wanted)
    between = _gap_pattern(words)
    for start, end in _beginning_with(low, _beginnings(wanted[0])):
        last: int | None = end if first(low[start:end]) else None
        for is_form in others:
            last = last and _form_after(low, last, between, is_form)
        if last:
            yield Span(start, last)


def _form_after(
    low: str, end: int, between: re.Pattern[str], is_form: Callable[[str], bool]
) -> int | None:
    """Return where the next word ends, ``None`` if it is none of those sought."""
    gap = between.match(low, end)
    token = _TOKEN.match(low, gap.end()) if gap else None
    return token.end() if token and is_form(token[0]) else None


def _form_test(word: str) -> Callable[[str], bool]:
    sought, grammar = lemmas(word), word in FUNCTION_WORDS

    @cache
    def is_form(other: str) -> bool:
        # By its letters alone a *thing* might be a form of *the*.
        alike = (other in FUNCTION_WORDS) == grammar
        return alike and not sought.isdisjoint(lemmas(other))

    return is_form


def _gap_pattern(words: str) -> re.Pattern[str]:
    marks = re.escape("".join(set(re.sub(r"[\w\s]", "", words))))
    return re.compile(f"[{_BETWEEN}{marks}]+")


def _beginning_with(low: str, beginnings: Iterable[str]) -> Iterator[Span]:
    """Yield the words that begin with one of these, in the order of the text.

    A search for each is many times as quick as one for all, as ``re`` looks for a
    literal faster than for anything else.
    """
    found = (re.finditer(re.escape(one) + r"\w*", low) for one in beginnings)
    for match in merge(*found, key=re.Match.start):
        start = match.start()
        if not in_word(low[start - 1 : start]):
            yield Span(start, match.end())


def _beginnings(word: str) -> list[str]:
    """Return how the forms and spellings of a word may begin; none begins another."""
    found = set().union(*map(_ways_to_begin, _relatives(word)))
    return [one for one in found if found.isdisjoint(accumulate(one[:-1]))]


def _relatives(word: str) -> set[str]:
    """Return the word, what it may be a form of, and forms that no rule makes."""
    found = {word, *lemmas(word)}
    for _ in range(2):  # an irregular form may be spelled in two ways
        for table in (IRREGULAR, SPELLINGS, NUMBER_WORDS):
            found |= {form for form, lemma in table.items() if lemma in found}
    return found


def _ways_to_begin(word: str) -> Iterator[str]:
    """Yield the letters that forms share: a last *e* or *y* may go, *ae* be *e*."""
    shared = word[:_SHARED]
    yield word[:-1] if len(word) == _SHARED else shared
    at = shared.find("e")
    if at >= 0 and len(word) > _SHARED:
        yield f"{word[:at]}ae"
        yield f"{word[:at]}oe"
