"""Which words stand in both texts as they are, though the texts are two languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from functools import cache
from typing import Final

from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Span
from tui_app.core.text.characters import UNSPACED_SET
from tui_app.core.text.small_words import SMALL_WORDS

_FEWEST: Final = 3
"""Words in a row, one of them a small word of one of the languages only."""

_FEWEST_LONG: Final = 5
"""Words in a row without such a word, most of them written small."""

_IN_NAMES: Final = word_set("""
    de la le les los las del da dos do du des von van der den di el al y lo il zu zur
    of the and""")
"""Small words that stand in names, too."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")

_FEWEST_CHARACTERS: Final = 4

_HAN: Final = frozenset({"zh", "ja"})
"""Languages that share characters."""

_UNSPACED: Final = re.compile(f"[{UNSPACED_SET}]{{{_FEWEST_CHARACTERS},}}")


def left_untranslated(
    row: TranslatedRow, languages: tuple[str, str]
) -> Iterator[Difference]:
    """Yield runs of words that both passages have, letter by letter.

    Names, numbers and words that two languages share are none: a run of three words
    must have a small word (*the*, *und*) that the one language has and the other has
    not, or five must be written small. Of scripts without spaces four characters are
    enough.
    """
    ours, theirs = list(_WORD.finditer(row.left)), list(_WORD.finditer(row.right))
    for left, right, length in _common_runs(
        [match[0].lower() for match in ours], [match[0].lower() for match in theirs]
    ):
        run = ours[left : left + length]
        if _tells([match[0] for match in run], languages):
            yield Difference(
                Kind.UNTRANSLATED,
                Span(run[0].start(), run[-1].end()),
                Span(theirs[right].start(), theirs[right + length - 1].end()),
            )
    if not _HAN.issuperset(languages):
        yield from _unspaced(row)


def _tells(words: Sequence[str], languages: tuple[str, str]) -> bool:
    small = [word for word in words if word[0].islower()]
    of_one = (_small_words(languages[0]) ^ _small_words(languages[1])) - _IN_NAMES
    if len(words) >= _FEWEST and any(word in of_one for word in small):
        return 2 * len(small) >= len(words) or len(small) >= _FEWEST
    return len(words) >= _FEWEST_LONG and 2 * len(small) > len(words)


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(SMALL_WORDS.get(language, "").split())


def _common_runs(
    ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[int, int, int]]:
    """Yield where runs of equal words begin, and how long they are, longest first."""
    places: dict[str, list[int]] = {}
    for number, word in enumerate(theirs):
        places.setdefault(word, []).append(number)
    found: list[tuple[int, int, int]] = []
    ending: dict[int, int] = {}
    for left, word in enumerate(ours):
        before, ending = ending, {}
        for right in places.get(word, ())[:_MOST_PLACES]:
            ending[right] = before.get(right - 1, 0) + 1
            if ending[right] >= _FEWEST:
                length = ending[right]
                found.append((length, left - length + 1, right - length + 1))
    taken: tuple[set[int], set[int]] = set(), set()
    for length, left, right in sorted(found, key=lambda run: (-run[0], run[1:])):
        spans = range(left, left + length), range(right, right + length)
        if taken[0].isdisjoint(spans[0]) and taken[1].isdisjoint(spans[1]):
            taken[0].update(spans[0])
            taken[1].update(spans[1])
            yield left, right, length


_MOST_PLACES: Final = 20


def _unspaced(row: TranslatedRow) -> Iterator[Difference]:
    """Yield the longest stretch that each run of the right has in the left."""
    if row.left.isascii() or row.right.isascii():
        return
    ours = [match.start() for match in _UNSPACED.finditer(row.left)]
    for match in _UNSPACED.finditer(row.right) if ours else ():
        run = match[0][:_LONGEST_RUN]
        found = _longest_common(row.left, run)
        if found.size >= _FEWEST_CHARACTERS:
            at = match.start() + found.b
            yield Difference(
                Kind.UNTRANSLATED,
                Span(found.a, found.a + found.size),
                Span(at, at + found.size),
            )


def _longest_common(text: str, run: str) -> Match:
    matcher = SequenceMatcher(None, text, run, autojunk=False)
    return matcher.find_longest_match()


_LONGEST_RUN: Final = 200
