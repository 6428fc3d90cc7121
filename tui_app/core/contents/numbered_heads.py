"""Heads told by their numbers: ``3.2 Method``, ``IV. The Storm``, a lone ``VII``.

One such line says nothing; several that count on are heads, if there is something to
read between them. Items of a list and numbered sentences are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_app.core.contents.alone_lines import AloneLine, PlainLines
from tui_app.core.contents.heading import Heading

_OUTLINE = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,4})\.?[ \t]+(\S.*)")
_ROMAN = re.compile(r"([IVXLC]+)\.?(?:[ \t]+(\S.*))?")
_BARE = re.compile(r"(\d{1,3})\.?()")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LONGEST = 200
_NO_END = ".;:,。；：，、!！…"
"""What a title does not end with, unless it asks something."""
_FEWEST = 2
_MOST_BESIDE = 0.25  # of the heads may have the next right below
_AHEAD = 50  # candidates among which the next number must be
_GAP = 2  # by so much a number may be larger than the one before

Number = tuple[int, ...]

_FIRST: frozenset[Number] = frozenset({(0,), (1,), (1, 1)})


class _Numbered(NamedTuple):
    line: AloneLine
    number: Number


def numbered_heads(lines: PlainLines) -> tuple[Heading, ...]:
    """Return the heads of the style that has most of them; levels count from 1."""
    outline: list[_Numbered] = []
    roman: list[_Numbered] = []
    bare: list[_Numbered] = []
    for line in lines.alone:
        if not line.block or len(line.whole) > _LONGEST:
            continue
        first = line.words[0]
        if first.isdecimal():
            outline += _outlined(line)
            bare += _bare(line)
        elif first in _VALUES:
            roman += _roman(line)
    chains = (_chain(candidates, lines) for candidates in (outline, roman, bare))
    most = max(chains, key=len)
    return tuple(
        Heading(one.line.start, len(one.number), one.line.whole) for one in most
    )


def _outlined(line: AloneLine) -> Iterator[_Numbered]:
    match = _OUTLINE.fullmatch(line.whole)
    if match and _is_title(match[2]):
        yield _Numbered(line, tuple(map(int, match[1].split("."))))


def _roman(line: AloneLine) -> Iterator[_Numbered]:
    match = _ROMAN.fullmatch(line.whole)
    if match and (not match[2] or _is_title(match[2])):
        yield _Numbered(line, (_value(match[1]),))


def _bare(line: AloneLine) -> Iterator[_Numbered]:
    match = _BARE.fullmatch(line.whole)
    if match:
        yield _Numbered(line, (int(match[1]),))


def _is_title(words: str) -> bool:
    """Tell whether the words behind a number may be a title, and are no sentence."""
    if words[0].islower() or not any(map(str.isalpha, words)):
        return False
    return words[-1] not in _NO_END


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    later = [*values[1:], 0]
    return sum(
        -one if one < after else one for one, after in zip(values, later, strict=True)
    )


def _chain(candidates: Sequence[_Numbered], lines: PlainLines) -> list[_Numbered]:
    """Return those that count on from the first, or begin anew; none if too few."""
    chain: list[_Numbered] = []
    for at, one in enumerate(candidates):
        if chain and _follows(one.number, chain[-1].number):
            chain.append(one)
        elif one.number in _FIRST:
            before = chain[-1].number if chain else None
            if _is_counted_on(one.number, before, candidates[at + 1 : at + _AHEAD]):
                chain.append(one)
    beside = sum(_is_beside(*both, lines) for both in pairwise(chain))
    few = len(chain) < _FEWEST or beside > _MOST_BESIDE * len(chain)
    return [] if few else chain


def _is_counted_on(
    first: Number, before: Number | None, later: Sequence[_Numbered]
) -> bool:
    """Tell whether numbers count on from this one rather than from the one before."""
    for one in later:
        if before is not None and _follows(one.number, before):
            return False
        if one.number == first:
            return False
        if _follows(one.number, first):
            return True
    return False


def _follows(number: Number, before: Number) -> bool:
    if number[:-1] == before:
        return number[-1] in {0, 1}
    depth = len(number)
    if depth > len(before) or number[:-1] != before[: depth - 1]:
        return False
    return 0 < number[-1] - before[depth - 1] <= _GAP


def _is_beside(one: _Numbered, after: _Numbered, lines: PlainLines) -> bool:
    """Tell whether one head stands right above its neighbour, as items of a list do."""
    if len(one.number) != len(after.number):
        return False
    below = lines.first_below(one.line)
    return below is not None and below.number == after.line.number
