"""What number figures and number words name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.numbers.number_words import (
    ABBREVIATED_SCALES,
    CARDINALS,
    FRACTIONS,
    GROUPS,
    MULTIPLES,
    ORDINALS,
    SCALES,
    SIGNS,
    SMALL_NUMBERS,
)
from tui_app.core.facts.numbers.number_words import UNITS as MEASURES
from tui_app.core.facts.passage import atom_at

# Patterns are compiled when the first number needs them: most rows have plain ones.
_GROUPED = r"\d{1,3}(?:([,.])\d{3})(?:\1\d{3})*$"

_CONTINENTAL = r"\d{1,3}(?:\.\d{3})+,\d+$"

_SERIES = r"\d+(?:\.\d+){2,}$"

_LONG = r"\d[\d,.']*"

_GROUP = 3

_MOST_GROUPS = 5

EXACT = 15
"""Figures that a float tells apart, whatever they are."""

_LARGEST = 300
"""Figures of a float, most of them noughts."""

_TIMED = r"(\d+):([0-5]\d):([0-5]\d)$"

_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")

_MOST_PARTS = 100

_ENDS_FRACTION = word_set("""
    . , ; : ) of in by from since to on for and or than as have has had are is were was
    will would said say want last this
    """)


class Reading(NamedTuple):
    """The number at an atom: its value and the atom after it.

    ``parts`` are the two numbers of a share (*one in three*).
    """

    amount: float
    end: int
    parts: tuple[float, ...] = ()


@lru_cache(maxsize=1 << 11)
def figures(text: str) -> float | None:
    """Return the value of a number in figures, or ``None``.

    A comma before three digits parts thousands, so does an apostrophe, and points
    where there are two or more of them; any other comma is a decimal one. A time
    taken (*2:04:11*) is read in seconds. What has more figures than a float tells apart
    is no amount, but an account or a key.
    """
    if not _is_exact(text):
        return None
    if "'" in text:
        text = text.replace("'", "")
    if _is_plain(text):
        return float(text)
    if not any(map(str.isdecimal, text)):
        return SIGNS.get(text)
    if "," in text or "." in text:
        written = _with_separators(text)
        if written is not None:
            return float(written)
    if "/" in text and (ratio := _ratio(text)):
        above, below = ratio
        return above / below if below else None
    return _seconds(text) or None


def _is_exact(text: str) -> bool:
    if len(text) <= EXACT:
        return True
    digits = "".join(filter(str.isdecimal, text)).strip("0")
    return len(digits) <= EXACT and len(text) <= _LARGEST


def _with_separators(text: str) -> str | None:
    """Return figures with commas and points as Python writes them."""
    if re.match(_GROUPED, text) and (text.count(".") != 1 or "," in text):
        return text.replace(",", "").replace(".", "")
    if re.match(_CONTINENTAL, text):
        return text.replace(".", "").replace(",", ".")
    decimal, grouped = text.replace(",", ".", 1), text.replace(",", "")
    if _is_plain(decimal):
        return decimal
    return grouped if _is_plain(grouped) else None


def _is_plain(text: str) -> bool:
    """Tell figures alone, with figures behind a point at most: *2*, *2.5*, *.5*."""
    whole, point, part = text.partition(".")
    if not point:
        return whole.isdecimal()
    return part.isdecimal() and (whole.isdecimal() or not whole)


def _ratio(text: str) -> tuple[int, int] | None:
    """Return both figures of *1/2*."""
    above, _, below = text.partition("/")
    both = above.isdecimal() and below.isdecimal() and _is_exact(text)
    return (int(above), int(below)) if both else None


def series(text: str) -> str | None:
    """Return figures that number no amount, as versions and parts do: *4.2.1*.

    An account or a key is one without what parts its thousands.
    """
    if re.match(_SERIES, text):
        return text if figures(text) is None else None
    is_long = not _is_exact(text) and re.fullmatch(_LONG, text)
    return re.sub("[,']", "", text) if is_long else None


def _seconds(text: str) -> float | None:
    timed = re.match(_TIMED, text) if ":" in text else None
    if timed is None:
        return None
    hours, minutes, seconds = map(int, timed.groups())
    return float(3600 * hours + 60 * minutes + seconds)


def grouped_by_points(text: str) -> float | None:
    """Return the value of *1.000* where a point parts thousands, else ``None``."""
    if "." in text and "," not in text and re.match(_GROUPED, text):
        return float(text.replace(".", ""))
    return None


def read_ordinal(words: Sequence[str], at: int) -> Reading | None:
    """Read ``17th``, ``twenty-first`` or ``third`` at atom ``at``."""
    word = words[at]
    if word[:1].isdecimal() and word.endswith(_ORDINAL_ENDINGS):
        figure = word[:-2].replace(",", "")
        if figure.isdecimal() and len(figure) <= EXACT:
            return Reading(float(figure), at + 1)
    if word in ORDINALS:
        return Reading(float(ORDINALS[word]), at + 1)
    if word in CARDINALS and CARDINALS[word] >= 20 and at + 1 < len(words):
        small = ORDINALS.get(words[at + 1], 10)
        if 0 < small < 10:
            return Reading(float(CARDINALS[word] + small), at + 2)
    return None


def read_amount(words: Sequence[str], at: int) -> Reading | None:
    """Read a cardinal number at atom ``at``: ``1.5 m``, ``two and a half million``."""
    sign = -1.0 if words[at] == "minus" else 1.0
    start = at + 1 if sign < 0 else at
    if start >= len(words):
        return None
    found = read_figures(words, start) or _read_words(words, start)
    return found and Reading(sign * found.amount, found.end)


def read_figures(words: Sequence[str], at: int) -> Reading | None:
    """Read a number in figures at atom ``at``: ``1.5``, ``45 000``, ``2 1/2``."""
    value = figures(words[at])
    if value is None:
        return None
    end = at + 1
    groups = _groups_after(words, at)
    if groups:
        end += groups
        return _scaled(words, float("".join(words[at:end])), end)
    extra = atom_at(words, end)
    if words[at].isdecimal() and (extra in SIGNS or _ratio(extra)):
        value += figures(extra) or 0
        end += 1
    return _scaled(words, value, end)


def _groups_after(words: Sequence[str], at: int) -> int:
    """Return how many groups of three figures go on with the number: *45 000*.

    Not in a row of figures that stand for themselves, as in a table.
    """
    if not (words[at].isdecimal() and len(words[at]) <= _GROUP and words[at][0] != "0"):
        return 0
    if atom_at(words, at - 1).isdecimal():
        return 0
    end = at + 1
    while len(atom_at(words, end)) == _GROUP and words[end].isdecimal():
        end += 1
    count = end - at - 1
    in_table = count >= _MOST_GROUPS or atom_at(words, end)[:1].isdecimal()
    return 0 if in_table else count


def _scaled(words: Sequence[str], value: float, end: int) -> Reading:
    while (scale := SCALES.get(atom_at(words, end))) is not None:
        value *= scale
        end += 1
    return Reading(value, end)


def _read_words(words: Sequence[str], at: int) -> Reading | None:
    word = words[at]
    if word in {"a", "an"}:
        scale = SCALES.get(atom_at(words, at + 1))
        return None if scale is None else _scaled(words, 1.0, at + 1)
    if word in SCALES:
        return _scaled(words, 1.0, at)
    if word not in CARDINALS:
        return None
    return _read_cardinal(words, at)


def _read_cardinal(words: Sequence[str], at: int) -> Reading:
    total, current, end = 0.0, float(CARDINALS[words[at]]), at + 1
    while end < len(words):
        word = words[end]
        if word in SCALES:
            current *= SCALES[word]
            if SCALES[word] >= 1_000:
                total, current = total + current, 0.0
            end += 1
        elif _adds(words, end, current):
            current += CARDINALS[word]
            end += 1
        elif word == "-" and current % 10 == 0 and _adds(words, end + 1, current):
            end += 1  # a word cut at the end of a line
        elif word == "and" and _continues(words, end + 1, total + current):
            end += 1
            current += CARDINALS[words[end]]
            end += 1
        else:
            break
    if tuple(words[end : end + 3]) == ("and", "a", "half"):
        return _scaled(words, total + current + 0.5, end + 3)
    return Reading(total + current, end)


def _adds(words: Sequence[str], at: int, current: float) -> bool:
    """Tell whether the word goes on with the number: *twenty five*, *hundred ten*."""
    value = CARDINALS.get(atom_at(words, at))
    if value is None or value == 0:
        return False
    if current == 0 or current % 100 == 0:
        return value < 100
    return (
        current % 10 == 0
        and current % 100 >= 20
        and words[at] in SMALL_NUMBERS
        and value < 10
    )


def _continues(words: Sequence[str], at: int, so_far: float) -> bool:
    if atom_at(words, at + 1) == "hundred":
        return False  # between one hundred and two hundred
    return (
        so_far >= 100 and so_far % 100 == 0 and CARDINALS.get(atom_at(words, at), 0) > 0
    )


def read_fraction(words: Sequence[str], at: int) -> Reading | None:
    """Read ``half``, ``two thirds``, ``a quarter of`` at atom ``at``."""
    word = words[at]
    if word == "half":
        return _read_half(words, at)
    if word in {"a", "an", "one"}:
        return _read_one_part(words, at) or _read_share(words, at)
    share = _read_share(words, at)
    if share is not None:
        return share
    above = CARDINALS.get(word)
    part = FRACTIONS.get(atom_at(words, at + 1))
    if above and part and words[at + 1].endswith("s"):
        return Reading(above * part, at + 2)
    return None


def _read_share(words: Sequence[str], at: int) -> Reading | None:
    """Read *one in three*, *nine out of ten*, *1 in 5*."""
    below = at + 2 if atom_at(words, at + 1) == "in" else at + 3
    if below == at + 3 and tuple(words[at + 1 : at + 3]) != ("out", "of"):
        return None
    numbers = [
        CARDINALS.get(word, figures(word) or 0)
        for word in (words[at], atom_at(words, below))
        if word
    ]
    if len(numbers) < 2 or not 0 < numbers[0] < numbers[1] <= _MOST_PARTS:
        return None
    if atom_at(words, below + 1) in MEASURES:
        return None
    return Reading(numbers[0] / numbers[1], below + 1, tuple(numbers))


def _read_one_part(words: Sequence[str], at: int) -> Reading | None:
    part = FRACTIONS.get(atom_at(words, at + 1))
    if part is None or words[at + 1].endswith("s"):
        return None
    following = atom_at(words, at + 2)
    if words[at + 1] == "half" and following in MEASURES:
        return Reading(part, at + 2)
    ends = following in _ENDS_FRACTION or following.endswith("ed")
    ends = ends or atom_at(words, at - 1) == "by"
    if words[at] == "one" or ends or not following:
        return Reading(part, at + 2)
    return None


def _read_half(words: Sequence[str], at: int) -> Reading | None:
    before = atom_at(words, at - 1)
    if before in ORDINALS or before in {"other", "latter", "better"}:
        return None
    end = at + 1
    if atom_at(words, end) in {"a", "an"}:
        if atom_at(words, end + 1) in SCALES:
            return _scaled(words, 0.5, end + 1)
        if atom_at(words, end + 1) in MEASURES:
            end += 1
    return Reading(0.5, end)


def read_multiple(words: Sequence[str], at: int) -> Reading | None:
    """Read ``twice``, ``tripled``, ``three times``."""
    if words[at] in MULTIPLES:
        return Reading(float(MULTIPLES[words[at]]), at + 1)
    return None


def read_group(words: Sequence[str], at: int) -> Reading | None:
    """Read ``a pair of``, ``a trio``."""
    if words[at] in {"a", "an"} and atom_at(words, at + 1) in GROUPS:
        return Reading(float(GROUPS[words[at + 1]]), at + 2)
    return None


def abbreviated_scale(words: Sequence[str], at: int) -> int | None:
    """Return the factor of ``m``, ``bn``, ``k`` right after figures, if it is one."""
    return ABBREVIATED_SCALES.get(atom_at(words, at))
