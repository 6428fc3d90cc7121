"""The code of a language as BCP 47 writes it; what is no code is none."""

from __future__ import annotations

import re

# ISO 639-1; longer codes are not looked up.
_TWO_LETTERS = frozenset(
    re.findall(
        "..",
        "aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneo"
        "eseteufafffifjfofrfygaglgngugvhahehihohrhthuhyhziaidieigiiikioisitiujajvkakgki"
        "kjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmynanbndnengnlnnno"
        "nrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvswtate"
        "tgthtitktltntotrtstttwtyugukuruzvevivowawoxhyiyozazhzu",
    )
)
_CODE = re.compile(r"([a-z]{2,3})(?:-[a-z0-9]{1,8})*", re.IGNORECASE)


def language_code(told: str) -> str:
    """Return the code a document tells, ``""`` where there is no such language.

    >>> language_code(" EN_us "), language_code("jp")
    ('en-us', '')
    """
    code = told.strip().replace("_", "-").lower()
    match = _CODE.fullmatch(code)
    if match is None or (len(match[1]) == 2 and match[1] not in _TWO_LETTERS):
        return ""
    return code
