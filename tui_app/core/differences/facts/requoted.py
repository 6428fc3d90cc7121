"""Quotations of which no word is left on the other side: *"a farce"*, *"a success"*.

Where the whole quotation is another one, its parts are not compared: that a title
has other names in it, or that *fell* is the opposite of *up*, says nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
    right = _replaced(sides.right, taken[1])
    opened = {other.opening: other for other in right}
    closed = {other.closing: other for other in right}
    partner = sides.left.partner
    facts = []
    used: set[Quotation] = set()
    for one in left:
        answers = (
            opened.get(_answer(partner, one.opening)),
            closed.get(_answer(partner, one.closing)),
        )
        free = [other for other in answers if other and other not in used]
        if free:
            other = min(free)
            used.add(other)
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


def _answer(partner: Sequence[int], mark: int | None) -> int | None:
    """Return the token that answers a mark, if there is one."""
    return partner[mark] if mark is not None and partner[mark] >= 0 else None
