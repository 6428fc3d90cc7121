"""Quotations of which no word is left on the other side: *"a farce"*, *"a success"*.

Where the whole quotation is another one, its parts are not compared: that a title
has other names in it, or that *fell* is the opposite of *up*, says nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import product

from tui_app.core.differences.collation import Fact, Stretch
from tui_app.core.differences.facts.entities import KNOWN
from tui_app.core.differences.facts.mentions import Sides
from tui_app.core.differences.facts.passage import Passage
from tui_app.core.differences.facts.quotations import Quotation, quotations
from tui_app.core.model import Kind

_FEWEST_WORDS = 2
_MOST_WORDS = 12
"""Longer quotations are compared word by word: something of them will be left."""
Taken = tuple[Collection[int], Collection[int]]


def requoted_facts(sides: Sides, taken: Taken) -> list[Fact]:
    """Return the quotations that stand in one place and share no word of content.

    A quotation that a kind before has claimed a word of, or that holds a name the
    tables know, is left to the comparison word by word.
    """
    left = _replaced(sides.left, taken[0])
    if not left:
        return []
    facts = []
    used: set[Quotation] = set()
    for one, other in product(left, _replaced(sides.right, taken[1])):
        if used.isdisjoint({one, other}) and _same_place(sides, one, other):
            used |= {one, other}
            facts.append(Fact(Kind.QUOTE, _inside(one), _inside(other)))
    return facts


def _inside(quotation: Quotation) -> Stretch:
    return Stretch(quotation.start, quotation.end)


def _replaced(passage: Passage, taken: Collection[int]) -> list[Quotation]:
    return [
        one
        for one in quotations(passage)
        if one.opening is not None
        and one.closing is not None
        and _FEWEST_WORDS <= one.end - one.start <= _MOST_WORDS
        and _is_new(passage, range(one.start, one.end), taken)
    ]


def _is_new(passage: Passage, inside: range, taken: Collection[int]) -> bool:
    content = [
        number
        for number in inside
        if passage.written[number].content and passage.written[number].told
    ]
    return bool(content) and not any(
        passage.same[number] or number in taken or passage.words[number] in KNOWN
        for number in content
    )


def _same_place(sides: Sides, one: Quotation, other: Quotation) -> bool:
    """Tell whether the marks answer each other on one side at least."""
    partner = sides.left.partner
    return any(
        mark is not None and partner[mark] == answer
        for mark, answer in (
            (one.opening, other.opening),
            (one.closing, other.closing),
        )
    )
