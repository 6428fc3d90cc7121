"""Which words are names that both texts have, each in its own spelling.

What the pair as a whole shows: a word with a capital on one side that a look-alike on
the other answers, row after row. A name that is translated (*Deutschland*, *Germany*)
has no look-alike and is not known, so its absence cannot be told.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple

from tui_app.core.english.common_words import is_common
from tui_app.core.facts.across.sounds import may_sound_as_one, romanised, sounded
from tui_app.core.model import Side
from tui_app.core.text.characters import is_unspaced

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")

_SHORTEST: Final = 3

_FEWEST_ROWS: Final = 2

_MOSTLY: Final = 0.75
"""So often a name has its capital, and its look-alike beside it."""

_BY_CHANCE: Final = 4
"""So many times more often than in any row a look-alike stands where the name does."""

_LONGEST_HAN: Final = 4

_ROWS_BY_CHANCE: Final = 200

_SAMPLE: Final = 200
"""Rows that tell how a text is written."""

_NOUNS: Final = 0.15
"""Of a text where nouns have capitals more words have one."""


class KnownName(NamedTuple):
    """A name of one side: its look-alikes on the other, how often these are there.

    ``rows`` are those read in which the name stands, ``answered`` those of them with a
    look-alike opposite.
    """

    forms: frozenset[str]
    rows: int
    answered: int

    def answered_elsewhere(self) -> float:
        """Return the share of answered rows without one in which no answer is."""
        return self.answered / max(1, self.rows - 1)


_Rows = Mapping[str, frozenset[int]]

KnownNames = Mapping[str, KnownName]
"""The names of one side by their words as they are written."""


class NamesOfPair(NamedTuple):
    """The names that both texts have, by their words on the left and on the right.

    ``repeated`` are words with a capital inside sentences of several rows, whether
    answered or not, ``small`` those written small; ``capitals_tell`` says for each
    side whether a capital tells a name there: not in German, where nouns have one.
    """

    left: KnownNames = MappingProxyType({})
    right: KnownNames = MappingProxyType({})
    repeated: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    capitals_tell: tuple[bool, bool] = (False, False)

    def of(self, side: Side) -> KnownNames:
        """Return the names of that side."""
        return self.left if side == "left" else self.right

    def is_familiar(self, word: str, side: Side) -> bool:
        """Tell whether a word with a capital is one of the texts' own, or no name."""
        small = word.lower()
        return (
            word in self.of(side)
            or word in self.repeated
            or small in self.small
            or is_common(small)
        )


def words_of(text: str) -> list[re.Match[str]]:
    """Return the words of a passage, where words are parted by spaces."""
    return list(_WORD.finditer(text))


def known_names(rows: Sequence[tuple[str, str]]) -> NamesOfPair:
    """Return the names that the passages of ``rows`` have on both sides."""
    lefts, rights = zip(*rows, strict=True) if rows else ((), ())
    unspaced = _is_unspaced(lefts), _is_unspaced(rights)
    if all(unspaced):
        return NamesOfPair()
    candidates = _candidates(lefts), _candidates(rights)
    if unspaced[0]:
        theirs, ours = _beside_han(candidates[1], lefts)
    elif unspaced[1]:
        ours, theirs = _beside_han(candidates[0], rights)
    else:
        ours, theirs = _alphabetic(*candidates)
    repeated = frozenset(
        word for side in candidates for word, rows in side.items() if len(rows) > 1
    )
    small = frozenset(
        match[0]
        for passage in (*lefts, *rights)
        for match in words_of(passage)
        if match[0][0].islower()
    )
    return NamesOfPair(ours, theirs, repeated, small, (_tells(lefts), _tells(rights)))


def _tells(passages: Sequence[str]) -> bool:
    """Tell whether few words inside sentences have a capital, but some."""
    inside = [
        match[0][0]
        for passage in passages[:_SAMPLE]
        for match in words_of(passage)
        if not begins_sentence(passage, match.start())
    ]
    capital = sum(map(str.isupper, inside))
    return 0 < capital < _NOUNS * len(inside)


def _is_unspaced(passages: Sequence[str]) -> bool:
    sample = "".join(passages[:_SAMPLE])
    letters = [one for one in sample if one.isalpha()]
    return 2 * sum(map(is_unspaced, letters)) > len(letters)


# Two alphabets, or one ---------------------------------------------------------


_BothSides = tuple[dict[str, "KnownName"], dict[str, "KnownName"]]


def _alphabetic(ours: _Rows, theirs: _Rows) -> _BothSides:
    alike = _look_alikes(ours, theirs)
    turned: dict[str, set[str]] = defaultdict(set)
    for word, others in alike.items():
        for other in others:
            turned[other].add(word)
    return dict(_count(alike, ours, theirs)), dict(_count(turned, theirs, ours))


def _candidates(passages: Sequence[str]) -> _Rows:
    """Return the words that may be names, and the rows they stand in.

    Words with a capital where no sentence begins, or of a script without capitals.
    """
    small: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    rows: defaultdict[str, set[int]] = defaultdict(set)
    for number, passage in enumerate(passages):
        for match in words_of(passage):
            word = match[0]
            if word[0].islower():
                small[word] += 1
            elif len(word) >= _SHORTEST and not _is_shouted(word, passage):
                rows[word].add(number)
                inside[word] += not begins_sentence(passage, match.start())
    return {
        word: frozenset(rows[word])
        for word, count in inside.items()
        if count and count >= _MOSTLY * (count + small[word.lower()])
    }


def _is_shouted(word: str, passage: str) -> bool:
    return word.isupper() and passage.isupper()


_BEFORE_SENTENCE: Final = frozenset(".!?…。！？:;؟।\n")

_OPENING: Final = " \t«»„“”\"'‘’‹›([{—–-¿¡"


def begins_sentence(passage: str, start: int) -> bool:
    """Tell whether the word at ``start`` has its capital from its place."""
    before = passage[:start].rstrip(_OPENING)
    return not before or before[-1] in _BEFORE_SENTENCE


def _look_alikes(ours: Iterable[str], theirs: Iterable[str]) -> dict[str, set[str]]:
    by_letter: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for word in theirs:
        sound = sounded(romanised(word))
        by_letter[sound[:1]].append((sound, word))
    found: dict[str, set[str]] = {}
    for word in ours:
        sound = sounded(romanised(word))
        others = {
            other
            for its_sound, other in by_letter[sound[:1]]
            if may_sound_as_one(sound, its_sound)
        }
        if others:
            found[word] = others
    return found


def _count(
    alike: Mapping[str, set[str]], rows: _Rows, opposite: _Rows
) -> Iterator[tuple[str, KnownName]]:
    for word, others in alike.items():
        own = rows[word]
        forms = [
            other
            for other in others
            if 2 * len(own & opposite[other]) >= min(len(own), len(opposite[other]))
        ]
        answered = len(
            own.intersection(chain.from_iterable(map(opposite.__getitem__, forms)))
        )
        if answered >= _FEWEST_ROWS:
            yield word, KnownName(frozenset(forms), len(own), answered)


# Letters beside Chinese --------------------------------------------------------


def _beside_han(words: _Rows, han: Sequence[str]) -> _BothSides:
    """Return the names in letters that sound as characters do: *Wang Yi*, *王毅*."""
    candidates = {
        word: rows
        for word, rows in words.items()
        if len(rows) >= _FEWEST_ROWS + 1 and len(romanised(word)) > _SHORTEST
    }
    sounds = [[romanised(character) for character in passage] for passage in han]
    sample = sounds[:: max(1, len(sounds) // _ROWS_BY_CHANCE)]
    ours: dict[str, KnownName] = {}
    theirs: dict[str, KnownName] = {}
    for word, rows in candidates.items():
        drawn = _drawn_as(romanised(word), rows, sounds, han)
        if drawn is None:
            continue
        answered = sum(drawn in han[row] for row in rows)
        sounding = romanised(drawn)
        chance = sum(sounding in "".join(one) for one in sample) / len(sample)
        if answered / len(rows) < max(0.5, _BY_CHANCE * chance):
            continue
        ours[word] = KnownName(frozenset({drawn}), len(rows), answered)
        having = sum(drawn in passage for passage in han)
        known = theirs.get(drawn)
        if known is None or known.answered < answered:
            forms = frozenset({word}) | (known.forms if known else frozenset())
            theirs[drawn] = KnownName(forms, having, answered)
    return ours, theirs


def _drawn_as(
    name: str,
    rows: Iterable[int],
    sounds: Sequence[Sequence[str]],
    han: Sequence[str],
) -> str | None:
    """Return the characters that sound as ``name`` in most of its rows."""
    found: Counter[str] = Counter()
    for row in rows:
        found.update({han[row][start:end] for start, end in _places(name, sounds[row])})
    if not found:
        return None
    drawn, count = found.most_common(1)[0]
    return drawn if count >= _FEWEST_ROWS and len(drawn) > 1 else None


def _places(name: str, syllables: Sequence[str]) -> Iterator[tuple[int, int]]:
    for start, first in enumerate(syllables):
        if not first or not name.startswith(first):
            continue
        so_far = ""
        for end in range(start, min(len(syllables), start + _LONGEST_HAN)):
            so_far += syllables[end]
            if so_far == name:
                yield start, end + 1
            if not name.startswith(so_far):
                break
