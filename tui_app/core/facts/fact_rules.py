"""Which rules find facts, and in which order they may claim words.

A new kind of fact is one line of ``_rules``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tui_app.core.collation.collation import EQUAL, Collation, Stretch
from tui_app.core.facts.dates.date_facts import date_facts
from tui_app.core.facts.evidence import DocumentEvidence
from tui_app.core.facts.joined_words import joined_words
from tui_app.core.facts.labels import label_differences, label_mentions
from tui_app.core.facts.languages.values_by_language import (
    date_mentions,
    quantity_mentions,
)
from tui_app.core.facts.modality_facts import modality_facts
from tui_app.core.facts.names.name_facts import name_facts
from tui_app.core.facts.names.people import people_facts
from tui_app.core.facts.negation.negation_facts import negation_facts
from tui_app.core.facts.numbers.number_facts import number_facts
from tui_app.core.facts.numbers.roman import numbering_tokens
from tui_app.core.facts.passage import Fact, Sides, passages_of, tokens_of
from tui_app.core.facts.quotation_facts import quotation_facts, replaced_quotations
from tui_app.core.facts.quotations import QuotationsOfSides, quotations_of
from tui_app.core.facts.retold_quotations import (
    RetoldQuotation,
    kept_and_retold,
)

Tokens = tuple[set[int], set[int]]

FactRule = Callable[[Sides, Tokens], list[Fact]]


class RowFacts(NamedTuple):
    """The facts of a row, by left then right position; its quotations told anew."""

    facts: list[Fact]
    retold: tuple[RetoldQuotation, ...] = ()


def find_facts(collation: Collation, evidence: DocumentEvidence) -> RowFacts:
    """Return the factual differences, and which quotations are other words.

    A kind leaves alone what the kinds before it have marked. In languages other
    than English the kinds that live by word lists are left out, but for what
    ``facts/languages`` knows of numbers, dates and negation.

    Among them is what must not be taken for a fact: labels, and words with a space more
    or less, under their quiet kinds.
    """
    if not collation.gaps and all(how is EQUAL for how in collation.how):
        return RowFacts([])
    sides = Sides(*passages_of(collation))
    languages = evidence.languages
    found = _FactsSoFar()
    found.add(joined_words(sides))
    labels = label_mentions(sides, languages)
    found.add(label_differences(sides, *labels))
    found.claim(*map(tokens_of, labels))
    left, right = date_mentions(sides, found.claimed, languages)
    dated = tokens_of(left), tokens_of(right)
    found.add(date_facts(sides, left, right))
    quoted = quotations_of(sides)
    told = kept_and_retold(sides, quoted, evidence.pair)
    for rule in _rules(collation, evidence, dated, quoted, told.kept):
        found.add(rule(sides, found.claimed))
    return RowFacts(sorted(found.facts, key=_position), told.retold)


def _rules(
    collation: Collation,
    evidence: DocumentEvidence,
    dated: Tokens,
    quoted: QuotationsOfSides,
    kept: QuotationsOfSides,
) -> Iterator[FactRule]:
    """Yield the rules in the order in which they may claim words."""
    pair, languages = evidence.pair, evidence.languages
    yield lambda sides, claimed: number_facts(
        sides,
        *quantity_mentions(sides, _both(claimed, dated), languages),
        retelling=pair.retelling,
    )
    if evidence.english:
        yield lambda sides, claimed: replaced_quotations(sides, quoted, claimed, pair)
        yield lambda sides, claimed: name_facts(
            sides, _both(_both(claimed, dated), _numbering(sides)), evidence
        )
        yield people_facts
        yield lambda sides, claimed: negation_facts(
            sides, claimed, retelling=pair.retelling
        )
        yield lambda sides, claimed: modality_facts(sides, claimed, pair)
    elif languages[0] == languages[1]:
        yield lambda sides, claimed: _denials(sides, languages[0], claimed)
    yield lambda sides, claimed: quotation_facts(
        collation, sides, quoted, kept, claimed, pair
    )


class _FactsSoFar:
    """The facts so far and the tokens they have claimed."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.claimed: Tokens = set(), set()

    def claim(self, left: Iterable[int], right: Iterable[int]) -> None:
        """Leave tokens to no rule, though nothing is found there."""
        self.claimed[0].update(left)
        self.claimed[1].update(right)

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


def _denials(sides: Sides, language: str, claimed: Tokens) -> list[Fact]:
    from tui_app.core.facts.languages.denials_by_language import denials_in

    return denials_in(sides, language, claimed)


def _numbering(sides: Sides) -> Tokens:
    return set(numbering_tokens(sides.left)), set(numbering_tokens(sides.right))


def _both(one: Tokens, other: Tokens) -> Tokens:
    return one[0] | other[0], one[1] | other[1]


def _position(fact: Fact) -> tuple[int, int]:
    return (
        fact.left.start if fact.left else -1,
        fact.right.start if fact.right else -1,
    )
