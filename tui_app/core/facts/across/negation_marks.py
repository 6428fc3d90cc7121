"""Where one side denies and the other does not, as far as that can be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tui_app.core.facts.across.negation_tables import (
    SURE_NEGATORS,
    SURE_SIGNS,
    denies,
    is_cut_short,
    is_read,
    signs_that_may_deny,
    word_may_deny,
)
from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.facts.languages.denials_by_language import ONLY
from tui_app.core.facts.negation.negators import IDIOMS
from tui_app.core.kinds import Kind
from tui_app.core.model import SIDES, Difference, Side, Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_KEPT: Final = 0.95
"""Of rows that deny so many deny opposite, where it is worth telling which do not."""

_FEWEST: Final = 20

_LONGEST: Final = 25
"""Words of a row in which one negator says that the row denies."""

_CHARACTERS_A_WORD: Final = 2

_NE: Final = re.compile(r"(?<!\w)n(?:e(?!\w)|['’])", re.IGNORECASE)
"""Before *pas*, which is a step as well."""

_QUESTION: Final = frozenset("?？؟")


class NegationHabits(NamedTuple):
    """Whether what the left, the right denies is nearly always denied opposite."""

    left: bool = False
    right: bool = False

    def keeps(self, side: Side) -> bool:
        """Tell whether a denial of that side is told where it is missing opposite."""
        return self.left if side == "left" else self.right


def negation_habits(
    rows: Iterable[tuple[str, str]], languages: tuple[str, str]
) -> NegationHabits:
    """Return what rows show of how denials are kept; too few show nothing."""
    denying, kept = [0, 0], [0, 0]
    for row in rows:
        for side in (0, 1):
            if lone_denial(row[side], languages[side]) is not None:
                denying[side] += 1
                kept[side] += may_deny(row[1 - side], languages[1 - side])
    return NegationHabits(
        *(
            count >= _FEWEST and kept[side] >= _KEPT * count
            for side, count in enumerate(denying)
        )
    )


def negation_marks(
    row: TranslatedRow, languages: tuple[str, str], habits: NegationHabits
) -> Iterator[Difference]:
    """Yield the one negator of a short row, if nothing opposite may deny.

    Only in a pair that nearly always keeps them, and not in questions.
    """
    for number, side in enumerate(SIDES):
        if not habits.keeps(side):
            continue
        span = lone_denial(row.passage(side), languages[number])
        other = row.opposite(side)
        asks = not _QUESTION.isdisjoint(other)
        if span is None or asks or may_deny(other, languages[1 - number]):
            continue
        if side == "left":
            yield Difference(Kind.NEGATION, span, None)
        else:
            yield Difference(Kind.NEGATION, None, span)


def lone_denial(text: str, language: str) -> Span | None:
    """Return the one negator of a short passage that asks nothing, if it is a sure one.

    ``None`` where the language is not read.
    """
    if not _QUESTION.isdisjoint(text):
        return None
    if language in SURE_SIGNS:
        return _lone_sign(text, language)
    return _lone_word(text, language) if language in SURE_NEGATORS else None


def _lone_sign(text: str, language: str) -> Span | None:
    any_sign = signs_that_may_deny(language)
    if any_sign is None or len(text) > _CHARACTERS_A_WORD * _LONGEST:
        return None
    sure = list(re.finditer(SURE_SIGNS[language], text))
    alone = len(sure) == 1 and len(any_sign.findall(text)) == 1
    return Span(*sure[0].span()) if alone else None


def _lone_word(text: str, language: str) -> Span | None:
    found = list(_WORD.finditer(text))
    if len(found) > _LONGEST:
        return None
    words = [match[0].lower() for match in found]
    denials = [number for number, word in enumerate(words) if denies(word, language)]
    if len(denials) != 1:
        return None
    number = denials[0]
    word, following = (*words, "")[number : number + 2]
    if following in ONLY or (word, following) in IDIOMS:
        return None
    sure = word in SURE_NEGATORS[language] or is_cut_short(word)
    if language == "fr":
        sure &= _NE.search(text, 0, found[number].start()) is not None
    return Span(*found[number].span()) if sure else None


def may_deny(text: str, language: str) -> bool:
    """Tell whether something in ``text`` may deny, true where nobody can tell."""
    if (signs := signs_that_may_deny(language)) is not None:
        return signs.search(text) is not None
    return not is_read(language) or any(
        word_may_deny(match[0].lower(), language) for match in _WORD.finditer(text)
    )
