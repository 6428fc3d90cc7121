"""What one side says and the other denies.

A negator without its like on the other side, unless something else there denies
(*failed to*, *unaware*, the opposite word); and words of opposite sense in one place,
unless a negator turns one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from tui_app.core.differences.collation import Fact, Stretch
from tui_app.core.differences.facts.mentions import Mention, Sides, cancel
from tui_app.core.differences.facts.passage import Passage
from tui_app.core.differences.facts.polarity import (
    is_negative,
    kind_of_opposites,
    may_oppose,
    negators,
    opposed,
    undoes,
)
from tui_app.core.differences.facts.tables import word_set
from tui_app.core.differences.facts.tables.negatives import (
    BEFORE_INFINITIVE,
    NEGATORS,
)
from tui_app.core.model import Kind

_REACH = 6
"""How many tokens behind a negator the word it denies may stand."""
_FAR = 20
_WIDE = 40
"""How far apart in a wide gap opposites may stand, so that no passage costs more
than its length."""
_BACK = 4
_ROUND = 8
_WORDS_DENIED = 2
_DOUBLE = 3
_WIDEST_GAP = 200  # where more has changed, standing in one gap says nothing
_SAID = 8
_NONE = word_set("no none nobody nothing never neither nowhere")
_RAISING = word_set("think believe expect consider seem appear feel")
_RULE = word_set("rule rules ruled ruling")
_DENYING_PAIRS = {("out", "of"), ("far", "from"), ("free", "of"), ("free", "from")}
_SAYING = word_set("said says say saying announced claimed admitted confirmed")
_AUXILIARIES = word_set("do does did can ca could would wo will")

Taken = tuple[Collection[int], Collection[int]]
Negator = Mention[str]


class _Side:
    """One side with its negators that nothing on the other side answers."""

    def __init__(
        self,
        passage: Passage,
        taken: Collection[int],
        negators: Sequence[Negator],
        lone: Sequence[Negator],
    ) -> None:
        self.passage = passage
        self.taken = taken
        self.negators = negators
        self.lone = _without_double(lone)
        self.opposed: set[int] = set()

    def changed(self, at: int) -> bool:
        """Tell whether the token may be part of a fact yet."""
        return not self.passage.equal[at] and at not in self.taken

    def replaced(self, at: int) -> bool:
        """Tell whether no form of the word stands anywhere on the other side."""
        return not self.passage.same[at] and at not in self.taken

    def answered(self, at: int) -> bool:
        """Tell whether the token is a negator that the other side has too."""
        return _is_denying(self.passage, at) and all(
            one.start != at for one in self.lone
        )

    def _reach(self, behind: int) -> int:
        """Return how far a negator reaches: *does not think that*, far."""
        following = self.passage.words[behind : behind + 1]
        return _FAR if following and following[0] in _RAISING else _REACH

    def turns(self, at: int) -> bool:
        """Tell whether a negator turns (or is) the token; use it up.

        Behind a verb of saying it may stand in what is said: *said he had not*.
        """
        before = _SAID if self.passage.words[at] in _SAYING else 0
        turning = [
            one
            for one in self.negators
            if -before <= at - one.start <= self._reach(one.end)
        ]
        for negator in turning:
            if negator in self.lone:
                self.lone.remove(negator)
                break
        return bool(turning)


def negation_facts(sides: Sides, taken: Taken) -> list[Fact]:
    """Return where one side denies what the other says."""
    if all(sides.left.equal) and all(sides.right.equal):
        return []
    here, there = negators(sides.left, taken[0]), negators(sides.right, taken[1])
    lone = cancel(sides, here, there, lambda one, other: bool(one and other))
    left = _Side(sides.left, taken[0], here, lone[0])
    right = _Side(sides.right, taken[1], there, lone[1])
    facts = _opposites(sides, left, right)
    facts += [Fact(Kind.NEGATION, one, None) for one in _denials(left, right)]
    facts += [Fact(Kind.NEGATION, None, one) for one in _denials(right, left)]
    return facts


def _without_double(lone: Sequence[Negator]) -> list[Negator]:
    """Drop negators that undo each other: *never without*."""
    kept: list[Negator] = []
    for negator in lone:
        if kept and negator.start - kept[-1].start <= _DOUBLE:
            kept.pop()
        else:
            kept.append(negator)
    return kept


def _opposites(sides: Sides, left: _Side, right: _Side) -> list[Fact]:
    """Return words of opposite sense in one place, one of them not turned."""
    facts = []
    used: set[int] = set()
    in_gap: dict[int, list[int]] = {}
    for number, gap in enumerate(right.passage.gap):
        in_gap.setdefault(gap, []).append(number)
    for at in _changed(left):
        other = _opposite(sides, right, at, used, in_gap)
        if other is None:
            continue
        used.add(other)
        if left.answered(at) or right.answered(other):
            continue
        left.opposed.add(at)
        right.opposed.add(other)
        turned = left.turns(at) != right.turns(other)
        is_negator = _is_denying(left.passage, at) or _is_denying(right.passage, other)
        if not turned or is_negator:
            kind = kind_of_opposites(left.passage.words[at], right.passage.words[other])
            facts.append(Fact(kind, Stretch(at, at + 1), Stretch(other, other + 1)))
    return facts


def _changed(side: _Side) -> list[int]:
    words = side.passage.words
    return [
        at
        for at, equal in enumerate(side.passage.equal)
        if not equal and at not in side.taken and len(words[at]) > 1
    ]


def _is_denying(passage: Passage, at: int) -> bool:
    return passage.words[at] in NEGATORS


def _opposite(
    sides: Sides,
    right: _Side,
    at: int,
    used: set[int],
    in_gap: Mapping[int, Sequence[int]],
) -> int | None:
    """Return the word of opposite sense in the place of the left word ``at``."""
    here = sides.left
    polar = may_oppose(here.words[at])
    following = here.partner[at + 1] if at + 1 < len(here.words) else 0
    places = [here.partner[at], following - 1]
    if here.gap[at] >= 0:
        near = in_gap.get(here.gap[at], ())
        places += near if len(near) <= _WIDEST_GAP else ()
    for other in places:
        if other < 0 or other in used or not right.changed(other):
            continue
        if not (polar or may_oppose(right.passage.words[other])):
            continue
        if opposed(here.words[at], right.passage.words[other]):
            return other
    return None


def _denials(here: _Side, there: _Side) -> Iterator[Stretch]:
    """Yield the negators, and *failed to*, that deny a word the other side asserts."""
    for negator in here.lone:
        scope = _denied(here.passage, negator.start)
        if scope is not None and not _compensated(here, there, negator.start, scope):
            yield _with_auxiliary(here, negator)
    for at, word in enumerate(here.passage.words):
        if word in _INFINITIVE_FORMS and here.changed(at) and at not in here.opposed:
            yield from _infinitive(here, there, at)


_INFINITIVE_FORMS = {
    form
    for word in BEFORE_INFINITIVE
    for form in (word, word + "s", word + "ed", word + "d", word + "ing")
} | {"neglected", "declined", "refusing", "declining", "failure", "refusal"}


def _infinitive(here: _Side, there: _Side, at: int) -> Iterator[Stretch]:
    words = here.passage.words
    if words[at + 1 : at + 2] != ("to",) or there.lone:
        return
    scope = _denied(here.passage, at + 1)
    if scope is not None and not _compensated(here, there, at, scope):
        yield Stretch(at, at + 2) if here.changed(at + 1) else Stretch(at, at + 1)


def _denied(passage: Passage, at: int) -> int | None:
    """Return the word that the negator at ``at`` denies, if the other side has it."""
    behind = range(at + 1, min(at + 1 + _REACH, len(passage.tokens)))
    ahead = range(at - 1, max(-1, at - 1 - _BACK), -1)
    for place in (behind, ahead):
        words = [number for number in place if passage.tokens[number].word.content]
        if words:
            near = words[:_WORDS_DENIED]
            return next((number for number in near if passage.same[number]), None)
    return None


def _compensated(here: _Side, there: _Side, at: int, scope: int) -> bool:
    """Tell whether something else denies: there in place of the negator, or here."""
    behind = range(at + 1, min(at + 1 + _REACH, len(here.passage.tokens)))
    if any(
        here.replaced(number)
        and (undoes(here.passage.words[number]) or _denies_with_next(here, number))
        for number in behind
    ):
        return True
    negator = here.passage.words[at]
    denied = [here.passage.words[number] for number in behind]
    return any(
        _denies(there, number, negator, denied, in_gap=in_gap)
        for number, in_gap in _around(here.passage, there.passage, at, scope)
    )


def _denies(
    there: _Side, at: int, negator: str, denied: Sequence[str], *, in_gap: bool
) -> bool:
    """Tell whether a word says in another way what ``negator`` says.

    Words that deny only by the way (*instead*) count in the negator's own place.
    *The largest* is *none is larger*, *the first* is *never before*.
    """
    word = there.passage.words[at]
    if there.replaced(at) and (undoes(word) or (in_gap and is_negative(word))):
        return True
    if there.replaced(at) and _denies_with_next(there, at):
        return True
    if not there.changed(at):
        return False
    if negator in _NONE and (word.endswith("est") or word in {"first", "only", "any"}):
        return True
    if word == "last" or (word == "still" and "yet" in (negator, *denied)):
        return True
    return any(opposed(one, word) for one in denied)


def _denies_with_next(side: _Side, at: int) -> bool:
    """Tell *ruled out*, *out of*, *far from*, *declined to*."""
    words = side.passage.words[at : at + 2]
    if words[-1] == "to" and words[0] in _INFINITIVE_FORMS:
        return True
    return words in _DENYING_PAIRS or (words[-1] == "out" and words[0] in _RULE)


def _around(
    here: Passage, there: Passage, at: int, scope: int
) -> Iterator[tuple[int, bool]]:
    """Yield the tokens of the other side about the place where the negator would stand.

    With each, whether it is in the gap of the negator or of the word it denies.
    """
    gaps = {here.gap[at], here.gap[scope]} - {-1}
    answer = here.partner[scope]
    for number, gap in enumerate(there.gap):
        if gap in gaps or abs(number - answer) <= _ROUND:
            yield number, gap in gaps


def _with_auxiliary(here: _Side, negator: Negator) -> Stretch:
    before = negator.start - 1
    if before >= 0 and here.passage.words[before] in _AUXILIARIES:
        return Stretch(before, negator.end) if here.changed(before) else _of(negator)
    return _of(negator)


def _of(mention: Negator) -> Stretch:
    return Stretch(mention.start, mention.end)
