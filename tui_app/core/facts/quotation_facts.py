"""Which quotation marks and which words between them differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tui_app.core.collation.collation import (
    MOVED,
    NEAR,
    Collation,
    Stretch,
    WordGap,
    WordMatch,
)
from tui_app.core.collation.quiet_kinds import kind_of_pair
from tui_app.core.collation.word import Token
from tui_app.core.facts.names.known_names import KNOWN
from tui_app.core.facts.pair_character import PairCharacter
from tui_app.core.facts.passage import Claimed, Fact, Passage, Sides
from tui_app.core.facts.quotations import Quotation, quotations
from tui_app.core.kinds import Kind

_SHORT = 4

"""So many tokens are marked with their marks; of longer quotations the marks."""

_KEPT = 0.6

"""The share of a quotation's words the other side must have to have its words."""

_KEPT_RETOLD = 0.8

"""The same of a retelling."""

_LONG = 6

_AS_A_WHOLE = 0.5

"""The share of a long quotation of an edited text."""

_HALF_KEPT = 0.7

_ROW_KEPT = 0.8

_NEARLY = 0.9

"""The share of a quotation's words that is enough where the row has other words."""

_CONTRACTIONS = (
    {"n't", "not"},
    {"ca n't", "can not", "cannot"},
    {"wo n't", "will not"},
    {"'s", "is", "has"},
    {"'re", "are"},
    {"'ve", "have"},
    {"'ll", "will"},
    {"'m", "am"},
    {"'d", "would", "had"},
)


class _Quoted(NamedTuple):
    """One side: its passage, its quotations, the tokens inside them."""

    passage: Passage
    quotations: Sequence[Quotation]
    inside: frozenset[int]
    claimed: Collection[int]


def quotation_facts(
    collation: Collation, sides: Sides, claimed: Claimed, pair: PairCharacter
) -> list[Fact]:
    """Return the marks gained or lost and the words changed between marks.

    None if one document does without marks altogether. In a retelling a quotation
    counts if it is nearly kept: one told anew is another choice of words.
    """
    if pair.unquoted:
        return []
    left = _quoted(sides.left, claimed[0])
    right = _quoted(sides.right, claimed[1])
    if not (left.quotations or right.quotations):
        return []
    retold = pair.retelling
    facts: list[Fact] = []
    for one in left.quotations:
        facts += _marks(
            left, right, one, retold=retold, exchanged=False, group=len(facts)
        )
    for one in right.quotations:
        facts += _marks(
            right, left, one, retold=retold, exchanged=True, group=len(facts)
        )
    if left.inside and right.inside:
        least = _least_of_retold(sides) if retold else _least_of_edited
        left, right = _not_told_anew(left, right, least)
    if left.inside and right.inside:
        facts += _words(collation, left, right, facts, retold=retold)
    return facts


def _quoted(passage: Passage, claimed: Collection[int]) -> _Quoted:
    found = quotations(passage)
    return _Quoted(passage, found, _inside(found), claimed)


def _inside(quotations: Iterable[Quotation]) -> frozenset[int]:
    return frozenset(chain.from_iterable(range(*one.inside) for one in quotations))


_LeastKept = Callable[[int], float]

"""Of so many words of a quotation how many must stay, for it to be none told anew."""


def _least_of_edited(words: int) -> float:
    return _AS_A_WHOLE * words if words >= _LONG else 0


def _least_of_retold(sides: Sides) -> _LeastKept:
    """Return how much must stay: more where the row has other words; all but one."""
    kept = min(sides.left.kept, sides.right.kept)
    share = _HALF_KEPT if kept >= _ROW_KEPT else _NEARLY
    return lambda words: min(share * words, words - 1)


def _not_told_anew(
    left: _Quoted, right: _Quoted, least: _LeastKept
) -> tuple[_Quoted, _Quoted]:
    """Return the sides without the quotations that are not kept on both of them."""
    ours, theirs = _kept(left, right, least), _kept(right, left, least)
    return _kept(ours, theirs, least), _kept(theirs, ours, least)


def _kept(here: _Quoted, there: _Quoted, least: _LeastKept) -> _Quoted:
    """Return the side with the quotations whose words the other has in quotations."""
    passage = here.passage
    found = []
    for one in here.quotations:
        words = [at for at in range(*one.inside) if passage.written[at].lexical]
        kept = sum(
            passage.same[at] and passage.partner[at] in there.inside for at in words
        )
        if kept >= least(len(words)):
            found.append(one)
    return here._replace(quotations=found, inside=_inside(found))


def _marks(
    here: _Quoted,
    there: _Quoted,
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
    here: _Quoted,
    there: _Quoted,
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


def _words(
    collation: Collation,
    left: _Quoted,
    right: _Quoted,
    marked: Sequence[Fact],
    *,
    retold: bool,
) -> Iterator[Fact]:
    """Yield what differs between the marks of both sides.

    In what is ``retold`` words of grammar and other forms of a word tell nothing.
    """
    done = [fact.left for fact in marked if fact.left]
    others = [fact.right for fact in marked if fact.right]
    left_free = _free(left, done)
    right_free = _free(right, others)
    for group, gap in enumerate(collation.gaps, len(marked)):
        found = list(_in_gap(collation, gap, left_free, right_free, group))
        if not retold or any(_has_content(collation, one) for one in found):
            yield from found
    for match in collation.matches:
        if match.how is NEAR and _other_form(collation, match, retold=retold):
            stretches = (
                Stretch(match.left, match.left + 1),
                Stretch(match.right, match.right + 1),
            )
            if _contracted(collation, *stretches):
                continue
            if match.left in left_free and match.right in right_free:
                yield Fact(Kind.QUOTE, *stretches)


def _free(quoted: _Quoted, marked: Sequence[Stretch]) -> frozenset[int]:
    used = {number for stretch in marked for number in range(*stretch)}
    return frozenset(
        number
        for number in quoted.inside
        if number not in used and number not in quoted.claimed
    )


def _has_content(collation: Collation, fact: Fact) -> bool:
    left = collation.left[slice(*fact.left)] if fact.left else ()
    right = collation.right[slice(*fact.right)] if fact.right else ()
    return any(token.word.content for token in (*left, *right))


def _other_form(collation: Collation, match: WordMatch, *, retold: bool) -> bool:
    kind = kind_of_pair(
        collation.left[match.left].word, collation.right[match.right].word
    )
    return kind is Kind.WORDING or (kind is Kind.INFLECTION and not retold)


def _in_gap(
    collation: Collation,
    gap: WordGap,
    left: frozenset[int],
    right: frozenset[int],
    group: int,
) -> Iterator[Fact]:
    if left.isdisjoint(range(*gap.left)) and right.isdisjoint(range(*gap.right)):
        return
    here = _run(collation.left, gap.left, left, _unmoved(collation, 0))
    there = _run(collation.right, gap.right, right, _unmoved(collation, 1))
    if here is None and there is None:
        return
    outside = (here is None and gap.left.start < gap.left.end) or (
        there is None and gap.right.start < gap.right.end
    )
    if outside or _contracted(collation, here, there):
        return
    found = list(_parts(collation, here, there))
    for one, other in found:
        yield Fact(Kind.QUOTE, one, other, group if len(found) > 1 else None)


def _parts(
    collation: Collation, here: Stretch | None, there: Stretch | None
) -> Iterator[tuple[Stretch | None, Stretch | None]]:
    """Yield the words that stand for each other, and what is left between them."""
    if here is None or there is None:
        yield here, there
        return
    left, right = here.start, there.start
    for at in range(*here):
        answer = collation.of_left[at]
        if right <= answer < there.end:
            yield from _rest(Stretch(left, at), Stretch(right, answer))
            left, right = at + 1, answer + 1
            yield Stretch(at, left), Stretch(answer, right)
    yield from _rest(Stretch(left, here.end), Stretch(right, there.end))


def _rest(
    here: Stretch, there: Stretch
) -> Iterator[tuple[Stretch | None, Stretch | None]]:
    one = here if here.start < here.end else None
    other = there if there.start < there.end else None
    if one or other:
        yield one, other


def _contracted(
    collation: Collation, here: Stretch | None, there: Stretch | None
) -> bool:
    """Tell *don't* from *do not*, which is no other wording."""
    left = [token.lower for token in collation.left[slice(*here)]] if here else []
    right = [token.lower for token in collation.right[slice(*there)]] if there else []
    both = {" ".join(left), " ".join(right)}
    return any(both <= forms for forms in _CONTRACTIONS)


def _unmoved(collation: Collation, side: int) -> Callable[[int], bool]:
    """Return what tells that a token is not one that only moved."""
    how = collation.how
    if side:
        partner = collation.of_right
        return lambda at: partner[at] < 0 or how[partner[at]] is not MOVED
    return lambda at: how[at] is not MOVED


def _run(
    tokens: Sequence[Token],
    stretch: Stretch,
    free: Collection[int],
    unmoved: Callable[[int], bool],
) -> Stretch | None:
    """Return the words of a gap that stand between marks and did not only move."""
    numbers = [number for number in range(*stretch) if number in free]
    numbers = list(filter(unmoved, numbers))
    words = [number for number in numbers if tokens[number].word.lexical]
    if not words or words[-1] - words[0] + 1 > len(
        [number for number in numbers if words[0] <= number <= words[-1]]
    ):
        return None
    return Stretch(words[0], words[-1] + 1)


_FEWEST_WORDS = 2

_MOST_WORDS = 12

"""Longer quotations are compared word by word: something of them will be left."""


def replaced_quotations(
    sides: Sides, claimed: Claimed, pair: PairCharacter
) -> list[Fact]:
    """Return the quotations that stand in one place and share no word of content.

    A quotation that a kind before has claimed a word of, or that holds a name the
    tables know, is left to the comparison word by word. In a retelling, or if it is
    long, it is a quotation told anew: other words, no fact.
    """
    left = _replaced(sides.left, claimed[0])
    if not left:
        return []
    right = _replaced(sides.right, claimed[1])
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
            anew = pair.retelling or (_is_long(one) and _is_long(other))
            kind = Kind.WORDING if anew else Kind.QUOTE
            facts.append(Fact(kind, one.inside, other.inside))
    return facts


def _is_long(one: Quotation) -> bool:
    return one.end - one.start >= _LONG


def _replaced(passage: Passage, claimed: Collection[int]) -> list[Quotation]:
    return [
        one
        for one in quotations(passage)
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
