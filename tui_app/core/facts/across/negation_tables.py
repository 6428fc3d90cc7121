"""Which words deny for sure, and which may, in ten languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.languages.denials_by_language import (
    DENYING_BY_LANGUAGE,
    NEGATORS_BY_LANGUAGE,
)
from tui_app.core.facts.negation.negators import NEGATORS, is_negative

SURE_NEGATORS: Final[Mapping[str, frozenset[str]]] = {
    "en": word_set("not cannot never"),
    "de": word_set("nicht nie niemals kein keine keinen keinem keiner"),
    "fr": word_set("pas jamais"),
    "es": word_set("no nunca jamás"),
    "it": word_set("non mai"),
    "pt": word_set("não nunca"),
    "nl": word_set("niet nooit geen"),
    "ru": word_set("не никогда"),
}
"""Negators that are hardly anything else."""

SURE_SIGNS: Final[Mapping[str, str]] = {
    "zh": "并不|從不|从不|並不|不是|不会|不能|没有|沒有",
    "ja": "ません|なかった",
}

_MAY_DENY: Final[Mapping[str, str]] = {
    "en": """in* im* ir* il* dis* non* mis* stop* difficult* miss* doubt* impossib*
        with but only unless until before than if nor any anything least less rather
        far beyond out away off against hard free ain nay nought naught""",
    "de": """un* miss* ver* ent* vergeb* wenig* nirgend* niemand* keines* *los *lose
        *losen *loser *loses *frei *freie *freien kaum nur sonst statt weder noch außer
        ausser zu bevor ehe bis als wenn selten aus nein nichts ohne ebensowenig""",
    "fr": """in* im* ir* il* dé* més* mal* aucun* seul* cess* manqu* refus* empêch*
        vain* rare* évit* n'* n’* sans ne n non peu trop ni sauf rien personne guère
        point plus moins avant loin si""",
    "es": """in* im* ir* des* ningun* poco* falt* neg* rara* demasiado* dej* sin ni nada
        nadie ningún solo sólo salvo antes menos apenas si""",
    "it": """in* im* ir* dis* sb* sc* sd* sf* sg* sl* sm* sn* sv* nessun* poc* manc*
        neg* rara* tropp* né niente nulla senza solo tranne prima meno appena se""",
    "pt": """in* im* ir* des* nenhum* pouco* falt* neg* rara* demasiado* deix* sem nem
        nada ninguém só salvo antes menos apenas se""",
    "nl": """on* mis* ver* *loos *loze zonder noch niets niemand nergens geen weinig
        slechts alleen behalve voordat minder te nauwelijks zelden als""",
    "ru": """не* ни* без* бес* отказ* отсутств* мало едва только лишь кроме редко вряд
        слишком если чем""",
}
"""Words that may stand for a denial; a star is for any letters."""

_MAY_DENY_SIGNS: Final = re.compile(
    "[不没沒無无未非别別莫勿否难難缺失免拒休罢罷仅僅只才除绝絕空白]"
)

_MAY_DENY_KANA: Final = re.compile(
    "な[いくかけし]|ぬ|ず|ん|だけ|しか|まい|[無不未非否]"
)


def denies(word: str, language: str) -> bool:
    """Tell whether the word, in small letters, denies."""
    if language == "en":
        return word in NEGATORS or is_cut_short(word)
    known = NEGATORS_BY_LANGUAGE[language] | DENYING_BY_LANGUAGE[language]
    return word in known


def is_cut_short(word: str) -> bool:
    """Tell *isn't*."""
    return word.endswith(("n't", "n’t"))


def word_may_deny(word: str, language: str) -> bool:
    """Tell whether the word may stand for a denial."""
    return (
        denies(word, language)
        or _pattern(language).fullmatch(word) is not None
        or (language == "en" and is_negative(word))
    )


def is_read(language: str) -> bool:
    """Tell whether the words of the language that may deny are known."""
    return language in _MAY_DENY


def signs_that_may_deny(language: str) -> re.Pattern[str] | None:
    """Return the same for languages without spaces, ``None`` for others."""
    return {"zh": _MAY_DENY_SIGNS, "ja": _MAY_DENY_KANA}.get(language)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = [re.escape(word) for word in _MAY_DENY[language].split()]
    return re.compile("|".join(words).replace(r"\*", r"\w+"))
