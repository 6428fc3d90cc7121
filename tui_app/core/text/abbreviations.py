"""Titles of people, and words written with a full stop, as *No.* and *U.S.* are.

Whether such a stop also ends the sentence is asked by the segmentation; that it belongs
to its word, by the collation; that a title is no part of a name, by the facts.
"""

from __future__ import annotations

from tui_app.core.text.characters import is_letter, is_plain_small

COURTESY = ("Mr", "Mrs", "Ms", "Mx", "Messrs")

RANKS = (
    *("Dr", "Prof", "St", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Maj", "Sgt"),
    *("Capt", "Rev", "Hon"),
)

ABROAD = (
    *("Mme", "Mlle", "Mgr", "Sr", "Sra", "Srta", "Dra", "Herr", "Hr", "Fr", "Frl"),
)

TITLE = "(?:" + "|".join((*COURTESY, *RANKS)) + ")"

"""A pattern: a title before a name in an English text, without its full stop."""

TITLES_WITH_STOP = tuple(f"{title}." for title in (*COURTESY, *RANKS))

BEFORE_NAMES = frozenset(
    written.lower() for title in (*COURTESY, *RANKS) for written in (title, f"{title}.")
)

"""The same titles in small letters, with and without their stop."""

_IN_FULL = """
miss sir dame lord lady professor doctor
president vice-president vice deputy prime premier minister chancellor secretary
general chairman chairwoman chair chairperson director manager chief executive
ceo officer head leader king queen prince princess pope bishop archbishop cardinal
father sister brother saint senator congressman congresswoman
representative governor mayor ambassador envoy spokesman
spokeswoman spokesperson judge justice attorney captain colonel major
lieutenant sergeant admiral commander marshal private inspector
detective sheriff constable coach striker defender goalkeeper midfielder author
actor actress singer director comrade councilor councillor councillors state
high commissioner acting former then-president the sheikh ayatollah imam
rabbi reverend emperor empress duke duchess earl count countess baron
"""
TITLES = BEFORE_NAMES.union(_IN_FULL.split())
"""Words that go before a name and do not make it another, in small letters."""

NEVER_LAST = frozenset({*COURTESY, *ABROAD, "Dr"})

"""Titles, in any text, whose stop never ends a sentence.

The other ranks are left to the splitter: a street (*St.*) may end one.
"""

TITLES_IN_INDIA = (
    *("डॉ.", "डा.", "प्रो.", "प्रा.", "पं.", "श्री.", "स्व.", "कु."),
    *("ড.", "ডা.", "মো.", "ডঃ.", "ડૉ.", "ਡਾ.", "திரு.", "డా.", "ಡಾ.", "ഡോ."),
)

"""The same in scripts of India, with their stop."""

BEFORE_NUMBER = frozenset(
    [
        *("no", "nos", "nr", "nrs", "art", "arts", "p", "pp", "s", "ss", "fig", "figs"),
        *("vol", "vols", "bd", "bde", "ch", "chap", "cap", "caps", "sec", "secs"),
        *("sect", "abs", "al", "tab", "ex", "v", "vv", "par", "approx", "est", "ca"),
        *("max", "min", "tel", "ext", "mon", "tue", "tues", "wed", "thur", "thurs"),
        *("fri", "sat", "sun", "ст", "гл", "рис", "стр", "с", "п", "пп", "св", "вып"),
        *("αρ", "αριθ", "άρθ", "σελ", "κεφ", "παρ", "τόμ", "арт", "рис", "табл", "див"),
    ]
)

"""Words in small letters whose stop ends no sentence where a number follows."""

HALF_DAYS = {"a.m.": 0, "a.m": 0, "am": 0, "p.m.": 720, "p.m": 720, "pm": 720}

"""The halves of the day, with the minute at which each begins."""

ENDS_WITH_HALF_DAY = r"\b[apAP]\.\s?[mM]\.\Z"

LETTERED = r"(?:[A-Za-z]\.){2,}"

"""A pattern: single letters, a stop behind each, as *U.S.*"""


def is_lettered(word: str, stop: str = ".") -> bool:
    """Tell whether word and stop are as the *U.* of *U.S.* is."""
    return len(word) == 1 and "A" <= word <= "Z" and stop == "."


def is_initial(word: str, lead: str) -> bool:
    """Tell whether ``word``, behind the character ``lead``, is a lone capital."""
    if len(word) != 1 or not is_letter(word) or is_plain_small(word):
        return False
    return not lead or lead.isspace() or lead in ".-("
