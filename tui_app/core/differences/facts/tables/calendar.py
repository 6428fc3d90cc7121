"""Words for dates and times of day."""

from __future__ import annotations

from typing import Final

from tui_app.core.differences.facts.tables import word_set

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mondays mon.",
            "tuesday tuesdays tue. tues.",
            "wednesday wednesdays wed.",
            "thursday thursdays thu. thurs.",
            "friday fridays fri.",
            "saturday saturdays sat.",
            "sunday sundays sun.",
        )
    )
    for name in names.split()
}
MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.",
            "february feb feb.",
            "march mar.",
            "april apr apr.",
            "may",
            "june jun jun.",
            "july jul jul.",
            "august aug aug.",
            "september sept sept. sep sep.",
            "october oct oct.",
            "november nov nov.",
            "december dec dec.",
        ),
        1,
    )
    for name in names.split()
}
CAPITAL_MONTHS: Final = frozenset({"may", "march", "jan", "jun", "mar.", "aug"})
"""Also other words: months only with a capital and not at the head of a sentence,
unless a day or a year stands beside them."""

SEASONS: Final = {
    "spring": "spring",
    "springtime": "spring",
    "summer": "summer",
    "summertime": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
    "wintertime": "winter",
}
DAYTIMES: Final = {
    "morning": "morning",
    "mornings": "morning",
    "dawn": "dawn",
    "daybreak": "dawn",
    "sunrise": "dawn",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "dusk": "dusk",
    "sunset": "dusk",
    "nightfall": "dusk",
    "night": "night",
    "nights": "night",
    "overnight": "night",
}
NEIGHBOURING_DAYTIMES: Final = frozenset(
    {
        frozenset({"evening", "night"}),
        frozenset({"morning", "dawn"}),
        frozenset({"evening", "dusk"}),
        frozenset({"night", "dusk"}),
    }
)
"""Times of day that one moment may be called by."""

MOMENTS: Final = {"noon": 720, "midday": 720, "noontime": 720, "midnight": 0}
RELATIVE_DAYS: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
RELATIVE: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
}
PERIODS: Final = {
    "day": "day",
    "week": "week",
    "weeks": "weeks",
    "weekend": "weekend",
    "fortnight": "fortnight",
    "month": "month",
    "months": "months",
    "quarter": "quarter",
    "season": "season",
    "year": "year",
    "years": "years",
    "decade": "decade",
    "decades": "decades",
    "century": "century",
    "hour": "hour",
    "term": "term",
    "semester": "semester",
}
ALIKE_PERIODS: Final = frozenset(
    {
        frozenset({(sense, one), (sense, other)})
        for sense in (-1, 0, 1)
        for one, other in (("season", "year"), ("week", "weekend"))
    }
)
PARTS: Final = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "outset": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
}
HOLIDAYS: Final = word_set("""
    christmas easter ramadan thanksgiving halloween hanukkah passover pentecost
    diwali eid lent""")
FREQUENCIES: Final = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
}
DECADES: Final = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
BEFORE_YEAR: Final = word_set("""
    in since until till by from of during before after early late mid between to
    through spring summer autumn fall winter quarter year years than and for""")
SIDES_OF: Final = {
    "before": "before",
    "until": "before",
    "till": "before",
    "after": "after",
    "since": "after",
    "following": "after",
}
