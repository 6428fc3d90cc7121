"""Which quotation marks and which words between them differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import compress

from tui_app.core.collation.collation import (
    Collation,
    Stretch,
)
from tui_app.core.facts.names.known_names import KNOWN
from tui_app.core.facts.pair_character import PairCharacter
from tui_app.core.facts.passage import Claimed, Fact, Passage, Sides
from tui_app.core.facts.quotations import Quotation, QuotationsOfSides
from tui_app.core.facts.quoted_words import (
    QuotedWords,
    changed_words,
    quoted_words,
)
from tui_app.core.facts.retold_quotations import is_long
from tui_app.core.kinds import Kind

_SHORT = 4
"""So many tokens are marked with their marks; of longer quotations the marks."""

_KEPT, _KEPT_RETOLD = 0.6, 0.8

"""The share of the words that must stay where only marks are gained or lost."""


def quotation_facts(
    collation: Collation,
    sides: Sides,
    quotations: QuotationsOfSides,
    kept: QuotationsOfSides,
    claimed: Claimed,
    pair: PairCharacter,
) -> list[Fact]:
    """Return the marks gained or lost and the words changed between marks.

    None if one document does without marks altogether. Words count between the marks
    of the quotations that are ``kept``: one told anew is another choice of words.
    """
    if pair.unquoted or not (quotations.left or quotations.right):
        return []
    left = quoted_words(sides.left, quotations.left, claimed[0])
    right = quoted_words(sides.right, quotations.right, claimed[1])
    retold = pair.retelling
    facts: list[Fact] = []
    for one in _with_words_unquoted(left, right):
        facts += _marks(
            left, right, one, retold=retold, exchanged=False, group=len(facts)
        )
    for one in _with_words_unquoted(right, left):
        facts += _marks(
            right, left, one, retold=retold, exchanged=True, group=len(facts)
        )
    if kept.left and kept.right:
        if kept != quotations:
            left = quoted_words(sides.left, kept.left, claimed[0])
            right = quoted_words(sides.right, kept.right, claimed[1])
        facts += changed_words(collation, left, right, facts, retold=retold)
    return facts


def _with_words_unquoted(here: QuotedWords, there: QuotedWords) -> list[Quotation]:
    """Return the quotations with a word that stands without marks there."""
    passage = here.passage
    kept = compress(range(len(passage.same)), passage.same)
    words = [at for at in kept if passage.partner[at] not in there.inside]
    return [
        one
        for one in here.quotations
        if bisect_left(words, one.start) < bisect_left(words, one.end)
    ]


def _marks(
    here: QuotedWords,
    there: QuotedWords,
    one: Quotation,
    *,
    retold: bool,
    exchanged: bool,
    group: int,
) -> Iterator[Fact]:
    """Yield the marks of a quotation whose words stand without marks there."""
    words = [
        number
        for number in range(one.start, one.end)
        if here.passage.written[number].lexical
    ]
    kept = [
        here.passage.partner[number] for number in words if here.passage.same[number]
    ]
    if not kept or len(kept) < (_KEPT_RETOLD if retold else _KEPT) * len(words):
        return
    quoted = sum(answer in there.inside for answer in kept)
    if 2 * quoted >= len(kept) or (quoted and retold):
        return
    whole = _whole(here, there, one, words, kept)
    if whole is not None:
        yield _fact(*whole, exchanged=exchanged)
        return
    for mark in (one.opening, one.closing):
        if mark is not None and mark not in here.claimed:
            yield _fact(Stretch(mark, mark + 1), None, exchanged=exchanged, group=group)


def _fact(
    here: Stretch, there: Stretch | None, *, exchanged: bool, group: int | None = None
) -> Fact:
    left, right = (there, here) if exchanged else (here, there)
    return Fact(Kind.QUOTE, left, right, group)


def _whole(
    here: QuotedWords,
    there: QuotedWords,
    one: Quotation,
    words: Sequence[int],
    answers: Sequence[int],
) -> tuple[Stretch, Stretch] | None:
    """Return a short quotation with its marks and the same words on the other side."""
    if one.opening is None or one.closing is None or one.end - one.start > _SHORT:
        return None
    stretch = Stretch(one.opening, one.closing + 1)
    answer = Stretch(min(answers), max(answers) + 1)
    same = len(answers) == len(words) == answer.end - answer.start
    free = not any(number in here.claimed for number in range(*stretch)) and not any(
        number in there.claimed for number in range(*answer)
    )
    return (stretch, answer) if same and free else None


_FEWEST_WORDS = 2

_MOST_WORDS = 12
"""Longer quotations are compared word by word: something of them will be left."""


def replaced_quotations(
    sides: Sides, quotations: QuotationsOfSides, claimed: Claimed, pair: PairCharacter
) -> list[Fact]:
    """Return the quotations that stand in one place and share no word of content.

    A quotation that a kind before has claimed a word of, or that holds a name the
    tables know, is left to the comparison word by word. In a retelling, or if it is
    long, it is a quotation told anew: other words, no fact.
    """
    left = _replaced(sides.left, quotations.left, claimed[0])
    if not left:
        return []
    right = _replaced(sides.right, quotations.right, claimed[1])
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
            anew = pair.retelling or (is_long(one) and is_long(other))
            kind = Kind.WORDING if anew else Kind.QUOTE
            facts.append(Fact(kind, one.inside, other.inside))
    return facts


def _replaced(
    passage: Passage, quotations: Iterable[Quotation], claimed: Collection[int]
) -> list[Quotation]:
    return [
        one
        for one in quotations
        if one.opening is not None
        and one.closing is not None
        and _FEWEST_WORDS <= one.end - one.start <= _MOST_WORDS
        and _is_new(passage, range(one.start, one.end), claimed)
    ]


def _is_new(passage: Passage, inside: range, claimed: Collection[int]) -> bool:
    content = [
        number
        for number in inside
        if passage.written[number].content and passage.written[number].lexical
    ]
    return bool(content) and not any(
        passage.same[number] or number in claimed or passage.words[number] in KNOWN
        for number in content
    )


def _answer(partner: Sequence[int], mark: int | None) -> int | None:
    """Return the token that answers a mark, if there is one."""
    return partner[mark] if mark is not None and partner[mark] >= 0 else None
