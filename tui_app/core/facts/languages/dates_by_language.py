"""Which dates stand in a passage that is not English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Final

from tui_app.core.facts.dates.when import Field, When, WhenMention
from tui_app.core.facts.languages.hours_by_language import clock_times
from tui_app.core.facts.languages.words_of_language import calendar_words
from tui_app.core.facts.passage import Mention, Passage

Fields = dict[Field, tuple[object, tuple[int, int]]]
"""What each field says, and the characters that say it."""

_BESIDE_YEAR: Final = (
    *("in", "im", "jahr", "jahre", "seit", "bis", "von", "ab", "vor", "nach"),
    *("en", "depuis", "année", "dès", "vers", "avant", "après", "de", "desde", "año"),
    *("hasta", "nel", "del", "dal", "anno", "em", "ano", "sinds", "tot", "jaar", "van"),
    *("с", "в", "до", "после", "к"),
)

_YEAR: Final = (
    rf"(?:(?<!\w)(?:{'|'.join(_BESIDE_YEAR)})\s+)?(?<![\w.,/:-])"
    r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![\w%€$]|[.,:/-]\d)"
)

_DAY_MARK: Final = r"(?:\.|º|°|er|ª|-го)?"

_RANGE: Final = r"(?:\s*[-–]\s*|\s+(?:bis|au|al|a|tot|по|e|et|y|und|en|и)\s+)"

_OF: Final = r"(?:d[eio]\s+|del\s+)?"

NEAR_DAYS: Final = {
    "de": {"gestern": -1, "heute": 0},
    "fr": {"hier": -1, "aujourd'hui": 0, "aujourd’hui": 0, "demain": 1},
    "es": {"ayer": -1, "hoy": 0},
    "it": {"ieri": -1, "oggi": 0, "domani": 1},
    "pt": {"ontem": -1, "hoje": 0, "amanhã": 1},
    "nl": {"gisteren": -1, "vandaag": 0},
    "ru": {"вчера": -1, "сегодня": 0, "завтра": 1},
    "zh": {"昨天": -1, "今天": 0, "明天": 1, "昨日": -1, "今日": 0, "明日": 1},
    "ja": {"昨日": -1, "今日": 0, "明日": 1},
}

"""Yesterday, today and tomorrow; not where the word is *morning* as well."""

_DATED: Final = frozenset(NEAR_DAYS)

"""The languages whose dates in words are read."""


def dates_in(passage: Passage, language: str) -> list[WhenMention]:
    """Return the dates and times of ``passage`` in order, none of other languages."""
    if language not in _DATED:
        return []
    text = passage.text.lower()
    if len(text) != len(passage.text):
        return []  # a letter became two: offsets would not tell the same
    if language in {"zh", "ja"}:
        from tui_app.core.facts.languages.han_dates import han_date, han_pattern

        found: Iterator[Fields] = map(han_date, han_pattern().finditer(text))
    else:
        found = chain(_dates(text, language), _hours(text, language))
    fields = [*found, *_relative(text, language)]
    return sorted(
        (_mention(passage, one) for one in fields if one), key=lambda one: one[:2]
    )


def _mention(passage: Passage, fields: Fields) -> WhenMention:
    places = {field: passage.tokens_at(*span) for field, (_, span) in fields.items()}
    return Mention(
        min(place.start for place in places.values()),
        max(place.end for place in places.values()),
        When({field: value for field, (value, _) in fields.items()}, places),
    )


def _dates(text: str, language: str) -> Iterator[Fields]:
    for match in _pattern(language).finditer(text):
        yield _read(match, language)


def _hours(text: str, language: str) -> Iterator[Fields]:
    for minutes, start, end, half in clock_times(text, language):
        fields: Fields = {Field.CLOCK: (minutes, (start, end))}
        if half is not None:
            fields[Field.MERIDIEM] = half
        yield fields


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = calendar_words(language)
    months = _any_of(words.months)
    near = _any_of({**words.months, **words.short})
    day = rf"(?<![\w.,:/-])(?P<day>\d{{1,2}}){_DAY_MARK}"
    day += rf"(?:{_RANGE}(?P<last>\d{{1,2}}){_DAY_MARK})?"
    return re.compile(
        rf"{day}\s+{_OF}(?P<near>{near})\b\.?(?:\s+{_OF}(?P<its>\d{{4}})\b)?"
        rf"|(?<!\w)(?P<month>{months})(?!\w)(?:\s+{_OF}(?P<its2>\d{{4}})\b)?"
        rf"|(?<!\w)(?P<weekday>{_any_of(words.weekdays)})(?![\w-])"
        rf"|{_YEAR}",
    )


def _any_of(words: Mapping[str, int]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _read(match: re.Match[str], language: str) -> Fields:
    words = calendar_words(language)
    found: Fields = {}

    def add(field: Field, value: object, *groups: str) -> None:
        spans = [match.span(group) for group in groups if match[group]]
        found[field] = value, (spans[0][0], spans[-1][1])

    if match["day"]:
        days = {int(match["day"]), int(match["last"] or match["day"])}
        add(Field.DAY, frozenset(days), "day", "last")
        month = match["near"]
        add(Field.MONTH, words.months.get(month) or words.short[month], "near")
    if match["month"]:
        add(Field.MONTH, words.months[match["month"]], "month")
    if match["weekday"]:
        add(Field.WEEKDAY, words.weekdays[match["weekday"]], "weekday")
    if year := match["its"] or match["its2"] or match["year"]:
        add(Field.YEAR, int(year), "its", "its2", "year")
    return found


def _relative(text: str, language: str) -> Iterator[Fields]:
    bounded = language not in {"zh", "ja"}
    for word, days in NEAR_DAYS[language].items():
        if word not in text:
            continue
        pattern = rf"(?<!\w){re.escape(word)}(?!\w)" if bounded else re.escape(word)
        for match in re.finditer(pattern, text):
            yield {Field.RELATIVE_DAY: (days, match.span())}
