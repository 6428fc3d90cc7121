"""Words known to answer each other before anything is learnt: alike, or in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

import numpy as np

from tui_app.core.align.translations.numbered_texts import Floats, Ints, NumberedText
from tui_app.core.align.translations.translation_tokens import tokens_of
from tui_app.core.text.characters import is_unspaced

# How likely a word with a known counterpart is translated by it. No more than a
# guess: what the pair itself teaches soon outweighs it.
_LISTED = 0.6
_SAME_FIGURE = 0.8
_SAME_WORD = 0.6
_ALIKE = 0.3
# Letters of a word that may be alike by more than chance, and how much of two words
# has to be the same (2 × common subsequence / both lengths).
_LONG = 4
_MUCH = 0.7


Taught: TypeAlias = Mapping[tuple[str, str], float]
"""Pairs of tokens and how likely they translate each other."""

NOTHING_TAUGHT: Taught = MappingProxyType({})
"""No pairs of tokens."""


class KnownPairs(NamedTuple):
    """Types of the left and the right, and how likely they translate each other.

    The shares of one type add up to 1 at most. Sorted by (left, right), each once.
    """

    left: Ints
    right: Ints
    share: Floats


def known_pairs(
    left: NumberedText,
    right: NumberedText,
    words: Iterable[tuple[str, str]],
    taught: Taught = NOTHING_TAUGHT,
) -> KnownPairs:
    """Return look-alikes of both texts, what word lists say, and what was taught.

    ``taught`` holds pairs of tokens and their shares, from elsewhere in the texts.
    """
    shares = {pair: _LISTED * share for pair, share in _listed(left, right, words)}
    lefts, rights = _numbers(left), _numbers(right)
    for (ours, theirs), share in taught.items():
        if ours in lefts and theirs in rights:
            pair = lefts[ours], rights[theirs]
            shares[pair] = max(share, shares.get(pair, 0))
    for pair, share in _look_alikes(left.tokens, right.tokens):
        shares[pair] = max(share, shares.get(pair, 0))
    pairs = sorted(shares)
    return KnownPairs(
        np.array([i for i, _ in pairs], dtype=np.int64),
        np.array([j for _, j in pairs], dtype=np.int64),
        np.array([shares[pair] for pair in pairs], dtype=np.float64),
    )


_Shares = Iterable[tuple[tuple[int, int], float]]


def _listed(
    left: NumberedText, right: NumberedText, words: Iterable[tuple[str, str]]
) -> _Shares:
    """Yield what the lists say, an entry's weight spread over its rarer words."""
    lefts, rights = _numbers(left), _numbers(right)
    weight_left, weight_right = _weights(left), _weights(right)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for word, translation in words:
        ours = _of_entry(word, lefts, weight_left)
        theirs = _of_entry(translation, rights, weight_right)
        for (i, a), (j, b) in product(ours, theirs):
            found[i, j] = max(found[i, j], a * b)
    of_left: dict[int, float] = defaultdict(float)
    of_right: dict[int, float] = defaultdict(float)
    for (i, j), share in found.items():
        of_left[i] += share
        of_right[j] += share
    for (i, j), share in found.items():
        yield (i, j), share / max(1.0, of_left[i], of_right[j])


def _numbers(text: NumberedText) -> dict[str, int]:
    return {token: number for number, token in enumerate(text.tokens)}


def _weights(text: NumberedText) -> list[float]:
    """Return how much each type tells: the logarithm of how rare it is."""
    found = np.log((len(text) + 1) / np.maximum(1, text.often))
    return [float(weight) for weight in found]


def _of_entry(
    entry: str, numbers: Mapping[str, int], weights: Sequence[float]
) -> list[tuple[int, float]]:
    """Return the types of an entry that its text has, with their shares of it.

    An entry without spaces between words is its pairs of characters, if it has any.
    """
    tokens = dict.fromkeys(tokens_of(entry))
    longest = max(map(len, tokens), default=0)
    if longest == 2:
        tokens = {token: None for token in tokens if len(token) == 2}
    known = [numbers[token] for token in tokens if token in numbers]
    whole = sum(weights[number] for number in known)
    if not whole:
        return []
    return [(number, weights[number] / whole) for number in known]


def _look_alikes(left: Sequence[str], right: Sequence[str]) -> _Shares:
    """Yield types written alike in Latin letters, each the other's best match."""
    ours, theirs = _by_beginning(left), _by_beginning(right)
    for beginning, mine in ours.items():
        its = theirs.get(beginning)
        if not its:
            continue
        if beginning.isascii() and beginning.isalpha():
            yield from _best_of(mine, its)
        else:
            share = _SAME_FIGURE if beginning.isdecimal() else _SAME_WORD
            yield from (((i, j), share) for (i, _), (j, _) in product(mine, its))


_Written = list[tuple[int, str]]


def _by_beginning(tokens: Sequence[str]) -> dict[str, _Written]:
    """Return types and their Latin letters by the first of them.

    Figures, marks and what stands for a word without being one are alike only where
    they are the same: two syllables of Latin letters are soon alike by chance.
    """
    from anyascii import anyascii

    found: dict[str, _Written] = defaultdict(list)
    for number, token in enumerate(tokens):
        if is_unspaced(token[0]) or not token[0].isalpha():
            found[token].append((number, token))
            continue
        latin = anyascii(token).lower()
        letters = "".join(letter for letter in latin if letter.isalnum())
        if len(letters) >= _LONG:
            found[letters[0]].append((number, letters))
    return found


# Words of one text compared with all of the other that begin alike, at once.
_AT_ONCE = 500


def _best_of(mine: _Written, its: _Written) -> _Shares:
    """Yield pairs of words that are each other's best match."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    words = [word for _, word in its]
    most_right = np.zeros(len(its), dtype=np.float32)
    found: list[tuple[Ints, Ints, Floats]] = []
    for start in range(0, len(mine), _AT_ONCE):
        part = [word for _, word in mine[start : start + _AT_ONCE]]
        alike = cdist(
            part, words, scorer=Indel.normalized_similarity, score_cutoff=_MUCH
        )
        np.maximum(most_right, alike.max(axis=0), out=most_right)
        best = np.maximum(alike.max(axis=1, keepdims=True), _MUCH)
        rows, columns = np.nonzero(alike >= best)
        found.append((rows + start, columns, alike[rows, columns]))
    rows, columns, values = map(np.concatenate, zip(*found, strict=True))
    kept = values >= most_right[columns]
    rows, columns, values = rows[kept], columns[kept], values[kept]
    rivals = np.maximum(np.bincount(rows)[rows], np.bincount(columns)[columns])
    shares = np.where(values == 1, _SAME_WORD, _ALIKE) / rivals
    for row, column, share in zip(rows, columns, shares, strict=True):
        yield (mine[row][0], its[column][0]), float(share)
