"""All factual differences of two passages, each kind in its turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui_app.core.differences.collation import Collation, Fact, Stretch
from tui_app.core.differences.facts.date import date_facts, date_mentions
from tui_app.core.differences.facts.evidence import Evidence
from tui_app.core.differences.facts.mentions import Mention, Sides, Value
from tui_app.core.differences.facts.modality import modality_facts
from tui_app.core.differences.facts.name import name_facts
from tui_app.core.differences.facts.negation import negation_facts
from tui_app.core.differences.facts.number import number_facts
from tui_app.core.differences.facts.passage import passage_of

Rule = Callable[[Sides, tuple[set[int], set[int]]], list[Fact]]


def find_facts(collation: Collation, evidence: Evidence) -> list[Fact]:
    """Return the factual differences, by left then right position.

    A kind leaves alone what the kinds before it have marked.
    """
    sides = Sides(passage_of(collation, "left"), passage_of(collation, "right"))
    left, right = date_mentions(sides, words=True)
    found = date_facts(sides, left, right, evidence.year)
    taken = _tokens(left), _tokens(right)
    for rule in _rules(evidence):
        new = rule(sides, taken)
        for tokens, stretches in zip(taken, _stretches(new), strict=True):
            tokens.update(number for stretch in stretches for number in range(*stretch))
        found += new
    return sorted(found, key=_position)


def _rules(evidence: Evidence) -> Iterator[Rule]:
    """Yield the rules in the order in which they may claim words."""
    yield lambda sides, taken: number_facts(sides, taken, words=True)
    yield lambda sides, taken: name_facts(sides, taken, evidence)
    yield negation_facts
    yield modality_facts


def _stretches(facts: Iterable[Fact]) -> tuple[list[Stretch], list[Stretch]]:
    return (
        [fact.left for fact in facts if fact.left],
        [fact.right for fact in facts if fact.right],
    )


def _position(fact: Fact) -> tuple[int, int]:
    return (
        fact.left.start if fact.left else -1,
        fact.right.start if fact.right else -1,
    )


def _tokens(mentions: Iterable[Mention[Value]]) -> set[int]:
    return {number for one in mentions for number in range(one.start, one.end)}
