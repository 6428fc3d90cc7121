"""How alike two texts are, told from a small sample of their words.

A bottom-k sketch (Broder 1997; Cohen and Kaplan 2007): the smallest hashes of the
set of words. It estimates the Jaccard index of the two sets within about 0.05.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

SIZE = 128
_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힣]|[^\W぀-ヿ㐀-鿿가-힣]+")


def sketch(text: str) -> tuple[int, ...]:
    """Return the smallest hashes of the words of a text, ascending."""
    words = set(_WORD.findall(text.lower()))
    hashes = {zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words}
    return tuple(sorted(hashes)[:SIZE])


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the estimated share of words two texts have in common, 0 to 1."""
    sample = sorted({*one, *other})[:SIZE]
    both = {*one} & {*other}
    return len(both.intersection(sample)) / len(sample) if sample else 0.0
