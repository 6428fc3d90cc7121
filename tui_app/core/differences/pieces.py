"""Which differences are one change to a reader: joined into one, or tied."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui_app.core.collation.collation import EQUAL, Collation, Stretch
from tui_app.core.collation.word import Word
from tui_app.core.english.inflections import spelling_key
from tui_app.core.kinds import Kind
from tui_app.core.text.characters import is_unspaced

_MIRROR = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}


_new = tuple.__new__  # the constructor of a named tuple at a third of its cost


class ChangePiece(NamedTuple):
    """A difference between two stretches of tokens; see ``model.Difference``."""

    kind: Kind
    left: Stretch | None
    right: Stretch | None
    group: int | None = None
    quotation: int | None = None

    def mirrored(self) -> ChangePiece:
        """Return the difference with the sides exchanged."""
        kind, left, right, group, quotation = self
        return _new(
            ChangePiece, (_MIRROR.get(kind, kind), right, left, group, quotation)
        )

    def tied(self, group: int) -> ChangePiece:
        """Return the difference as one of a group."""
        kind, left, right, _, quotation = self
        return _new(ChangePiece, (kind, left, right, group, quotation))


def joined_pieces(pieces: Iterable[ChangePiece]) -> Iterator[ChangePiece]:
    """Join pieces of one kind that follow each other on both sides."""
    last: ChangePiece | None = None
    for piece in pieces:
        if last is None:
            last = piece
            continue
        both = _together(last, piece)
        if both is None:
            yield last
        last = both or piece
    if last is not None:
        yield last


def _together(one: ChangePiece, other: ChangePiece) -> ChangePiece | None:
    if not (one.left and one.right and other.left and other.right):
        return None
    if one.kind is not other.kind or one.left.end != other.left.start:
        return None
    if one.right.end != other.right.start:
        return None
    left = Stretch(one.left.start, other.left.end)
    return one._replace(left=left, right=Stretch(one.right.start, other.right.end))


def without_twins(
    collation: Collation, pieces: Iterable[ChangePiece]
) -> Iterator[ChangePiece]:
    """Yield the pieces, none but of moves with the same words on both sides.

    Words that answer in their place are no difference. Equal marks among changed
    words have moved; of anything else each side is told apart.
    """
    ours = collation.left.words
    for piece in pieces:
        if not (piece.left and piece.right and _say_the_same(collation, piece)):
            yield piece
        elif _is_untouched(collation, piece):
            continue
        elif any(word.lexical for word in ours[slice(*(piece.left or ()))]):
            yield from _sides_apart(piece)
        else:
            yield piece._replace(kind=_ORDER)


def _sides_apart(piece: ChangePiece) -> list[ChangePiece]:
    words = piece.kind is Kind.WORDING
    gone, new = (Kind.REMOVED, Kind.ADDED) if words else (piece.kind, piece.kind)
    return [
        piece._replace(kind=gone, right=None),
        piece._replace(kind=new, left=None),
    ]


def _say_the_same(collation: Collation, piece: ChangePiece) -> bool:
    """Tell whether a piece has the same words on both sides, though it is no move."""
    left, right = piece.left, piece.right
    if not (left and right) or piece.kind is _ORDER:
        return False
    ours, theirs = collation.left.words, collation.right.words
    if ours[left.start].text != theirs[right.start].text:
        return False
    return _are_the_same(ours[slice(*left)], theirs[slice(*right)])


def _are_the_same(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    if ours[0].text != theirs[0].text:
        return False
    return [word.text for word in ours] == [word.text for word in theirs]


def _is_untouched(collation: Collation, piece: ChangePiece) -> bool:
    """Tell whether the words of a piece are equal, one by one and in their place."""
    numbers = zip(range(*piece.left or ()), range(*piece.right or ()), strict=True)
    return all(
        collation.how[i] is EQUAL and collation.of_left[i] == j for i, j in numbers
    )


_APART = 2


_ORDER = Kind.ORDER


def grouped(
    collation: Collation,
    loud: Sequence[ChangePiece],
    quiet: Sequence[ChangePiece],
    untouched: Sequence[int],
) -> list[ChangePiece]:
    """Return all pieces, tied where they make one change.

    ``untouched`` are the words of the left outside all pieces, in order. Quiet
    pieces belong together where no untouched word stands between them on either
    side, parts of a move where at most two words do. Facts keep their groups.
    """
    first = 1 + max((p.group for p in loud if p.group is not None), default=-1)
    moved = [piece for piece in quiet if piece.kind is _ORDER]
    still = [piece for piece in quiet if piece.kind is not _ORDER]
    clusters = _by_place(still, untouched, collation.of_left)
    for number, cluster in enumerate(clusters):
        if len(cluster) > 1:
            clusters[number] = merged(collation, cluster)
    clusters += _by_neighbourhood(moved)
    found = [*loud]
    for group, cluster in enumerate(clusters, first):
        if len(cluster) == 1:
            found += cluster
        else:
            found += [piece.tied(group) for piece in cluster]
    return found


def _by_place(
    pieces: Sequence[ChangePiece], lefts: Sequence[int], answers: Sequence[int]
) -> list[list[ChangePiece]]:
    """Cluster the pieces between the same two untouched words."""
    rights = [answers[left] for left in lefts]
    places: dict[tuple[int, int], list[ChangePiece]] = defaultdict(list)
    for piece in pieces:
        left = bisect_right(lefts, piece.left.start) if piece.left else None
        right = bisect_right(rights, piece.right.start) if piece.right else None
        here = left if left is not None else right
        there = right if right is not None else left
        places[here or 0, there or 0].append(piece)
    return list(places.values())


def _by_neighbourhood(moved: Sequence[ChangePiece]) -> list[list[ChangePiece]]:
    clusters: list[list[ChangePiece]] = []
    for piece in sorted(moved, key=lambda one: one.left or (0, 0)):
        if clusters and _beside(clusters[-1][-1], piece):
            clusters[-1].append(piece)
        else:
            clusters.append([piece])
    return clusters


def _beside(one: ChangePiece, other: ChangePiece) -> bool:
    return _near(one.left, other.left) and _near(one.right, other.right)


def _near(one: Stretch | None, other: Stretch | None) -> bool:
    if one is None or other is None:
        return False
    return 0 <= other.start - one.end <= _APART


_LONGEST = 8


_JOINTS = dict.fromkeys(
    map(ord, "-‐‑'’.\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)


def merged(collation: Collation, cluster: list[ChangePiece]) -> list[ChangePiece]:
    """Return pieces between the same untouched words, as one difference if they are.

    *Policy makers* and *policy-makers*, *per cent* and *percent* are one word or
    several: a difference of spelling. In a script without spaces it means nothing
    which character stands for which: the whole stretch is worded otherwise. The
    same words on both sides are none.
    """
    left = _hull([piece.left for piece in cluster if piece.left])
    right = _hull([piece.right for piece in cluster if piece.right])
    if left is None or right is None:
        return cluster
    ours = collation.left.words[slice(*left)]
    theirs = collation.right.words[slice(*right)]
    if _are_the_same(ours, theirs):
        return []
    if _are_spelled_alike(ours, theirs):
        return [ChangePiece(Kind.SPELLING, left, right)]
    if is_unspaced(ours[0].text[0]) and _are_unspaced(ours) and _are_unspaced(theirs):
        return [ChangePiece(Kind.WORDING, left, right)]
    return cluster


def _are_unspaced(words: Sequence[Word]) -> bool:
    return all(is_unspaced(word.text[0]) for word in words)


def _hull(stretches: Sequence[Stretch]) -> Stretch | None:
    """Return what the stretches cover, if they leave no hole."""
    if not stretches:
        return None
    start, end = min(stretches)[0], max(stretches)[1]
    whole = end - start == sum([last - first for first, last in stretches])
    return Stretch(start, end) if whole else None


def _are_spelled_alike(left: Sequence[Word], right: Sequence[Word]) -> bool:
    if max(len(left), len(right)) > _LONGEST:
        return False
    ours, theirs = _letters(left), _letters(right)
    if _begin_apart(ours, theirs):
        return False
    key = spelling_key(ours)
    return bool(key) and key == spelling_key(theirs)


def _begin_apart(one: str, other: str) -> bool:
    """Tell words whose first letters no custom of spelling exchanges: no *oe*, *e*."""
    if not (one.isascii() and other.isascii() and one.isalpha() and other.isalpha()):
        return False
    return one[0] != other[0] and one[0] not in "aeo" and other[0] not in "aeo"


def _letters(words: Sequence[Word]) -> str:
    letters = "".join([word.lower for word in words])
    return letters if letters.isalpha() else letters.translate(_JOINTS)
