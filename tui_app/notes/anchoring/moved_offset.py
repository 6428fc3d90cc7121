"""Where a place in an older text stands in the newer one."""

from __future__ import annotations

from bisect import bisect_right

from tui_app.core.model import Span
from tui_app.notes.anchoring.quote_words import tokenise
from tui_app.notes.anchoring.word_map import EqualEnds, WordMap


class MovedOffsets:
    """Follows offsets from one text to another by the words about them.

    It is for a place to go on reading at: unlike an anchor it is never lost.
    """

    def __init__(self, old: str, new: str) -> None:
        self._length = len(new)
        self._ends = EqualEnds.of(old, new)
        before, after = self._ends.middle
        self._map = WordMap(tokenise(old, before), tokenise(new, after))

    def new(self, offset: int) -> int:
        """Return the place of an offset: in its word, or what stands in its place."""
        unmoved = self._ends.unmoved(Span(offset, offset))
        if unmoved is not None:
            return unmoved.start
        old, found = self._map.old, self._map.new
        word = bisect_right(old.starts, offset) - 1
        if word >= 0 and offset < old.ends[word] and self._map.target[word] >= 0:
            at = found.starts[self._map.target[word]] + offset - old.starts[word]
            return min(at, self._length)
        return min(self._near(word), self._length)

    def _near(self, word: int) -> int:
        """Return where the word begins that follows the last one left before it."""
        starts = self._map.new.starts
        for earlier in range(word, -1, -1):
            follower = self._map.target[earlier] + 1
            if 0 < follower < len(starts):
                return starts[follower]
        return self._ends.middle[1].start
