"""What one side denies and the other does not, in languages other than English."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import Final

from tui_app.core.collation.collation import Stretch
from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.passage import Claimed, Fact, Passage, Sides, atom_at
from tui_app.core.kinds import Kind

NEGATORS_BY_LANGUAGE: Final = {
    "de": word_set("""
        nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden
        nichts nirgends keinesfalls keineswegs"""),
    "fr": word_set("pas jamais rien personne aucun aucune nullement guère"),
    "es": word_set("no nunca jamás nada nadie ningún ninguna ninguno tampoco"),
    "it": word_set("non mai nessuno nessuna nessun niente nulla neppure nemmeno"),
    "pt": word_set("não nunca jamais nada ninguém nenhum nenhuma tampouco"),
    "nl": word_set("niet geen nooit niemand niets nergens"),
    "ru": word_set("не нет никогда никто никого ничего ничто нельзя ни нигде"),
}

DENYING_BY_LANGUAGE: Final = {
    "de": word_set("ohne weder fehlt fehlen verweigert verweigerte lehnt lehnte"),
    "fr": word_set("sans ni refuse refusé manque"),
    "es": word_set("sin ni falta rechazó niega negó"),
    "it": word_set("senza né manca rifiuta rifiutato nega"),
    "pt": word_set("sem nem falta recusou nega negou"),
    "nl": word_set("zonder noch ontbreekt weigert weigerde"),
    "ru": word_set("без отсутствует отказался отказалась отказались"),
}

"""Words that deny by themselves: they answer a negator, and are none."""

# In one sentence they deny together: *no vino nadie*, *никто не пришёл*.
_TOGETHER: Final = frozenset({"es", "it", "pt", "ru", "fr"})

ONLY: Final = word_set("""
    nur bloß allein seulement solo sólo solamente soltanto só somente apenas alleen
    slechts только""")

"""Behind a negator: *nicht nur* denies nothing."""

_NEAR = 6

"""Words within which two negators of one clause stand."""

_SIGNS: Final = {
    "zh": r"不(?![过過仅僅但管论論少断斷久料])|没有?|沒有?|未(?![来來])|并非|從未|从未",
    "ja": r"(?<=ま)せん|ない(?!し)|なかった|なく(?:て|、|な)|ず(?:に|、)",
}

_DENIED: Final = NEGATORS_BY_LANGUAGE.keys() | _SIGNS.keys()

"""The languages whose negation is read."""


def denials_in(sides: Sides, language: str, claimed: Claimed) -> list[Fact]:
    """Return the negators that nothing on the other side answers.

    Sentence by sentence is not told apart: a side that denies once more than the
    other has a denial of its own, and it is the one no word answers.
    """
    if language not in _DENIED:
        return []
    left = _negators(sides.left, language)
    right = _negators(sides.right, language)
    more = len(left) - len(right)
    more -= _denying(sides.right, language) - _denying(sides.left, language)
    if more > 0:
        return [
            Fact(Kind.NEGATION, one, None)
            for one in _unanswered(sides.left, sides.right, left, claimed[0], more)
        ]
    return [
        Fact(Kind.NEGATION, None, one)
        for one in _unanswered(sides.right, sides.left, right, claimed[1], -more)
    ]


def _negators(passage: Passage, language: str) -> list[Stretch]:
    if language in _SIGNS:
        found = _sign_pattern(language).finditer(passage.text)
        return [passage.tokens_at(*match.span()) for match in found]
    words = NEGATORS_BY_LANGUAGE[language]
    found_words = [
        Stretch(number, number + 1)
        for number, word in enumerate(passage.words)
        if (word in words and atom_at(passage.words, number + 1) not in ONLY)
        or (language == "fr" and word in WITH_NE and _behind_ne(passage, number))
    ]
    return _once(passage, found_words) if language in _TOGETHER else found_words


WITH_NE: Final = word_set("plus point")


def _behind_ne(passage: Passage, number: int) -> bool:
    """Tell *n'y va plus*, *ne dort plus*: no longer; without *ne* it is more."""
    before = passage.words[max(0, number - _NEAR) : number]
    return any(word == "ne" or word.startswith(("n'", "n’")) for word in before)


@cache
def _sign_pattern(language: str) -> re.Pattern[str]:
    return re.compile(_SIGNS[language])


def _once(passage: Passage, found: Sequence[Stretch]) -> list[Stretch]:
    """Return the negators, of those that deny together the first."""
    kept: list[Stretch] = []
    for one in found:
        if kept and one.start - kept[-1].start <= _NEAR:
            between = passage.written[kept[-1].end : one.start]
            if all(word.lexical for word in between) and (
                passage.words[one.start] != passage.words[kept[-1].start]
            ):
                continue
        kept.append(one)
    return kept


def _denying(passage: Passage, language: str) -> int:
    words = DENYING_BY_LANGUAGE.get(language, frozenset())
    return sum(word in words for word in passage.words)


def _unanswered(
    passage: Passage,
    other: Passage,
    negators: Sequence[Stretch],
    claimed: Collection[int],
    most: int,
) -> list[Stretch]:
    """Return as many negators as are too many, those no equal word answers."""
    free = [
        one
        for one in negators
        if not all(_is_repeated(passage, other, token) for token in range(*one))
        and not any(token in claimed for token in range(*one))
        and _is_framed(passage, one)
    ]
    return free[:most] if most > 0 else []


def _is_repeated(passage: Passage, other: Passage, token: int) -> bool:
    """Tell whether the same word answers: *kein* is near *ein*, and its opposite."""
    partner = passage.partner[token]
    return partner >= 0 and other.words[partner] == passage.words[token]


def _is_framed(passage: Passage, one: Stretch) -> bool:
    """Tell whether a word beside the negator has its answer: something is denied."""
    around = (*range(one.start - 3, one.start), *range(one.end, one.end + 3))
    return any(
        0 <= token < len(passage.words)
        and passage.same[token]
        and passage.written[token].lexical
        for token in around
    )
