"""What a word may be a form of, and one spelling for all its spellings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tui_app.core.english.lexicon import (
    FUNCTION_WORDS,
    IRREGULAR,
    NUMBER_WORDS,
    SPELLINGS,
)
from tui_app.core.text.characters import without_accents

WORDS_KNOWN: Final = 1 << 15

"""Words of which is remembered what they tell: as many as a Bible has."""

_SHORTEST_STEM = 3

_VOWELS = frozenset("aeiouy")

_ENDINGS = ("s", "ed", "ing", "est")

_HYPHENS = dict.fromkeys(map(ord, "-‐‑\u00ad\u200c\u2060\u200d"))

_CUSTOM_LENGTH = 6

_BEHIND_IS = ("e", "ed", "es", "ing", "er", "ers", "ation", "ations")
# Their bare forms are too short for the customs: rise, raise, noise, poise, wise.
_ALWAYS_IS = frozenset({"", "r", "ar", "ra", "no", "po", "w"})

_BEHIND_YS = ("e", "ed", "es", "ing")

_BEHIND_LL = ("ed", "ing", "er", "ers", "or", "ors")

_BEFORE_L = 4


def spelling_key(lower: str) -> str:
    """Return the word without accents, hyphens and dots, in American spelling.

    Words with equal keys are spellings of one word, or one number.
    """
    if not lower.isascii():
        lower = without_accents(lower)
    key = SPELLINGS.get(lower, lower)
    if key in NUMBER_WORDS:
        return NUMBER_WORDS[key]
    if not key.isalpha():
        if any(map(str.isdigit, key)):
            return _without_thousands(key)
        if "." in key and key.replace(".", "") not in FUNCTION_WORDS:
            key = key.replace(".", "") or key
        key = key.translate(_HYPHENS) or key
    return _american(key) if len(key) >= _CUSTOM_LENGTH else key


def _without_thousands(number: str) -> str:
    if "," not in number:
        return number
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", number)


def _american(key: str) -> str:
    """Return a word of British custom in the American one.

    Looked at by its letters first: few words need any of the rules.
    """
    if "is" in key or "ys" in key:
        key = _with_z(key)
    if "our" in key:
        key = re.sub(r"(?<=\w[bdgilmnpv])our", "or", key)
    if "re" in key[-4:]:
        key = _with_er(key)
    if key.endswith(("ogue", "ogues")):
        key = key.removesuffix("ue") if key[-1] == "e" else key[:-3] + "s"
    if "ll" in key:
        key = _with_single_l(key)
    if "ae" in key or "oe" in key:
        key = re.sub(r"[ao]e(?=\w{3})", "e", key)
    return key


def _with_z(key: str) -> str:
    for ending in _BEHIND_IS:
        if key.endswith(f"is{ending}"):
            stem = key[: -2 - len(ending)]
            written = stem not in _ALWAYS_IS and _is_written(stem[-1])
            return f"{stem}iz{ending}" if written else key
    for ending in _BEHIND_YS:
        if key.endswith(f"ys{ending}"):
            return f"{key[: -2 - len(ending)]}yz{ending}"
    return key


def _with_er(key: str) -> str:
    if key.endswith(("bre", "tre")):
        return key[:-2] + "er"
    if key.endswith(("bres", "tres")):
        return key[:-3] + "ers"
    return key[:-3] + "ered" if key.endswith(("bred", "tred")) else key


def _with_single_l(key: str) -> str:
    for ending in _BEHIND_LL:
        if key.endswith(f"ll{ending}"):
            stem = key[: -2 - len(ending)]
            written = len(stem) >= _BEFORE_L and _is_written(stem[-_BEFORE_L:])
            return f"{stem}l{ending}" if written else key
    return re.sub(r"(?<=\w{4})l+$", "l", key) if key.endswith("ll") else key


def _is_written(part: str) -> bool:
    """Tell whether all are letters or figures."""
    return part.replace("_", "a").isalnum()


@lru_cache(maxsize=WORDS_KNOWN)
def lemmas(lower: str) -> frozenset[str]:
    """Return what the word may be a form of, itself included.

    Two words are forms of one lemma where the sets meet.
    """
    key = spelling_key(lower)
    irregular = IRREGULAR.get(lower) or IRREGULAR.get(key)
    stems = _stripped(key) if key.endswith(_ENDINGS) and key.isalpha() else ()
    if not stems:
        return frozenset((key, irregular) if irregular else (key,))
    found = {key, *filter(_is_stem, stems)}
    if irregular:
        found.add(irregular)
    return frozenset(found)


def _is_stem(stem: str) -> bool:
    return len(stem) >= _SHORTEST_STEM and not _VOWELS.isdisjoint(stem)


def _stripped(key: str) -> set[str]:
    if key.endswith("s") and not key.endswith(("ss", "us", "is")):
        return _singulars(key)
    if key.endswith("eed"):
        return {key[:-1]}
    if key.endswith("ed"):
        return _verbs(key[:-2])
    if key.endswith("ing"):
        return _verbs(key[:-3])
    if key.endswith("est"):
        return _verbs(key[:-3])
    return set()


def _singulars(key: str) -> set[str]:
    found = {key[:-1]}
    if key.endswith("ies"):
        found.add(key[:-3] + "y")
    elif key.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        found.add(key[:-2])
    return found


def _verbs(stem: str) -> set[str]:
    found = {stem, stem + "e"}
    if stem.endswith("i"):
        found.add(stem[:-1] + "y")
    if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
        found.add(stem[:-1])
    return found


_SHORTEST = 3


@lru_cache(maxsize=WORDS_KNOWN)
def forms(word: str) -> frozenset[str]:
    """Return the lemmas of ``word`` and what is left of it without its ending.

    Lemmas are given in one custom of spelling (*promising* as *promizing*); tables hold
    words as they are written, so the bare stems count too.
    """
    return lemmas(word) | frozenset(
        stem for stem in _stems(word) if len(stem) >= _SHORTEST
    )


def _stems(word: str) -> set[str]:
    if word.endswith(("ies", "ied")):
        return {word[:-3] + "y", word[:-1]}
    if word.endswith("s") and not word.endswith("ss"):
        return {word[:-1], word[:-2]}
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            doubled = stem[-2:-1] == stem[-1:]
            return {stem, stem + "e", stem[:-1] if doubled else stem}
    return set()
