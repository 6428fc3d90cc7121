"""Which times of day stand in a passage that is not English: *14 h 30*, *halb drei*.

A number of hours alone is a time of day behind *um*, *à*, *a las* only, a length of
time elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from tui_app.core.english.word_lists import table_rows

_HOURS: Final = {
    "de": """
        ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn
        fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig
        zweiundzwanzig dreiundzwanzig vierundzwanzig""",
    "fr": """
        une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze
        quinze seize dix_sept dix_huit dix_neuf vingt vingt_et_une vingt_deux
        vingt_trois vingt_quatre""",
    "es": """
        una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
        quince dieciséis diecisiete dieciocho diecinueve veinte veintiuna veintidós
        veintitrés veinticuatro""",
    "it": """
        una due tre quattro cinque sei sette otto nove dieci undici dodici tredici
        quattordici quindici sedici diciassette diciotto diciannove venti ventuno
        ventidue ventitré ventiquattro""",
    "pt": """
        uma duas três quatro cinco seis sete oito nove dez onze doze treze catorze
        quinze dezesseis dezessete dezoito dezenove vinte vinte_e_uma vinte_e_duas
        vinte_e_três vinte_e_quatro""",
    "nl": """
        een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien
        vijftien zestien zeventien achttien negentien twintig eenentwintig
        tweeëntwintig drieëntwintig vierentwintig""",
    "ru": """
        час два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать
        """,
}

_ORDINALS: Final = """
    первого второго третьего четвёртого пятого шестого седьмого восьмого девятого
    десятого одиннадцатого двенадцатого"""

_MORE_HOURS: Final = {
    "de": {"eins": 1},
    "pt": {"dezasseis": 16, "dezassete": 17, "dezanove": 19},
    "nl": {"één": 1, "tweeentwintig": 22, "drieentwintig": 23},
    "ru": {"часу": 1, "часа": 1},
}

# A line: the minutes to add, a colon, the words: H is an hour, D one in figures, M are
# minutes in figures, O is an ordinal, what is said begins at @, and | ends a phrase
# that no noun may follow.
_PHRASES: Final = {
    "de": r"""
0: D[.:]M(?:\s*uhr\b|\s?h\b)
0: H\s*uhr(?:\s+(?:und\s+)?M\b)?
-30: halb\s+H
15: viertel\s+nach\s+H
-15: (?:viertel\s+vor|drei\s?viertel)\s+H
0: mitternacht
""",
    "fr": r"""
0: D\s?h\s?M
0: H\s+heures?\s+M\b
30: H\s+heures?\s+et\s+demie?
15: H\s+heures?\s+et\s+quart
-15: H\s+heures?\s+moins\s+le\s+quart
0: (?:à|vers|dès|après|avant|jusqu['’]à|entre)\s+@H\s?h(?:eures?)?\b
750: midi\s+et\s+demie?
30: minuit\s+et\s+demie?
720: midi(?!\s+de\b)
0: minuit
""",
    "es": r"""
0: D[.:]M\s*(?:hs?\b|hrs\b|horas\b)
0: las?\s+@D[.:]M
30: las?\s+@H\s+y\s+media
15: las?\s+@H\s+y\s+cuarto
-15: las?\s+@H\s+menos\s+cuarto
0: (?:a|desde|hasta|sobre|hacia)\s+las?\s+@H\s*(?:h|hs|horas)\b
0: a\s+las?\s+@H(?=\s+(?:de\s+la\s+(?:mañana|madrugada|tarde|noche)|en\s+punto))
0: a\s+las?\s+@H|
720: al\s+@mediodía
0: medianoche
""",
    "it": r"""
0: (?:alle|dalle|ore)\s+(?:ore\s+)?@D(?:[.:]|\s+e\s+)M
30: (?:alle|dalle|le|ore|all['’])\s*@H\s+e\s+mezz[ao]
15: (?:alle|dalle|le|ore|all['’])\s*@H\s+e\s+un\s+quarto
-15: (?:alle|dalle|le|ore|all['’])\s*@H\s+meno\s+un\s+quarto
0: (?:alle|dalle)?\s*ore\s+@H
0: (?:alle|dalle|all['’])\s*@H|
720: mezzogiorno
0: mezzanotte
""",
    "pt": r"""
0: D\s?h\s?M(?:\s?min\b)?
30: H\s+(?:horas\s+)?e\s+meia
15: H\s+(?:horas\s+)?e\s+(?:um\s+)?quarto
-15: H\s+(?:horas\s+)?menos\s+(?:um\s+)?quarto
0: (?:às?|desde\s+as|até\s+as|pelas|das)\s+@H\s?(?:h|horas?)\b
0: às?\s+@H|
720: meio[- ]dia
0: meia[- ]noite
""",
    "nl": r"""
0: D[.:]M\s*(?:uur|u)\b
0: D\s?u\s?M
0: H\s+uur(?:\s+M\b)?
-30: half\s+H
15: kwart\s+over\s+H
-15: kwart\s+voor\s+H
0: middernacht
""",
    "ru": r"""
0: D\s*(?:часов|часа|час|ч\.?)\s+M\s*(?:минут\w*|мин\b)
0: в\s+@D\.M(?!\s*(?:раз|процент|%|млн|млрд|тыс))
0: (?:в|к|до|с|после|около)\s+@H\s*(?:часов|часам|часа|час|ч)\b
-30: (?:половин[еуы]|пол)\s*O
-45: четверть\s+O
-15: без\s+четверти\s+H
720: полдень
0: полночь
""",
}

_CLOCK: Final = r"D:M(?![\w:]|[.,]\d)"

_NO_NOUN: Final = r"(?=\s*(?:$|[^\w\s])|\s+(?:{})\b)"

_SMALL_BEHIND: Final = {
    "es": """de del en con por para y o ni pero cuando que se el la los sin ayer hoy
        sobre desde hasta antes después a al no ya mañana""",
    "it": """di del della dei in nel nella nei con per e o ma quando che si il la lo
        senza ieri oggi domani sul sulla sui a al alla dal dalla fino prima dopo non""",
    "pt": """de da do em na no nas nos com por para e ou mas quando que se o a os sem
        ontem hoje amanhã sobre desde até ao à num numa antes depois não já""",
}

# Behind an hour: before noon, after it.
_HALVES: Final = {
    "de": (r"morgens|früh|vormittags|am\s+morgen", r"nachmittags|abends|am\s+abend"),
    "fr": (r"du\s+matin", r"du\s+soir|de\s+l['’]après-midi"),
    "es": (r"de\s+la\s+(?:mañana|madrugada)", r"de\s+la\s+(?:tarde|noche)"),
    "it": (r"d[ei]l?\s+matti\w+", r"del\s+pomeriggio|di\s+sera|della\s+sera"),
    "pt": (r"da\s+(?:manhã|madrugada)", r"da\s+(?:tarde|noite)"),
    "nl": (r"['’]s\s+(?:ochtends|morgens)", r"['’]s\s+(?:middags|avonds)"),
    "ru": (r"утра", r"дня|вечера"),
}


class ClockTime(NamedTuple):
    """A time in minutes of the day, and between which characters it stands.

    ``half`` tells noon from midnight if it is told, and where.
    """

    minutes: int
    start: int
    end: int
    half: tuple[bool, tuple[int, int]] | None = None


def clock_times(text: str, language: str) -> list[ClockTime]:
    """Return the times of day in ``text``, which is in small letters, in order.

    Nothing of languages without a table.
    """
    found: list[ClockTime] = []
    if not (language in _PHRASES and _hints(language).search(text)):
        return found
    for pattern, minutes in _patterns(language):
        for match in pattern.finditer(text):
            start, end = match.span("said")
            if all(end <= one.start or one.end <= start for one in found):
                value = _minutes(match, minutes, language)
                found.append(ClockTime(value, start, end, _half(text, end, language)))
    return sorted(found, key=lambda one: one.start)


def _minutes(match: re.Match[str], more: int, language: str) -> int:
    said = match.groupdict()
    hour = said.get("hour") or said.get("ordinal") or "0"
    hours = int(hour) if hour.isdecimal() else _hour_words(language)[_joined(hour)]
    return (60 * hours + int(said.get("minute") or 0) + more) % (24 * 60)


def _half(text: str, end: int, language: str) -> tuple[bool, tuple[int, int]] | None:
    """Return whether an hour that ends there is one after noon, and what says so."""
    match = _half_pattern(language).match(text, end)
    if match is None:
        return None
    which = "after" if match["after"] else "before"
    return which == "after", match.span(which)


@cache
def _half_pattern(language: str) -> re.Pattern[str]:
    before, after = _HALVES[language]
    return re.compile(rf"\s+(?:(?P<before>{before})|(?P<after>{after}))(?!\w)")


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return what to look for, the longer phrases first, and the minutes they add."""
    words = "|".join(
        re.escape(word).replace("_", r"[-\s]")
        for word in sorted(_hour_words(language), key=len, reverse=True)
    )
    figures = r"(?P<hour>(?:[01]?\d|2[0-4])(?!\d))"
    parts = {
        "H": rf"(?P<hour>(?:[01]?\d|2[0-4])(?![\d]|[.,:]\d)|(?:{words})\b)",
        "D": figures,
        "M": r"(?P<minute>[0-5]\d)(?!\d)",
        "O": rf"(?P<ordinal>(?:{words})\b)",
    }
    found = []
    for line in (*table_rows(_PHRASES[language]), f"0: {_CLOCK}"):
        minutes, phrase = line.split(": ", 1)
        written = re.sub(
            "[HDMO]", lambda part: parts[part[0]], phrase.removesuffix("|")
        )
        if phrase.endswith("|"):
            written += _NO_NOUN.format("|".join(_SMALL_BEHIND[language].split()))
        before, _, said = written.rpartition("@")
        pattern = rf"(?<![\w.,:/-]){before}(?P<said>{said})(?![^\W_])"
        found.append((re.compile(pattern), int(minutes)))
    return tuple(found)


@cache
def _hints(language: str) -> re.Pattern[str]:
    """Return what a text without times of day hardly has: told quickly."""
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\\\w", " ", _PHRASES[language]))
    return re.compile("|".join([*map(re.escape, sorted(set(words))), r"\d\s?[:hu.]"]))


@cache
def _hour_words(language: str) -> Mapping[str, int]:
    hours = {word: hour for hour, word in enumerate(_HOURS[language].split(), 1)}
    hours.update(_MORE_HOURS.get(language, {}))
    if language == "ru":
        hours.update({word: hour for hour, word in enumerate(_ORDINALS.split(), 1)})
        hours["четвертого"] = 4
    return hours


def _joined(words: str) -> str:
    return "_".join(re.split(r"[-\s]+", words))
