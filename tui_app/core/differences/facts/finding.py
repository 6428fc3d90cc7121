"""All factual differences of two passages, each kind in its turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui_app.core.differences.collation import Collation, Fact
from tui_app.core.differences.facts.date import date_facts, date_mentions
from tui_app.core.differences.facts.evidence import Evidence
from tui_app.core.differences.facts.mentions import Mention, Sides, Value
from tui_app.core.differences.facts.modality import modality_facts
from tui_app.core.differences.facts.name import name_facts
from tui_app.core.differences.facts.negation import negation_facts
from tui_app.core.differences.facts.number import number_facts
from tui_app.core.differences.facts.passage import passage_of
from tui_app.core.differences.facts.quote import quote_facts

Tokens = tuple[set[int], set[int]]
Rule = Callable[[Sides, Tokens], list[Fact]]


def find_facts(collation: Collation, evidence: Evidence) -> list[Fact]:
    """Return the factual differences, by left then right position.

    A kind leaves alone what the kinds before it have marked.
    """
    sides = Sides(passage_of(collation, "left"), passage_of(collation, "right"))
    left, right = date_mentions(sides, words=True)
    found = date_facts(sides, left, right, evidence.year)
    taken = _covered(found)
    dated = _tokens(left), _tokens(right)
    for rule in _rules(collation, evidence, dated):
        new = rule(sides, taken)
        for tokens, more in zip(taken, _covered(new), strict=True):
            tokens.update(more)
        found += new
    return sorted(found, key=_position)


def _rules(collation: Collation, evidence: Evidence, dated: Tokens) -> Iterator[Rule]:
    """Yield the rules in the order in which they may claim words."""
    yield lambda sides, _: number_facts(sides, dated, words=True)
    yield lambda sides, taken: name_facts(sides, _both(taken, dated), evidence)
    yield negation_facts
    yield lambda sides, taken: quote_facts(collation, sides, taken)
    yield modality_facts


def _both(one: Tokens, other: Tokens) -> Tokens:
    return one[0] | other[0], one[1] | other[1]


def _covered(facts: Iterable[Fact]) -> Tokens:
    covered: Tokens = set(), set()
    for fact in facts:
        for tokens, stretch in zip(covered, (fact.left, fact.right), strict=True):
            tokens.update(range(*stretch) if stretch else ())
    return covered


def _position(fact: Fact) -> tuple[int, int]:
    return (
        fact.left.start if fact.left else -1,
        fact.right.start if fact.right else -1,
    )


def _tokens(mentions: Iterable[Mention[Value]]) -> set[int]:
    return {number for one in mentions for number in range(one.start, one.end)}
