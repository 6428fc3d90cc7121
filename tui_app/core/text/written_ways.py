"""In which ways a text may write the letters that are searched for.

What Unicode calls canonically equivalent (``é`` as one character or as two) is the
same; so is what is compatible with plain letters (the ligature ``ﬁ``, the wide ``Ａ``,
``½``, ``ﻻ``), and without regard to capitals what folds to them (``ß`` to ``ss``). Only
what the text has is looked for, so most searches are for a plain word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import permutations
from typing import Final, NamedTuple

from tui_app.core.text.punctuation import DOUBLE, SINGLE

_LIKE: Final = {"'": f"['ʼ{SINGLE}]", '"': f'["{DOUBLE}]', "-": "[-‐‑–]"}

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
    "\uff9e\uff9f"
)
"""Accents and the like, for a class of characters; Indian vowel signs are none."""

_SYLLABLE: Final = "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?"
"""A Korean syllable, letter by letter."""

_LETTER: Final = f"(?s:{_SYLLABLE}|.)[{_MARKS}]*"

_UNSEEN: Final = "\xad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
"""What stands between letters and is not seen: it is no matter to who searches."""

_AS_LETTERS: Final = (
    "[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\u0e33\u0eb3\ufb00-\ufb17\ufb50-\ufdfb"
    "\ufe70-\ufefc\uff01-\uff9f]"
)
"""Ligatures, presentation and wide forms: what is searched for are their letters."""

_HALF_MARKS: Final = str.maketrans("\u3099\u309a", "\uff9e\uff9f")
"""Marks of Japanese syllables, and how they stand behind letters of half width."""

_MOST_ORDERED: Final = 3
"""Marks on one letter that are looked for in any order."""


class Regard(NamedTuple):
    """What counts in a search besides the letters."""

    case: bool
    accents: bool


class _Signs(NamedTuple):
    """What of a text writes letters in other ways.

    ``singles`` are signs by the one letter they stand for, ``several`` by the first of
    them, with all. ``marks``: letters and their marks may stand apart.
    """

    singles: dict[str, str]
    several: dict[str, list[tuple[str, tuple[str, ...]]]]
    marks: bool
    unseen: str


def expression(part: str, text: str | None, regard: Regard) -> str:
    """Return the regular expression for a word in all the ways ``text`` may write it.

    Without a text only ways that ASCII has are in it.
    """
    letters = _asked(part, regard)
    if text is None or text.isascii():
        return "".join(map(_as_it_is, letters))
    signs = _signs(_characters(text), regard)
    if _is_plain(letters, signs):
        return "".join(_as_it_is(unicodedata.normalize("NFC", one)) for one in letters)
    between = f"[{signs.unseen}]*" if signs.unseen else ""
    found = between.join(_joined(letters, signs, regard, between))
    # e is not é, in whichever way that is written.
    return found + (f"(?![{_MARKS}])" if regard.accents else "")


def _asked(part: str, regard: Regard) -> list[str]:
    """Return the letters of what is searched for, each with its marks, taken apart."""
    part = re.sub(_AS_LETTERS, lambda one: unicodedata.normalize("NFKC", one[0]), part)
    seen = re.sub(f"[{_UNSEEN}]", "", part) or part
    apart = unicodedata.normalize("NFD", seen)
    return _letters(apart, regard) or re.findall(_LETTER, apart)


def _letters(apart: str, regard: Regard) -> list[str]:
    """Return letters with their marks, as far as these and capitals count."""
    if not regard.case:
        apart = "".join(map(_folded, apart))
    if not regard.accents:
        apart = "".join(map(_bare, apart))
    return re.findall(_LETTER, apart)


@lru_cache(maxsize=1 << 12)
def _folded(one: str) -> str:
    """Return a letter as it counts without capitals; some are two, with no mark."""
    folded = one.casefold()
    return folded if len(folded) == 1 or not re.search(f"[{_MARKS}]", folded) else one


@lru_cache(maxsize=1 << 12)
def _bare(one: str) -> str:
    """Return a letter without accents or a stroke through it; nothing for a mark."""
    if re.match(f"[{_MARKS}]", one):
        return ""
    name = unicodedata.name(one, "")
    plain = re.fullmatch("(LATIN (?:SMALL|CAPITAL) LETTER [A-Z]+) WITH .*", name)
    return unicodedata.lookup(plain[1]) if plain else one


@lru_cache(maxsize=2)
def _characters(text: str) -> str:
    """Return each character of the text once; those of both sides are remembered."""
    return "".join(sorted(set(text)))


@lru_cache(maxsize=8)
def _signs(there: str, regard: Regard) -> _Signs:
    """Return what of the characters of a text writes letters in other ways."""
    singles: dict[str, str] = {}
    several: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    unseen = "".join(re.findall(f"[{_UNSEEN}]", there))
    for sign in re.findall(f"[^\\x00-\\x7f{_UNSEEN}{_MARKS}]", there):
        apart = unicodedata.normalize("NFKD", sign)
        letters = tuple(_letters(apart, regard))
        if letters == (sign,) or re.search(r"\s", apart):
            continue
        if len(letters) == 1:
            singles[letters[0]] = singles.get(letters[0], "") + sign
        elif letters:
            several.setdefault(letters[0], []).append((sign, letters))
    marks = re.search(f"[{_MARKS}\u1100-\u11ff]", there) is not None
    return _Signs(singles, several, marks, unseen)


def _is_plain(letters: Sequence[str], signs: _Signs) -> bool:
    """Tell whether the text writes these letters in no other way."""
    if signs.marks or signs.unseen:
        return False
    composed = (unicodedata.normalize("NFC", one).lower() for one in letters)
    alone = all(
        set(signs.singles.get(letter, "").lower()) <= {one}
        for letter, one in zip(letters, composed, strict=True)
    )
    return alone and not any(
        _several_at(letters, at, signs) for at in range(len(letters))
    )


def _as_it_is(letter: str) -> str:
    return _LIKE.get(letter, re.escape(letter))


def _several_at(
    letters: Sequence[str], at: int, signs: _Signs
) -> list[tuple[str, int]]:
    """Return the signs that may stand for the next letters, and for how many.

    Behind a sign stand the marks that its last letter has and the sign itself has not.
    """
    found = []
    for sign, stands_for in signs.several.get(letters[at], ()):
        *those, last = letters[at : at + len(stands_for)]
        if (*those, last[: len(stands_for[-1])]) == stands_for:
            marks = last[len(stands_for[-1]) :]
            found.append((sign + marks, len(stands_for)))
    return found


def _joined(
    letters: Sequence[str], signs: _Signs, regard: Regard, between: str
) -> Iterator[str]:
    """Yield an expression for each letter, or for several that may be one sign."""
    at = 0
    while at < len(letters):
        end = _end_of_signs(letters, at, signs)
        if end > at:
            ways = _ways(letters[at:end], signs, regard, between)
            yield f"(?:{'|'.join(ways)})"
        else:
            yield _any_form(letters[at], signs, regard)
        at = max(end, at + 1)


_LONGEST: Final = 8
"""Letters in a row that are looked for in each way of making signs of some."""


def _end_of_signs(letters: Sequence[str], at: int, signs: _Signs) -> int:
    """Return where the letters end that signs beginning with them may stand for."""
    end, place = at, at
    while place < max(end, at + 1) and end - at < _LONGEST:
        sizes = (size for _, size in _several_at(letters, place, signs))
        end = max(end, place + max(sizes, default=0))
        place += 1
    return end


def _ways(
    letters: Sequence[str], signs: _Signs, regard: Regard, between: str
) -> Iterator[str]:
    """Yield the ways to write a few letters with signs for several and without."""
    if not letters:
        yield ""
        return
    marks = _any_marks(signs, regard)
    begun = [
        (_one_of({sign, sign.translate(_HALF_MARKS)}) + marks, size)
        for sign, size in _several_at(letters, 0, signs)
    ]
    for sign, size in (*begun, (_any_form(letters[0], signs, regard), 1)):
        for rest in _ways(letters[size:], signs, regard, between):
            yield sign + (between + rest if rest else "")


def _any_form(letter: str, signs: _Signs, regard: Regard) -> str:
    """Return an expression for a letter with its marks, however it is written."""
    if letter in _LIKE:
        return _LIKE[letter]
    ways = {letter, *signs.singles.get(letter, "")}
    if regard.accents:
        base, marks = _base_and_marks(letter)
        for other in signs.singles.get(base, "") if marks else "":
            ways.add(other + marks)
        ways.update(_composed(letter))
    halves = {way.translate(_HALF_MARKS) for way in ways}
    return _one_of(ways | halves) + _any_marks(signs, regard)


def _any_marks(signs: _Signs, regard: Regard) -> str:
    """Return an expression for the accents behind a letter that do not count."""
    return f"[{_MARKS}]*" if signs.marks and not regard.accents else ""


def _base_and_marks(letter: str) -> tuple[str, str]:
    marks = re.search(f"[{_MARKS}]*\\Z", letter)
    at = max(1, marks.start()) if marks else len(letter)
    return letter[:at], letter[at:]


@lru_cache(maxsize=1 << 10)
def _composed(letter: str) -> tuple[str, ...]:
    """Return the letter with some of its marks composed, in any order of them."""
    base, marks = _base_and_marks(letter)
    if len(marks) > _MOST_ORDERED:
        return (unicodedata.normalize("NFC", letter),)
    return tuple(
        unicodedata.normalize("NFC", base + "".join(order[:taken]))
        + "".join(order[taken:])
        for order in permutations(marks)
        for taken in range(len(order) + 1)
    )


def _one_of(ways: Iterable[str]) -> str:
    longest_first = sorted(ways, key=lambda way: (-len(way), way))
    if len(longest_first[0]) > 1:
        return f"(?:{'|'.join(map(re.escape, longest_first))})"
    escaped = "".join(map(re.escape, longest_first))
    return f"[{escaped}]" if len(longest_first) > 1 else escaped
