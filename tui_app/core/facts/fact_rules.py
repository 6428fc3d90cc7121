"""Which rules find facts, and in which order they may claim words.

A new kind of fact is one line of ``_rules``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui_app.core.collation.collation import EQUAL, Collation, Stretch
from tui_app.core.facts.dates.date_facts import date_facts, date_mentions
from tui_app.core.facts.evidence import DocumentEvidence
from tui_app.core.facts.modality_facts import modality_facts
from tui_app.core.facts.names.name_facts import name_facts
from tui_app.core.facts.names.people import people_facts
from tui_app.core.facts.negation.negation_facts import negation_facts
from tui_app.core.facts.numbers.number_facts import number_facts
from tui_app.core.facts.passage import Fact, Mention, MentionValue, Sides, passages_of
from tui_app.core.facts.quotation_facts import quotation_facts, replaced_quotations
from tui_app.core.facts.quotations import QuotationsOfSides, quotations_of

Tokens = tuple[set[int], set[int]]

FactRule = Callable[[Sides, Tokens], list[Fact]]


def find_facts(collation: Collation, evidence: DocumentEvidence) -> list[Fact]:
    """Return the factual differences, by left then right position.

    A kind leaves alone what the kinds before it have marked. In languages other
    than English the kinds that live by word lists are left out.
    """
    if not collation.gaps and all(one.how is EQUAL for one in collation.matches):
        return []
    sides = Sides(*passages_of(collation))
    english = evidence.english
    left, right = date_mentions(sides, words=english)
    dated = _tokens(left), _tokens(right)
    found = _FactsSoFar()
    found.add(date_facts(sides, left, right))
    quoted = quotations_of(sides)
    for rule in _rules(collation, evidence, dated, quoted, words=english):
        found.add(rule(sides, found.claimed))
    return sorted(found.facts, key=_position)


def _rules(
    collation: Collation,
    evidence: DocumentEvidence,
    dated: Tokens,
    quoted: QuotationsOfSides,
    *,
    words: bool,
) -> Iterator[FactRule]:
    """Yield the rules in the order in which they may claim words."""
    pair = evidence.pair
    yield lambda sides, _: number_facts(sides, dated, words=words)
    if words:
        yield lambda sides, claimed: replaced_quotations(sides, quoted, claimed, pair)
        yield lambda sides, claimed: name_facts(sides, _both(claimed, dated), evidence)
        yield people_facts
        yield lambda sides, claimed: negation_facts(
            sides, claimed, retelling=pair.retelling
        )
        yield lambda sides, claimed: modality_facts(sides, claimed, pair)
    yield lambda sides, claimed: quotation_facts(
        collation, sides, quoted, claimed, pair
    )


class _FactsSoFar:
    """The facts so far and the tokens they have claimed."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.claimed: Tokens = set(), set()

    def add(self, facts: Iterable[Fact]) -> None:
        """Add facts; a side that is claimed already is left out of a fact."""
        for fact in facts:
            left = _unclaimed(fact.left, self.claimed[0])
            right = _unclaimed(fact.right, self.claimed[1])
            if left is None and right is None:
                continue
            self.facts.append(fact._replace(left=left, right=right))
            self.claimed[0].update(range(*left) if left else ())
            self.claimed[1].update(range(*right) if right else ())


def _unclaimed(stretch: Stretch | None, claimed: set[int]) -> Stretch | None:
    if stretch is None or not claimed.isdisjoint(range(*stretch)):
        return None
    return stretch


def _both(one: Tokens, other: Tokens) -> Tokens:
    return one[0] | other[0], one[1] | other[1]


def _position(fact: Fact) -> tuple[int, int]:
    return (
        fact.left.start if fact.left else -1,
        fact.right.start if fact.right else -1,
    )


def _tokens(mentions: Iterable[Mention[MentionValue]]) -> set[int]:
    return {number for one in mentions for number in range(one.start, one.end)}
