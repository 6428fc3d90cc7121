"""Which words lie between changes, follow from them, or are worth counting.

What the comparison takes for words is heavy to load, and the first screen waits for the
phrases it shows; here a word is what an expression finds.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui_app.core.english.lexicon import FUNCTION_WORDS
from tui_app.core.text.characters import is_unspaced
from tui_app.core.text.punctuation import QUOTATION_MARKS

BETWEEN = 3
"""Words of grammar that two changes of one phrase may have between them at most."""

LONGEST_BRIDGE = 48
"""Characters; what is longer has more than so many words of grammar."""

_SHORT = 3
"""Letters of most articles and prepositions, in other languages than English, too."""

_SAYS_NOTHING = frozenset(
    word
    for line in (
        "a an the this that these those its their his her our your my 's",
        "of to in on at for by with from as into upon and which who whom whose",
        "am is are was were be been being has have had having do does did 'm 're 've",
        "it they them he him she we us there",
    )
    for word in line.split()
)
"""Words that follow from their neighbours and say nothing where they are alone.

*All*, *only*, *or*, *before* do, and are no less than other words.
"""

_TOKEN = re.compile(r"['’](?:s|d|m|t|ll|re|ve)\b|\w+|[^\w\s]")

_NOT_OVER = QUOTATION_MARKS | frozenset(".!?;:…。！？；：")
"""Marks that no phrase goes over."""


@lru_cache(1 << 11)
def is_bridge(between: str) -> bool:
    """Tell whether what stands between two changes leaves them one phrase."""
    if not between or between.isspace():
        return "\n\n" not in between
    found = _TOKEN.findall(between)
    if not _NOT_OVER.isdisjoint(found):
        return False
    words = [token for token in found if _is_word(token)]
    return len(words) <= BETWEEN and all(map(_is_light, words))


def only_follows(text: str) -> bool:
    """Tell marks and words of grammar that say nothing where they are alone."""
    tokens = _TOKEN.findall(text)
    return all(_plain(one) in _SAYS_NOTHING or not _is_word(one) for one in tokens)


def is_one_word_or_grammar(text: str) -> bool:
    """Tell one word, and words of grammar only, from words that mean something."""
    tokens = _TOKEN.findall(text)
    return len(tokens) < 2 or all(map(_is_grammar, tokens))


def count_words(text: str) -> float:
    """Return how many words there are, not counting marks."""
    words = [token for token in _TOKEN.findall(text) if _is_word(token)]
    return sum(len(word) / 2 if is_unspaced(word[0]) else 1 for word in words)


def _is_word(token: str) -> bool:
    return token[-1].isalnum()


def _is_light(word: str) -> bool:
    """Tell a word of grammar; in other languages than English, a short one."""
    if _is_grammar(word):
        return True
    small = len(word) <= _SHORT and word.islower() and word.isalpha()
    return small and not is_unspaced(word[0])


def _is_grammar(word: str) -> bool:
    return _plain(word) in FUNCTION_WORDS


def _plain(token: str) -> str:
    return token.lower().replace("’", "'")
