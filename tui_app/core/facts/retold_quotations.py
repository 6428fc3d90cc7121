"""Which quotations were told anew, and which stand there nearly word for word.

Of the words of a quotation that is kept each change matters; one told anew, altogether
or in parts, is another choice of words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.pair_character import PairCharacter
from tui_app.core.facts.passage import Passage, Sides
from tui_app.core.facts.quotations import Quotation, QuotationsOfSides, words_inside

_LONG, _LONG_KEPT = 6, 0.5

"""So much of a quotation of so many words must stay in an edited text."""

_ROW_KEPT, _KEPT_IN_ROW, _KEPT_ALONE = 0.8, 0.7, 0.9

"""What must stay of a quotation in a row of a retelling that is kept, and in others."""


class RetoldQuotation(NamedTuple):
    """A quotation told anew: the tokens between the marks of both sides."""

    left: Stretch
    right: Stretch


class QuotationsKeptAndRetold(NamedTuple):
    """The quotations that both sides keep, and those that answer each other else.

    One that is not kept and that no other answers is in neither.
    """

    kept: QuotationsOfSides
    retold: tuple[RetoldQuotation, ...] = ()


def kept_and_retold(
    sides: Sides, found: QuotationsOfSides, pair: PairCharacter
) -> QuotationsKeptAndRetold:
    """Return which quotations are kept and which are told anew."""
    if pair.unquoted or not (found.left and found.right):
        return QuotationsKeptAndRetold(found)
    least = _least_of_retold(sides) if pair.retelling else _least_of_edited
    kept = _kept_on_both(sides, _kept_on_both(sides, found, least), least)
    anew = QuotationsOfSides(
        _without(found.left, kept.left), _without(found.right, kept.right)
    )
    return QuotationsKeptAndRetold(kept, tuple(_answering(sides, anew)))


def is_long(one: Quotation) -> bool:
    """Tell whether half of a quotation may change in an edited text."""
    return one.end - one.start >= _LONG


_LeastKept = Callable[[int], float]
"""Of so many words of a quotation how many must stay, for it to be none told anew."""


def _least_of_edited(words: int) -> float:
    return _LONG_KEPT * words if words >= _LONG else 0


def _least_of_retold(sides: Sides) -> _LeastKept:
    """Return how much must stay: more where the row has other words; all but one."""
    kept = min(sides.left.kept(), sides.right.kept())
    share = _KEPT_IN_ROW if kept >= _ROW_KEPT else _KEPT_ALONE
    return lambda words: min(share * words, words - 1)


def _kept_on_both(
    sides: Sides, found: QuotationsOfSides, least: _LeastKept
) -> QuotationsOfSides:
    """Return the quotations whose words the other side has in quotations."""
    left = list(_kept(sides.left, found.left, found.right, least))
    right = list(_kept(sides.right, found.right, found.left, least))
    return QuotationsOfSides(left, right)


def _kept(
    passage: Passage,
    here: Sequence[Quotation],
    there: Iterable[Quotation],
    least: _LeastKept,
) -> Iterator[Quotation]:
    if least is _least_of_edited and not any(map(is_long, here)):
        yield from here
        return
    quoted = words_inside(there)
    lexical = [word.lexical for word in passage.written]
    stays = [
        of_word and same and answer in quoted
        for of_word, same, answer in zip(
            lexical, passage.same, passage.partner, strict=True
        )
    ]
    for one in here:
        inside = slice(*one.inside)
        if sum(stays[inside]) >= least(sum(lexical[inside])):
            yield one


def _without(found: Iterable[Quotation], kept: Iterable[Quotation]) -> list[Quotation]:
    gone = frozenset(kept)
    return [one for one in found if one not in gone]


def _answering(sides: Sides, anew: QuotationsOfSides) -> Iterator[RetoldQuotation]:
    """Yield the quotations that have most of their answers in each other."""
    left, right = sides
    theirs = _best_answers(left.partner, anew.left, anew.right)
    ours = _best_answers(right.partner, anew.right, anew.left)
    for one in anew.left:
        other = theirs.get(one)
        if other is not None and ours.get(other) == one:
            yield RetoldQuotation(one.inside, other.inside)


def _best_answers(
    partner: Sequence[int], here: Iterable[Quotation], there: Iterable[Quotation]
) -> dict[Quotation, Quotation]:
    """Return for each quotation the one that has most of its words and marks."""
    held = {at: one for one in there for at in _with_marks(one)}
    found = {}
    for one in here:
        answers = [held[partner[at]] for at in _with_marks(one) if partner[at] in held]
        if answers:
            found[one] = Counter(answers).most_common(1)[0][0]
    return found


def _with_marks(one: Quotation) -> range:
    start = one.start if one.opening is None else one.opening
    return range(start, one.end if one.closing is None else one.closing + 1)
