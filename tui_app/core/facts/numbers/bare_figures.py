"""Figures among words that say nothing of the number: most of those in a table.

Whoever reads numbers asks a dozen questions of each about the words beside it; of a
bare figure three tell the answers to all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui_app.core.facts.numbers.measures import BEFORE_NUMBER, BEHIND_NUMBER
from tui_app.core.facts.numbers.number_words import ABBREVIATED_SCALES, SCALES, SIGNS
from tui_app.core.facts.numbers.numerals import EXACT
from tui_app.core.facts.numbers.quantity import COMPARATORS_AFTER

_AFTER: Final = frozenset(phrase[0] for phrase in COMPARATORS_AFTER)

_BEHIND: Final = (
    BEHIND_NUMBER
    | _AFTER
    | SIGNS.keys()
    | SCALES.keys()
    | ABBREVIATED_SCALES.keys()
    | {"in", "out"}  # one in three
)

_GROUP: Final = len("000")


def bare_figure(words: Sequence[str], at: int) -> float | None:
    """Return the value of figures at atom ``at`` if no word beside tells more of it."""
    word = words[at]
    if not word.isdecimal() or len(word) > EXACT:
        return None
    if at and words[at - 1] in BEFORE_NUMBER:
        return None
    behind = words[at + 1 : at + 3]
    if behind and (_tells_more(behind[0]) or behind[-1] in _AFTER):
        return None
    amount = float(word)
    return amount if amount >= 1 else None


def _tells_more(word: str) -> bool:
    """Tell what may belong to a number before it: *5 km*, *45 000*, *2 1/2*."""
    if word[0].isdigit():
        return not word.isdecimal() or len(word) == _GROUP
    return word in _BEHIND
