"""From a collation and its facts to the differences a reader is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tui_app.core.differences.collation import Collation, Fact, How, Match, Stretch
from tui_app.core.differences.covering import closed
from tui_app.core.differences.kinds import kind_of_pair
from tui_app.core.differences.tokens import Token
from tui_app.core.differences.words import Sort
from tui_app.core.model import Difference, Kind, Span


@dataclass(frozen=True, slots=True)
class _Piece:
    """A difference in token numbers, not yet joined to its neighbours."""

    kind: Kind
    left: Stretch | None
    right: Stretch | None
    group: int | None = None


def assemble(collation: Collation, facts: Sequence[Fact]) -> list[Difference]:
    """Return the differences in the order of the left passage.

    Facts replace the quiet kinds of their tokens. What is only on the right
    stands where it would stand on the left.
    """
    facts = closed(collation, facts)
    pieces = [_Piece(one.kind, one.left, one.right, one.group) for one in facts]
    pieces += _joined(_quiet(collation, facts))
    return [_difference(collation, piece) for piece in _in_order(collation, pieces)]


def _quiet(collation: Collation, facts: Sequence[Fact]) -> list[_Piece]:
    covered_left = _covered(one.left for one in facts)
    covered_right = _covered(one.right for one in facts)
    found, answered_left, answered_right = [], set(covered_left), set(covered_right)
    for match in collation.matches:
        if match.left in covered_left or match.right in covered_right:
            continue
        answered_left.add(match.left)
        answered_right.add(match.right)
        kind = _kind(collation, match)
        if kind is not None:
            found.append(_Piece(kind, _one(match.left), _one(match.right)))
    for stretch in _free(collation.left, answered_left):
        found.append(
            _Piece(_alone(collation.left, stretch, Kind.REMOVED), stretch, None)
        )
    for stretch in _free(collation.right, answered_right):
        found.append(
            _Piece(_alone(collation.right, stretch, Kind.ADDED), None, stretch)
        )
    return found


def _covered(stretches: Iterable[Stretch | None]) -> set[int]:
    return {number for one in stretches if one for number in range(*one)}


def _one(number: int) -> Stretch:
    return Stretch(number, number + 1)


def _kind(collation: Collation, match: Match) -> Kind | None:
    left, right = collation.left[match.left].word, collation.right[match.right].word
    if match.how is How.MOVED and left.lower == right.lower:
        return Kind.ORDER
    if left.text != right.text:
        return kind_of_pair(left, right)
    return Kind.WORDING if match.how is How.PAIRED else None


def _free(tokens: Sequence[Token], answered: set[int]) -> Iterator[Stretch]:
    start = None
    for number in range(len(tokens) + 1):
        if number < len(tokens) and number not in answered:
            start = number if start is None else start
        elif start is not None:
            yield Stretch(start, number)
            start = None


def _alone(tokens: Sequence[Token], stretch: Stretch, kind: Kind) -> Kind:
    marks = {Sort.MARK, Sort.QUOTE}
    only_marks = all(token.sort in marks for token in tokens[slice(*stretch)])
    return Kind.PUNCTUATION if only_marks else kind


def _joined(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Join pieces of one kind that follow each other on both sides."""
    last: _Piece | None = None
    for piece in pieces:
        if last is None:
            last = piece
        elif _follows(last, piece):
            last = replace(last, left=_grown(last.left, piece.left),
                           right=_grown(last.right, piece.right))  # fmt: skip
        else:
            yield last
            last = piece
    if last is not None:
        yield last


def _follows(one: _Piece, other: _Piece) -> bool:
    return bool(
        one.kind is other.kind
        and one.left
        and one.right
        and other.left
        and other.right
        and one.left.end == other.left.start
        and one.right.end == other.right.start
    )


def _grown(one: Stretch | None, other: Stretch | None) -> Stretch | None:
    return Stretch(one.start, other.end) if one and other else one


def _in_order(collation: Collation, pieces: Iterable[_Piece]) -> list[_Piece]:
    place, here = [], 0
    for match in collation.of_right:
        if match is not None and match.how is not How.MOVED:
            here = match.left
        place.append(here)

    def key(piece: _Piece) -> tuple[int, int, int]:
        if piece.left:
            return piece.left.start, 0, 0
        assert piece.right is not None
        return place[piece.right.start], 1, piece.right.start

    return sorted(pieces, key=key)


def _difference(collation: Collation, piece: _Piece) -> Difference:
    return Difference(
        piece.kind,
        _span(collation.left, piece.left),
        _span(collation.right, piece.right),
        piece.group,
    )


def _span(tokens: Sequence[Token], stretch: Stretch | None) -> Span | None:
    if stretch is None:
        return None
    return Span(tokens[stretch.start].start, tokens[stretch.end - 1].end)
