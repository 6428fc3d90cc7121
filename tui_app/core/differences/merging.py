"""Pieces that a reader sees as one: words joined or parted, scripts without spaces."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.differences.collation import Collation, Stretch
from tui_app.core.differences.forms import spelling_key
from tui_app.core.differences.pieces import Piece
from tui_app.core.differences.scripts import is_unspaced
from tui_app.core.differences.tokens import Token
from tui_app.core.model import Kind

_LONGEST = 8
_JOINTS = dict.fromkeys(
    map(ord, "-‐‑'’.\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)


def merged(collation: Collation, cluster: Sequence[Piece]) -> Piece | None:
    """Return one difference for pieces between the same untouched words, or ``None``.

    *Policy makers* and *policy-makers*, *per cent* and *percent* are one word or
    several: a difference of spelling. In a script without spaces it means nothing
    which character stands for which: the whole stretch is worded otherwise.
    """
    left = _hull([piece.left for piece in cluster if piece.left])
    right = _hull([piece.right for piece in cluster if piece.right])
    if left is None or right is None:
        return None
    ours, theirs = collation.left[slice(*left)], collation.right[slice(*right)]
    if _are_spelled_alike(ours, theirs):
        return Piece(Kind.SPELLING, left, right)
    unspaced = all(is_unspaced(token.text[0]) for token in (*ours, *theirs))
    return Piece(Kind.WORDING, left, right) if unspaced else None


def _hull(stretches: Sequence[Stretch]) -> Stretch | None:
    """Return what the stretches cover, if they leave no hole."""
    if not stretches:
        return None
    start, end = min(stretches)[0], max(stretches)[1]
    whole = end - start == sum(stretch.end - stretch.start for stretch in stretches)
    return Stretch(start, end) if whole else None


def _are_spelled_alike(left: Sequence[Token], right: Sequence[Token]) -> bool:
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


def _letters(tokens: Sequence[Token]) -> str:
    return "".join([token.word.lower for token in tokens]).translate(_JOINTS)
