"""Cuts between sentences that were none, whatever the splitter says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui_app.core.segmentation.language import guess_language
from tui_app.core.titles import NEVER_LAST

_UNSPACED = frozenset({"zh", "ja"})
_SAMPLE = 20_000  # characters in which the use of capitals is counted
_SMALL_START = re.compile(r"[.!?]\s+[a-zа-я]")
_LARGE_START = re.compile(r"[.!?]\s+[A-ZА-Я]")

_WORD = re.compile(r"\w")
_OPENS_SMALL = re.compile(r"[\"'“‘«(\[—–-]*\s*([^\W\d_])(\w?\w?)")
_CARRIES_ON = re.compile(r"[,;:)\]}，、；：）」』”…%]")
# "3." or "(b)" before the item it numbers.
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]\Z|[•*‣–-]\Z")
_TITLE = re.compile(rf"(?:\A|\W){NEVER_LAST}\.\Z")
_INITIAL = re.compile(r"(?:\A|[\s.\-(])[^\W\d_a-zа-я]\.\Z")
_HOUR = re.compile(r"\b[apAP]\.\s?[mM]\.\Z")
_AFTER_HOUR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{2,4}\b|[A-Z]\w+ time\b"
    r"|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
)
# "U." of "U.S.", also behind a dash, where the splitter takes it for a word.
_LETTERED = re.compile(r"(?:\A|\W)[A-Z]\.\Z")
_LETTER = re.compile(r"[A-Z]\.")
_ORDINALS = frozenset({"de", "da", "no", "fi", "cs", "hu", "pl", "tr"})
_ORDINAL = re.compile(r"(?:\A|\s)\d{1,3}\.\Z")
_BEGINS_ANEW = re.compile(
    r"(?:Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Ich|In|Im|Am|Und|Aber|Doch|Dann|Auch"
    r"|Det|Den|Han|Hun|De|I|Se|Hän|Ja|To|On|A|Az|Bu|O|Ve)\b"
)
_NUMBERED = re.compile(
    r"(?:\A|\W)(?:nos?|nrs?|arts?|pp?|ss?|figs?|vols?|bde?|ch|chap|caps?|secs?|sect"
    r"|abs|al|tab|ex|vv?|par|approx|est|ca|max|min|tel|ext|mon|tues?|wed|thurs?|fri|sat|sun|ст|гл|рис|стр|с|п|пп|св|вып)\.\Z",
    re.IGNORECASE,
)
_SAID_AFTER_QUOTE = {
    "en": re.compile(
        r"(?:[A-Z][\w.'’-]*\s+){1,3}"
        r"(?:said|says|asked|asks|replied|added|told|wrote|tweeted|shouted|cried)\b"
    ),
    "ja": re.compile(r"(?:と|って|など|、|との|という|を|は|が)"),
    "ko": re.compile(r"(?:이?라고|이?라며|하고|고|며|라는)\s"),
    "zh": re.compile(
        r"[^，。！？；：“”]{0,12}(?:说|說|道|问|問|答|喊|叫)(?:了|着)?[。，]"
    ),
}
_ENDS_ASKED = re.compile(r"[?!][”’\"'»]+\Z")
_ENDS_QUOTED = re.compile(r"[”’\"'»」』]\Z")


@dataclass(frozen=True, slots=True)
class Writing:
    """How a text is written: its language, guessed, and its use of capitals."""

    language: str
    capitals: bool

    @property
    def unspaced(self) -> bool:
        """Tell whether words are written without spaces between."""
        return self.language in _UNSPACED


def find_writing(text: str) -> Writing:
    """Return how ``text`` is written."""
    sample = text[:_SAMPLE]
    small = len(_SMALL_START.findall(sample))
    return Writing(guess_language(text), small <= len(_LARGE_START.findall(sample)))


def is_no_boundary(before: str, after: str, writing: Writing) -> bool:
    """Tell whether ``after`` carries on the sentence that ``before`` begins."""
    if not _WORD.search(after) or not _WORD.search(before):
        return True
    if _CARRIES_ON.match(after) or _ENUMERATOR.fullmatch(before):
        return True
    if writing.capitals and _begins_small(after):
        return True
    return _is_abbreviation(before, after, writing) or _is_reporting(
        before, after, writing
    )


def _begins_small(after: str) -> bool:
    """Tell whether ``after`` begins with a small letter (names as iPhone aside)."""
    match = _OPENS_SMALL.match(after)
    return match is not None and match[1].islower() and not _has_capital(match[2])


def _has_capital(letters: str) -> bool:
    return letters != letters.lower()


def _is_abbreviation(before: str, after: str, writing: Writing) -> bool:
    if not before.endswith("."):
        return False
    if after[0].isdigit():
        return _NUMBERED.search(before) is not None
    if _TITLE.search(before) or (_LETTERED.search(before) and _LETTER.match(after)):
        return True
    if _HOUR.search(before):
        return _AFTER_HOUR.match(after) is not None
    if _ORDINAL.search(before):
        goes_on = after[0].isalpha() and not _BEGINS_ANEW.match(after)
        return goes_on and writing.language in _ORDINALS
    return writing.language != "en" and _INITIAL.search(before) is not None


def _is_reporting(before: str, after: str, writing: Writing) -> bool:
    """Tell whether ``after`` says who spoke the quotation that ``before`` ends with."""
    pattern = _SAID_AFTER_QUOTE.get(writing.language)
    # English ends what is told with a comma unless it is a question or a cry.
    ends = _ENDS_ASKED if writing.language == "en" else _ENDS_QUOTED
    if pattern is None or not ends.search(before):
        return False
    return pattern.match(after) is not None
