"""What the documents around a row tell, looked up window by window."""

from __future__ import annotations

from tui_app.core.differences.facts import Evidence, evidence_of

_BLOCK = 16_384
_MOST_KEPT = 64


class Surroundings:
    """Gathers evidence about two texts around given places, at most a window each.

    A book is never read as a whole: a window is the block of text around a place
    and its two neighbours, an article as a rule one window.
    """

    def __init__(self, left: str, right: str) -> None:
        self._left = left
        self._right = right
        self._known: dict[tuple[int, int, bool], Evidence] = {}

    def evidence(self, left: int, right: int, *, exchanged: bool) -> Evidence:
        """Return what the windows around the two offsets tell.

        ``exchanged`` asks for evidence with the right text as its left.
        """
        key = (left // _BLOCK, right // _BLOCK, exchanged)
        if key not in self._known:
            if len(self._known) >= _MOST_KEPT:
                self._known.pop(next(iter(self._known)), None)
            windows = _window(self._left, key[0]), _window(self._right, key[1])
            self._known[key] = evidence_of(*(windows[::-1] if exchanged else windows))
        return self._known[key]


def _window(text: str, block: int) -> str:
    return text[max(0, block - 1) * _BLOCK : (block + 2) * _BLOCK]
