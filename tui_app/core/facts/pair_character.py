"""What kind of pair two documents are: a text edited or told anew, and their habits.

Read once a pair, off some hundred linked rows, for rules to be milder where two
people told the same, and silent about what one of the documents does throughout.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_app.core.text.characters import is_unspaced
from tui_app.core.text.punctuation import CORNERS, DOUBLE, SINGLE_OPENING
from tui_app.core.text.text_pieces import some_of, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

RowPassages = tuple[str, str]

_FEWEST_TRIPLES = 120

_EDITED_SHARE = 0.5
"""Measured: two translations share .06 to .47 of their triples, edited texts .8."""

_LONG = 20_000
"""Words of a passage whose triples are counted by numbers."""

_FEWEST_TIMES = 5

_HARDLY = 0.1

_TOGETHER = 0.4

_MARKED_TWICE = 4

_DOUBLE_MARKS = frozenset('"＂' + DOUBLE + CORNERS)

_SINGLE_MARKS = "'" + SINGLE_OPENING

_SINGLE_BEFORE_WORD = rf"(?:^|[\s(])['{SINGLE_OPENING}]\w"


class Habit(NamedTuple):
    """The right document hardly has ``left``; it says ``right`` instead, or reverse.

    Both words case apart; ``times`` is in how many of the rows read. ``name``: both
    are written as names are, mostly with a capital.
    """

    left: str
    right: str
    times: int
    name: bool = False

    def mirrored(self) -> Habit:
        """Return the habit with the sides exchanged."""
        return self._replace(left=self.right, right=self.left)


class PairCharacter(NamedTuple):
    """What two documents are to each other.

    ``retelling``: they share words, but hardly their order, as two translations do;
    else one is taken for an edited version of the other. ``left_unquoted``: the left
    document has no quotation marks at all and the right several quotations;
    ``right_unquoted`` likewise. ``habits`` come with names first, then by how often.
    """

    retelling: bool = False
    left_unquoted: bool = False
    right_unquoted: bool = False
    habits: tuple[Habit, ...] = ()

    def mirrored(self) -> PairCharacter:
        """Return the character with the sides exchanged."""
        return PairCharacter(
            self.retelling,
            self.right_unquoted,
            self.left_unquoted,
            tuple(one.mirrored() for one in self.habits),
        )

    @property
    def unquoted(self) -> bool:
        """Whether one of the documents does without quotation marks."""
        return self.left_unquoted or self.right_unquoted


EDITED: Final = PairCharacter()
"""What two bare passages are taken for: one edited, without habits."""


def pair_character(
    left: str, right: str, linked: Iterable[RowPassages]
) -> PairCharacter:
    """Return what the whole texts are to each other.

    ``linked`` are passages of the left and of the right that answer each other, at
    best spread over the texts. Too few of them tell no retelling and no habits.
    """
    passages = list(linked)
    rows = [(_words(one), _words(other)) for one, other in passages]
    left_marks, right_marks = _marks(left), _marks(right)
    return PairCharacter(
        _is_retelling(rows),
        left_marks < 2 and right_marks >= _MARKED_TWICE,
        right_marks < 2 and left_marks >= _MARKED_TWICE,
        tuple(_with_names_first(_habits(rows), passages)),
    )


_Row = tuple[list[str], list[str]]


_WORD = re.compile(r"\w+")


def _words(passage: str) -> list[str]:
    """Return the words case apart, of scripts without spaces the characters."""
    words = list(chain.from_iterable(words_of(passage, _WORD)))
    odd = () if passage.isascii() else set(passage)
    if not any(map(is_unspaced, odd)):
        return words
    return list(chain.from_iterable(w if is_unspaced(w[0]) else [w] for w in words))


def _is_retelling(rows: Iterable[_Row]) -> bool:
    """Tell whether the sides share few of their triples of words."""
    ours = theirs = common = 0
    for left, right in rows:
        counted = _counted_triples if _is_long(left, right) else _triples
        here, there, both = counted(left, right)
        ours += here
        theirs += there
        common += both
    shorter = min(ours, theirs)
    return shorter >= _FEWEST_TRIPLES and common < _EDITED_SHARE * shorter


_ManyTriples = tuple[int, int, int]
"""How many triples of words either side has, and how many both have."""


def _triples(left: list[str], right: list[str]) -> _ManyTriples:
    here = set(zip(left, left[1:], left[2:], strict=False))
    there = set(zip(right, right[1:], right[2:], strict=False))
    return len(here), len(there), len(here & there)


def _is_long(left: list[str], right: list[str]) -> bool:
    return max(len(left), len(right)) > _LONG


def _counted_triples(left: list[str], right: list[str]) -> _ManyTriples:
    """Count as ``_triples`` does, by numbers: a million tuples are made for no row."""
    import numpy as np

    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    sides = [_numbered(left, numbers), _numbered(right, numbers)]
    kinds = len(numbers)
    if kinds**3 > np.iinfo(np.int64).max:  # two million words, each another one
        return _triples(left, right)
    here, there = (
        _distinct((side[:-2] * kinds + side[1:-1]) * kinds + side[2:]) for side in sides
    )
    either = np.sort(np.concatenate([here, there]))
    return len(here), len(there), int(np.sum(either[1:] == either[:-1]))


def _distinct(triples: Numbers) -> Numbers:
    import numpy as np

    # np.unique makes a table of hashes, which takes twenty times as long as to sort.
    triples.sort()
    return triples[np.flatnonzero(np.diff(triples, prepend=-1))]


def _numbered(words: list[str], numbers: defaultdict[str, int]) -> Numbers:
    import numpy as np

    made = np.empty(len(words), np.int64)
    at = 0
    for some in some_of(words):
        made[at : at + len(some)] = [numbers[word] for word in some]
        at += len(some)
    return made


def _marks(text: str) -> int:
    """Return how many double quotation marks there are, or else single ones."""
    double = sum(map(text.count, _DOUBLE_MARKS))
    if double > 1 or not any(mark in text for mark in _SINGLE_MARKS):
        return double
    # Twice, for one that opens has one that closes, which could be an apostrophe.
    return 2 * sum(1 for _ in re.finditer(_SINGLE_BEFORE_WORD, text, re.MULTILINE))


def _habits(rows: Sequence[_Row]) -> list[Habit]:
    """Return the words that one document has throughout for one of the other.

    Each word is in one habit at most, that with which it is found most often.
    """
    sides = [(_kinds(left), _kinds(right)) for left, right in rows]
    ours = Counter(chain.from_iterable(here for here, _ in sides))
    theirs = Counter(chain.from_iterable(there for _, there in sides))
    found = dict(_instead(sides, ours, theirs))
    turned = _instead([(right, left) for left, right in sides], theirs, ours)
    found |= {one.mirrored(): likeness for one, likeness in turned}
    best: dict[tuple[str, bool], float] = {}
    for one, likeness in found.items():
        for end in ((one.left, True), (one.right, False)):
            best[end] = max(likeness, best.get(end, 0))
    kept = [
        one
        for one, likeness in found.items()
        if likeness == best[one.left, True] == best[one.right, False]
    ]
    return sorted(kept, key=lambda one: (-one.times, sorted(one[:2])))


def _kinds(words: list[str]) -> set[str]:
    return set[str]().union(*some_of(words))


def _with_names_first(
    habits: Sequence[Habit], passages: Sequence[RowPassages]
) -> list[Habit]:
    """Return the habits, those marked that are customs of naming, which come first."""
    if not habits:
        return []
    left, right = (_capitals(side) for side in zip(*passages, strict=True))
    told = [
        one._replace(name=one.left in left and one.right in right) for one in habits
    ]
    return sorted(told, key=lambda one: not one.name)


def _capitals(passages: Iterable[str]) -> set[str]:
    """Return the words, case apart, that mostly have a capital."""
    written = Counter(re.findall(r"\w+", " ".join(passages)))
    lower: Counter[str] = Counter()
    for word, times in written.items():
        lower[word.lower()] += times if word[0].isupper() else -times
    return {word for word, balance in lower.items() if balance > 0}


def _instead(
    rows: Sequence[tuple[set[str], set[str]]],
    ours: Mapping[str, int],
    theirs: Mapping[str, int],
) -> Iterator[tuple[Habit, float]]:
    """Yield the words of ours that theirs hardly have, with what they have there.

    Each with its Dice coefficient over the rows: how far the two words go together.
    ``ours`` and ``theirs`` tell in how many of the rows each word is.
    """
    own = {
        word
        for word, count in ours.items()
        if count >= _FEWEST_TIMES
        and theirs.get(word, 0) <= _HARDLY * count
        and _told(word)
    }
    opposite = {word: Counter[str]() for word in own}
    new: Counter[str] = Counter()
    for here, there in rows if own else ():
        anew = there - here
        new.update(anew)
        for word in here & own:
            opposite[word].update(anew)
    for word in own:
        for other, times in opposite[word].items():
            likeness = 2 * times / (ours[word] + new[other])
            if times >= _FEWEST_TIMES and likeness >= _TOGETHER and _told(other):
                yield Habit(word, other, times), likeness


def _told(word: str) -> bool:
    """Tell a word that can be a habit: figures are never one."""
    return word.isalpha() and len(word) > 1
