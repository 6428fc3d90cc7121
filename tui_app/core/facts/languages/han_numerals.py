"""Numbers in Chinese and Japanese, in figures and in characters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.numbers.numerals import figures
from tui_app.core.facts.numbers.quantity import Quantity, QuantitySort
from tui_app.core.facts.passage import Mention, Passage

_DIGITS: Final = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}

_TENS: Final = {"十": 10, "百": 100, "千": 1_000, "拾": 10, "佰": 100, "仟": 1_000}

_MYRIADS: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}

NUMERAL: Final = "".join((*_DIGITS, *_TENS, *_MYRIADS))

_COUNTERS: Final = (
    "个個人名年月日天次位元岁歳歲分家条項项种種倍周週小時时吨米公里亩回点點层層辆台臺只隻"
    "本张張支件つ冊枚匹頭头架棟栋座村県縣省市国國円圓块塊美％%度回合期级級届屆号號成"
)

"""What follows a character alone where it counts: *三人*, not *统一*."""

_LOANED: Final = re.compile("[゠-ヿ]")
"""Katakana after a character alone: what was borrowed is counted (*五パーセント*)."""

_OF_HUNDRED: Final = "百分之"
_PERCENT: Final = ("%", "％", "パーセント")

_NUMBER: Final = re.compile(
    rf"[0-9０-９][0-9０-９.,，．]*[0-9０-９]|[0-9０-９]|(?P<han>[{NUMERAL}]+)"
)

_SCALES: Final = re.compile(rf"[{''.join((*_TENS, *_MYRIADS))}]+")

_BEFORE: Final = "统統万同单單唯专專"

_TAELS: Final = "两兩"

_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９，．", "0123456789,.")


_LONGEST: Final = 30
"""Characters of a numeral; no float holds a longer one, and nobody writes it."""


def han_number(text: str) -> float | None:
    """Return the value of a numeral in characters, ``None`` if it is none.

    Characters of digits alone are read as figures: *二〇二一*.
    """
    if len(text) > _LONGEST:
        return None
    if all(sign in _DIGITS for sign in text):
        return float("".join(str(_DIGITS[sign]) for sign in text)) if text else None
    total = section = digit = 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _TENS:
            section += (digit or 1) * _TENS[sign]
            digit = 0
        elif sign in _MYRIADS:
            total = (total + (section + digit or not total)) * _MYRIADS[sign]
            section = digit = 0
        else:
            return None
    return float(total + section + digit)


class HanAmount(NamedTuple):
    """A number and its offsets; ``drawn`` tells one drawn in characters."""

    start: int
    end: int
    amount: float
    drawn: bool


def han_amounts(text: str) -> Iterator[HanAmount]:
    """Yield the numbers of ``text`` in order, in figures or characters."""
    end = 0
    for match in _NUMBER.finditer(text):
        if match.start() < end:
            continue
        amount, end = _read(text, match)
        if amount is not None:
            yield HanAmount(match.start(), end, amount, match["han"] is not None)


def han_quantities(
    passage: Passage, claimed: Collection[int]
) -> list[Mention[Quantity]]:
    """Return the quantities of ``passage`` in order, ``claimed`` tokens left out."""
    found: list[Mention[Quantity]] = []
    for start, end, amount, _ in han_amounts(passage.text):
        core = passage.tokens_at(start, end)
        if claimed and not set(range(*core)).isdisjoint(claimed):
            continue
        found.append(_mention(passage, core, amount, start, end))
    return found


def _read(text: str, match: re.Match[str]) -> tuple[float | None, int]:
    end = match.end()
    if match["han"]:
        alone = len(match["han"]) == 1
        if alone and not _counts(text, match.start(), end):
            return None, end
        if not alone and text[end - 1] in _TAELS:
            end -= 1  # *五十两*: fifty taels, no fifty-two
        return han_number(text[match.start() : end]), end
    amount = figures(match[0].translate(_FULL_WIDTH))
    if amount is not None and (scale := _SCALES.match(text, end)):
        return amount * (han_number(scale[0]) or 1), scale.end()
    return amount, end


def _counts(text: str, start: int, end: int) -> bool:
    """Tell a numeral of one character from part of a word, by what stands around."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "第" or text.endswith(_OF_HUNDRED, 0, start):
        return True
    counted = after != "" and (after in _COUNTERS or bool(_LOANED.match(after)))
    return counted and before not in _BEFORE


def _mention(
    passage: Passage, core: Stretch, amount: float, start: int, end: int
) -> Mention[Quantity]:
    text = passage.text
    if passage.written[core.start - 1].text == "第" and core.start:
        return Mention(*core, Quantity(QuantitySort.ORDINAL, core, amount))
    percent = text.startswith(_PERCENT, end) or text.endswith(_OF_HUNDRED, 0, start)
    value = Quantity(
        QuantitySort.AMOUNT,
        core,
        amount,
        dimension="ratio" if percent else None,
        size=0.01 if percent else 1.0,
    )
    return Mention(*core, value)
