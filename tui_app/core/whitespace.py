"""White space that means nothing: runs of it, and line ends between wide scripts."""

from __future__ import annotations

import re

# Scripts written without spaces between words; white space beside one of their
# characters is layout, not text.
_UNSPACED = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_HEAD = 24
_FIRST_UNSPACED = _UNSPACED[0]
# Compiled when first needed, and not at the import: it takes two milliseconds.
_BESIDE_UNSPACED = f"(?<=[{_UNSPACED}]) | (?=[{_UNSPACED}])"


def fold_space(text: str) -> str:
    """Return ``text`` with white space collapsed, gone beside unspaced scripts.

    Two passages with equal results differ at most in layout.
    """
    folded = " ".join(text.split())
    if folded.isascii() or max(folded) < _FIRST_UNSPACED:
        return folded
    return re.sub(_BESIDE_UNSPACED, "", folded)


def same_but_for_space(left: str, right: str) -> bool:
    """Tell whether ``fold_space`` makes the texts equal, folding only if it may.

    Nearly all pairs of a book differ within their first words.
    """
    if left == right:
        return True
    first, its = left[:1], right[:1]
    if first != its and not (first.isspace() or its.isspace()):
        return False
    head, other = fold_space(left[:_HEAD]), fold_space(right[:_HEAD])
    if not (head.startswith(other) or other.startswith(head)):
        return False
    return fold_space(left) == fold_space(right)
