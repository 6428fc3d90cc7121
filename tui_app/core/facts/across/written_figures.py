"""What figures in a text of any language may say, whatever parts thousands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_SPACES: Final = "  \u2009\u202f"

_FIGURES: Final = re.compile(
    rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,٫]\d+)?"
    r"|\d+(?:[.,٫٬，．·]\d+|['’]\d{3}(?!\d))*"
)

_SEPARATORS: Final = re.compile(rf"[{_SPACES}.,٫٬，．·'’]")

_POINTS: Final = frozenset(".,٫，．·")
"""What may stand before decimals."""

_LONGEST: Final = 100
"""Signs of a number; nothing that goes on is counted."""

_LARGEST_EXACT: Final = 2**53
"""Above it floats stand for several whole numbers."""

_GROUP: Final = 3

_IN_INDIA: Final = 2
"""Figures between two commas before the last three: 12,34,567."""

_FRACTIONS: Final = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
}

_FRACTION: Final = re.compile(rf"\s?([{''.join(_FRACTIONS)}])")


class Figures(NamedTuple):
    """A number in figures, its offsets, and the values it may have.

    *1.234* is a thousand and more or one and a part, as the language has it;
    *28.5.1956* is no number, but three, and each is read by itself.
    """

    start: int
    end: int
    readings: frozenset[float]
    parts: tuple[int, ...]


def written_figures(text: str) -> Iterator[Figures]:
    """Yield the numbers in figures in order; digits of any script."""
    for match in _FIGURES.finditer(text):
        if match.end() - match.start() > _LONGEST:
            continue
        groups = _SEPARATORS.split(match[0])
        parts = tuple(map(int, groups))
        readings = frozenset(_readings(groups, _SEPARATORS.findall(match[0])))
        fraction = _FRACTION.match(text, match.end())
        if fraction is not None and len(parts) == 1:
            whole = float(parts[0]) + _FRACTIONS[fraction[1]]
            yield Figures(match.start(), fraction.end(), frozenset({whole}), parts)
        elif readings:
            yield Figures(match.start(), match.end(), readings, parts)
        else:
            yield from _one_by_one(match.start(), groups)


def _one_by_one(start: int, groups: Sequence[str]) -> Iterator[Figures]:
    for group in groups:
        value = int(group)
        end = start + len(group)
        yield Figures(start, end, frozenset({_whole(value)}), (value,))
        start = end + 1


def _readings(groups: Sequence[str], separators: Sequence[str]) -> Iterator[float]:
    """Yield the numbers that figures between separators may be."""
    whole = _whole(int("".join(groups)))
    if len(groups) == 1 or (len(set(separators)) == 1 and _are_thousands(groups)):
        yield whole
    *before, last = separators or [""]
    decimal = last in _POINTS and last not in before
    if decimal and len(set(before)) <= 1 and _are_thousands(groups[:-1]):
        above = int("".join(groups[:-1]))
        yield float(f"{above}.{int(groups[-1]):0{len(groups[-1])}}")


def _whole(value: int) -> float:
    """Return the value, as it is where no float tells it from others."""
    return value if value > _LARGEST_EXACT else float(value)


def _are_thousands(groups: Sequence[str]) -> bool:
    """Tell groups of three behind one that is shorter, or those of India."""
    first, *others = groups
    if not others:
        return True
    if len(first) > _GROUP or first.startswith("0") or len(others[-1]) != _GROUP:
        return False
    between = {len(group) for group in others[:-1]}
    return between <= {_GROUP} or (between == {_IN_INDIA} and len(first) <= _IN_INDIA)
