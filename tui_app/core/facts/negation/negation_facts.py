"""What one side says and the other denies.

In a passage told anew other words stand, and the word denied is seldom found. So what
counts there is whether the rows deny equally often: one lone negator, with what undoes
it behind and what denies in other words on the other side, must make an even number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.cancelling import cancel
from tui_app.core.facts.negation.denials import (
    REACH,
    Denial,
    DenyingSide,
    denials,
    denies_alone,
    is_denying,
    is_taken_up,
    with_auxiliary,
)
from tui_app.core.facts.negation.negators import (
    kind_of_opposites,
    may_oppose,
    negators,
    opposed,
)
from tui_app.core.facts.passage import WIDEST_GAP, Claimed, Fact, Mention, Sides
from tui_app.core.kinds import Kind


def negation_facts(sides: Sides, claimed: Claimed, *, retelling: bool) -> list[Fact]:
    """Return where one side denies what the other says.

    In a ``retelling`` a single lone negator is judged by parity, and words are
    opposites only where one answers the other: in a gap too much stands.
    """
    if not (sides.left.anew or sides.right.anew):
        return []
    here, there = negators(sides.left, claimed[0]), negators(sides.right, claimed[1])
    lone = _lone(sides, here, there)
    if retelling:
        lone = _without_nor(lone[0]), _without_nor(lone[1])
    left = DenyingSide(sides.left, claimed[0], here, lone[0])
    right = DenyingSide(sides.right, claimed[1], there, lone[1])
    facts = _opposites(left, right, _NARROW if retelling else WIDEST_GAP)
    one_alone = retelling and len(left.lone) + len(right.lone) == 1
    rule = _odd_denials if one_alone else denials
    facts += [Fact(Kind.NEGATION, *pair) for pair in rule(left, right)]
    facts += [Fact(Kind.NEGATION, *pair[::-1]) for pair in rule(right, left)]
    return facts


Negators = Sequence[Mention[str]]


def _lone(sides: Sides, here: Negators, there: Negators) -> tuple[Negators, Negators]:
    """Return the negators that nothing on the other side answers, weak ones left out.

    The weak ones of the other side answer when the others are taken.
    """
    if not (here or there):
        return here, there
    lone, others = _cancelled(sides, _strong(here), _strong(there))
    if lone:
        lone, _ = _cancelled(sides, lone, [one for one in there if one.weak])
    if others:
        _, others = _cancelled(sides, [one for one in here if one.weak], others)
    return lone, others


def _cancelled(
    sides: Sides, here: Negators, there: Negators
) -> tuple[Negators, Negators]:
    return cancel(sides, here, there, lambda *_: True, lambda _: None)


def _strong(negators: Negators) -> Negators:
    return [one for one in negators if not one.weak]


def _without_nor(negators: Negators) -> Negators:
    """Leave out *nor*, which goes on with a list that may begin in another row."""
    return [one for one in negators if one.value != "nor"]


def _opposites(left: DenyingSide, right: DenyingSide, widest: int) -> list[Fact]:
    """Return words of opposite sense in one place, one of them not turned.

    A gap that is wider than ``widest`` is no place.
    """
    facts: list[Fact] = []
    if not (
        may_oppose.any_of(left.senses_anew) or may_oppose.any_of(right.senses_anew)
    ):
        return facts
    by_gap = _by_gap(right, widest)
    used: set[int] = set()
    for at in _may_have_opposite(left, right):
        other = _opposite(left, right, at, used, by_gap)
        if other is None:
            continue
        used.add(other)
        if left.answered(at) or right.answered(other):
            continue
        left.opposed.add(at)
        right.opposed.add(other)
        undone = left.turns(at) != right.turns(other)
        is_negator = is_denying(left.passage, at) or is_denying(right.passage, other)
        if not undone or is_negator:
            if at in left.quoted and other in right.quoted and not is_negator:
                continue  # other words between marks: what was said is at stake
            kind = kind_of_opposites(left.passage.words[at], right.passage.words[other])
            facts.append(Fact(kind, _stretch(left, at), _stretch(right, other)))
    return facts


def _stretch(side: DenyingSide, at: int) -> Stretch:
    """Return the word with its particle: *called off*, unless *off* stays."""
    phrasal = side.senses[at] != side.passage.words[at]
    return Stretch(at, at + 1 + (phrasal and side.changed(at + 1)))


def _may_have_opposite(left: DenyingSide, right: DenyingSide) -> list[int]:
    """Return the changed words of the left of which an opposite may stand there."""
    words, senses = left.passage.words, left.senses
    changed = [
        at for at in left.passage.anew if at not in left.claimed and len(words[at]) > 1
    ]
    if may_oppose.any_of(right.senses_anew):
        return changed
    return [at for at in changed if may_oppose[senses[at]]]


_NARROW = 6

"""Tokens; in a wider gap of a text told anew too much stands for opposites."""


def _by_gap(side: DenyingSide, widest: int) -> dict[int, list[tuple[int, str, bool]]]:
    """Return the words of each gap that may be opposites, and which surely may.

    In a gap that is wider than ``widest`` there are none.
    """
    found: dict[int, list[tuple[int, str, bool]]] = {}
    passage = side.passage
    for at in passage.anew:
        if passage.gap[at] >= 0 and at not in side.claimed:
            sense = side.senses[at]
            one = (at, sense, may_oppose[sense])
            found.setdefault(passage.gap[at], []).append(one)
    if len(passage.words) <= widest:
        return found
    widths = [end - start for start, end in passage.gaps]
    return {gap: all_ for gap, all_ in found.items() if widths[gap] <= widest}


def _opposite(
    left: DenyingSide,
    right: DenyingSide,
    at: int,
    used: set[int],
    by_gap: Mapping[int, Sequence[tuple[int, str, bool]]],
) -> int | None:
    """Return the word of opposite sense in the place of the left word ``at``."""
    here = left.passage
    word = left.senses[at]
    polar = may_oppose[word]
    following = here.partner[at + 1] if at + 1 < len(here.words) else 0
    for other in (here.partner[at], following - 1):
        if other >= 0 and other not in used and right.changed(other):
            candidate = right.senses[other]
            if (polar or may_oppose[candidate]) and opposed(word, candidate):
                return other
    for other, candidate, may in by_gap.get(here.gap[at], ()):
        if (polar or may) and other not in used and opposed(word, candidate):
            return other
    return None


_ENDS = frozenset({".", ":", ";", "!", "?"})


def _odd_denials(here: DenyingSide, there: DenyingSide) -> Iterator[Denial]:
    """Yield the one negator that ``here`` has alone, if it makes the rows unlike."""
    if len(here.lone) != 1 or there.lone:
        return
    [negator] = here.lone.values()
    following = here.passage.words[negator.end : negator.end + 1]
    if negator.value == "yet" or following == ("longer",):
        return  # says when rather than whether
    denying = _count_denying(here, _behind(here, negator.end))
    denying += _count_denying(there, range(len(there.passage.words)))
    if denying % 2 == 0 and not is_taken_up(here, there, negator):
        yield with_auxiliary(here, negator), None


def _behind(side: DenyingSide, start: int) -> range:
    """Return the next tokens of the sentence, as far as a negator reaches."""
    words = side.passage.words
    end = start
    while end < min(len(words), start + REACH) and words[end] not in _ENDS:
        end += 1
    return range(start, end)


def _count_denying(side: DenyingSide, place: Iterable[int]) -> int:
    """Count the words that deny by themselves and that the other side does not have."""
    return sum(
        side.replaced(at) and at not in side.opposed and denies_alone(side, at)
        for at in place
    )
