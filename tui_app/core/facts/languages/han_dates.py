"""How dates are read in Chinese and Japanese."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tui_app.core.facts.dates.when import Field
from tui_app.core.facts.languages.han_numerals import han_number

_DIGIT: Final = "0-9０-９"

_NUMBER: Final = rf"[{_DIGIT}]{{1,2}}|[〇一二三四五六七八九十]{{1,3}}"

_WEEKDAYS: Final = {
    **{sign: day for day, sign in enumerate("一二三四五六日")},
    **{sign: day for day, sign in enumerate("月火水木金土日")},
    "天": 6,
}

HanFields = dict[Field, tuple[object, tuple[int, int]]]


@cache
def han_pattern() -> re.Pattern[str]:
    """Return the pattern of dates and times."""
    return re.compile(
        rf"(?P<year>[{_DIGIT}]{{4}}|[〇零一二三四五六七八九]{{4}})\s?年"
        rf"(?:\s?(?P<month>{_NUMBER})\s?月(?:\s?(?P<day>{_NUMBER})\s?[日号號])?)?"
        rf"|(?P<month2>{_NUMBER})\s?月(?!曜)(?:份|\s?(?P<day2>{_NUMBER})\s?[日号號])?"
        rf"|(?<![個个间間])(?P<day3>{_NUMBER})\s?[日号號](?![間间曜])"
        r"|(?:星期|礼拜|禮拜|(?<![一两每本上下])[周週])(?P<weekday>[一二三四五六日天])"
        r"|(?P<weekday2>[月火水木金土日])曜日?"
        r"|(?:(?P<before>上午|早上|凌晨|清晨|午前)|(?P<after>下午|晚上|傍晚|午後))?\s?"
        rf"(?P<hour>{_NUMBER}|[两兩])\s?[時时点點](?![間间])"
        rf"(?:(?P<minute>{_NUMBER})\s?分|(?P<half>半))?"
    )


def han_date(match: re.Match[str]) -> HanFields:
    """Return the fields of a date and where they stand."""
    found: HanFields = {}
    for field, groups in (
        (Field.YEAR, ("year",)),
        (Field.MONTH, ("month", "month2")),
        (Field.DAY, ("day", "day2", "day3")),
        (Field.WEEKDAY, ("weekday", "weekday2")),
    ):
        for group in groups:
            if match[group]:
                found[field] = _value(field, match[group]), match.span(group)
    if match["hour"]:
        minutes = 60 * _number(match["hour"])
        minutes += _number(match["minute"] or "0") + (30 if match["half"] else 0)
        last = next(g for g in ("half", "minute", "hour") if match[g])
        found[Field.CLOCK] = minutes, (match.start("hour"), match.end(last))
        for half in ("before", "after"):
            if match[half]:
                found[Field.MERIDIEM] = half == "after", match.span(half)
    return found


def _value(field: Field, text: str) -> object:
    if field is Field.WEEKDAY:
        return _WEEKDAYS[text]
    number = _number(text)
    return frozenset({number}) if field is Field.DAY else number


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else int(han_number(text) or 0)
