"""Whether two names may be one, as two people write it who tell the same.

Two translators spell, translate, shorten and describe. So this is generous: asked of
a text told anew, never of an edited one, where *Joe* for *Joa* is another person.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from tui_app.core.collation.word import Remembered
from tui_app.core.english.common_words import is_common
from tui_app.core.english.inflections import lemmas
from tui_app.core.english.transliteration import plain, same_consonants, transliterated
from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.names.given_names import same_given_name
from tui_app.core.facts.names.known_names import (
    ALIASES,
    COMPATIBLE,
    COUNTRIES,
    GENERIC,
    IN_COMPATIBLE,
    KNOWN,
    PLACES,
)
from tui_app.core.text.abbreviations import TITLES

_LIKE: Final = 0.72

_LIKE_WITH_INITIAL: Final = 0.6

"""So many letters, by Indel ratio, two forms of one name have in common."""

_STEM: Final = 5

_SHORTEST_STEM: Final = 4

_REGIONS: Final = word_set("""
    oblast krai kray okrug raion rayon voivodeship canton prefecture territory
    governorate parish borough region regional municipality st saint
    """)

_NO_TELLING_PARTS: Final = GENERIC | TITLES | _REGIONS

_PLACES: Final = PLACES | COUNTRIES.keys() | ALIASES.keys()

_ONE_WORD: Final = {"st": "saint", "ste": "saint", "mt": "mount", "ft": "fort"}


class NameWords(NamedTuple):
    """The words of a name without case and accents, hyphenated ones in their parts.

    ``acronym``: it is written in capitals throughout; ``foreign``: in letters that
    English does not have; ``known``: all its words stand in the other document.
    """

    words: tuple[str, ...]
    acronym: bool
    foreign: bool
    known: bool


def name_words(written: Sequence[str], others: Remembered) -> NameWords:
    """Return a name as it is written, ``others`` telling the other document's words."""
    words = [part for one in written for part in plain(one).split("-") if part]
    return NameWords(
        tuple(words),
        all(one.isupper() and len(one) > 1 for one in written),
        not all(map(str.isascii, written)),
        all(map(others.__getitem__, words)),
    )


def may_be_one_name(one: NameWords, other: NameWords) -> bool:
    """Tell whether two names of a text told anew may name one thing."""
    if _is_same("-".join(one.words), "-".join(other.words)):
        return True
    ours, theirs = _telling(one), _telling(other)
    if not ours and not theirs:
        return True
    if any(is_same_word(*pair) for pair in product(ours, theirs)):
        return True
    if ours and theirs and is_alike("".join(ours), "".join(theirs)):
        return True
    if one.acronym is not other.acronym:
        return True
    return _is_translated(one, other)


def _telling(name: NameWords) -> list[str]:
    return [word for word in name.words if word not in _NO_TELLING_PARTS]


def _is_translated(one: NameWords, other: NameWords) -> bool:
    """Tell *Ghost* from *Spirit*, *Lesser Town* from *Malostranské*.

    Common words stand opposite common words; or opposite foreign ones, if the other
    document has the common words nowhere.
    """
    ours, theirs = _in_common_words(one), _in_common_words(other)
    if ours and theirs:
        return True
    common, name = (one, other) if ours else (other, one)
    if (
        not (ours or theirs)
        or common.known
        or any(word in KNOWN for word in name.words)
    ):
        return False
    return name.foreign or min(len(one.words), len(other.words)) > 1


def _in_common_words(name: NameWords) -> bool:
    telling = _telling(name)
    return bool(telling) and all(
        is_common(word) and word not in _PLACES for word in telling
    )


def is_same_word(one: str, other: str) -> bool:
    """Tell whether two words of names are one in another form or spelling."""
    return _is_same(one, other) or is_alike(one, other)


def is_answered_by(one: str, other: str) -> bool:
    """Tell whether ``other``, in a name or not, says what the word ``one`` names.

    Of hyphenated words a part will do: *Moscow-based*.
    """
    if "-" in one or "-" in other:
        parts = {part for part in one.split("-") if len(part) > 2}
        if not parts.isdisjoint(other.split("-")):
            return True
    return _is_same(one, other)


def _is_same(one: str, other: str) -> bool:
    key, key_of_other = _key(one), _key(other)
    if key == key_of_other:
        return True
    if key in IN_COMPATIBLE and frozenset((key, key_of_other)) in COMPATIBLE:
        return True
    return not lemmas(one).isdisjoint(lemmas(other)) or same_given_name(one, other)


@lru_cache(maxsize=1 << 11)
def _key(word: str) -> str:
    return COUNTRIES.get(word) or ALIASES.get(word) or _ONE_WORD.get(word) or word


@lru_cache(maxsize=1 << 12)
def is_alike(one: str, other: str) -> bool:
    """Tell whether two names are spelled alike; of designations the figures count."""
    if one in KNOWN and other in KNOWN:
        return False
    if any(map(str.isdigit, one + other)):
        return one.replace("-", "") == other.replace("-", "")
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST_STEM and long.startswith(short):
        return True
    if len(short) >= _STEM and one[:_STEM] == other[:_STEM]:
        return True
    ratio = Indel.normalized_similarity(one, other)
    if ratio >= _LIKE or (ratio >= _LIKE_WITH_INITIAL and one[0] == other[0]):
        return True
    return transliterated(one, other) or same_consonants(one, other)
