"""What the documents around a row tell of names, acronyms and the language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain, pairwise
from operator import itemgetter
from typing import TypeVar

from tui_app.core.collation.word import Remembered
from tui_app.core.english.lexicon import FUNCTION_WORDS
from tui_app.core.english.transliteration import plain
from tui_app.core.facts.pair_character import EDITED, PairCharacter
from tui_app.core.text.abbreviations import BEFORE_NAMES
from tui_app.core.text.spoken_language import spoken_languages

_HEAD = 1_500  # characters that tell the language: hundreds of words

_HEADLINE_WORDS = 4

_HEADLINE_SHARE = 0.6
# Sets of two stretches of characters, as "'" and "’", compile in a tenth of the time.
_LETTERS = r"[^\W\d_]+"

_WORD = re.compile(rf"{_LETTERS}(?:['’]{_LETTERS}|[.-]{_LETTERS})*")
# Begins with a space, which is found quickly; so are words of plain small letters.
_INSIDE = re.compile(
    r" (?<=[\w,;] )([a-z]+(?![\w'’-])"
    rf"|{_LETTERS}(?:['’]{_LETTERS}|-{_LETTERS})*)"
)

_NAME = r"[A-Z](?:\w++|['’]|-)++"

_RUN = re.compile(rf"{_NAME}(?: (?:of |the |for |de |van |von |al-)*{_NAME})+")

_BRACKETED = re.compile(r"\(([A-Z]{2,8})\)")

_EXPANSION_LENGTH = 120


class TextEvidence:
    """What a stretch of text tells, each thing worked out when first asked for."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text

    @property
    def head(self) -> str:
        """The beginning, as much as tells the language."""
        return self._text[:_HEAD]

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words that are written small somewhere."""
        return frozenset(filter(str.islower, self._written))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words, without case, accents and stops."""
        return frozenset(map(plain, self._written))

    @cached_property
    def _written(self) -> frozenset[str]:
        """The words as they are written."""
        chunks = set(self._text.split())
        plain_words = frozenset(filter(str.isalpha, chunks))
        return plain_words.union(_WORD.findall(" ".join(chunks - plain_words)))

    @cached_property
    def capitals(self) -> Mapping[str, int]:
        """How much oftener words stand with a capital than small inside sentences.

        Of all words, case apart, that stand inside sentences of running text.
        """
        found: Counter[str] = Counter()
        for word, count in self._inside.items():
            if word[0].isupper():
                found[word.lower()] += count
            else:
                found[word] -= count
        return found

    @property
    def _inside(self) -> Counter[str]:
        """The words inside sentences of running text, as often as they stand there."""
        lines = map(_INSIDE.findall, self._text.splitlines())
        running = [
            words
            for words in lines
            if words and not is_headline(list(map(_first, words)))
        ]
        return Counter(chain.from_iterable(running))

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


_first = itemgetter(0)


FEWEST_CAPITALS = 1 + int(_HEADLINE_SHARE * _HEADLINE_WORDS)

"""With fewer capitals nothing is a headline."""


def is_headline(initials: Sequence[str]) -> bool:
    """Tell a headline, most words of which have capitals, by their first letters."""
    capital = sum(map(str.isupper, initials))
    return len(initials) >= _HEADLINE_WORDS and capital > _HEADLINE_SHARE * len(
        initials
    )


def _capitals(run: str) -> Iterator[str]:
    return (word for word in run.split() if word[0].isupper())


def _expansion(words: str, acronym: str) -> list[str]:
    """Return the words before the bracket that the letters stand for.

    None where they name a person, who is of that body: *Ann Lee (SPD)*.
    """
    before = re.split(r"[.;:!?]", words)[-1].split()
    for length in range(1, len(before) + 1):
        part = before[-length:]
        initials = "".join(word[0] for word in part if word[0].isupper())
        if initials and initials.lower() == acronym.lower():
            return part
    capitals = [word for word in before if word[0].isupper()]
    letters = Counter(word[0].lower() for word in capitals) & Counter(acronym.lower())
    abbreviates = 2 * sum(letters.values()) >= len(acronym)
    return capitals if abbreviates or _is_body(before) else []


def _is_body(words: Sequence[str]) -> bool:
    """Tell *the Civic Forum* from *the mayor Ann Lee* and *Ann Lee*."""
    lower = [word.lower() for word in words]
    if "the" not in lower:
        return False
    name = words[len(lower) - lower[::-1].index("the") :]
    return bool(name) and name[0][0].isupper() and name[0].lower() not in BEFORE_NAMES


_WINDOW = 300_000


class DocumentEvidence:
    """What is known of the whole documents beyond the passages compared.

    Everything is put together when first asked for. ``pair`` tells a text told anew
    from an edited one, and the habits of each.
    """

    def __init__(
        self,
        left: Sequence[TextEvidence],
        right: Sequence[TextEvidence],
        pair: PairCharacter = EDITED,
    ) -> None:
        """Keep what stretches of the two documents tell, at least one each."""
        self.pair = pair
        self._heads = left[0], right[0]
        self._left, self._right = left, right
        self._either = _EitherText((*left, *right))

    def mirrored(self) -> DocumentEvidence:
        """Return the evidence with the sides exchanged."""
        other = DocumentEvidence(self._right, self._left, self.pair.mirrored())
        other._either = self._either  # what is of no side is known once
        return other

    @cached_property
    def english(self) -> bool:
        """Whether both texts are English."""
        return self.languages == ("en", "en")

    @cached_property
    def languages(self) -> tuple[str, str]:
        """The languages of the left and of the right; one tells for the other."""
        left, right = self._heads
        return spoken_languages(left.head, right.head)

    @cached_property
    def left_words(self) -> Remembered:
        """Whether a word, without case, accents and stops, is in the left document."""
        return _in_any([one.words for one in self._left])

    @cached_property
    def right_words(self) -> Remembered:
        """Whether a word, without case, accents and stops, is in the right document."""
        return _in_any([one.words for one in self._right])

    @property
    def lowered(self) -> Remembered:
        """Whether a word is written small somewhere."""
        return self._either.lowered

    @property
    def names(self) -> Remembered:
        """Whether a word is capitalised inside sentences, and mostly so."""
        return self._either.names

    @property
    def together(self) -> frozenset[frozenset[str]]:
        """Pairs of words that stand side by side in a name: *Michelle*, *Bachelet*."""
        return self._either.together

    @cached_property
    def acronyms(self) -> dict[str, frozenset[str]]:
        """What an acronym in brackets stands for: *Office of the ... (OHCHR)*."""
        return {
            acronym: words
            for one in (*self._left, *self._right)
            for acronym, words in one.acronyms.items()
        }


class _EitherText:
    """What the stretches of both documents tell, whichever is the left."""

    def __init__(self, stretches: Sequence[TextEvidence]) -> None:
        self._stretches = stretches

    @cached_property
    def lowered(self) -> Remembered:
        return _in_any([one.lowered for one in self._stretches])

    @cached_property
    def names(self) -> Remembered:
        capitals = [one.capitals for one in self._stretches]
        return Remembered(
            lambda word: (
                word not in FUNCTION_WORDS
                and sum([one.get(word, 0) for one in capitals]) > 0
            )
        )

    @cached_property
    def together(self) -> frozenset[frozenset[str]]:
        return frozenset().union(*(one.together for one in self._stretches))


def _in_any(sets: Sequence[Collection[str]]) -> Remembered:
    """Tell of a word whether one of the sets holds it; few words are asked for."""
    return Remembered(lambda word: any(word in one for one in sets))


def evidence_of(left: str, right: str) -> DocumentEvidence:
    """Return what the first 300,000 characters of the two texts tell."""
    return DocumentEvidence(
        [TextEvidence(left[:_WINDOW])], [TextEvidence(right[:_WINDOW])]
    )


_BLOCK = 16_384
# A book is read from front to back, and what eight blocks tell takes megabytes.
_MOST_KEPT = 8

_Key = TypeVar("_Key", bound=Hashable)

_Value = TypeVar("_Value")


class RowSurroundings:
    """Gathers evidence about two texts around given places, at most a window each.

    A book is never read as a whole: a window is the block of text around a place
    and its two neighbours, an article as a rule one window. A block is read once.
    ``pair`` is what the whole documents are to each other.
    """

    def __init__(
        self, left: str, right: str, pair: Callable[[], PairCharacter] = lambda: EDITED
    ) -> None:
        self._left = _Blocks(left)
        self._right = _Blocks(right)
        self._pair = pair
        self._known: dict[tuple[int, int, bool], DocumentEvidence] = {}

    def read_whole(self) -> None:
        """Ask what the documents are to each other, else asked for the first place."""
        self._pair()

    def evidence(self, left: int, right: int, *, exchanged: bool) -> DocumentEvidence:
        """Return what the windows around the two offsets tell.

        ``exchanged`` asks for evidence with the right text as its left.
        """
        key = (left // _BLOCK, right // _BLOCK, exchanged)
        return self._known.get(key) or _remembered(
            self._known, key, partial(self._put_together, *key)
        )

    def _put_together(self, left: int, right: int, exchanged: bool) -> DocumentEvidence:
        if exchanged:
            here, there = left * _BLOCK, right * _BLOCK
            return self.evidence(here, there, exchanged=False).mirrored()
        ours, theirs = self._left.window(left), self._right.window(right)
        return DocumentEvidence(ours, theirs, self._pair())


class _Blocks:
    """A text in blocks that end with a line, what each tells worked out once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, TextEvidence] = {}

    def window(self, block: int) -> list[TextEvidence]:
        last = min(block + 1, max(0, len(self._text) - 1) // _BLOCK)
        return [self._block(number) for number in range(max(0, block - 1), last + 1)]

    def _block(self, number: int) -> TextEvidence:
        return _remembered(
            self._known,
            number,
            lambda: TextEvidence(self._text[self._cut(number) : self._cut(number + 1)]),
        )

    def _cut(self, number: int) -> int:
        """Return where a block begins: at the next line, if one begins in it."""
        start = number * _BLOCK
        line = self._text.find("\n", start, start + _BLOCK) if start else -1
        return line + 1 if line >= 0 else start


def _remembered(
    known: dict[_Key, _Value], key: _Key, make: Callable[[], _Value]
) -> _Value:
    """Return what is known of ``key``; the first of too many is forgotten."""
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST_KEPT:
            known.pop(next(iter(known)), None)
        found = known[key] = make()
    return found
