"""What a passage is compared by: stems of its words and pieces of them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"\w+")
_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # kana, Han
    "\U00020000-\U0003134f"
)
_SCRIPT_RUN = re.compile(rf"[{_SPACELESS}]+|[^{_SPACELESS}]+")
_SPACELESS_START = re.compile(rf"[{_SPACELESS}]")
_GRAM = 4
_STEM = 4
_LEAST_STEM = 3
_ARTICLE = re.compile(r"^\u0648?\u0627\u0644(?=\w{3})")
_SUFFIX = re.compile(
    r"(?:ations?|ments?|ness|ingly|edly|ings?|ed|ies|ers?|est|es|ly|s|e|y"
    r"|ungen|ung|en|ern|em|n|t|st)$"
)


def words(text: str) -> list[str]:
    """Return the words of ``text``, case and diacritics folded.

    A script written without spaces yields each character and each pair of
    neighbours, as usual in retrieval.
    """
    found: list[str] = []
    for word in _WORD.findall(_fold(text)):
        if word.isascii():
            found.append(word)
            continue
        for run in _SCRIPT_RUN.findall(word):
            if _SPACELESS_START.match(run):
                found += run
                found += map("".join, pairwise(run))
            else:
                found.append(run)
    return found


def _fold(text: str) -> str:
    text = text.casefold()
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFD", text).translate(_UNMARKED)
    return unicodedata.normalize("NFC", bare)


class _Unmarked(dict[int, int | None]):
    """Every character to itself, marks to nothing, looked up once each."""

    def __missing__(self, code: int) -> int | None:
        mark = unicodedata.category(chr(code)).startswith("M")
        self[code] = None if mark else code
        return self[code]


_UNMARKED = _Unmarked()


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Return ``word`` without a common ending.

    Scripts other than Latin lose up to two letters at the end, where most of
    their languages inflect, and the Arabic article.
    """
    if len(word) <= _STEM:
        return word
    if not word.isascii():
        word = _ARTICLE.sub("", word)
        return word[: max(_STEM, len(word) - 2)]
    cut = _SUFFIX.sub("", word)
    return cut if len(cut) >= _LEAST_STEM else word


@lru_cache(maxsize=1 << 15)
def grams(word: str) -> tuple[str, ...]:
    """Return the pieces of four characters of a word."""
    return tuple(word[at : at + _GRAM] for at in range(len(word) - _GRAM + 1))
