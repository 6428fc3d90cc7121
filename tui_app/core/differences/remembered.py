"""What is told of a word, kept with the word."""

from __future__ import annotations

from collections.abc import Callable

_MOST = 1 << 13


class Remembered(dict[str, bool]):
    """What ``tell`` says of a word, worked out when the word is first looked up.

    A dictionary, for rules that ask about every word of a passage: to look one up
    takes half the time of a call. Forgets all when it knows too many.
    """

    def __init__(self, tell: Callable[[str], bool]) -> None:
        """Keep what to ask."""
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> bool:
        """Ask, and remember the answer."""
        if len(self) >= _MOST:
            self.clear()
        self[word] = answer = self._tell(word)
        return answer
