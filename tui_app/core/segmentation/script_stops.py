"""Which stops the splitter does not know, or takes for what they are not.

Each script has its own: the Greek question mark is a semicolon, a colon often stands
for the Armenian full stop, the Burmese comma is no stop. They are put into a copy of
the passage, as long, as signs that the splitter reads rightly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

_END, _PAUSE = "!", ","

# What to look for, and what the splitter is shown for its last character.
_Rule = tuple[str, str]
_Replacement = Callable[[re.Match[str]], str]

# A unit, or "and so on", ends a sentence where a capital follows that is no initial;
# metre and ton only behind an amount. Not *г.*: before a name it is a town, behind a
# figure a year. The stop is looked for first: it is rare.
_UNITS = "руб коп долл грн тыс млн млрд чел экз км см мм кг га"
_AND_SO_ON = ("и др", "и пр", "та ін", "т. д", "т.д", "т. п", "т.п")
_ENDINGS = (
    *(rf"[\s\d]{unit}" for unit in _UNITS.split()),
    *(r"[\dнд]\s[мт]", r"\d[мт]"),
    *(rf"\b{words}" for words in _AND_SO_ON),
)
_BEHIND = "|".join(rf"(?<={ending}\.)" for ending in _ENDINGS)
_CYRILLIC = ((rf"\.(?:{_BEHIND})(?=\s+[«„“\"(–—-]*\s?[А-ЯЁІЇЄҐ](?!\.))", _END),)

# Tibetan parts clauses and sentences by the same stroke. A sentence has ended where it
# is doubled, or stands behind a particle or verb that closes one.
_CLOSING = (
    "གོ|ངོ|དོ|ནོ|རོ|ལོ|སོ|ཏོ|འོ|ཡིན|ཡོད|མིན|མེད|རེད|འདུག|བྱུང|སོང|ཡོང|བྱའོ|བྱེད|དགོས|ཆོག|ཐུབ|འགྱུར|གྱུར|ཤོག|གསུངས|སྨྲས"
)

_DECIMAL = (r"．(?<=\d．)(?=\d)", _PAUSE)
# A bracket no space parts from its word: the splitter takes "영조 29)" for an item.
_IN_BRACKETS = (r"\((?<=\S\()[^()]*\s\d{1,3}\)", _PAUSE)

_RULES: Final[dict[str, tuple[_Rule, ...]]] = {
    # In Greek words only: a text may quote another language.
    "el": ((r"(?<=[a-zA-Z]);", _PAUSE), ("\u037e", _END)),
    "hy": (
        (r":(?!\s)", _PAUSE),
        (r"(?:…|\.\.\.)(?=[\"»”]?\s+[«„“\"(–—-]*\s?[Ա-Ֆ])", _END),
    ),
    "ru": _CYRILLIC,
    "uk": _CYRILLIC,
    "ko": (_IN_BRACKETS,),
    "ja": (_IN_BRACKETS, _DECIMAL),
    "zh": (_IN_BRACKETS, _DECIMAL),
    # Two word spaces are a full stop where a keyboard has none.
    "am": (("፡፡", _END),),
    "my": (("[၊၏]", _PAUSE), ("။", _END)),
    # ។ល។ is "and so on".
    "km": (("។(?=ល។)", _PAUSE), ("[។៕៚]", _END)),
    "bo": (("[།༎༏༑](?=[ ༌]?[།༎])|༎", _END), (rf"[་\s](?:{_CLOSING})[་ ]?།", _END)),
}

STOPS_OF: Final = {"el": ";\u037e", "hy": ":", "am": "፡"}
"""Signs that may end a sentence in one language and in no other."""


def with_known_stops(passage: str, language: str) -> str:
    """Return ``passage``, as long, with the stops of its script as the splitter knows.

    The copy is good for nothing but to find where sentences end.
    """
    if language not in _RULES:
        return passage
    for pattern, last_as in _patterns(language):
        passage = pattern.sub(last_as, passage)
    return passage


@cache
def _patterns(language: str) -> Sequence[tuple[re.Pattern[str], _Replacement]]:
    return [
        (re.compile(rule), _last_as(sign)) for rule, sign in _RULES.get(language, ())
    ]


def _last_as(sign: str) -> _Replacement:
    return lambda match: match[0][:-1] + sign
