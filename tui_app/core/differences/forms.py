"""Forms of a word: its spelling brought to one custom, its possible lemmas.

Suffix rules with a small table of irregular forms. A wrong reduction does no harm
unless it meets another word of the same passages, so the rules may be generous.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tui_app.core.differences.lexicon import (
    FUNCTION_WORDS,
    IRREGULAR,
    NUMBER_WORDS,
    SPELLINGS,
)

_SHORTEST_STEM = 3
_VOWEL = re.compile("[aeiouy]")
# Their bare forms are too short for the customs: rise, raise, noise, poise, wise.
_ALWAYS_IS = r"(?<!^r)(?<!^ar)(?<!^ra)(?<!^no)(?<!^po)(?<!^w)"
# British custom on the left; never applied to words shorter than six letters.
_CUSTOMS = (
    (
        re.compile(rf"(?<=\w){_ALWAYS_IS}is(?=(?:e|ed|es|ing|er|ers|ation|ations)$)"),
        "iz",
    ),
    (re.compile(r"ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"(?<=\w[bdgilmnpv])our"), "or"),
    (re.compile(r"(?<=[bt])re(s?)$"), r"er\1"),
    (re.compile(r"(?<=[bt])red$"), "ered"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"(?<=\w{4})ll(?=(?:ed|ing|er|ers|or|ors)$)"), "l"),
    (re.compile(r"(?<=\w{4})l+$"), "l"),
    (re.compile(r"[ao]e(?=\w{3})"), "e"),
)
_HYPHENS = re.compile("[-‐‑\u00ad\u200c\u2060\u200d]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CUSTOM_LENGTH = 6


@lru_cache(maxsize=1 << 16)
def spelling_key(lower: str) -> str:
    """Return the word without accents, hyphens and dots, in American spelling.

    Words with equal keys are spellings of one word, or one number.
    """
    if not lower.isascii():
        lower = "".join(
            character
            for character in unicodedata.normalize("NFKD", lower)
            if not unicodedata.combining(character)
        )
    key = SPELLINGS.get(lower, lower)
    if key in NUMBER_WORDS:
        return NUMBER_WORDS[key]
    if any(map(str.isdigit, key)):
        return _THOUSANDS.sub("", key)
    if "." in key and key.replace(".", "") not in FUNCTION_WORDS:
        key = key.replace(".", "") or key
    key = _HYPHENS.sub("", key) or key
    if len(key) >= _CUSTOM_LENGTH:
        for pattern, american in _CUSTOMS:
            key = pattern.sub(american, key)
    return key


@lru_cache(maxsize=1 << 16)
def lemmas(lower: str) -> frozenset[str]:
    """Return what the word may be a form of, itself included.

    Two words are forms of one lemma where the sets meet.
    """
    key = spelling_key(lower)
    found = {key}
    if key in IRREGULAR or lower in IRREGULAR:
        found.add(IRREGULAR.get(lower) or IRREGULAR[key])
    if key.isalpha():
        found.update(stem for stem in _stripped(key) if _is_stem(stem))
    return frozenset(found)


def _is_stem(stem: str) -> bool:
    return len(stem) >= _SHORTEST_STEM and _VOWEL.search(stem) is not None


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
