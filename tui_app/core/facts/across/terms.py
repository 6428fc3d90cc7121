"""Which terms of one text the other says in two ways or more.

Read from words that answer each other, row by row; who links them is another's affair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import Prefix

from tui_app.core.english.inflections import lemmas
from tui_app.core.model import Side
from tui_app.core.text.characters import is_unspaced
from tui_app.core.text.small_words import SMALL_WORDS

_FEWEST: Final = 6
"""So often must a term be answered for its ways to tell anything."""

_OFTEN: Final = 3
"""So often must a way be found; once or twice is a slip of the links."""

_SHARE: Final = 0.1
"""Of all answers to a term; less is an exception that the text calls for."""

_ITS_OWN: Final = 0.5
"""Of all a way answers so much is this term; else it is a word for many things."""

_SHORTEST: Final = 3

_STEM: Final = 3
"""Letters that forms of one word have in common at least, if it has as many."""

_ENDING: Final = 4
"""Letters that an ending may have."""

WordPair = tuple[str, str]
"""A word of the left and the word of the right that answers it, as they stand."""


class LinkedRow(NamedTuple):
    """The words of a row that answer each other; ``row`` counts from 0."""

    row: int
    words: Sequence[WordPair]


class Rendering(NamedTuple):
    """One way in which a term is said: its commonest form, the rows it stands in.

    ``forms`` are the words that answer each other for it, the term's first, in small
    letters.
    """

    words: str
    rows: tuple[int, ...]
    forms: frozenset[WordPair]


class Term(NamedTuple):
    """A word of ``side`` that the other text says in several ways, the commonest first.

    ``words`` is its commonest form, ``answered`` how often a word answers it.
    """

    side: Side
    words: str
    answered: int
    renderings: tuple[Rendering, ...]


def terms_said_otherwise(
    rows: Iterable[LinkedRow], languages: tuple[str, str]
) -> tuple[Term, ...]:
    """Return the terms of both sides that are said in two ways or more.

    Forms of one word (*glacier*, *glaciers*) are one way. Small words are no terms,
    and a way must be there several times and mostly for this term. Those whose second
    way is commonest come first; the side breaks ties, then the word.
    """
    linked = list(_of_content(rows, languages))
    stems = [
        _stems(words, language)
        for words, language in zip(_words_by_side(linked), languages, strict=True)
    ]
    found = [
        *_terms("left", linked, stems),
        *_terms(
            "right", [(row, right, left) for row, left, right in linked], stems[::-1]
        ),
    ]
    return tuple(sorted(found, key=_order))


def _order(term: Term) -> tuple[int, str, str]:
    return -len(term.renderings[1].rows), term.side, term.words


_Link = tuple[int, str, str]

_Stems = Mapping[str, str]


def _of_content(
    rows: Iterable[LinkedRow], languages: tuple[str, str]
) -> Iterator[_Link]:
    small = [frozenset(SMALL_WORDS.get(code, "").split()) for code in languages]
    for row, words in rows:
        for left, right in words:
            if _is_content(left, small[0]) and _is_content(right, small[1]):
                yield row, left, right


def _is_content(word: str, small: frozenset[str]) -> bool:
    if not word or not any(map(str.isalpha, word)) or word.lower() in small:
        return False
    return len(word) >= _SHORTEST or is_unspaced(word[0])


def _words_by_side(linked: Sequence[_Link]) -> tuple[Counter[str], Counter[str]]:
    lefts = Counter(left.lower() for _, left, _ in linked)
    return lefts, Counter(right.lower() for _, _, right in linked)


def _stems(words: Counter[str], language: str) -> _Stems:
    """Return for each word the one, mostly the shortest, that it may be a form of."""
    if language == "en":
        return {word: min(lemmas(word), default=word) for word in words}
    found: dict[str, str] = {}
    by_beginning: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda one: (len(one), one)):
        heads = by_beginning[word[:_STEM]]
        stem = next((head for head in heads if _is_form(word, head)), None)
        if stem is None:
            heads.append(word)
        found[word] = stem or word
    return found


def _is_form(word: str, head: str) -> bool:
    """Tell whether both begin alike and end in an ending at most."""
    if is_unspaced(word[0]):
        return False
    shared = Prefix.similarity(word, head)
    return shared >= max(_STEM, len(head) - 2) and len(word) - shared <= _ENDING


def _one_way_each(ways: Mapping[str, Sequence[_Link]]) -> list[Sequence[_Link]]:
    """Return the ways, the commonest first, but those that are one within another.

    *Grat* and *Südostgrat* name the thing alike.
    """
    kept: dict[str, Sequence[_Link]] = {}
    for way, links in sorted(ways.items(), key=lambda one: (-len(one[1]), one[0])):
        if not any(way in other or other in way for other in kept):
            kept[way] = links
    return list(kept.values())


def _terms(
    side: Side, linked: Sequence[_Link], stems: Sequence[_Stems]
) -> Iterator[Term]:
    own, others = stems
    by_term: defaultdict[str, list[_Link]] = defaultdict(list)
    answered: Counter[str] = Counter()
    for link in linked:
        by_term[own[link[1].lower()]].append(link)
        answered[others[link[2].lower()]] += 1
    for links in by_term.values():
        if len(links) < _FEWEST:
            continue
        ways: defaultdict[str, list[_Link]] = defaultdict(list)
        for link in links:
            ways[others[link[2].lower()]].append(link)
        often = {
            way: those
            for way, those in ways.items()
            if len(those) >= max(_OFTEN, _SHARE * len(links))
            and len(those) >= _ITS_OWN * answered[way]
        }
        kept = _one_way_each(often)
        if len(kept) > 1:
            yield _term(side, links, kept)


def _term(side: Side, links: Sequence[_Link], ways: Sequence[Sequence[_Link]]) -> Term:
    renderings = [
        Rendering(
            _commonest(link[2] for link in way),
            tuple(sorted(link[0] for link in way)),
            frozenset((link[1].lower(), link[2].lower()) for link in way),
        )
        for way in ways
    ]
    renderings.sort(key=lambda one: (-len(one.rows), one.words))
    words = _commonest(link[1] for link in links)
    return Term(side, words, len(links), tuple(renderings))


def _commonest(words: Iterable[str]) -> str:
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], word))
