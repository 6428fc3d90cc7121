"""How a collation and its facts become differences.

Facts replace the quiet kinds of their words; what is left is told by kind.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tui_app.core.collation.collation import (
    EQUAL,
    MOVED,
    NEAR,
    PAIRED,
    Collation,
    How,
    Stretch,
    WordMatch,
)
from tui_app.core.collation.quiet_kinds import kind_of_pair
from tui_app.core.collation.tokens import TokenPlaces
from tui_app.core.collation.word import FUNCTION_WEIGHT, WORD, Word
from tui_app.core.differences.pieces import (
    ChangePiece,
    grouped,
    joined_pieces,
    without_twins,
)
from tui_app.core.facts.fact_rules import RowFacts
from tui_app.core.facts.passage import Fact
from tui_app.core.facts.retold_quotations import RetoldQuotation
from tui_app.core.kinds import FACTS, Kind
from tui_app.core.model import Difference, Span
from tui_app.core.text.characters import is_unspaced

_CHANGE = 2 * FUNCTION_WEIGHT
"""What a change must weigh to take in the word beside it: two words of grammar."""


_new = tuple.__new__  # the constructor of a named tuple at a third of its cost


def assemble(collation: Collation, found: RowFacts) -> list[ChangePiece]:
    """Return all differences; facts replace the quiet kinds of their tokens."""
    facts = closed(collation, found.facts)
    claimed = [ChangePiece(one.kind, one.left, one.right, one.group) for one in facts]
    loud = list(without_twins(collation, claimed))
    quiet, untouched = _quiet(collation, facts)
    told = list(without_twins(collation, joined_pieces(quiet)))
    pieces = grouped(collation, loud, told, untouched)
    return list(_numbered(pieces, found.retold)) if found.retold else pieces


def _numbered(
    pieces: Iterable[ChangePiece], retold: Sequence[RetoldQuotation]
) -> Iterator[ChangePiece]:
    """Yield the pieces, what is no fact in a quotation told anew with its number."""
    for piece in pieces:
        if piece.kind in FACTS:
            yield piece
            continue
        within = (number for number, one in enumerate(retold) if _is_in(piece, one))
        yield piece._replace(quotation=next(within, None))


def _is_in(piece: ChangePiece, quotation: RetoldQuotation) -> bool:
    return all(
        stretch is None or (whole.start <= stretch.start and stretch.end <= whole.end)
        for stretch, whole in (
            (piece.left, quotation.left),
            (piece.right, quotation.right),
        )
    )


def _quiet(
    collation: Collation, facts: Sequence[Fact]
) -> tuple[list[ChangePiece], list[int]]:
    """Return the differences no fact covers, and the words of the left untouched."""
    left, right = collation.left.words, collation.right.words
    settled_left = _covered((one.left for one in facts), len(left))
    settled_right = _covered((one.right for one in facts), len(right))
    found: list[ChangePiece] = []
    untouched: list[int] = []
    answers = collation.of_left
    for i, how in enumerate(collation.how):
        j = answers[i]
        if how is None or settled_left[i] or settled_right[j]:
            continue
        settled_left[i] = settled_right[j] = 1
        word, other = left[i], right[j]
        kind = None if how is EQUAL and word is other else _kind(word, other, how)
        if kind is None:
            untouched.append(i)
        else:
            found.append(_pair(kind, i, j))
    alone = set(islands(collation, untouched))
    if alone:
        found += [_pair(Kind.ORDER, i, answers[i]) for i in alone]
        found.sort(key=_by_left)
        untouched = [i for i in untouched if i not in alone]
    found += [
        ChangePiece(_alone(left, stretch, Kind.REMOVED), stretch, None)
        for stretch in _unsettled(settled_left)
    ]
    found += [
        ChangePiece(_alone(right, stretch, Kind.ADDED), None, stretch)
        for stretch in _unsettled(settled_right)
    ]
    return found, untouched


def _pair(kind: Kind, i: int, j: int) -> ChangePiece:
    left, right = _new(Stretch, (i, i + 1)), _new(Stretch, (j, j + 1))
    return _new(ChangePiece, (kind, left, right, None, None))


def _by_left(piece: ChangePiece) -> Stretch:
    return piece.left or Stretch(-1, -1)


def _covered(stretches: Iterable[Stretch | None], count: int) -> bytearray:
    """Return a 1 for every token in a stretch, a 0 for every other."""
    found = bytearray(count)
    for one in stretches:
        if one:
            found[slice(*one)] = b"\1" * (one.end - one.start)
    return found


def _kind(left: Word, right: Word, how: How) -> Kind | None:
    """Return what kind of difference two words make, ``None`` for none."""
    if how is MOVED and left.lower == right.lower:
        return Kind.ORDER
    if left.text != right.text:
        return kind_of_pair(left, right)
    return _same(left) if how is PAIRED else None


def _same(word: Word) -> Kind:
    """Return the kind of a word that is the same but stands elsewhere.

    A mark goes with the words around it, and in a script without spaces characters
    that recur tell nothing of the order.
    """
    with_others = _is_mark(word) or is_unspaced(word.text[0])
    return Kind.WORDING if with_others else Kind.ORDER


def _unsettled(settled: bytearray) -> Iterator[Stretch]:
    """Yield the runs of tokens that neither a fact nor a match accounts for."""
    start = settled.find(0)
    while start >= 0:
        end = settled.find(1, start)
        yield _new(Stretch, (start, end if end >= 0 else len(settled)))
        start = settled.find(0, end) if end >= 0 else -1


def _alone(words: Sequence[Word], stretch: Stretch, kind: Kind) -> Kind:
    for word in words[slice(*stretch)]:
        if word.lexical:
            return kind
    return Kind.PUNCTUATION


def _is_mark(word: Word) -> bool:
    return not word.lexical


def closed(collation: Collation, facts: Sequence[Fact]) -> list[Fact]:
    """Return facts that cover both ends of every equal pair of words or none.

    A fact that covers one end grows over the other where that stands beside it;
    else the other end becomes a fact of the same kind, tied by its group.
    """
    if not facts:
        return []
    found = list(facts)
    group = max((one.group for one in facts if one.group is not None), default=-1)
    left, right = _holders(found)
    answering = (collation.of_right[token] for token in right)
    covered = left.keys() | {token for token in answering if token >= 0}
    for match in collation.matches_at(sorted(covered)):
        if (match.left in left) == (match.right in right) or match.how is not EQUAL:
            continue
        number = left[match.left] if match.left in left else right[match.right]
        grown = _grown(found[number], match, missing_right=match.left in left)
        if grown is None:
            if found[number].group is None:
                group += 1
                found[number] = found[number]._replace(group=group)
            grown = _rest(found[number], match, missing_right=match.left in left)
            found.append(grown)
            number = len(found) - 1
        found[number] = grown
        left[match.left] = right[match.right] = number
    return found


def _holders(facts: Sequence[Fact]) -> tuple[dict[int, int], dict[int, int]]:
    """Return which fact covers a token, left and right."""
    return (
        {t: n for n, one in enumerate(facts) if one.left for t in range(*one.left)},
        {t: n for n, one in enumerate(facts) if one.right for t in range(*one.right)},
    )


def _grown(fact: Fact, match: WordMatch, *, missing_right: bool) -> Fact | None:
    token = match.right if missing_right else match.left
    stretch = fact.right if missing_right else fact.left
    if stretch is None:
        return None
    if token == stretch.end:
        stretch = Stretch(stretch.start, token + 1)
    elif token == stretch.start - 1:
        stretch = Stretch(token, stretch.end)
    else:
        return None
    if missing_right:
        return fact._replace(right=stretch)
    return fact._replace(left=stretch)


def _rest(fact: Fact, match: WordMatch, *, missing_right: bool) -> Fact:
    if missing_right:
        return Fact(fact.kind, None, Stretch(match.right, match.right + 1), fact.group)
    return Fact(fact.kind, Stretch(match.left, match.left + 1), None, fact.group)


def islands(collation: Collation, untouched: Sequence[int]) -> Iterator[int]:
    """Yield the words of the left that stand otherwise among changes.

    There is a change of some weight before the word and after it, and on the left
    and on the right, but before or after it one side has nothing: *common progress*,
    *progress together*. A word among mere additions is no part of them, and one with
    other words on all sides parts two changes: *gained little ground*, *won little
    favour*.
    """
    left, right = collation.left.words, collation.right.words
    answers = collation.of_left
    for at in _without_neighbour(untouched, answers):
        before, here, after = untouched[at - 1 : at + 2]
        word = left[here]
        if not (word.sort is WORD and word.content):
            continue
        if _meet(before, here, answers) or _meet(here, after, answers):
            changes = (
                _weight(left, before, here),
                _weight(right, answers[before], answers[here]),
                _weight(left, here, after),
                _weight(right, answers[here], answers[after]),
            )
            if _is_among(*changes):
                yield here


def _without_neighbour(untouched: Sequence[int], answers: Sequence[int]) -> list[int]:
    """Return which of the words have no untouched neighbour, the ends left out."""
    behind_change = [
        at
        for at, (one, other) in enumerate(pairwise(untouched), 1)
        if other - one != 1 or answers[other] - answers[one] != 1
    ]
    return [at for at, after in pairwise(behind_change) if after == at + 1]


def _meet(one: int, other: int, answers: Sequence[int]) -> bool:
    """Tell words with nothing between them, on the left or on the right."""
    return other == one + 1 or answers[other] == answers[one] + 1


def _weight(words: Sequence[Word], before: int, after: int) -> float:
    return sum(word.weight for word in words[before + 1 : after])


def _is_among(
    left_before: float, right_before: float, left_after: float, right_after: float
) -> bool:
    least = min(
        left_before + right_before,
        left_after + right_after,
        left_before + left_after,
        right_before + right_after,
    )
    return least >= _CHANGE


def laid_out(
    collation: Collation,
    pieces: Iterable[ChangePiece],
    starts: tuple[int, int],
    *,
    exchanged: bool,
) -> list[Difference]:
    """Return the differences as spans of the texts, in the order of the left.

    ``exchanged``: what the collation calls left is the right passage of the
    result. What is only on the right stands where it would stand on the left.
    ``starts`` are the places where the left and the right of the result begin.
    """
    left, right = collation.left.places, collation.right.places
    if exchanged:
        left, right = right, left
        pieces = [piece.mirrored() for piece in pieces]
    steady = _steady(collation, exchanged=exchanged)
    here, there = starts
    return [
        _new(
            Difference,
            (kind, _span(left, ours, here), _span(right, theirs, there), group, number),
        )
        for kind, ours, theirs, group, number in _in_order(steady, pieces)
    ]


def _steady(
    collation: Collation, *, exchanged: bool
) -> tuple[Sequence[int], Sequence[int]]:
    """Return the left and the right words that answer each other in sequence."""
    answers = collation.of_left
    lefts = [at for at, how in enumerate(collation.how) if how is EQUAL or how is NEAR]
    rights = [answers[at] for at in lefts]
    return (rights, lefts) if exchanged else (lefts, rights)


def _in_order(
    steady: tuple[Sequence[int], Sequence[int]], pieces: Iterable[ChangePiece]
) -> list[ChangePiece]:
    """Return the pieces by their place in the left passage."""
    lefts, rights = steady

    def place(piece: ChangePiece) -> tuple[int, int, int]:
        if piece.left:
            return piece.left.start, 0, 0
        start = piece.right.start if piece.right else 0
        slot = bisect_right(rights, start)
        return lefts[slot - 1] if slot else -1, 1, start

    return sorted(pieces, key=place)


def _span(places: TokenPlaces, stretch: Stretch | None, by: int) -> Span | None:
    if stretch is None:
        return None
    start, end = stretch
    starts, ends = places
    return _new(Span, (starts[start] + by, ends[end - 1] + by))
