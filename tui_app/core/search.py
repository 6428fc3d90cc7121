"""Where a query hits in a text, however either of them is written.

What Unicode calls canonically equivalent (``é`` as one character or as two) is the
same, and so are ligatures and the letters they stand for. A hit is where the text has
it: no offset is of a text changed for the search.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import permutations
from typing import Final, NamedTuple

from tui_app.core.model import Span
from tui_app.core.text.punctuation import DOUBLE, SINGLE

_LIKE = {"'": f"['ʼ{SINGLE}]", '"': f'["{DOUBLE}]', "-": "[-‐‑–]"}


class QueryError(ValueError):
    """The query is no valid regular expression; the message says why."""


class Query(NamedTuple):
    """What is searched for.

    ``case`` is ``None`` for smart case: capitals count when the query has one.
    ``accents`` tells that accents count. In plain words, white space stands for any
    white space, and straight quotes and hyphens for curly and typographic ones.
    """

    words: str
    regex: bool = False
    whole_words: bool = False
    case: bool | None = None
    accents: bool = True

    def pattern(self, text: str | None = None) -> re.Pattern[str]:
        """Return the pattern; for a ``text`` one that is as quick as the text allows.

        Raises ``QueryError`` where a regular expression is not one.
        """
        source = self.words if self.regex else self._plain(text)
        if self.whole_words:
            source = (
                rf"\b(?:{source})\b" if self.regex else _bounded(source, self.words)
            )
        case = self.words != self.words.lower() if self.case is None else self.case
        try:
            with warnings.catch_warnings():
                # What a set like "[[a]" may mean one day is no news to who searches,
                # and a warning would be printed over the screen.
                warnings.simplefilter("ignore")
                return re.compile(source, 0 if case else re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            raise QueryError(str(error)) from error

    def _plain(self, text: str | None) -> str:
        """Return plain words as an expression."""
        words = _taken_apart(self.words)
        if not self.accents:
            words = _bare(words)
        if text is not None and text.isascii():
            written = _as_it_is
        elif not self.accents:
            written = _with_any_accents
        elif text is not None and _is_uniform(text):
            words, written = unicodedata.normalize("NFC", words), _as_it_is
        else:
            written = _however_written
        return r"\s+".join(written(part) for part in re.split(r"\s+", words))


def _as_it_is(part: str) -> str:
    return "".join(_LIKE.get(one, re.escape(one)) for one in part)


def _bounded(source: str, words: str) -> str:
    """Ask for word borders only where the query begins or ends with a letter."""
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    return f"{before}(?:{source}){after}"


def find(text: str, query: Query) -> Iterator[Span]:
    """Yield the hits in ``text`` in order; a hit is never empty.

    Raises ``QueryError`` where the query is no valid regular expression.
    """
    if not query.words.strip():
        return
    for match in query.pattern(text).finditer(text):
        start, end = match.span()
        if start < end:
            yield Span(start, end)


# How one thing is written in several ways -----------------------------------------

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
"""Accents and the like, for a class of characters; Indian vowel signs are none."""

_SYLLABLE: Final = "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?"
"""A Korean syllable, letter by letter."""

_LETTER: Final = f"(?s:{_SYLLABLE}|.)[{_MARKS}]*"

_JOINED: Final = "[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06\ufb13-\ufb17]"
"""Letters set as one."""

_WIDE: Final = "[\uff01-\uff5e]"
"""The forms of ASCII that are as wide as an ideograph, and how far off they stand."""

_WIDE_BY: Final = 0xFEE0

_MOST_ORDERED: Final = 3
"""Marks on one letter that are looked for in any order."""


@lru_cache(maxsize=2)
def _is_uniform(text: str) -> bool:
    """Tell whether the text writes nothing in two ways; both sides are remembered."""
    composed = unicodedata.is_normalized("NFC", text)
    return composed and not re.search(f"{_JOINED}|{_WIDE}", text)


def _taken_apart(words: str) -> str:
    """Return the query with the letters that ligatures and wide forms stand for."""
    if words.isascii():
        return words
    return re.sub(f"{_JOINED}|{_WIDE}", _compatible, words)


def _compatible(one: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", one[0])


def _bare(words: str) -> str:
    """Return the words without accents."""
    return re.sub(f"[{_MARKS}]", "", unicodedata.normalize("NFD", words))


def _however_written(part: str) -> str:
    """Return an expression for a part of the query in all its ways to be written."""
    letters = re.findall(_LETTER, part)
    # e is not é, in whichever way that is written.
    return _joined(letters, _any_form) + f"(?![{_MARKS}])"


def _with_any_accents(part: str) -> str:
    """Return an expression for the letters of a part with any accents or none."""
    return _joined(list(part), _any_accent)


def _joined(letters: Sequence[str], written: Callable[[str], str]) -> str:
    """Return an expression for the letters, each as ``written``, or as ligatures."""
    found, at = list[str](), 0
    while at < len(letters):
        most = max(
            (len(stands_for) for _, stands_for in _ligatures_at(letters, at)), default=0
        )
        if most:
            ways = _ways(letters[at : at + most], written)
            found.append(f"(?:{'|'.join(ways)})")
        else:
            found.append(written(letters[at]))
        at += most or 1
    return "".join(found)


def _ways(letters: Sequence[str], written: Callable[[str], str]) -> Iterator[str]:
    """Yield the ways to write a few letters with ligatures and without."""
    if not letters:
        yield ""
        return
    for sign, stands_for in _ligatures_at(letters, 0):
        for rest in _ways(letters[len(stands_for) :], written):
            yield sign + rest
    for rest in _ways(letters[1:], written):
        yield written(letters[0]) + rest


def _ligatures_at(letters: Sequence[str], at: int) -> list[tuple[str, str]]:
    """Return the ligatures that can stand for the next letters, and for which."""
    known = _ligatures().get(letters[at], ())
    return [
        (sign, stands_for)
        for sign, stands_for in known
        if tuple(letters[at : at + len(stands_for)]) == tuple(stands_for)
    ]


@cache
def _ligatures() -> dict[str, list[tuple[str, str]]]:
    """Return each ligature and what it stands for, by the first letter of that."""
    found: dict[str, list[tuple[str, str]]] = {}
    for sign in map(chr, (*range(0x132, 0x1F4), *range(0xFB00, 0xFB18))):
        letters = unicodedata.normalize("NFKC", sign)
        if re.match(_JOINED, sign) and len(letters) > 1:
            found.setdefault(letters[0], []).append((sign, letters))
    return found


@lru_cache(maxsize=1 << 10)
def _any_form(letter: str) -> str:
    """Return an expression for a letter with its marks, however it is written."""
    if letter in _LIKE:
        return _LIKE[letter]
    apart = unicodedata.normalize("NFD", letter)
    ways = {letter, apart, *_singles().get(apart, ()), *_wide(letter)}
    base, marks = (letter, "") if len(apart) == 1 else (apart[:1], apart[1:])
    if len(marks) <= _MOST_ORDERED:
        ways |= set(_composed(base, marks))
    return _one_of(ways)


def _composed(base: str, marks: str) -> Iterator[str]:
    """Yield the letter with some of its marks composed, in any order of them."""
    for order in map("".join, permutations(marks)):
        for taken in range(len(order) + 1):
            begun = unicodedata.normalize("NFC", base + order[:taken])
            yield begun + order[taken:]


@cache
def _singles() -> dict[str, list[str]]:
    """Return the single characters that are canonically the same as others."""
    found: dict[str, list[str]] = {}
    for sign in map(chr, (*range(0x340, 0x3000), *range(0xF900, 0xFB00))):
        apart = unicodedata.normalize("NFD", sign)
        if apart != sign:
            found.setdefault(apart, []).append(sign)
    return found


@lru_cache(maxsize=1 << 10)
def _any_accent(letter: str) -> str:
    """Return an expression for a letter with any accents or none."""
    if letter in _LIKE:
        return _LIKE[letter]
    accented = _accented().get(letter, "")
    one = _one_of({letter, *accented, *_wide(letter)})
    return f"{one}[{_MARKS}]*" if letter.isalpha() else one


@cache
def _accented() -> dict[str, str]:
    """Return for each letter the characters that are this letter with accents."""
    found: dict[str, str] = {}
    for sign in map(chr, range(0xC0, 0x3100)):
        apart = unicodedata.normalize("NFD", sign)
        if len(apart) > 1 and not re.sub(f"[{_MARKS}]", "", apart[1:]):
            found[apart[0]] = found.get(apart[0], "") + sign
    return found


def _wide(letter: str) -> str:
    """Return the wide form of an ASCII letter or sign, if it has one."""
    has_one = "!" <= letter <= "~" and len(letter) == 1
    return chr(ord(letter) + _WIDE_BY) if has_one else ""


def _one_of(ways: Iterable[str]) -> str:
    longest_first = sorted(ways, key=lambda way: (-len(way), way))
    if len(longest_first[0]) > 1:
        return f"(?:{'|'.join(map(re.escape, longest_first))})"
    escaped = "".join(map(re.escape, longest_first))
    return f"[{escaped}]" if len(longest_first) > 1 else escaped
