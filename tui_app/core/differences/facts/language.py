"""Whether a text is English, told by its most frequent words."""

from __future__ import annotations

import re

from tui_app.core.differences.facts.tables import word_set

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = word_set("""
    the of and to is was were that with for by from he she it his her they their this
    which are be been have has had not at as said will would there on in a an who
    """)
_OTHERS = word_set("""
    der die das und ist nicht ein eine einer einem einen den dem des mit auf für von zu
    zum zur im sich auch wird wurde sind hat haben bei nach aus
    le la les une est et du dans pour que qui sur pas au aux ne se ce il elle sont avec
    el los las del y en por con es un una lo su al como más
    di che è per non della dei gli nel alla sono
    het een van niet voor te dat op zijn
    och att det som på är inte av till den
    do da em não para com uma os dos das na no um mais
    w nie na się że z jest i o
    """) - {"die", "do", "no", "as", "in", "a", "i", "o"}
_SMALLEST_SHARE = 0.6


def is_english(text: str) -> bool:
    """Tell whether ``text`` is English; a text too short to tell is taken for it."""
    written = " ".join(_WORD.findall(text)).lower()
    words = written.split(" ")
    letters = len(written) - len(words) + 1
    if not text.isascii() and _latin(text) < _SMALLEST_SHARE * letters:
        return False
    return sum(map(_ENGLISH.__contains__, words)) >= sum(
        map(_OTHERS.__contains__, words)
    )


def _latin(text: str) -> int:
    """Return how many letters are Latin, those with accents too."""
    plain = len("".join(re.findall("[A-Za-z]+", text)))
    return plain + len(re.findall("[À-ɏ]", text))
