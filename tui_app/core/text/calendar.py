"""What are days and months called, and how is a date written in figures?"""

from __future__ import annotations

from typing import Final

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
