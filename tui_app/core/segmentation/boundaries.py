"""Stops that end no sentence: abbreviations, list numbers, who said a quotation."""

from __future__ import annotations

import re

from tui_app.core.segmentation.clause_spaces import LANGUAGES, is_abbreviation_point
from tui_app.core.text.abbreviations import (
    BEFORE_NUMBER,
    ENDS_WITH_HALF_DAY,
    NEVER_LAST,
    TITLES_IN_INDIA,
    is_initial,
    is_lettered,
)
from tui_app.core.text.calendar import MONTH_NAME, WEEKDAY_NAME
from tui_app.core.text.characters import has_case, is_small, last_word, small
from tui_app.core.text.language import Writing

_WORD = re.compile(r"\w")
_OPENERS = "\"'“‘«([—–-"
_FIRST_LETTERS = re.compile(r"\s*([^\W\d_])(\w?\w?)")
_DOTS = ("…", "...", "⋯")
_FULL_STOPS = "。！？｡"  # of scripts that have no capitals, whatever letter follows
_CARRIES_ON = ",;:)]}，、；：）」』”…%"
# "3." or "(b)" before the item it numbers.
_ENUMERATOR = r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]\Z|[•*‣–-]\Z"
_LONGEST_ENUMERATOR = 7

# What may follow "p.m." within a sentence.
_AFTER_HOUR = rf"{WEEKDAY_NAME}\b|[A-Z]{{2,4}}\b|[A-Z]\w+ time\b|{MONTH_NAME}"

# Languages that write "3." for the third, and words that begin a sentence in them.
_ORDINALS = frozenset({"de", "da", "no", "fi", "cs", "hu", "pl", "tr"})
_BEGINS_ANEW = (
    r"(?:Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Ich|In|Im|Am|Und|Aber|Doch|Dann|Auch"
    r"|Det|Den|Han|Hun|De|I|Se|Hän|Ja|To|On|A|Az|Bu|O|Ve)\b"
)

_SAID_AFTER_QUOTE = {
    "en": (
        r"(?:[A-Z][\w.'’-]*\s+){1,3}"
        r"(?:said|says|asked|asks|replied|added|told|wrote|tweeted|shouted|cried)\b"
    ),
    "ja": r"(?:と|って|など|、|との|という|を|は|が)",
    "ko": r"(?:이?라고|이?라며|하고|고|며|라는)\s",
    "zh": r"[^，。！？；：“”]{0,12}(?:说|說|道|问|問|答|喊|叫)(?:了|着)?[。，]",
}

_QUOTES = "”’\"'»"
_ENDS_QUOTED = tuple(_QUOTES + "」』")


def is_no_boundary(before: str, after: str, writing: Writing) -> bool:
    """Tell whether ``after`` carries on the sentence that ``before`` begins."""
    if not _WORD.search(after) or not _WORD.search(before):
        return True
    if after[0] in _CARRIES_ON or _is_enumerator(before) or _is_pause(before, after):
        return True
    if writing.capitals and _begins_small(after) and before[-1] not in _FULL_STOPS:
        return True
    return _is_abbreviation(before, after, writing) or _is_reporting(
        before, after, writing
    )


def _is_pause(before: str, after: str) -> bool:
    """Tell whether the dots that ``before`` ends with may be a pause.

    Where letters have no case nothing tells that a sentence begins behind them.
    """
    if not before.endswith(_DOTS):
        return False
    first = after.lstrip(_OPENERS)[:1]
    return first.isalpha() and not has_case(first)


def _is_enumerator(before: str) -> bool:
    if len(before) > _LONGEST_ENUMERATOR:
        return False
    return re.fullmatch(_ENUMERATOR, before) is not None


def _begins_small(after: str) -> bool:
    """Tell whether ``after`` begins with a small letter (names as iPhone aside)."""
    match = _FIRST_LETTERS.match(after.lstrip(_OPENERS))
    return match is not None and is_small(match[1]) and not _has_capital(match[2])


def _has_capital(letters: str) -> bool:
    return letters != letters.lower()


def _is_abbreviation(before: str, after: str, writing: Writing) -> bool:
    if not before.endswith("."):
        return False
    if writing.language in LANGUAGES and not before[-2].isascii():
        return is_abbreviation_point(before, after)
    word = last_word(before, len(before) - 1)
    if after[0].isdigit():
        return small(word) in BEFORE_NUMBER
    if word in {"m", "M"} and re.search(ENDS_WITH_HALF_DAY, before):
        return re.match(_AFTER_HOUR, after) is not None
    lead = before[-len(word) - 2 : -len(word) - 1]
    if _is_ordinal(word, lead):
        goes_on = writing.language in _ORDINALS and after[0].isalpha()
        return goes_on and not re.match(_BEGINS_ANEW, after)
    initial = writing.language != "en" and is_initial(word, lead)
    return initial or _stands_before_name(before, word, after)


def _stands_before_name(before: str, word: str, after: str) -> bool:
    """Tell whether ``before`` ends with a title, or with a letter before another."""
    if word in NEVER_LAST or (is_lettered(word) and is_lettered(after[:1], after[1:2])):
        return True
    # Vowel signs of India are no letters, so that these are no words to ``last_word``.
    return before.endswith(TITLES_IN_INDIA)


def _is_ordinal(word: str, lead: str) -> bool:
    """Tell whether ``word``, behind the character ``lead``, is a number."""
    return word.isdecimal() and len(word) <= 3 and (not lead or lead.isspace())


def _is_reporting(before: str, after: str, writing: Writing) -> bool:
    """Tell whether ``after`` says who spoke the quotation that ``before`` ends with."""
    pattern = _SAID_AFTER_QUOTE.get(writing.language)
    if pattern is None or not before.endswith(_ENDS_QUOTED):
        return False
    # English ends what is told with a comma unless it is a question or a cry.
    if writing.language == "en" and not before.rstrip(_QUOTES).endswith(("?", "!")):
        return False
    return re.match(pattern, after) is not None
