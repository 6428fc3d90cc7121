"""All factual differences of two passages, each kind in its turn."""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.core.differences.collation import Collation, Fact
from tui_app.core.differences.facts.date import date_facts, date_mentions
from tui_app.core.differences.facts.evidence import Evidence
from tui_app.core.differences.facts.mentions import Mention, Sides, Value
from tui_app.core.differences.facts.number import number_facts
from tui_app.core.differences.facts.passage import passage_of


def find_facts(collation: Collation, evidence: Evidence) -> list[Fact]:
    """Return the factual differences, by left then right position.

    A kind leaves alone what the kinds before it have marked.
    """
    sides = Sides(passage_of(collation, "left"), passage_of(collation, "right"))
    left, right = date_mentions(sides, words=True)
    found = date_facts(sides, left, right, evidence.year)
    dated = _tokens(left), _tokens(right)
    found += number_facts(sides, dated, words=True)
    return found


def _tokens(mentions: Iterable[Mention[Value]]) -> set[int]:
    return {number for one in mentions for number in range(one.start, one.end)}
