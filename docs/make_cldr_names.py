"""Write what nine languages call months, weekdays and units, taken from CLDR.

    python docs/make_cldr_names.py > tui_app/core/text/cldr_names.py

It needs babel, which carries the data of CLDR; the program needs the table alone.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable

from babel import Locale
from babel.units import format_unit

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "ru", "zh", "ja")
UNITS = {
    "duration-second": "second",
    "duration-minute": "minute",
    "duration-hour": "hour",
    "duration-day": "day",
    "duration-week": "week",
    "duration-month": "month",
    "duration-year": "year",
    "duration-century": "century",
    "length-millimeter": "mm",
    "length-centimeter": "cm",
    "length-meter": "metre",
    "length-kilometer": "km",
    "length-mile": "mile",
    "area-hectare": "hectare",
    "mass-gram": "gram",
    "mass-kilogram": "kg",
    "mass-tonne": "tonne",
    "volume-liter": "litre",
    "concentr-percent": "percent",
}
AMOUNTS = (1, 2, 5, 1.5)  # of each a language may have a form
HEAD = '''"""What nine languages call months, weekdays and units. Made by a script.

``docs/make_cldr_names.py`` takes them from the Unicode Common Locale Data Repository
(CLDR, Unicode License v3). A line is a number, or the English name of the unit, and
the words for it in small letters.
"""

from __future__ import annotations

from typing import Final
'''


def named(names: Iterable[dict[int, str]]) -> dict[str, list[str]]:
    """Return the words of several lists by their number."""
    found: dict[str, list[str]] = {}
    for one in names:
        for number, name in one.items():
            words = found.setdefault(str(number), [])
            word = name.lower().rstrip(".").replace(" ", "")
            if word not in words and not word.isdecimal():
                words.append(word)
    return found


def months(language: str) -> dict[str, list[str]]:
    """Return the names of months by number, those cut short too."""
    names = Locale(language).months
    return named(
        [names[use][width] for width in ("wide", "abbreviated") for use in names]
    )


def weekdays(language: str) -> dict[str, list[str]]:
    """Return the full names of the weekdays, 0 for Monday."""
    days = Locale(language).days
    return named([days["format"]["wide"], days["stand-alone"]["wide"]])


def units(language: str) -> dict[str, list[str]]:
    """Return the words for units that are one word."""
    found: dict[str, list[str]] = {}
    for unit, name in UNITS.items():
        for amount in AMOUNTS:
            written = format_unit(amount, unit, "long", locale=language)
            word = re.sub(r"[\d.,\s]", "", written).lower()
            words = found.setdefault(name, [])
            if word and word not in words and not re.search(r"\s\D+\s", written):
                words.append(word)
    return {name: words for name, words in found.items() if words}


def written(table: dict[str, list[str]]) -> str:
    """Return a table as lines of at most 88 columns."""
    lines = []
    for key, words in table.items():
        line = f"{key}:"
        for word in words:
            if len(line) + len(word) > 85:
                lines.append(line)
                line = f"{key}:"
            line += f" {word}"
        lines.append(line)
    return "\n".join(lines)


def main() -> None:
    """Print the module."""
    sys.stdout.write(HEAD)
    for name, of in (("MONTHS", months), ("WEEKDAYS", weekdays), ("UNITS", units)):
        sys.stdout.write(f"\n{name}: Final = {{\n")
        for language in LANGUAGES:
            table = written(of(language))
            sys.stdout.write(f'    {json.dumps(language)}: """\n{table}\n""",\n')
        sys.stdout.write("}\n")


if __name__ == "__main__":
    main()
