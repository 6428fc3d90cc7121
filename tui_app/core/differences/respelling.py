"""One word or several: *policy makers*, *policy-makers*; *per cent*, *percent*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_app.core.differences.collation import Collation, Stretch
from tui_app.core.differences.forms import spelling_key
from tui_app.core.differences.pieces import Piece
from tui_app.core.differences.tokens import Token
from tui_app.core.model import Kind

_LONGEST = 8
_JOINTS = re.compile("[-‐‑'’.\u00ad\u200b-\u200f\u2060\ufeff]")


def respelled(collation: Collation, cluster: Sequence[Piece]) -> Piece | None:
    """Return one spelling difference for pieces that only join or part words.

    ``cluster`` are pieces between the same untouched words.
    """
    left = _hull([piece.left for piece in cluster if piece.left])
    right = _hull([piece.right for piece in cluster if piece.right])
    if left is None or right is None:
        return None
    if max(left.end - left.start, right.end - right.start) > _LONGEST:
        return None
    ours = _key(collation.left[slice(*left)])
    if not ours or ours != _key(collation.right[slice(*right)]):
        return None
    return Piece(Kind.SPELLING, left, right)


def _hull(stretches: Sequence[Stretch]) -> Stretch | None:
    """Return what the stretches cover, if they leave no hole."""
    if not stretches:
        return None
    start, end = min(stretches)[0], max(stretches)[1]
    whole = end - start == sum(stretch.end - stretch.start for stretch in stretches)
    return Stretch(start, end) if whole else None


def _key(tokens: Sequence[Token]) -> str:
    return spelling_key(_JOINTS.sub("", "".join(token.lower for token in tokens)))
