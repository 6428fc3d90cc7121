"""Which unit, and which *more than* or *at most*, belongs to a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.facts.numbers.number_words import (
    BETWEEN,
    CURRENCY_SIGNS,
    SHORT,
    SURE_SCALES,
    UNITS,
)
from tui_app.core.facts.numbers.numerals import Reading, abbreviated_scale
from tui_app.core.facts.numbers.quantity import (
    AT_LEAST,
    CHANGED,
    COMPARATORS,
    COMPARATORS_AFTER,
    LONGEST_COMPARATOR,
)
from tui_app.core.facts.passage import atom_at

_LOOSE = frozenset({"over", "beyond"})

_UNIT_PHRASES = {
    ("per", "cent"): ("ratio", 0.01),
    ("percentage", "point"): ("points", 0.01),
    ("percentage", "points"): ("points", 0.01),
    ("percent", "points"): ("points", 0.01),
    ("basis", "point"): ("points", 0.0001),
    ("basis", "points"): ("points", 0.0001),
    ("°", "c"): UNITS["celsius"],
    ("°", "f"): UNITS["fahrenheit"],
    ("of", "a", "century"): UNITS["century"],
}

_PHRASE_STARTS = frozenset(phrase[0] for phrase in _UNIT_PHRASES)

BEFORE_NUMBER = (
    CURRENCY_SIGNS
    | CHANGED.keys()
    | {phrase[-1] for phrase in COMPARATORS}
    | {"a", "an", "the", "of"}  # a comparator may stand before them: the age of
)
"""What may stand right before a number and tell more of it."""

BEHIND_NUMBER = BETWEEN | UNITS.keys() | SHORT.keys() | _PHRASE_STARTS | {"+"}
"""What may stand right behind a number and begin its unit."""

_POWERS = {"square": 2, "cubic": 3}

_RAISED = {"²": 2, "³": 3}


class MeasuredNumber(NamedTuple):
    """The unit of a number: where it stands (atoms) and what it measures.

    ``start`` and ``end`` are the atoms of the number with its unit, ``first`` and
    ``last`` those of the unit; no unit: ``dimension`` is ``None``.
    """

    start: int
    end: int
    amount: float
    dimension: str | None
    size: float
    first: int
    last: int


class Comparator(NamedTuple):
    """*More than*, *at most* and the like, atoms ``start`` to ``end``."""

    sense: str
    start: int
    end: int
    loose: bool


def measured(
    places: Sequence[int], words: Sequence[str], start: int, read: Reading
) -> MeasuredNumber:
    """Return the number read at atom ``start`` with the unit that belongs to it."""
    amount, end, _ = read
    currency = start > 0 and words[start - 1] in CURRENCY_SIGNS
    if end < len(words) and _scales(places, words, end, currency=currency):
        scale = abbreviated_scale(words, end)
        if scale is not None:
            amount, end = amount * scale, end + 1
    if currency:
        dimension, size = UNITS[words[start - 1]]
        return MeasuredNumber(start - 1, end, amount, dimension, size, start - 1, start)
    return _unit_after(words, start, Reading(amount, end))


def _scales(
    places: Sequence[int], words: Sequence[str], at: int, *, currency: bool
) -> bool:
    """Tell whether a letter may be a scale: on the figures, behind money or *tln*."""
    if not words[at - 1][-1].isdigit():
        return False
    return currency or places[at] == places[at - 1] or words[at] in SURE_SCALES


def _unit_after(words: Sequence[str], start: int, read: Reading) -> MeasuredNumber:
    amount, end, _ = read
    at = end
    power = 1
    if amount < 1 and tuple(words[at : at + 2]) in {("of", "a"), ("of", "an")}:
        at += 2
    while at < len(words) and at < end + 3 and words[at] in BETWEEN:
        if words[at] in _PHRASE_STARTS and _unit_phrase(words, at):
            break
        power = _POWERS.get(words[at], power)
        at += 1
    found = _unit(words, at)
    if found is None and at > end and words[at - 1] in {"degrees", "degree"}:
        return MeasuredNumber(start, at, amount, "degrees", 1.0, end, at)
    if found is None:
        return MeasuredNumber(start, end, amount, None, 1.0, end, end)
    dimension, size, last = found
    if last < len(words) and words[last] in _RAISED:
        power, last = _RAISED[words[last]], last + 1
    if tuple(words[last : last + 3]) == ("and", "a", "half"):
        amount, last = amount + 0.5, last + 3
    name = dimension if power == 1 else f"{dimension}^{power}"
    return MeasuredNumber(start, last, amount, name, size**power, end, last)


def _unit_phrase(words: Sequence[str], at: int) -> tuple[str, float, int] | None:
    for phrase, (dimension, size) in _UNIT_PHRASES.items():
        if tuple(words[at : at + len(phrase)]) == phrase:
            return dimension, size, at + len(phrase)
    return None


def _unit(words: Sequence[str], at: int) -> tuple[str, float, int] | None:
    word = words[at] if at < len(words) else ""
    if word in _PHRASE_STARTS and (found := _unit_phrase(words, at)):
        return found
    if word in UNITS:
        return *UNITS[word], at + 1
    if word in SHORT and words[at - 1][-1].isdigit():
        return *SHORT[word], at + 1
    return None


def comparator(
    words: Sequence[str], start: int, end: int, dimension: str | None
) -> Comparator | None:
    """Return the comparator of the number at atoms ``start`` to ``end``.

    *Over* before a stretch of time may as well mean *during*.
    """
    if tuple(words[max(0, start - 3) : start]) == ("the", "age", "of"):
        start -= 3
    if start > 1 and words[start - 1] in {"a", "an", "the"}:
        start -= 1
    for length in range(min(LONGEST_COMPARATOR, start), 0, -1):
        phrase = tuple(words[start - length : start])
        if phrase in COMPARATORS:
            loose = phrase[-1] in _LOOSE and dimension == "time"
            return Comparator(COMPARATORS[phrase], start - length, start, loose)
    if atom_at(words, end) == "+" and not atom_at(words, end + 1)[:1].isdigit():
        return Comparator(AT_LEAST, end, end + 1, loose=False)
    for at in (end, end + 1):
        sense = COMPARATORS_AFTER.get(tuple(words[at : at + 2]))
        if sense is not None:
            return Comparator(sense, at, at + 2, loose=False)
    if start and words[start - 1] in CHANGED and not _is_figure(words, start - 2):
        return Comparator(CHANGED[words[start - 1]], start - 1, start, loose=False)
    return None


def _is_figure(words: Sequence[str], at: int) -> bool:
    """Tell the two sides of *8 by 5* from a change *by 5*."""
    return atom_at(words, at)[:1].isdigit()
