"""Which names of a passage told anew stand for others.

In a sentence told anew a name's place says little: words come in another order. So
names are found by not being answered: one that the other side says under no form, and
the other document never, opposite one that is not answered either. What two people
may write for one thing is none (``other_forms``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from tui_app.core.collation.collation import Stretch
from tui_app.core.collation.word import Remembered
from tui_app.core.english.lexicon import FUNCTION_WORDS
from tui_app.core.facts.cancelling import MOST_COMPARED
from tui_app.core.facts.evidence import DocumentEvidence
from tui_app.core.facts.names.entities import HAS_CAPITAL
from tui_app.core.facts.names.frames import is_framed
from tui_app.core.facts.names.other_forms import (
    NameWords,
    may_be_one_name,
    name_words,
)
from tui_app.core.facts.names.unanswered import (
    UnansweredName,
    capitalised,
    unanswered,
    unanswered_names,
)
from tui_app.core.facts.passage import Claimed, Fact, Passage, Sides
from tui_app.core.kinds import Kind


def retold_names(
    sides: Sides, claimed: Claimed, evidence: DocumentEvidence
) -> list[Fact]:
    """Return the names nothing answers that stand for each other."""
    left, right = sides
    ours = capitalised(left, claimed[0], evidence)
    theirs = ours and capitalised(right, claimed[1], evidence)
    ours = theirs and unanswered(left, ours, right)
    theirs = ours and unanswered(right, theirs, left)
    if not theirs or len(ours) * len(theirs) > MOST_COMPARED:
        return []
    names = list(unanswered_names(left, ours, evidence.right_words))
    opposite = list(unanswered_names(right, theirs, evidence.left_words))
    facts: list[Fact] = []
    few = len(names) * len(opposite) <= _FEW
    for belong in _ways(sides, few=few, alone=len(names) == len(opposite) == 1):
        for one, other in product(tuple(names), tuple(opposite)):
            if one not in names or other not in opposite:
                continue
            if not ((one.new or other.new) and belong(one, other)):
                continue
            fact = Fact(Kind.NAME, one.stretch, other.stretch)
            if not told_otherwise(sides, fact, evidence):
                facts.append(fact)
                names.remove(one)
                opposite.remove(other)
    return facts


_FEW = 4

"""Pairs of unanswered names; among more a name's being told elsewhere says little."""

_Belong = Callable[[UnansweredName, UnansweredName], bool]


def _ways(sides: Sides, *, few: bool, alone: bool) -> Sequence[_Belong]:
    """Return how two names may show that one stands for the other, the surest first.

    They are linked, in one gap, or framed by words that answer; or the new name is
    of a document that uses the old one elsewhere; or nothing else is left.
    """

    def linked(one: UnansweredName, other: UnansweredName) -> bool:
        answers = sides.left.partner[slice(*one.stretch)]
        return any(at in range(*other.stretch) for at in answers)

    def in_gap(one: UnansweredName, other: UnansweredName) -> bool:
        gap = sides.left.gap[one.stretch.start]
        return other.stretch.start in sides.right.in_gap(gap)

    def framed(one: UnansweredName, other: UnansweredName) -> bool:
        return is_framed(sides, one.stretch, other.stretch)

    def told_elsewhere(one: UnansweredName, other: UnansweredName) -> bool:
        return (
            few
            and one.people is other.people
            and ((one.new and not other.strange) or (other.new and not one.strange))
        )

    def only_ones(one: UnansweredName, other: UnansweredName) -> bool:
        return alone and one.people is other.people

    return linked, in_gap, framed, told_elsewhere, only_ones


def told_otherwise(sides: Sides, fact: Fact, evidence: DocumentEvidence) -> bool:
    """Tell whether both sides of a fact may be one name in two forms."""
    if fact.left is None or fact.right is None:
        return False
    one = _words(sides.left, fact.left, evidence.right_words)
    other = _words(sides.right, fact.right, evidence.left_words)
    return bool(one.words and other.words) and may_be_one_name(one, other)


def _words(passage: Passage, stretch: Stretch, others: Remembered) -> NameWords:
    written = [passage.written[at] for at in range(*stretch)]
    return name_words(
        [
            word.text
            for word in written
            if HAS_CAPITAL[word.text] and word.lower not in FUNCTION_WORDS
        ],
        others,
    )
