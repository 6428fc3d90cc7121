"""What the documents around a row tell, looked up window by window."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from tui_app.core.differences.facts import Evidence, Testimony

_BLOCK = 16_384
# A book is read from front to back, and what eight blocks tell takes megabytes.
_MOST_KEPT = 8
_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Surroundings:
    """Gathers evidence about two texts around given places, at most a window each.

    A book is never read as a whole: a window is the block of text around a place
    and its two neighbours, an article as a rule one window. A block is read once.
    """

    def __init__(self, left: str, right: str) -> None:
        self._left = _Blocks(left)
        self._right = _Blocks(right)
        self._known: dict[tuple[int, int, bool], Evidence] = {}

    def evidence(self, left: int, right: int, *, exchanged: bool) -> Evidence:
        """Return what the windows around the two offsets tell.

        ``exchanged`` asks for evidence with the right text as its left.
        """

        def put_together() -> Evidence:
            ours = self._left.window(left // _BLOCK)
            theirs = self._right.window(right // _BLOCK)
            return Evidence(theirs, ours) if exchanged else Evidence(ours, theirs)

        key = (left // _BLOCK, right // _BLOCK, exchanged)
        return _remembered(self._known, key, put_together)


class _Blocks:
    """A text in blocks that end with a line, what each tells worked out once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, Testimony] = {}

    def window(self, block: int) -> list[Testimony]:
        last = min(block + 1, max(0, len(self._text) - 1) // _BLOCK)
        return [self._block(number) for number in range(max(0, block - 1), last + 1)]

    def _block(self, number: int) -> Testimony:
        return _remembered(
            self._known,
            number,
            lambda: Testimony(self._text[self._cut(number) : self._cut(number + 1)]),
        )

    def _cut(self, number: int) -> int:
        """Return where a block begins: at the next line, if one begins in it."""
        start = number * _BLOCK
        line = self._text.find("\n", start, start + _BLOCK) if start else -1
        return line + 1 if line >= 0 else start


def _remembered(
    known: dict[_Key, _Value], key: _Key, make: Callable[[], _Value]
) -> _Value:
    """Return what is known of ``key``; the first of too many is forgotten."""
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST_KEPT:
            known.pop(next(iter(known)), None)
        found = known[key] = make()
    return found
